"""Who the office is and who signs for it: faults are named at their field, nothing half stored."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from nagari_kit.domain.identity import JorongId, OfficerId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.office import Standing
from nagari_kit.domain.residents import Jorong
from nagari_kit.errors import InputError
from nagari_kit.infra.identifiers import new_uuid7
from nagari_kit.services.office import is_in_office

HEAD_SINCE = date(2024, 1, 2)


@pytest.fixture
def head(workspace):
    return next(one for one in workspace.office.officers() if one.standing is Standing.PJ)


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("name", {"name": PersonName("  ")}),
        ("position", {"position": " "}),
        ("nip", {"nip": "19750817200501100"}),
        ("nip", {"nip": "19750817200501100A"}),
        ("on_behalf", {"on_behalf": True}),
        ("active_to", {"active_to": HEAD_SINCE - timedelta(days=1)}),
    ],
)
def test_a_fault_of_an_officer_is_told_at_its_field_and_changes_nothing(
    workspace, head, field, changes
) -> None:
    before = workspace.office.officers()

    with pytest.raises(InputError) as refusal:
        workspace.office.save_officer(replace(head, **changes))

    assert list(refusal.value.fields) == [field]
    assert workspace.office.officers() == before


def test_a_nip_may_be_typed_in_groups(workspace, head) -> None:
    workspace.office.save_officer(replace(head, nip="19750817 200501 1 004"))

    assert {one.nip for one in workspace.office.officers() if one.id == head.id} == {
        "197508172005011004"
    }


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("name", {"name": " "}),
        ("code", {"code": "13.06.99"}),
        ("kind", {"kind": "kota"}),
    ],
)
def test_a_fault_of_the_office_is_told_at_its_field_and_changes_nothing(
    workspace, field, changes
) -> None:
    before = workspace.office.profile()

    with pytest.raises(InputError) as refusal:
        workspace.office.save_profile(replace(before, **changes))

    assert list(refusal.value.fields) == [field]
    assert workspace.office.profile() == before


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("logo", {"logo": b"bukan gambar"}),
        ("address_lines", {"address_lines": ("satu", "dua", "tiga")}),
    ],
)
def test_a_kop_that_cannot_be_printed_is_refused(workspace, field, changes) -> None:
    before = workspace.office.profile()

    with pytest.raises(InputError) as refusal:
        workspace.office.save_profile(replace(before, kop=replace(before.kop, **changes)))

    assert list(refusal.value.fields) == [field]
    assert workspace.office.profile() == before


def test_an_office_without_a_code_is_an_office(workspace) -> None:
    workspace.office.save_profile(replace(workspace.office.profile(), code=""))

    assert workspace.office.profile().code == ""


def test_a_jorong_has_a_name(workspace) -> None:
    before = workspace.office.jorong()

    with pytest.raises(InputError):
        workspace.office.save_jorong(Jorong(JorongId(new_uuid7(workspace.clock)), "  "))

    assert workspace.office.jorong() == before


def test_the_head_in_office_signs_first_and_a_former_one_no_more(workspace) -> None:
    signers = [one.name.name for one in workspace.office.signers(workspace.clock.today())]

    assert signers == ["Defrizal", "Mardalena"]
    assert [one.name.name for one in workspace.office.signers(date(2020, 5, 4))] == ["Nasrul"]


def test_who_stands_in_for_the_head_signs_before_them(workspace, head) -> None:
    today = workspace.clock.today()
    acting = replace(
        head,
        id=OfficerId(new_uuid7(workspace.clock)),
        name=PersonName("Yuliarni"),
        standing=Standing.PLH,
        active_from=today,
        active_to=today,
    )
    workspace.office.save_officer(acting)

    assert workspace.office.signers(today)[0].name.name == "Yuliarni"
    assert workspace.office.signers(today + timedelta(days=1))[0].name.name == "Defrizal"


def test_both_ends_of_a_term_count(head) -> None:
    term = replace(head, active_from=date(2026, 11, 1), active_to=date(2026, 11, 24))

    assert [is_in_office(term, date(2026, *day)) for day in ((10, 31), (11, 1), (11, 24))] == [
        False,
        True,
        True,
    ]
    assert not is_in_office(term, date(2026, 11, 25))
