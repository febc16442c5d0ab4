"""What the first screen shows, and what it asks a person to attend to."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from nagari_kit.infra.clock import FixedClock
from nagari_kit.infra.disk_space import ENOUGH_BYTES
from nagari_kit.infra.paths import OfficePaths
from nagari_kit.services.home import HomeService, space_attention
from nagari_kit.services.workspace import create_workspace, open_workspace
from tests.integration.services.sample_office import PASSPHRASE, profile

SATURDAY_MORNING = datetime(2026, 11, 28, 2, 0, tzinfo=UTC)


def test_a_letter_of_today_is_counted_listed_and_its_kind_comes_first(workspace, sku) -> None:
    letter = workspace.issuing.issue(sku)
    workspace.issuing.issue(sku)

    overview = workspace.home.overview()

    assert letter.number in [row.number for row in overview.today]
    assert (overview.issued_today, overview.people_served) == (2, 1)
    assert overview.week[-1].count == 2
    assert overview.top_types[0].id == "sku"


def test_the_week_is_five_working_days_and_today(paths, workspace) -> None:
    assert [one.day for one in workspace.home.overview().week] == [
        date(2026, 11, day) for day in (18, 19, 20, 23, 24)
    ]
    workspace.close()
    with_weekend = open_workspace(
        paths, PASSPHRASE, clock=FixedClock(SATURDAY_MORNING), actor="Rina Marlina"
    )
    try:
        assert [one.day.day for one in with_weekend.home.overview().week] == [24, 25, 26, 27, 28]
    finally:
        with_weekend.close()


def test_a_new_office_is_told_what_it_lacks(tmp_path, clock, workspace) -> None:
    assert {one.kind for one in workspace.home.overview().attention} <= {"disk"}
    paths = OfficePaths(tmp_path / "baru")
    empty = create_workspace(paths, PASSPHRASE, profile(), clock=clock, actor="Rina Marlina")
    try:
        kinds = [one.kind for one in empty.home.overview().attention]
    finally:
        empty.close()
    assert [kind for kind in kinds if kind != "disk"] == ["signer", "residents"]


@pytest.mark.parametrize(
    ("days", "enrolment", "waiting", "told"),
    [
        (7, "approved", 3, ["7 hari belum tersambung ke provinsi"]),
        (6, "approved", 3, []),
        (7, "approved", 0, []),
        (7, "none", 3, []),
    ],
)
def test_only_changes_that_wait_for_a_week_are_worth_a_word(
    workspace, days, enrolment, waiting, told
) -> None:
    last = workspace.clock.now() - timedelta(days=days)
    status = replace(workspace.sync.status(), enrolment=enrolment, waiting=waiting, last_sync=last)
    home = HomeService(workspace.context, lambda: status)

    attention = [one.title for one in home.overview().attention if one.kind == "sync"]

    assert attention == told


def test_a_disk_that_is_nearly_full_is_told_before_a_letter_fails() -> None:
    (told,) = space_attention(ENOUGH_BYTES - 1)

    assert told.kind == "disk"
    assert told.title == "Ruang disk tinggal 499 MB"
    assert not list(space_attention(ENOUGH_BYTES))
