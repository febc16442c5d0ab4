"""Lays out a household's tree: couples side by side, children under their own parents.

Generations are rows. Within a row people keep an order in which lines do not cross where that is
possible; their places are the least-squares fit to those of parents and children that leaves every
neighbour its room (isotonic regression, pool adjacent violators), found in a few sweeps.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nagari_kit.domain.family_lines import FamilyPen
from nagari_kit.domain.family_plan import FamilyPlan, Unit
from nagari_kit.domain.family_tree import Family
from nagari_kit.domain.tree_drawing import Measures, TreeDrawing

_SWEEPS = 40


def draw_family(family: Family, measures: Measures | None = None) -> TreeDrawing:
    """Boxes, lines and dots of a household."""
    size = measures or Measures()
    plan = FamilyPlan(family, size)
    boxes = plan.boxes(_placed(plan, plan.ordered_rows()))
    lines, dots = FamilyPen(family, boxes, size).drawn()
    return TreeDrawing(tuple(boxes.values()), lines, dots, size, family.parents)


def _placed(plan: FamilyPlan, rows: Sequence[Sequence[Unit]]) -> dict[int, float]:
    """The left edge of every unit."""
    gap = plan.size.gap
    lefts: dict[int, float] = {}
    for row in rows:
        at = 0.0
        for unit in row:
            lefts[id(unit)] = at
            at += unit.width + gap
    order = list(rows)
    for sweep in range(_SWEEPS):
        for row in order if sweep % 2 else reversed(order):
            wishes = [
                lefts[id(unit)] + _pull(plan, unit, lefts, down=bool(sweep % 2)) for unit in row
            ]
            for unit, left in zip(row, _apart(row, wishes, gap), strict=True):
                lefts[id(unit)] = left
    return lefts


def _pull(plan: FamilyPlan, unit: Unit, lefts: Mapping[int, float], *, down: bool) -> float:
    """How far the unit would like to go to stand over its children, or (`down`) under parents."""
    pulls = []
    if down:
        for one in unit.people:
            if parents := plan.family.parents.get(one):
                siblings = plan.children[parents]
                centres = [plan.centre(child, lefts) for child in siblings]
                middle = (min(centres) + max(centres)) / 2
                pulls.append(plan.anchor(parents, lefts) - middle)
    else:
        for parents in plan.groups[id(unit)]:
            centres = [plan.centre(child, lefts) for child in plan.children[parents]]
            middle = (min(centres) + max(centres)) / 2
            pulls.append(middle - plan.anchor(parents, lefts))
    return sum(pulls) / len(pulls) if pulls else 0.0


def _apart(row: Sequence[Unit], wishes: Sequence[float], gap: float) -> list[float]:
    """The places nearest to the wishes at which neighbours keep order and room."""
    shifts = []
    taken = 0.0
    for unit in row:
        shifts.append(taken)
        taken += unit.width + gap
    pools: list[tuple[float, int]] = []
    for wish, shift in zip(wishes, shifts, strict=True):
        total, count = wish - shift, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            earlier, number = pools.pop()
            total, count = total + earlier, count + number
        pools.append((total, count))
    levels = [total / count for total, count in pools for _ in range(count)]
    return [level + shift for level, shift in zip(levels, shifts, strict=True)]
