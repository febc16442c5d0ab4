"""Who leads a KK after an import: two heads, or none any more, are asked about before it."""

from __future__ import annotations

from pathlib import Path

from nagari_kit.domain.population import DayRule, EventKind
from tests.integration.importing.conftest import Desk
from tests.integration.importing.sheets import person, write_sheet

MAN = {"nik": "1306990101600001", "sex": 1, "tanggallahir": "01-01-1960", "nama": "BUYUNG"}


def doubts(desk: Desk, path: Path) -> list[tuple[int, str]]:
    return [
        (one.row, one.reason)
        for one in desk.imports.dry_run(path).warnings
        if one.column == "kk_level"
    ]


def test_two_heads_within_a_file_are_asked_about(desk: Desk, tmp_path: Path) -> None:
    sheet = write_sheet(
        tmp_path / "w.xlsx", person(nama="YUSMANIAR", kk_level=1), person(kk_level=1, **MAN)
    )
    assert doubts(desk, sheet) == [(3, "KK ini punya dua kepala keluarga, lihat baris 2")]


def test_a_head_who_follows_the_old_one_in_the_same_file_is_no_doubt(
    desk: Desk, tmp_path: Path
) -> None:
    first = write_sheet(
        tmp_path / "satu.xlsx", person(nama="YUSMANIAR", kk_level=1), person(kk_level=4, **MAN)
    )
    desk.imports.apply(first, desk.imports.dry_run(first))
    swapped = write_sheet(
        tmp_path / "dua.xlsx", person(nama="YUSMANIAR", kk_level=8), person(kk_level=1, **MAN)
    )
    assert doubts(desk, swapped) == []


def test_only_the_first_filling_is_the_beginning_of_the_books(desk: Desk, tmp_path: Path) -> None:
    for number, cells in enumerate(
        (person(nama="YUSMANIAR", kk_level=1), person(kk_level=4, **MAN))
    ):
        sheet = write_sheet(tmp_path / f"{number}.xlsx", cells)
        desk.imports.apply(sheet, desk.imports.dry_run(sheet))

    with desk.store.read() as reader:
        kinds = [one.kind for one in reader.ledger.recent(10)]
        today = desk.clock.today()
        (balance,) = reader.ledger.balance(today, today, DayRule.EVENT)
    assert sorted(kinds) == sorted([EventKind.OPENING, EventKind.IMPORT])
    assert (balance.start.total, balance.end.total) == (1, 2)
