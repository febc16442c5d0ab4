"""One head leads the office at a time, and the history of heads stays whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from nagari_kit.domain.identity import OfficerId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.office import Officer, Standing
from nagari_kit.errors import InputError
from nagari_kit.infra.identifiers import new_uuid7

TODAY = date(2026, 11, 24)


@pytest.fixture
def coming(workspace) -> Officer:
    identity = OfficerId(new_uuid7(workspace.clock))
    return Officer(identity, PersonName("Yusrizal"), "Wali Nagari", is_head=True)


def heads(workspace, on: date) -> list[str]:
    return [one.name.name for one in workspace.office.signers(on) if one.is_head]


@pytest.mark.parametrize("standing", [Standing.DEFINITIF, Standing.PJ])
def test_who_takes_office_ends_the_term_of_the_one_before(workspace, coming, standing):
    workspace.office.save_officer(replace(coming, standing=standing))

    assert heads(workspace, TODAY) == ["Yusrizal"]
    assert heads(workspace, date(2026, 11, 23)) == ["Defrizal"]
    assert heads(workspace, date(2023, 5, 1)) == ["Nasrul"]


def test_who_stands_in_for_the_head_signs_first_and_ends_no_term(workspace, coming):
    acting = replace(coming, standing=Standing.PLH, active_to=date(2026, 11, 30))
    workspace.office.save_officer(acting)

    assert heads(workspace, TODAY) == ["Yusrizal", "Defrizal"]
    assert heads(workspace, date(2026, 12, 1)) == ["Defrizal"]
    away = next(one for one in workspace.office.officers() if one.name.name == "Defrizal")
    workspace.office.save_officer(replace(away, nip=""))
    assert heads(workspace, TODAY) == ["Yusrizal", "Defrizal"]


def test_two_appointed_on_one_day_leave_the_last(workspace, coming):
    workspace.office.save_officer(coming)
    second = replace(coming, id=OfficerId(new_uuid7(workspace.clock)), name=PersonName("Zulkifli"))
    workspace.office.save_officer(second)

    assert heads(workspace, TODAY) == ["Zulkifli"]


def test_a_head_of_the_past_needs_a_last_day(workspace, coming):
    past = replace(coming, active_from=date(2010, 1, 1), active_to=None)
    with pytest.raises(InputError) as refusal:
        workspace.office.save_officer(past)
    assert set(refusal.value.fields) == {"active_to"}

    workspace.office.save_officer(replace(past, active_to=date(2017, 12, 31)))
    assert heads(workspace, TODAY) == ["Defrizal"]
