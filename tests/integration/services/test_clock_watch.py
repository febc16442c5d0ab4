"""A PC whose clock is wrong: the officer is warned before the date stands on a letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from nagari_kit.infra.clock import FixedClock
from nagari_kit.services.clock_watch import ClockWatch
from nagari_kit.services.doctor import examine_open
from tests.integration.services.sample_office import MORNING


def told(workspace) -> list[str]:
    return [one.kind for one in workspace.home.overview().attention]


def test_a_clock_that_goes_on_is_not_doubted(workspace, clock, sku):
    workspace.issuing.issue(sku)
    clock.moment = MORNING - timedelta(minutes=5)
    assert workspace.previews.clock_watch().doubt() == ""
    clock.moment = MORNING + timedelta(days=400)
    assert workspace.previews.clock_watch().doubt() == ""
    assert "clock" not in told(workspace)


@pytest.mark.parametrize("back", [timedelta(hours=2), timedelta(days=40)])
def test_a_clock_before_the_last_record_is_doubted_and_told_at_home(workspace, clock, sku, back):
    workspace.issuing.issue(sku)
    clock.moment = MORNING - back

    assert "24 November 2026 pukul 09.41" in workspace.previews.clock_watch().doubt()
    assert told(workspace)[0] == "clock"
    wrong = [one.name for one in examine_open(workspace).checks if not one.ok]
    assert "jam dan catatan" in wrong


def test_a_letter_is_never_stopped_and_the_doubt_goes_on_after_it(workspace, clock, sku):
    workspace.issuing.issue(sku)
    clock.moment = MORNING - timedelta(days=40)
    letter = workspace.issuing.issue(sku)
    assert letter.issue_date == clock.today()

    clock.moment += timedelta(minutes=1)
    assert "15 Oktober 2026" in workspace.previews.clock_watch().doubt()


def test_a_dead_battery_is_doubted_even_in_a_new_office():
    dead = FixedClock(datetime(2009, 1, 1, 1, tzinfo=UTC))
    assert "1 Januari 2009" in ClockWatch(dead, None).doubt()


def test_a_day_that_was_set_too_far_ahead_is_forgotten_in_time(workspace, clock, sku):
    clock.moment = MORNING + timedelta(days=3000)
    workspace.issuing.issue(sku)
    clock.moment = MORNING
    assert workspace.previews.clock_watch().doubt()

    for count in range(50):
        workspace.issuing.issue(replace(sku, values={**sku.values, "nama_usaha": f"Kedai {count}"}))
    assert workspace.previews.clock_watch().doubt() == ""
