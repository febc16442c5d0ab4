"""Who stands beside whom in a household's tree, and in which order from the left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from nagari_kit.domain.family_tree import Family, Kin
from nagari_kit.domain.residents import Sex
from nagari_kit.domain.tree_drawing import Box, Measures

MOST_ABREAST = 6
"""So many brothers and sisters stand in one row; more stand two by two in columns."""
COLUMN_GAP = 10.0
INDENT = 16.0
"""Left of a column, where the line to its lower box runs."""


@dataclass(slots=True)
class Unit:
    """People who are placed together: couples side by side, or two childless siblings in a column.

    `offsets` are left edges from that of the unit; `lower` stands under the other of a column.
    """

    people: list[UUID]
    row: int
    width: float
    offsets: dict[UUID, float] = field(default_factory=dict)
    lower: UUID | None = None


class FamilyPlan:
    """Who stands beside whom, and in which order."""

    def __init__(self, family: Family, size: Measures) -> None:
        self.family = family
        self.size = size
        self._kin = {one.key: one for one in family.people}
        self._partners: dict[UUID, list[UUID]] = defaultdict(list)
        for couple in family.couples:
            self._partners[couple.first].append(couple.second)
            self._partners[couple.second].append(couple.first)
        self.children: dict[tuple[UUID, ...], list[UUID]] = defaultdict(list)
        for one in sorted(family.people, key=_age_order):
            if mine := family.parents.get(one.key):
                self.children[mine].append(one.key)
        self.unit_of: dict[UUID, Unit] = {}
        for siblings in self.children.values():
            self._make_columns(siblings)
        for one in family.people:
            if one.key not in self.unit_of:
                self._make_unit(one.key)
        self.groups: dict[int, list[tuple[UUID, ...]]] = defaultdict(list)
        for parents in self.children:
            self.groups[id(self.unit_of[parents[0]])].append(parents)

    def ordered_rows(self) -> list[list[Unit]]:
        """The units of each row from the left."""
        rows: list[list[Unit]] = [[] for _ in range(max(self.family.rows.values(), default=-1) + 1)]
        seen: set[int] = set()

        def visit(unit: Unit) -> None:
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

    def children_of(self, unit: Unit) -> list[UUID]:
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
        tops = self._row_tops()
        found = {}
        for one in self.family.people:
            unit = self.unit_of[one.key]
            x = lefts[id(unit)] + unit.offsets[one.key] - edge
            drop = self.size.height + COLUMN_GAP if one.key == unit.lower else 0.0
            found[one.key] = Box(one.key, x, tops[unit.row] + drop, unit.row)
        return found

    def _row_tops(self) -> dict[int, float]:
        """A row with columns takes more height."""
        high = {unit.row for unit in self.unit_of.values() if unit.lower is not None}
        tops, top = {}, 0.0
        for row in range(max(self.family.rows.values(), default=-1) + 1):
            tops[row] = top
            top += self.size.pitch
            if row in high:
                top += self.size.height + COLUMN_GAP
        return tops

    def _make_columns(self, siblings: Sequence[UUID]) -> None:
        """Many brothers and sisters without families of their own stand two by two."""
        mothers = {parent for parents in self.children for parent in parents}
        alone = all(one not in mothers and not self._partners[one] for one in siblings)
        if len(siblings) <= MOST_ABREAST or not alone:
            return
        for upper, lower in zip(siblings[::2], siblings[1::2], strict=False):
            width = self.size.width + INDENT
            unit = Unit([upper, lower], self.family.rows[upper], width, lower=lower)
            for one in (upper, lower):
                unit.offsets[one] = INDENT
                self.unit_of[one] = unit

    def _make_unit(self, start: UUID) -> None:
        people = self._side_by_side(start)
        step = self.size.width + self.size.couple_gap
        unit = Unit(people, self.family.rows[start], (len(people) - 1) * step + self.size.width)
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


def _age_order(one: Kin) -> tuple[date, int]:
    born = one.resident.birth_date if one.resident else None
    return born or date.max, one.key.int
