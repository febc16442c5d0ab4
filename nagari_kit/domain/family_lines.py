"""What joins the boxes of a household's tree: couples, and children under their parents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from nagari_kit.domain.family_plan import INDENT
from nagari_kit.domain.family_tree import Couple, Family
from nagari_kit.domain.tree_drawing import Box, Dot, Line, Measures

_LANE = 7.0
"""Bars of different parents that would touch stand this far over each other."""


class FamilyPen:
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
        first = self._boxes[parents[0]]
        start = self._from.get(frozenset(parents))
        x, y = start or (first.x + size.width / 2, first.y + size.height)
        boxes = [self._boxes[child] for child in children]
        top = min(box.y for box in boxes)
        ends = [self._end(box, lower=box.y > top) for box in boxes]
        left, right = min(x, *(end.x1 for end in ends)), max(x, *(end.x1 for end in ends))
        if right - left < 1:
            self._lines.append(Line(x, y, x, top))
            return
        bar = top - size.bar_above - _LANE * self._lane(boxes[0].row, left, right)
        self._lines.append(Line(x, y, x, bar))
        self._lines.append(Line(left, bar, right, bar))
        for end in ends:
            self._lines.append(Line(end.x1, bar, end.x1, end.y1))
            if end.x1 != end.x2:
                self._lines.append(end)

    def _end(self, box: Box, *, lower: bool) -> Line:
        """From where the line comes down to where it meets the box: its top, or its left edge."""
        if not lower:
            middle = box.x + self._size.width / 2
            return Line(middle, box.y, middle, box.y)
        side = box.y + self._size.height / 2
        return Line(box.x - INDENT / 2, side, box.x, side)

    def _lane(self, row: int, left: float, right: float) -> int:
        taken = {
            lane for start, end, lane in self._bars[row] if start <= right + 1 and left <= end + 1
        }
        lane = next(one for one in range(len(taken) + 1) if one not in taken)
        self._bars[row].append((left, right, lane))
        return lane


def _left(box: Box) -> float:
    return box.x
