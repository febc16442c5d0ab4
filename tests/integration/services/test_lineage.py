"""The ranji in a real office: every wish can be taken back, nothing is deleted, no name travels."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nagari_kit.domain.doubts import Doubt, DoubtRule
from nagari_kit.domain.lineage import Lineage
from nagari_kit.domain.lineage_entry import LineageEntry, entry_of
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.residents import Resident, Sex
from nagari_kit.errors import ConflictError, InputError, RuleError

KAUM = "Dt. Paduko Alam"


@pytest.fixture
def ranji(workspace):
    return workspace.lineage


@pytest.fixture
def rabiah(ranji):
    entry = LineageEntry("Siti Rabiah", sex=Sex.FEMALE, suku="Piliang", birth_year=1900)
    return ranji.add(KAUM, entry).after[0]


def child(mother, name: str, **more) -> LineageEntry:
    return LineageEntry(name, mother_id=mother.id, **{"sex": Sex.FEMALE, **more})


def names(lineage: Lineage) -> list[str]:
    return sorted(node.name for node in lineage.nodes)


def test_a_kaum_is_listed_with_its_people_generations_and_penghulu(ranji, rabiah) -> None:
    nurani = ranji.add(KAUM, child(rabiah, "  Nurani  ")).after[0]
    son = child(nurani, "Basri", sex=Sex.MALE, gelar="Dt. Paduko Alam")
    ranji.add(KAUM, son)
    row = ranji.kaum()[0]
    assert (row.name, row.suku, row.people, row.generations) == (KAUM, "Piliang", 3, 3)
    assert row.penghulu == "Basri Dt. Paduko Alam"
    assert names(ranji.tree(KAUM)) == ["Basri", "Nurani", "Siti Rabiah"]


def test_nobody_becomes_their_own_ancestor(ranji, rabiah) -> None:
    nurani = ranji.add(KAUM, child(rabiah, "Nurani")).after[0]
    with pytest.raises(RuleError):
        ranji.change(rabiah.id, replace(entry_of(rabiah), mother_id=nurani.id))
    assert ranji.tree(KAUM).by_id[rabiah.id] == rabiah


def test_a_removed_branch_stays_in_the_books_with_its_reason_and_comes_back_whole(
    workspace, ranji, rabiah
) -> None:
    nurani = ranji.add(KAUM, child(rabiah, "Nurani")).after[0]
    ranji.add(KAUM, child(nurani, "Asnimar"))
    removal = ranji.remove(nurani.id, "salah kaum")
    assert names(ranji.tree(KAUM)) == ["Siti Rabiah"]
    with workspace.context.store.read() as reader:
        kept = reader.lineage.node(nurani.id)
    assert kept.removed
    assert "salah kaum" in kept.note
    ranji.undo(removal)
    assert names(ranji.tree(KAUM)) == ["Asnimar", "Nurani", "Siti Rabiah"]
    assert ranji.tree(KAUM).by_id[nurani.id] == nurani
    with pytest.raises(InputError):
        ranji.remove(nurani.id, "  ")


def test_adding_and_changing_are_taken_back_unless_changed_again(ranji, rabiah) -> None:
    addition = ranji.add(KAUM, child(rabiah, "Nurani"))
    ranji.undo(addition)
    assert names(ranji.tree(KAUM)) == ["Siti Rabiah"]
    change = ranji.change(rabiah.id, replace(entry_of(rabiah), gelar="Hajah"))
    ranji.change(rabiah.id, replace(entry_of(rabiah), death_year=1980))
    with pytest.raises(ConflictError):
        ranji.undo(change)
    assert ranji.tree(KAUM).by_id[rabiah.id].death_year == 1980


def test_an_older_generation_is_put_over_the_top(ranji, rabiah) -> None:
    ranji.add_mother(rabiah.id, LineageEntry("Tuo Rabiah", sex=Sex.FEMALE))
    lineage = ranji.tree(KAUM)
    assert [one.name for one in lineage.roots] == ["Tuo Rabiah"]
    assert lineage.depth(rabiah.id) == 2


def test_a_node_is_linked_to_one_resident_and_a_resident_to_one_node(ranji, rabiah, father) -> None:
    linked = ranji.link(rabiah.id, father).after[0]
    assert linked.resident_id == father
    other = ranji.add(KAUM, child(rabiah, "Nurani")).after[0]
    with pytest.raises(ConflictError):
        ranji.link(other.id, father)
    assert ranji.link(rabiah.id, None).after[0].resident_id is None


def test_who_was_merged_is_led_to_the_record_that_lives_on_until_it_is_undone(
    workspace, ranji, rabiah, father
) -> None:
    twin = workspace.residents.register(
        Resident(workspace.entry.new_resident_id(), PersonName("Syafrial Alamsyah"))
    )
    nurani = ranji.add(KAUM, child(rabiah, "Basri", sex=Sex.MALE)).after[0]
    ranji.link(nurani.id, twin.id)
    kept = workspace.residents.record(father).resident
    doubt = Doubt(DoubtRule.SAME_PERSON, (father, twin.id), "", "", ())
    merged = workspace.merges.merge(doubt, kept, twin, {})
    assert ranji.tree(KAUM).by_id[nurani.id].resident_id == father
    with pytest.raises(ConflictError):
        ranji.link(rabiah.id, father)
    workspace.mends.undo(merged)
    assert ranji.tree(KAUM).by_id[nurani.id].resident_id == twin.id
    ranji.link(rabiah.id, father)


def test_a_kaum_takes_another_name_but_not_one_that_is_taken(ranji, rabiah) -> None:
    ranji.add("Dt. Rajo Basa", LineageEntry("Upiak", sex=Sex.FEMALE))
    with pytest.raises(ConflictError):
        ranji.rename(KAUM, "Dt. Rajo Basa", "Koto")
    ranji.rename(KAUM, "Dt. Paduko Sati", "Koto")
    assert [row.name for row in ranji.kaum()] == ["Dt. Paduko Sati", "Dt. Rajo Basa"]
    assert ranji.tree("Dt. Paduko Sati").suku == "Koto"


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        (LineageEntry(" "), "name"),
        (LineageEntry("Siti", birth_year=3000), "birth_year"),
        (LineageEntry("Siti", birth_year=1950, death_year=1940), "death_year"),
        (LineageEntry("Siti", gelar="x" * 200), "gelar"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(ranji, entry, field) -> None:
    with pytest.raises(InputError) as refused:
        ranji.add(KAUM, entry)
    assert set(refused.value.fields) == {field}
    assert ranji.kaum() == ()


def test_the_province_learns_of_no_name(workspace, ranji, rabiah) -> None:
    ranji.change(rabiah.id, replace(entry_of(rabiah), gelar="Bundo", spouse="Marah Udin"))
    with workspace.context.store.read() as reader:
        life = reader.events.incarnation()
        logged = reader.events.after(life.inc, 0, 500)
    bodies = [one.body for one in logged if one.type == "lineage.saved"]
    assert len(bodies) == 2
    assert not any(word in body for body in bodies for word in (b"Rabiah", b"Bundo", b"Piliang"))
