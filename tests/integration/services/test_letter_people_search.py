"""Who is offered for a role: the family, residents, and people of other places typed before."""

from __future__ import annotations

from dataclasses import replace

from nagari_kit.domain.letters import LetterInput, LetterPerson
from tests.integration.services.sample_office import CHILD, DEAD
from tests.integration.services.test_letter_people import DEATH, WITNESS


def names(hits) -> set[str]:
    return {hit.name for hit in hits}


def test_the_family_of_a_child_is_offered_with_masked_numbers(workspace):
    child = workspace.residents.find_by_nik(CHILD)
    family = workspace.letter_people.family(child.id)

    assert names(family) == {"Syafrial Alamsyah", "Yusmaniar Sari"}
    assert all("••" in hit.nik for hit in family)
    assert {hit.relation for hit in family} == {1, 3}


def test_somebody_typed_for_a_letter_is_found_for_the_next_one(workspace, father):
    people = workspace.letter_people
    assert not people.search("zainal")
    dead = workspace.residents.find_by_nik(DEAD).id
    wanted = LetterInput(
        "kematian",
        dead,
        DEATH,
        people={
            "pelapor": (LetterPerson(resident_id=father),),
            "saksi1": (LetterPerson(outsider=WITNESS),),
        },
    )
    workspace.issuing.issue(wanted)

    (found,) = people.search("zainal")
    assert found.is_outsider
    kept = found.person.outsider
    assert replace(kept, id=None) == WITNESS
    assert people.search("syafrial")[0].name == "Syafrial Alamsyah"


def test_a_form_shows_those_who_stand_in_roles_as_they_were_entered(workspace, father):
    entered = {
        "saksi1": (LetterPerson(outsider=WITNESS, columns={"sebagai": "tetangga"}),),
        "saksi2": (LetterPerson(resident_id=father, columns={"sebagai": "ketua"}),),
    }
    found = workspace.letter_people.described(entered)

    assert {role: tuple(hit.person for hit in hits) for role, hits in found.items()} == entered
    assert found["saksi2"][0].name == "Syafrial Alamsyah"
