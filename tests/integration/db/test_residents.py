"""Search as officers type, lists by the page, families as letters need them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from nagari_kit.db.engine import open_engine
from nagari_kit.db.search_index import bring_up_to_date
from nagari_kit.domain import events
from nagari_kit.domain.identity import HouseholdId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.residents import (
    Household,
    LifeStatus,
    Papers,
    Parents,
    ResidentFilter,
    Sex,
)
from nagari_kit.errors import ConflictError
from nagari_kit.infra.identifiers import new_uuid7


@pytest.fixture
def people(office):
    father = office.person("Syafrial Alamsyah", 1, family_relation=1)
    mother = office.person("Yusmaniar", 2, sex=Sex.FEMALE, family_relation=3)
    child = office.person(
        "Muhammad Fikri",
        3,
        birth_date=date(2012, 2, 29),
        family_relation=4,
        parents=Parents(father.nik, "Syafrial Alamsyah", "", "YUSMANIAR"),
        papers=Papers(birth_certificate="1306-LT-01", marriage_date=date(2000, 1, 2)),
    )
    dead = office.person("Syafrialdi", 4, life_status=LifeStatus.DEAD)
    far = office.person("Zulkifli", 5, household_id=None, nik=None)
    everybody = (father, mother, child, dead, far)
    office.register(*everybody)
    return everybody


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("syafrialdi", ["Syafrialdi"]),
        ("moh fik", ["Muhammad Fikri"]),
        ("1306991705800002", ["Yusmaniar"]),
        ("1306 9917 0580 0002", ["Yusmaniar"]),
        ("1306.9917.0580.0002\u202c", ["Yusmaniar"]),
        ("zulkipli", ["Zulkifli"]),
        ("yusmanir", ["Yusmaniar"]),
        ("", []),
        ('"* OR (', []),
        ("xqzw", []),
    ],
)
def test_what_is_typed_finds_whom_it_means(office, people, typed, found):
    with office.store.read() as reader:
        assert [row.name for row in reader.residents.search(typed, 8)] == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (
            "syaf",
            {
                "Syafrial Alamsyah": "",
                "Syafrialdi": "",
                "Muhammad Fikri": "ayah: Syafrial Alamsyah",
            },
        ),
        ("joesmaniar", {"Yusmaniar": "", "Muhammad Fikri": "ibu: YUSMANIAR"}),
        ("fikri yusmaniar", {"Muhammad Fikri": "ibu: YUSMANIAR"}),
    ],
)
def test_who_bears_the_name_comes_before_whose_parent_does(office, people, typed, found):
    with office.store.read() as reader:
        rows = reader.residents.search(typed, 8)
    assert {row.name: row.found_by for row in rows} == found
    assert [row.name for row in rows] == list(found)


def test_people_are_found_by_where_they_live_even_when_the_address_changes(office, people):
    home = office.home
    moved = replace(home, address="Jl. Lapau Panjang No. 7")
    with office.store.write("Rina") as uow:
        uow.households.save(moved)
        uow.record(events.household_saved(moved))
        uow.commit()

    with office.store.read() as reader:
        rows = reader.residents.search("lapau panjang", 8)
        assert {row.found_by for row in rows} == {"alamat: Jl. Lapau Panjang No. 7"}
        assert "Yusmaniar" in [row.name for row in rows]
        assert reader.residents.search("yusmaniar lapau", 8)[0].name == "Yusmaniar"
        assert reader.residents.search("jalan baru", 8) == ()


def test_an_index_of_older_rules_is_made_anew_when_the_file_is_opened(office, people):
    engine = open_engine(office.path, office.key)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE search_state SET folding = 1")
        connection.exec_driver_sql(
            "INSERT INTO resident_search(resident_search) VALUES ('delete-all')"
        )
        connection.exec_driver_sql("DELETE FROM search_word")

    bring_up_to_date(engine)
    engine.dispose()

    with office.store.read() as reader:
        assert reader.residents.search("joesmaniar", 1)[0].name == "Yusmaniar"
        assert reader.residents.search("yusmanir", 1)[0].name == "Yusmaniar"


def test_a_misspelt_name_is_found_as_soon_as_it_is_in_the_books(office, people):
    with office.store.read() as reader:
        assert reader.residents.search("nurhayato", 8) == ()
    office.register(office.person("Nurhayati", 9))
    with office.store.read() as reader:
        assert [row.name for row in reader.residents.search("nurhayato", 8)] == ["Nurhayati"]


def test_a_kk_number_finds_the_household(office, people):
    with office.store.read() as reader:
        rows = reader.residents.search("13069901031500", 8)

    assert {row.name for row in rows} == {one.name.name for one in people[:4]}
    assert {row.head_name for row in rows} == {"Syafrial Alamsyah"}
    assert {row.jorong for row in rows} == {"Koto Tangah"}


def test_a_renamed_resident_is_found_by_the_new_name_alone(office, people):
    renamed = replace(people[1], name=PersonName("Rosmanidar"))
    with office.store.write("Rina") as uow:
        uow.residents.save(renamed)
        uow.record(events.resident_changed(renamed, None))
        uow.commit()

    with office.store.read() as reader:
        assert [row.id for row in reader.residents.search("rosma", 5)] == [renamed.id]
        assert "Rosmanidar" not in [row.name for row in reader.residents.search("yusma", 5)]


def test_every_fact_of_a_resident_comes_back(office, people):
    with office.store.read() as reader:
        for one in people:
            assert reader.residents.get(one.id) == one
        assert reader.residents.by_nik([people[0].nik, "1306990000000000"]) == {
            people[0].nik: people[0]
        }


def test_the_list_counts_and_cuts_what_the_filter_asks(office, people):
    with office.store.read() as reader:
        page = reader.residents.page(ResidentFilter(), 1, 2)
        assert page.total == 4
        assert [row.name for row in page.rows] == ["Syafrial Alamsyah", "Yusmaniar"]
        assert reader.residents.page(ResidentFilter(all_statuses=True), 0, 9).total == 5
        assert reader.residents.page(ResidentFilter(age_to=14), 0, 9).total == 1
        assert reader.residents.page(ResidentFilter(age_from=15), 0, 9).total == 3
        assert reader.residents.page(ResidentFilter(sex=Sex.FEMALE), 0, 9).total == 1
        assert reader.residents.page(ResidentFilter(text="fikri"), 0, 9).total == 1
        assert reader.residents.page(ResidentFilter(text="s"), 0, 9).total == 1
        assert (
            reader.residents.page(ResidentFilter(jorong_id=office.home.jorong_id), 0, 9).total == 3
        )
        assert reader.residents.page(ResidentFilter(without_kk=True), 0, 9).total == 1
        assert reader.residents.page(ResidentFilter(without_nik=True), 0, 9).total == 1
        home = reader.residents.page(ResidentFilter(text="1306990103150001"), 0, 9)
        assert home.total == 3


def test_parents_are_found_by_nik_or_by_name_in_the_household(office, people):
    father, mother, child = people[:3]
    with office.store.read() as reader:
        subject = reader.residents.subject(child.id)
        assert (subject.father, subject.mother) == (father, mother)
        assert [one.id for one in subject.members] == [father.id, mother.id, child.id]
        record = reader.residents.record(child.id)
        assert [one.name for one in record.members] == ["Syafrial Alamsyah", "Yusmaniar"]
        assert record.changed_by == "Rina"
        assert reader.residents.summary().men == 3


def test_a_parent_is_one_person_with_and_without_whose_child_she_is(office):
    mother = office.person("Siti Nur'aini binti Umar", 31, sex=Sex.FEMALE, family_relation=3)
    other = office.person("Siti Aminah", 32, sex=Sex.FEMALE, family_relation=9)
    parents = Parents(mother_name="SITI NUR'AINI")
    child = office.person("Rafi", 33, family_relation=4, parents=parents)
    office.register(mother, other, child)

    with office.store.read() as reader:
        assert reader.residents.subject(child.id).mother == mother


def test_a_nik_belongs_to_one_resident(office, people):
    with pytest.raises(ConflictError) as refusal:
        office.register(office.person("Orang Lain", 1))
    assert refusal.value.code == "WARGA-01"


def test_a_kk_number_belongs_to_one_household(office, people):
    taken = Household(HouseholdId(new_uuid7(office.clock)), office.home.nomor_kk)
    with pytest.raises(ConflictError) as refusal, office.store.write("R") as uow:
        uow.households.save(taken)
    assert refusal.value.code == "WARGA-02"


def test_who_is_spelled_as_typed_comes_before_who_only_sounds_so(office):
    office.register(office.person("Aisyah Safitri", 11), office.person("Syamsuar", 12))

    with office.store.read() as reader:
        assert [row.name for row in reader.residents.search("sya", 5)] == [
            "Syamsuar",
            "Aisyah Safitri",
        ]


def test_who_begins_with_the_letters_comes_before_who_has_them_within(office):
    office.register(
        *(office.person(f"{first} Syahputra", n) for n, first in enumerate(("Arif", "Asril"), 1)),
        office.person("Syaifullah Zaini", 3),
        office.person("Syamsinar", 4),
        office.person("Siti Nur'aini", 5),
    )
    with office.store.read() as reader:

        def found(typed: str) -> list[str]:
            return [row.name for row in reader.residents.search(typed, 8)]

        assert found("sya") == [
            "Syaifullah Zaini",
            "Syamsinar",
            "Arif Syahputra",
            "Asril Syahputra",
        ]
        assert found("SYAI")[0] == "Syaifullah Zaini"
        assert found("aini")[0] == "Siti Nur'aini"


@pytest.fixture
def listed(office):
    """What a filter's text lists, in the order of the list."""
    names = (
        "Syafrial", "Arif Syahputra", "Syarifah Aini", "Safrial", "Sari Bulan", "Nurhayati",
        "Jusuf", "Dt. Bandaro Kayo",
    )  # fmt: skip
    people = [office.person(name, number) for number, name in enumerate(names, 1)]
    child = office.person("Rudi Hartono", 9, parents=Parents("", "Syamsul", "", "Nurhayati"))
    office.register(*people, child)

    def found(typed: str) -> tuple[list[str], bool]:
        with office.store.read() as reader:
            page = reader.residents.page(ResidentFilter(text=typed), 0, 20)
        assert page.total == len(page.rows)
        return [row.name for row in page.rows], page.is_guess

    return found


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("sya", ["Syafrial", "Syarifah Aini", "Arif Syahputra"]),
        ("sar", ["Sari Bulan"]),
        ("syafrial", ["Syafrial", "Safrial"]),
        ("yusuf", ["Jusuf"]),
        ("nurhayati", ["Nurhayati"]),
        ("rudi nurhayati", ["Rudi Hartono"]),
        ("bandaro", ["Dt. Bandaro Kayo"]),
        ("sj", []),
    ],
)
def test_a_filter_lists_words_that_begin_so_and_nobody_else(listed, typed, names):
    assert listed(typed) == (names, False)


def test_a_filter_that_nobody_fits_lists_who_may_be_meant_and_says_so(listed):
    assert listed("nurhayato") == (["Nurhayati"], True)
    assert listed("xqzw") == ([], False)
