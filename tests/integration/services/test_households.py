"""One household whole, out of a real office."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from nagari_kit.domain import events
from nagari_kit.domain.identity import HouseholdId
from nagari_kit.errors import NotFoundError


@pytest.fixture
def home(workspace, father) -> HouseholdId:
    found = workspace.residents.record(father).household
    assert found is not None
    return found.id


def test_the_record_has_members_tree_checks_and_events_of_one_moment(workspace, home) -> None:
    record = workspace.households.record(home)
    assert [one.name.name for one in record.members] == [
        "Syafrial Alamsyah",
        "Yusmaniar Sari",
        "Nabila Putri",
    ]
    assert record.head == record.members[0]
    assert record.jorong == "Koto Tangah"
    child = record.members[2]
    assert set(record.family.parents[child.id]) == {one.id for one in record.members[:2]}
    assert record.events
    said = {check.words: check.ok for check in record.checks}
    assert said["Satu kepala keluarga"]
    assert said["Nomor KK benar"]
    assert not said["Syafrial belum lengkap nama orang tuanya, dan 1 orang lagi"]


def test_a_child_that_turned_seventeen_without_ktp_is_named(workspace, home) -> None:
    mother = workspace.households.record(home).members[1]
    changed = replace(mother, papers=replace(mother.papers, recording_status=2))
    with workspace.context.store.write("Rina") as uow:
        uow.residents.save(changed)
        uow.record(events.resident_changed(changed, None))
        uow.commit()
    check = next(one for one in workspace.households.record(home).checks if "KTP" in one.words)
    assert (check.ok, check.words) == (False, "Yusmaniar (44 th) belum rekam KTP")
    assert check.resident_id == mother.id


def test_a_household_that_is_not_there_is_said(workspace) -> None:
    with pytest.raises(NotFoundError):
        workspace.households.record(HouseholdId(UUID(int=7)))
