"""A ranji: the line of mothers, drawn so that a large kaum can be read."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nagari_kit.domain.identity import LineageNodeId
from nagari_kit.domain.lineage import DIED_ONCE, Lineage, LineageNode, check_place
from nagari_kit.domain.lineage_layout import draw_lineage
from nagari_kit.domain.residents import Sex
from nagari_kit.errors import RuleError


def identity(number: int) -> LineageNodeId:
    return LineageNodeId(UUID(int=number))


def node(number: int, mother: int | None = None, **facts) -> LineageNode:
    mother_id = identity(mother) if mother else None
    usual = {"sex": Sex.FEMALE, "kaum": "Dt. Paduko Alam"}
    return LineageNode(
        identity(number), f"Orang {number}", mother_id=mother_id, **{**usual, **facts}
    )


RABIAH = node(1, birth_year=1900, death_year=DIED_ONCE)
NURANI = node(2, 1, birth_year=1925)
MARAH = node(3, 1, birth_year=1930, sex=Sex.MALE, gelar="Dt. Paduko Alam", death_year=1999)
ASNIMAR = node(4, 2, birth_year=1964)
BASRI = node(5, 2, birth_year=1960, sex=Sex.MALE, gelar="Dt. Paduko Alam")
KAUM = Lineage("Dt. Paduko Alam", (ASNIMAR, BASRI, MARAH, NURANI, RABIAH))


def test_siblings_stand_by_age_when_all_ages_are_known_else_as_entered() -> None:
    assert KAUM.children(NURANI.id) == (BASRI, ASNIMAR)
    unknown = replace(BASRI, birth_year=None)
    kaum = Lineage("", (unknown, ASNIMAR, NURANI))
    assert kaum.children(NURANI.id) == (ASNIMAR, unknown)


def test_the_penghulu_is_the_living_bearer_of_the_gelar() -> None:
    assert KAUM.penghulu == "Orang 5 Dt. Paduko Alam"
    assert not node(9, gelar="Malin Sati").is_penghulu
    assert (KAUM.generations, KAUM.depth(BASRI.id)) == (3, 3)
    assert [one.id.int for one in KAUM.branch(RABIAH.id)] == [1, 2, 3, 5, 4]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (replace(RABIAH, mother_id=RABIAH.id), "RANJI-05"),
        (replace(RABIAH, mother_id=ASNIMAR.id, birth_year=None), "RANJI-05"),
        (node(9, 3), "RANJI-03"),
        (node(9, 77), "RANJI-02"),
        (node(9, 4, birth_year=1950), "RANJI-04"),
        (replace(NURANI, sex=Sex.MALE), "RANJI-01"),
    ],
)
def test_what_cannot_be_in_a_ranji_is_refused(wrong, code) -> None:
    with pytest.raises(RuleError) as refused:
        check_place(wrong, KAUM.nodes)
    assert refused.value.code == code


def test_a_daughter_may_move_to_another_mother_of_the_kaum() -> None:
    check_place(replace(ASNIMAR, mother_id=RABIAH.id), KAUM.nodes)


@st.composite
def kaum(draw) -> Lineage:
    count = draw(st.integers(0, 40))
    nodes = [
        node(number, draw(st.integers(0, number - 1)) or None) for number in range(1, count + 1)
    ]
    return Lineage("K", tuple(draw(st.permutations(nodes))))


@given(kaum(), st.booleans())
@settings(max_examples=150, deadline=None)
def test_any_kaum_is_drawn_whole_without_overlaps_and_children_below_mothers(
    lineage, stacked
) -> None:
    drawing = draw_lineage(lineage, stacked=stacked)
    assert sorted(box.key for box in drawing.boxes) == sorted(one.id for one in lineage.nodes)
    size = drawing.measures
    for one, other in combinations(drawing.boxes, 2):
        clear = abs(one.x - other.x) >= size.width or abs(one.y - other.y) >= size.height
        assert clear
    for one in lineage.nodes:
        box = drawing.by_key[one.id]
        assert box.row == lineage.depth(one.id) - 1
        assert -0.01 <= box.x <= drawing.width - size.width + 0.01
        children = [drawing.by_key[child.id] for child in lineage.children(one.id)]
        assert all(child.y >= box.y + size.height for child in children)
        if children and not stacked:
            assert abs(box.x - (children[0].x + children[-1].x) / 2) < 0.01


def test_a_kaum_of_sixty_in_four_generations_fits_two_screens_when_stacked() -> None:
    nodes = [node(1)]
    nodes += [node(2 + number, 1) for number in range(3)]
    nodes += [node(5 + number, 2 + number // 4) for number in range(12)]
    nodes += [node(17 + number, 5 + number % 12) for number in range(45)]
    lineage = Lineage("K", tuple(nodes))
    wide, narrow = draw_lineage(lineage), draw_lineage(lineage, stacked=True)
    assert lineage.generations == 4
    assert narrow.width < wide.width / 2.5
    assert narrow.height < 900
