"""What is wrong with a household is said by the name of the member whom it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from nagari_kit.domain.household_checks import check_household
from nagari_kit.domain.identity import HouseholdId, ResidentId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.residents import Household, Papers, Parents, Resident, Sex

TODAY = date(2026, 11, 24)
HOME = Household(HouseholdId(UUID(int=100)), "1306990103150001")
FATHER = Resident(
    ResidentId(UUID(int=1)),
    PersonName("Syafrial Alamsyah"),
    nik="1306991705800001",
    sex=Sex.MALE,
    birth_date=date(1980, 5, 17),
    family_relation=1,
    marital_status=2,
    parents=Parents("", "Rusli", "", "Rosma"),
    papers=Papers(recording_status=3),
)


def words(*people: Resident, home: Household = HOME) -> list[str]:
    return [one.words for one in check_household(home, people, TODAY) if not one.ok]


def test_a_household_in_order_has_seven_good_lines():
    found = check_household(HOME, (FATHER,), TODAY)
    assert [one.ok for one in found] == [True] * 7
    assert {one.resident_id for one in found} == {None}


def test_an_empty_household_says_only_that():
    assert words() == ["Belum ada anggota"]


def test_a_household_without_its_number_says_so():
    assert words(FATHER, home=replace(HOME, nomor_kk=None)) == ["Nomor KK belum dicatat"]
    assert words(FATHER, home=replace(HOME, nomor_kk="123")) != []


def test_nobody_or_two_at_the_head_is_said():
    uncle = replace(FATHER, id=ResidentId(UUID(int=2)))
    assert words(replace(FATHER, family_relation=4)) == ["Belum ada kepala keluarga"]
    (line,) = [one for one in check_household(HOME, (FATHER, uncle), TODAY) if not one.ok]
    assert line.words == "2 orang tercatat sebagai kepala keluarga"
    assert line.resident_id == uncle.id


def test_each_lacking_fact_names_who_lacks_it():
    for changes, said in (
        ({"nik": None}, "Syafrial belum punya NIK"),
        ({"nik": "1306991705800000"}, "Syafrial ber-NIK yang tidak mungkin"),
        ({"sex": Sex.FEMALE}, "Syafrial ber-NIK yang tidak cocok tanggal lahirnya atau L/P-nya"),
        ({"birth_date": None}, "Syafrial belum ada tanggal lahirnya"),
        ({"parents": Parents("", "Rusli")}, "Syafrial belum lengkap nama orang tuanya"),
        ({"papers": Papers(recording_status=2)}, "Syafrial (46 th) belum rekam KTP"),
    ):
        assert said in words(replace(FATHER, **changes)), changes


def test_a_relation_that_is_not_known_is_no_head_and_is_named():
    assert "Syafrial belum ada hubungan keluarganya" in words(replace(FATHER, family_relation=None))


def test_several_who_lack_it_are_counted_and_a_common_first_name_is_told_apart():
    first = replace(FATHER, nik=None, name=PersonName("Muhammad Rizki Pratama"))
    other = replace(first, id=ResidentId(UUID(int=2)), family_relation=4)
    assert "Muhammad Rizki belum punya NIK, dan 1 orang lagi" in words(first, other)


def test_who_is_married_is_due_for_a_ktp_whatever_the_age():
    papers = Papers(recording_status=1)
    child = replace(FATHER, birth_date=None, marital_status=1, papers=papers)
    said = "Syafrial belum rekam KTP"
    assert said not in words(child)
    assert said in words(replace(child, marital_status=2))
