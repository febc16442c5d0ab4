"""Lays out a household's tree: couples side by side, children under their own parents.

Generations are rows. Within a row people keep an order in which lines do not cross where that is
possible; their places are the least-squares fit to those of parents and children that leaves every
neighbour its room (isotonic regression, pool adjacent violators), found in a few sweeps.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from nagari_kit.domain.family_tree import Couple, Family, Kin
from nagari_kit.domain.residents import Sex
from nagari_kit.domain.tree_drawing import Box, Dot, Line, Measures, TreeDrawing

_SWEEPS = 40
_LANE = 7.0
"""Bars of different parents that would touch stand this far over each other."""


def draw_family(family: Family, measures: Measures | None = None) -> TreeDrawing:
    """Boxes, lines and dots of a household."""
    size = measures or Measures()
    plan = _Plan(family, size)
    rows = plan.ordered_rows()
    lefts = _placed(plan, rows)
    boxes = plan.boxes(lefts)
    lines, dots = _Pen(family, boxes, size).drawn()
    return TreeDrawing(tuple(boxes.values()), lines, dots, size, family.parents)


@dataclass(slots=True)
class _Unit:
    """People who stand side by side because they are couples."""

    people: list[UUID]
    row: int
    width: float
    offsets: dict[UUID, float] = field(default_factory=dict)


class _Plan:
    """Who stands beside whom, and in which order."""

    def __init__(self, family: Family, size: Measures) -> None:
        self.family = family
        self.size = size
        self._kin = {one.key: one for one in family.people}
        self._partners: dict[UUID, list[UUID]] = defaultdict(list)
        for couple in family.couples:
            self._partners[couple.first].append(couple.second)
            self._partners[couple.second].append(couple.first)
        self.unit_of: dict[UUID, _Unit] = {}
        for one in family.people:
            if one.key not in self.unit_of:
                self._make_unit(one.key)
        self.children: dict[tuple[UUID, ...], list[UUID]] = defaultdict(list)
        for one in sorted(family.people, key=_age_order):
            if mine := family.parents.get(one.key):
                self.children[mine].append(one.key)
        self.groups: dict[int, list[tuple[UUID, ...]]] = defaultdict(list)
        for parents in self.children:
            self.groups[id(self.unit_of[parents[0]])].append(parents)

    def ordered_rows(self) -> list[list[_Unit]]:
        """The units of each row from the left."""
        rows: list[list[_Unit]] = [
            [] for _ in range(max(self.family.rows.values(), default=-1) + 1)
        ]
        seen: set[int] = set()

        def visit(unit: _Unit) -> None:
            if id(unit) in seen:
                return
            seen.add(id(unit))
            middle = (len(unit.people) + 1) // 2
            for one in unit.people[:middle]:
                climb(one)
            rows[unit.row].append(unit)
            for child in self.children_of(unit):
                visit(self.unit_of[child])
            for one in unit.people[middle:]:
                climb(one)

        def climb(one: UUID) -> None:
            if parents := self.family.parents.get(one):
                visit(self.unit_of[parents[0]])

        for one in self.family.people:
            visit(self.unit_of[one.key])
        return rows

    def children_of(self, unit: _Unit) -> list[UUID]:
        """Everybody who hangs from the unit, from its left to its right."""
        groups = sorted(
            self.groups[id(unit)], key=lambda parents: sum(unit.offsets[one] for one in parents)
        )
        return [child for parents in groups for child in self.children[parents]]

    def anchor(self, parents: tuple[UUID, ...], lefts: Mapping[int, float]) -> float:
        """From where the children of these parents hang."""
        centres = [self.centre(parent, lefts) for parent in parents]
        return sum(centres) / len(centres)

    def centre(self, one: UUID, lefts: Mapping[int, float]) -> float:
        """Middle of a box."""
        unit = self.unit_of[one]
        return lefts[id(unit)] + unit.offsets[one] + self.size.width / 2

    def boxes(self, lefts: Mapping[int, float]) -> dict[UUID, Box]:
        """The boxes at their places, the leftmost at 0."""
        edge = min(lefts.values(), default=0.0)
        found = {}
        for one in self.family.people:
            unit = self.unit_of[one.key]
            x = lefts[id(unit)] + unit.offsets[one.key] - edge
            found[one.key] = Box(one.key, x, unit.row * self.size.pitch, unit.row)
        return found

    def _make_unit(self, start: UUID) -> None:
        people = self._side_by_side(start)
        step = self.size.width + self.size.couple_gap
        unit = _Unit(people, self.family.rows[start], (len(people) - 1) * step + self.size.width)
        for place, one in enumerate(people):
            unit.offsets[one] = place * step
            self.unit_of[one] = unit

    def _side_by_side(self, start: UUID) -> list[UUID]:
        """A chain of couples: the one with most partners in the middle, men at the left of two."""
        group = [start]
        for one in group:
            group.extend(other for other in self._partners[one] if other not in group)
        middle = max(group, key=lambda one: len(self._partners[one]))
        if len(group) == 2 and self._kin[group[0]].sex is Sex.FEMALE:
            group.reverse()
        if len(group) <= 2:
            return group
        seen = {middle}

        def chain(one: UUID) -> list[UUID]:
            seen.add(one)
            found = [one]
            for other in self._partners[one]:
                if other not in seen:
                    found += chain(other)
            return found

        first, *others = self._partners[middle]
        left = chain(first)
        right = [two for one in others if one not in seen for two in chain(one)]
        return [*reversed(left), middle, *right]


def _placed(plan: _Plan, rows: Sequence[Sequence[_Unit]]) -> dict[int, float]:
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


def _pull(plan: _Plan, unit: _Unit, lefts: Mapping[int, float], *, down: bool) -> float:
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


def _apart(row: Sequence[_Unit], wishes: Sequence[float], gap: float) -> list[float]:
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


class _Pen:
    """Draws what joins the boxes."""

    def __init__(self, family: Family, boxes: Mapping[UUID, Box], size: Measures) -> None:
        self._family = family
        self._boxes = boxes
        self._size = size
        self._lines: list[Line] = []
        self._dots: list[Dot] = []
        self._from: dict[frozenset[UUID], tuple[float, float]] = {}
        self._bars: dict[int, list[tuple[float, float, int]]] = defaultdict(list)

    def drawn(self) -> tuple[tuple[Line, ...], tuple[Dot, ...]]:
        """Lines and dots."""
        for couple in self._family.couples:
            self._join(couple)
        groups: dict[tuple[UUID, ...], list[UUID]] = defaultdict(list)
        for child, parents in self._family.parents.items():
            groups[parents].append(child)
        for parents, children in groups.items():
            self._hang(parents, children)
        return tuple(self._lines), tuple(self._dots)

    def _join(self, couple: Couple) -> None:
        one, other = sorted((self._boxes[couple.first], self._boxes[couple.second]), key=_left)
        size = self._size
        right, middle = one.x + size.width, one.y + size.height / 2
        between = any(
            box.row == one.row and one.x < box.x < other.x for box in self._boxes.values()
        )
        if not between:
            self._lines.append(Line(right, middle, other.x, middle))
            place = ((right + other.x) / 2, middle)
        else:
            # Around the foot of whoever stands between the two.
            foot = one.y + size.height
            low = foot + _LANE * (1 + len(self._dots) % 2)
            ends = (one.x + size.width * 0.7, other.x + size.width * 0.3)
            self._lines.append(Line(ends[0], foot, ends[0], low))
            self._lines.append(Line(ends[0], low, ends[1], low))
            self._lines.append(Line(ends[1], low, ends[1], foot))
            place = (other.x - size.couple_gap / 4, low)
        self._dots.append(Dot(*place, filled=couple.married))
        self._from[frozenset((couple.first, couple.second))] = place

    def _hang(self, parents: tuple[UUID, ...], children: Sequence[UUID]) -> None:
        size = self._size
        upper = self._boxes[parents[0]]
        start = self._from.get(frozenset(parents))
        x, y = start or (upper.x + size.width / 2, upper.y + size.height)
        tops = sorted(self._boxes[child].x + size.width / 2 for child in children)
        lower = self._boxes[children[0]].y
        left, right = min(x, tops[0]), max(x, tops[-1])
        if right - left < 1:
            self._lines.append(Line(x, y, x, lower))
            return
        bar = lower - size.bar_above - _LANE * self._lane(self._boxes[children[0]].row, left, right)
        self._lines.append(Line(x, y, x, bar))
        self._lines.append(Line(left, bar, right, bar))
        self._lines.extend(Line(top, bar, top, lower) for top in tops)

    def _lane(self, row: int, left: float, right: float) -> int:
        taken = {
            lane for start, end, lane in self._bars[row] if start <= right + 1 and left <= end + 1
        }
        lane = next(one for one in range(len(taken) + 1) if one not in taken)
        self._bars[row].append((left, right, lane))
        return lane


def _left(box: Box) -> float:
    return box.x


def _age_order(one: Kin) -> tuple[date, int]:
    born = one.resident.birth_date if one.resident else None
    return born or date.max, one.key.int
