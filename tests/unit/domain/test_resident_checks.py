"""What is wrong and what is only doubtful in the facts of one resident."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.resident_checks import relation_fault, remarks
from nagari_kit.domain.residents import (
    BirthFacts,
    Papers,
    Parents,
    Resident,
    RestrictedFacts,
    Sex,
)

TODAY = date(2026, 11, 24)
NIK = "1306994509820003"
SOMEBODY = Resident(
    id=ResidentId(UUID(int=7)),
    name=PersonName("Yusmaniar Koto"),
    nik=NIK,
    sex=Sex.FEMALE,
    birth_date=date(1982, 9, 5),
    marital_status=2,
    family_relation=3,
)


def faults(one: Resident, known: Resident | None = None) -> set[str]:
    return {remark.field for remark in remarks(one, TODAY, known) if remark.is_fault}


def doubts(one: Resident, known: Resident | None = None) -> set[str]:
    return {remark.field for remark in remarks(one, TODAY, known) if not remark.is_fault}


def test_facts_that_agree_are_passed_without_a_word() -> None:
    assert remarks(SOMEBODY, TODAY) == ()


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": PersonName("")}, "name.name"),
        ({"name": PersonName("Yusmaniar 2")}, "name.name"),
        ({"nik": "130699450982000"}, "nik"),
        ({"nik": "1306993102990003"}, "nik"),
        ({"sex": None}, "sex"),
        ({"birth_date": date(2027, 1, 1)}, "birth_date"),
        ({"parents": Parents(mother_nik=NIK)}, "parents.mother_nik"),
        ({"parents": Parents(father_nik="123")}, "parents.father_nik"),
        ({"papers": Papers(marriage_date=date(1980, 1, 1))}, "papers.marriage_date"),
        (
            {"papers": Papers(marriage_date=date(2005, 3, 12), divorce_date=date(2004, 1, 1))},
            "papers.divorce_date",
        ),
        ({"papers": Papers(ktp_date=date(2026, 12, 1))}, "papers.ktp_date"),
        ({"papers": Papers(tag_id_card="12")}, "papers.tag_id_card"),
        ({"phone": "nol delapan"}, "phone"),
        ({"email": "yus"}, "email"),
        ({"previous_nomor_kk": "1306"}, "previous_nomor_kk"),
        ({"birth": BirthFacts(time="25.00")}, "birth.time"),
        ({"birth": BirthFacts(weight=3)}, "birth.weight"),
        ({"birth": BirthFacts(order=0)}, "birth.order"),
        ({"sex": Sex.MALE, "restricted": RestrictedFacts(pregnancy=1)}, "restricted.pregnancy"),
    ],
)
def test_what_cannot_be_must_be_mended(changed, field) -> None:
    assert field in faults(replace(SOMEBODY, **changed))


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"birth_date": date(1982, 9, 6)}, "nik"),
        ({"sex": Sex.MALE}, "nik"),
        ({"sex": Sex.MALE}, "family_relation"),
        ({"birth_date": date(2010, 9, 5), "nik": None}, "marital_status"),
        ({"birth_date": date(1900, 9, 5), "nik": None}, "birth_date"),
        ({"name": PersonName("Nurlis"), "birth_date": date(2025, 1, 1), "nik": None}, "name.name"),
        (
            {"marital_status": 1, "papers": Papers(marriage_date=date(2005, 3, 12))},
            "papers.marriage_date",
        ),
    ],
)
def test_what_may_be_true_is_a_doubt_and_no_fault(changed, field) -> None:
    one = replace(SOMEBODY, **changed)
    assert field in doubts(one)
    assert field not in faults(one)


def test_an_old_record_is_not_reproached_with_what_nobody_touched() -> None:
    old = replace(SOMEBODY, name=PersonName("Nurlis"), nik="1306", sex=None, phone="tidak ada")
    assert remarks(replace(old, occupation=88), TODAY, old) == ()
    assert faults(replace(old, phone="ada"), old) == {"phone"}


def test_a_corrected_birth_date_is_compared_with_the_nik_again() -> None:
    corrected = replace(SOMEBODY, birth_date=date(1982, 9, 6))
    assert doubts(corrected, SOMEBODY) == {"nik"}


def test_a_single_word_is_a_whole_name_for_whoever_was_born_before_the_law() -> None:
    assert remarks(replace(SOMEBODY, name=PersonName("Nurlis")), TODAY) == ()


def test_a_household_has_one_head() -> None:
    assert "Hendri" in relation_fault(1, "Hendri", opens_household=False)
    assert relation_fault(1, "", opens_household=False) == ""
    assert relation_fault(4, "Hendri", opens_household=False) == ""
    assert relation_fault(4, "", opens_household=True)
    assert relation_fault(1, "", opens_household=True) == ""
