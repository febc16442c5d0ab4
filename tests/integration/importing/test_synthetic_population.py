"""Invented people hold together: numbers, ages, families, suku."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from nagari_kit.domain import nik as nik_rules
from nagari_kit.domain.residents import Sex
from nagari_kit.services.synthetic_population import generate_population, write_opensid_xlsx
from nagari_kit.services.synthetic_population.households import SyntheticPopulation

HEAD, WIFE, CHILD = 1, 3, 4


@pytest.fixture(scope="module")
def people() -> SyntheticPopulation:
    return generate_population(1500)


@pytest.mark.parametrize("wanted", [0, 1, 7, 1500])
def test_exactly_as_many_as_asked_for(wanted: int) -> None:
    assert len(generate_population(wanted).residents) == wanted


def test_a_seed_gives_the_same_people_and_another_gives_others() -> None:
    assert generate_population(50, seed=3) == generate_population(50, seed=3)
    assert generate_population(50, seed=3) != generate_population(50, seed=4)


def test_every_nik_is_of_no_real_kecamatan_and_fits_its_person(
    people: SyntheticPopulation,
) -> None:
    niks = [person.nik or "" for person in people.residents]
    assert len(set(niks)) == len(niks)
    for person, nik in zip(people.residents, niks, strict=True):
        assert nik.startswith("130699")
        assert nik_rules.fault(nik) == ""
        assert nik_rules.doubts(nik, birth_date=person.birth_date, sex=person.sex) == ()


def test_a_household_has_one_head_and_parents_who_could_be(people: SyntheticPopulation) -> None:
    homes = defaultdict(list)
    for person in people.residents:
        homes[person.household_id].append(person)
    assert len({home.nomor_kk for home in people.households}) == len(homes)
    for members in homes.values():
        assert [m.family_relation for m in members].count(HEAD) == 1
        wives = [m for m in members if m.family_relation == WIFE]
        head = members[0]
        mother = wives[0] if wives else head
        if wives:
            assert (head.sex, head.suku) != (Sex.FEMALE, mother.suku)
        for child in (m for m in members if m.family_relation == CHILD):
            assert child.suku == mother.suku, "suku comes from the mother"
            assert 19 <= (child.birth_date - mother.birth_date).days / 365.25 <= 46
            assert child.parents.mother_nik == mother.nik


def test_only_grown_men_bear_a_gelar(people: SyntheticPopulation) -> None:
    bearers = [person for person in people.residents if person.name.gelar_adat]
    assert bearers
    assert {person.sex for person in bearers} == {Sex.MALE}
    assert max(person.birth_date.year for person in bearers) <= 2007


def test_unknown_faults_are_not_planted_in_silence(
    tmp_path: Path, people: SyntheticPopulation
) -> None:
    with pytest.raises(KeyError):
        write_opensid_xlsx(tmp_path / "w.xlsx", people, planted_faults={"nik_gone": 1})
