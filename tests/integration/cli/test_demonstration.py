"""The demonstration nagari: the same each time, made once, never on top of other data."""

from __future__ import annotations

from pathlib import Path

import pytest

from nagari_kit.domain.letters import LetterFilter, LetterStatus
from nagari_kit.domain.lineage import LineageSigners
from nagari_kit.errors import ConflictError
from nagari_kit.infra.clock import FixedClock
from nagari_kit.infra.paths import OfficePaths
from nagari_kit.services.demonstration import (
    DEMONSTRATION_PASSPHRASE,
    HeadlessRequest,
    prepare_demonstration,
    run_headless,
)
from nagari_kit.services.demonstration import preparation as preparing
from nagari_kit.services.workspace import Workspace, open_workspace

PEOPLE = 250


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> OfficePaths:
    return prepare_demonstration(
        tmp_path_factory.mktemp("contoh") / "nagari", clock=_morning(), residents=PEOPLE
    )


def _morning() -> FixedClock:
    from datetime import UTC, datetime

    return FixedClock(datetime(2026, 11, 24, 2, 41, tzinfo=UTC))


def _opened(paths: OfficePaths) -> Workspace:
    return open_workspace(paths, DEMONSTRATION_PASSPHRASE, clock=_morning())


def test_a_ranji_of_five_generations_can_be_looked_at_and_printed(made: OfficePaths) -> None:
    office = _opened(made)
    (kaum,) = office.lineage.kaum()
    tree = office.lineage.tree(kaum.name)
    paper = office.lineage.document(kaum.name, LineageSigners())
    living = [node.resident_id for node in tree.nodes if node.resident_id is not None]
    names = [office.residents.record(one).resident.name.name for one in living]
    office.close()
    assert kaum.generations == 5
    assert kaum.penghulu == f"Basri {kaum.name}"
    assert paper.startswith(b"%PDF")
    assert len(names) >= 4
    assert set(names) <= {node.name for node in tree.nodes}


def _register(paths: OfficePaths) -> list[tuple[str, str, str, str]]:
    office = _opened(paths)
    rows = office.register.page(LetterFilter(), 0, 100).rows
    office.close()
    return [(r.number, r.issue_date.isoformat(), r.resident_name, r.status.value) for r in rows]


def test_there_are_people_letters_of_the_last_days_and_a_draft(made: OfficePaths) -> None:
    office = _opened(made)
    try:
        overview = office.home.overview()
        assert office.residents.summary().people == PEOPLE
        assert [day.count > 0 for day in overview.week] == [True] * 5
        assert overview.issued_today >= 1
        assert len(overview.drafts) == 1
        assert office.office.profile().kop.logo
        assert office.office.signers(_morning().today())
        voided = office.register.page(LetterFilter(status=LetterStatus.VOIDED), 0, 5)
        assert voided.total == 1
    finally:
        office.close()


def test_nothing_bears_a_time_to_come(made: OfficePaths) -> None:
    office = _opened(made)
    rows = office.register.page(LetterFilter(), 0, 100).rows
    issued = [office.register.get(row.id).issued_at for row in rows]
    office.close()
    assert max(issued) <= _morning().now()


def test_made_again_elsewhere_it_is_the_same(made: OfficePaths, tmp_path: Path) -> None:
    again = prepare_demonstration(tmp_path / "lain", clock=_morning(), residents=PEOPLE)
    assert _register(again) == _register(made)


def test_what_is_there_is_used_as_it_is(made: OfficePaths) -> None:
    before = made.database.stat().st_mtime_ns
    prepare_demonstration(made.data_dir, clock=_morning(), residents=PEOPLE)
    assert made.database.stat().st_mtime_ns == before


def test_a_folder_with_other_data_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "nagari.db").write_bytes(b"data kantor sungguhan")
    with pytest.raises(ConflictError):
        prepare_demonstration(tmp_path, clock=_morning(), residents=5)
    assert [file.name for file in tmp_path.iterdir()] == ["nagari.db"]


def test_an_interrupted_preparation_is_begun_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(preparing, "_issue_letters", interrupted)
        with pytest.raises(KeyboardInterrupt):
            prepare_demonstration(tmp_path / "nagari", clock=_morning(), residents=60)
    assert not (tmp_path / "nagari").exists()
    made = prepare_demonstration(tmp_path / "nagari", clock=_morning(), residents=60)
    assert len(_register(made)) > 10


def test_no_invented_letter_lies_among_those_of_a_real_office(tmp_path: Path) -> None:
    office = OfficePaths(tmp_path / "kantor")
    office.data_dir.mkdir()
    office.database.write_bytes(b"data kantor sungguhan")

    with pytest.raises(ConflictError):
        run_headless(HeadlessRequest(out=office.data_dir, residents=5), clock=_morning(), say=print)

    assert [one.name for one in office.data_dir.iterdir()] == ["nagari.db"]
