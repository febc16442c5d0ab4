"""A household's tree: everybody once, nobody over anybody, children under their parents."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from nagari_kit.domain.family_layout import draw_family
from nagari_kit.domain.family_tree import Family, read_family
from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.residents import Parents, Resident, Sex
from nagari_kit.domain.tree_drawing import Direction, TreeDrawing

HEAD, HUSBAND, WIFE, CHILD, IN_LAW, GRANDCHILD, PARENT, PARENT_IN_LAW, KIN = range(1, 10)


def person(number: int, name: str, relation: int | None, born: int, sex: Sex, **more) -> Resident:
    return Resident(
        ResidentId(UUID(int=number)),
        PersonName(name),
        nik=f"130699010180{number:04d}",
        sex=sex,
        birth_date=date(born, 1, 1),
        family_relation=relation,
        **more,
    )


def mother_and_father(father: str = "", mother: str = "") -> Parents:
    return Parents(father_name=father, mother_name=mother)


HENDRI = person(1, "Hendri Saputra", HEAD, 1979, Sex.MALE)
YUSMANIAR = person(
    2, "Yusmaniar", WIFE, 1982, Sex.FEMALE, parents=mother_and_father("Jamaris", "Nurlis")
)
FADLI = person(3, "Fadli", CHILD, 2007, Sex.MALE, parents=mother_and_father("HENDRI", "YUSMANIAR"))
NABILA = person(4, "Nabila", CHILD, 2011, Sex.FEMALE)
RAFI = person(5, "Rafi", CHILD, 2017, Sex.MALE)
NURLIS = person(6, "Nurlis", PARENT_IN_LAW, 1956, Sex.FEMALE)
HOUSEHOLD = (HENDRI, YUSMANIAR, FADLI, NABILA, RAFI, NURLIS)


def test_the_wife_hangs_under_her_mother_and_her_father_who_is_not_in_the_household() -> None:
    family = read_family(HOUSEHOLD)
    jamaris = next(one for one in family.people if one.name == "Jamaris")
    assert not jamaris.is_member
    assert set(family.parents[YUSMANIAR.id]) == {NURLIS.id, jamaris.key}
    assert HENDRI.id not in family.parents
    assert all(set(family.parents[one.id]) == {HENDRI.id, YUSMANIAR.id} for one in HOUSEHOLD[2:5])
    _is_sound(family, draw_family(family), HOUSEHOLD)


def test_children_stand_eldest_left_under_the_middle_of_their_parents() -> None:
    drawing = draw_family(read_family(HOUSEHOLD))
    at = {one.name.name: drawing.by_key[one.id].x for one in HOUSEHOLD}
    assert at["Fadli"] < at["Nabila"] < at["Rafi"]
    assert abs(at["Nabila"] - (at["Hendri Saputra"] + at["Yusmaniar"]) / 2) < 1
    assert abs(at["Hendri Saputra"] + 224 - at["Yusmaniar"]) < 1


def test_parents_of_both_sides_stand_apart_over_their_own_child() -> None:
    others = (
        person(7, "Ramli", PARENT, 1950, Sex.MALE),
        person(8, "Rosna", PARENT, 1953, Sex.FEMALE),
    )
    family = read_family((*HOUSEHOLD, *others))
    drawing = draw_family(family)
    boxes = drawing.by_key
    assert boxes[UUID(int=8)].x < boxes[NURLIS.id].x
    assert boxes[HENDRI.id].row == boxes[NURLIS.id].row + 1
    _is_sound(family, drawing, (*HOUSEHOLD, *others))


def test_a_child_of_another_mother_shows_her_without_calling_it_a_marriage() -> None:
    parents = mother_and_father("Hendri Saputra", "Mardiana")
    other = person(9, "Ilham", CHILD, 2003, Sex.MALE, parents=parents)
    family = read_family((*HOUSEHOLD, other))
    mardiana = next(one for one in family.people if one.name == "Mardiana")
    couple = next(one for one in family.couples if mardiana.key in (one.first, one.second))
    assert not couple.married
    _is_sound(family, draw_family(family), (*HOUSEHOLD, other))


def test_a_son_in_law_stands_beside_the_one_child_he_can_be_married_to() -> None:
    daughter = person(10, "Mira", CHILD, 2000, Sex.FEMALE, marital_status=2)
    son_in_law = person(11, "Andi", IN_LAW, 1998, Sex.MALE, marital_status=2)
    single = [
        person(one.id.int, one.name.name, CHILD, 2010, Sex.MALE, marital_status=1)
        for one in (FADLI, RAFI)
    ]
    members = (HENDRI, YUSMANIAR, *single, daughter, son_in_law)
    family = read_family(members)
    assert any(couple.joins(daughter.id, son_in_law.id) for couple in family.couples)

    second = person(12, "Lina", CHILD, 2001, Sex.FEMALE, marital_status=2)
    unsure = read_family((*members, second))
    assert not any(son_in_law.id in (one.first, one.second) for one in unsure.couples)
    _is_sound(unsure, draw_family(unsure), (*members, second))


def test_grandchildren_tell_who_is_married_to_whom() -> None:
    mira = person(10, "Mira", CHILD, 1995, Sex.FEMALE)
    lina = person(12, "Lina", CHILD, 1996, Sex.FEMALE)
    andi = person(11, "Andi", IN_LAW, 1992, Sex.MALE)
    budi = person(13, "Budi", IN_LAW, 1993, Sex.MALE)
    of_mira = person(
        14, "Zaki", GRANDCHILD, 2020, Sex.MALE, parents=mother_and_father("Andi", "Mira")
    )
    members = (person(1, "Hendri", HEAD, 1960, Sex.MALE), mira, lina, andi, budi, of_mira)
    family = read_family(members)
    assert any(one.joins(mira.id, andi.id) for one in family.couples)
    assert any(one.joins(lina.id, budi.id) for one in family.couples)
    _is_sound(family, draw_family(family), members)


def test_two_wives_stand_on_both_sides_and_each_has_her_own_children_under_her() -> None:
    second = person(7, "Desmawati", WIFE, 1985, Sex.FEMALE)
    hers = person(
        8,
        "Salsa",
        CHILD,
        2012,
        Sex.FEMALE,
        parents=mother_and_father("Hendri Saputra", "Desmawati"),
    )
    first = person(
        3, "Fadli", CHILD, 2007, Sex.MALE, parents=mother_and_father("Hendri Saputra", "Yusmaniar")
    )
    members = (HENDRI, YUSMANIAR, second, first, hers)
    drawing = draw_family(read_family(members))
    at = {one.name.name: drawing.by_key[one.id].x for one in members}
    wives = sorted(("Yusmaniar", "Desmawati"), key=at.__getitem__)
    assert at[wives[0]] < at["Hendri Saputra"] < at[wives[1]]
    assert (at["Fadli"] < at["Salsa"]) == (wives[0] == "Yusmaniar")


def test_the_arrow_keys_follow_the_lines() -> None:
    drawing = draw_family(read_family(HOUSEHOLD))
    assert drawing.step(HENDRI.id, Direction.RIGHT) == YUSMANIAR.id
    assert drawing.step(YUSMANIAR.id, Direction.LEFT) == HENDRI.id
    assert drawing.step(RAFI.id, Direction.UP) in {HENDRI.id, YUSMANIAR.id}
    assert drawing.step(drawing.step(YUSMANIAR.id, Direction.UP), Direction.DOWN) == YUSMANIAR.id
    assert drawing.step(HENDRI.id, Direction.DOWN) == FADLI.id
    assert drawing.step(RAFI.id, Direction.DOWN) == RAFI.id
    assert drawing.at(drawing.by_key[RAFI.id].x + 5, drawing.by_key[RAFI.id].y + 5) == RAFI.id


def test_many_childless_siblings_stand_two_by_two_and_the_keys_reach_them() -> None:
    children = [
        person(number, f"Anak {number}", CHILD, 1995 + number, Sex.MALE) for number in range(3, 13)
    ]
    members = (HENDRI, YUSMANIAR, *children)
    drawing = draw_family(read_family(members))
    assert drawing.width < 6 * (158 + 22 + 16)
    eldest, next_one = drawing.by_key[children[0].id], drawing.by_key[children[1].id]
    assert (eldest.x, eldest.row) == (next_one.x, next_one.row)
    assert drawing.step(eldest.key, Direction.DOWN) == next_one.key
    assert drawing.step(next_one.key, Direction.UP) == eldest.key
    assert drawing.step(next_one.key, Direction.RIGHT) == children[3].id
    _is_sound(read_family(members), drawing, members)


NAMES = ("Andi", "Budi", "Citra", "Dewi", "Eko", "Fitri", "")


@st.composite
def households(draw) -> list[Resident]:
    """Any household, also one whose parents contradict each other."""
    count = draw(st.integers(1, 18))
    return [
        person(
            number,
            draw(st.sampled_from(NAMES)) or "Tanpa Nama",
            draw(st.sampled_from([None, *range(1, 12)])),
            draw(st.integers(1930, 2025)),
            draw(st.sampled_from([Sex.MALE, Sex.FEMALE])),
            marital_status=draw(st.sampled_from([None, 1, 2, 4])),
            parents=Parents(
                draw(st.sampled_from(["", f"130699010180{draw(st.integers(1, 14)):04d}"])),
                draw(st.sampled_from(NAMES)),
                draw(st.sampled_from(["", f"130699010180{draw(st.integers(1, 14)):04d}"])),
                draw(st.sampled_from(NAMES)),
            ),
        )
        for number in range(1, count + 1)
    ]


@given(households(), st.integers(0, 4))
@settings(max_examples=300, deadline=None)
def test_any_household_is_drawn_whole_without_overlaps_and_children_below_parents(
    people, outside
) -> None:
    members = people[outside:] or people
    others = people[:outside] if len(people) > outside else []
    family = read_family(members, others)
    _is_sound(family, draw_family(family), members)


def _is_sound(family: Family, drawing: TreeDrawing, members) -> None:
    keys = [box.key for box in drawing.boxes]
    assert len(keys) == len(set(keys))
    assert {one.id for one in members} <= set(keys)
    assert set(keys) == {one.key for one in family.people}
    size = drawing.measures
    for one, other in combinations(drawing.boxes, 2):
        apart = abs(one.x - other.x) >= size.width + size.gap - 0.01
        assert apart or abs(one.y - other.y) >= size.height
    for child, parents in family.parents.items():
        for parent in parents:
            low = drawing.by_key[parent].y + size.height
            assert drawing.by_key[child].y > low
    for couple in family.couples:
        assert drawing.by_key[couple.first].row == drawing.by_key[couple.second].row
    assert all(0 <= box.x <= drawing.width - size.width + 0.01 for box in drawing.boxes)
    assert all(line.x1 == line.x2 or line.y1 == line.y2 for line in drawing.lines)
