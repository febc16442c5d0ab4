"""Where the boxes and lines of a family tree stand, as numbers, and how arrow keys walk it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes in one unit (pixels or points). `pitch`: from the top of a row to that of the next.

    `gap` parts neighbours, `couple_gap` a married pair; the bar from which children hang is
    `bar_above` over their boxes.
    """

    width: float = 158
    height: float = 52
    gap: float = 22
    couple_gap: float = 66
    pitch: float = 112
    bar_above: float = 17


@dataclass(frozen=True, slots=True)
class Box:
    """One person: left and top of the box; `row` counts generations from the top, from 0."""

    key: UUID
    x: float
    y: float
    row: int


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line, level or upright."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Dot:
    """The mark of a couple; hollow when it is known only from the parents of a child."""

    x: float
    y: float
    filled: bool = True


class Direction(Enum):
    """The arrow keys."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True)
class TreeDrawing:
    """Boxes of one size with what joins them; everything lies within `width` by `height`.

    `parents` says whose lines lead up to whom, so that the arrow keys follow the lines.
    """

    boxes: tuple[Box, ...] = ()
    lines: tuple[Line, ...] = ()
    dots: tuple[Dot, ...] = ()
    measures: Measures = field(default_factory=Measures)
    parents: Mapping[UUID, tuple[UUID, ...]] = field(default_factory=dict)

    @cached_property
    def width(self) -> float:
        """Right edge of the rightmost box."""
        return max((box.x for box in self.boxes), default=0.0) + self.measures.width

    @cached_property
    def height(self) -> float:
        """Lowest edge of boxes and lines."""
        edge = max((box.y for box in self.boxes), default=0.0) + self.measures.height
        return max([edge, *(max(line.y1, line.y2) for line in self.lines)])

    @cached_property
    def rows(self) -> int:
        """How many generations there are."""
        return max((box.row for box in self.boxes), default=-1) + 1

    @cached_property
    def by_key(self) -> Mapping[UUID, Box]:
        """The box of each person."""
        return {box.key: box for box in self.boxes}

    def at(self, x: float, y: float) -> UUID | None:
        """Who stands there."""
        size = self.measures
        for box in self.boxes:
            if 0 <= x - box.x <= size.width and 0 <= y - box.y <= size.height:
                return box.key
        return None

    def first(self) -> UUID | None:
        """Where a walk begins: the topmost at the left."""
        return min(self.boxes, key=lambda box: (box.y, box.x)).key if self.boxes else None

    def step(self, key: UUID, direction: Direction) -> UUID:
        """Who is next from there: along the lines up and down, else the nearest; or the same."""
        here = self.by_key.get(key)
        if here is None:
            return self.first() or key
        if direction is Direction.UP:
            above = [box for box in self._column(here) if box.y < here.y]
            wanted = above or self._of(self.parents.get(key, ())) or self._row(here.row - 1)
        elif direction is Direction.DOWN:
            below = [box for box in self._column(here) if box.y > here.y]
            wanted = self._of(self._children(key)) or below or self._row(here.row + 1)
        else:
            wanted = self._beside(here, direction)
        return _nearest(here, wanted) if wanted else key

    def _of(self, keys: Iterable[UUID]) -> list[Box]:
        return [self.by_key[one] for one in keys if one in self.by_key]

    def _children(self, key: UUID) -> list[UUID]:
        return [child for child, parents in self.parents.items() if key in parents]

    def _column(self, here: Box) -> list[Box]:
        """Those of the same generation over and under it."""
        return [box for box in self._row(here.row) if abs(box.x - here.x) < 1]

    def _row(self, row: int) -> list[Box]:
        return [box for box in self.boxes if box.row == row]

    def _beside(self, here: Box, direction: Direction) -> list[Box]:
        """Those at that side at the same height; where none are, those of the same generation."""
        right = direction is Direction.RIGHT

        def is_beyond(box: Box) -> bool:
            return box.x > here.x if right else box.x < here.x

        beyond = [box for box in self.boxes if is_beyond(box)]
        level = [box for box in beyond if abs(box.y - here.y) < self.measures.height]
        return level or [box for box in beyond if box.row == here.row]


def _nearest(here: Box, boxes: Sequence[Box]) -> UUID:
    return min(boxes, key=lambda box: (abs(box.x - here.x) + abs(box.y - here.y), box.x)).key


def moved(boxes: Iterable[Box], right: float, down: float = 0.0) -> tuple[Box, ...]:
    """The boxes at another place."""
    return tuple(Box(box.key, box.x + right, box.y + down, box.row) for box in boxes)
