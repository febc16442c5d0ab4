"""Lays out a ranji: rows of generations, eldest left, each mother centred over her children.

Subtrees stand as close as their outlines allow (Reingold and Tilford, Tidier Drawings of Trees,
1981). In the stacked form brothers and sisters without children, born one after the other, stand
in columns, so that a wide kaum stays readable.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby, zip_longest
from uuid import UUID

from nagari_kit.domain.identity import LineageNodeId
from nagari_kit.domain.lineage import Lineage, LineageNode
from nagari_kit.domain.tree_drawing import Box, Line, Measures, TreeDrawing

LONGEST_COLUMN = 6
"""More than that stand in several columns."""
_INDENT = 18.0
_STACK_GAP = 8.0


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a child stands under its mother: left edge from hers, and its place in a column.

    `drop` counts the boxes over it in the column; None for a child that hangs from its top.
    """

    left: float
    drop: int | None = None


@dataclass(slots=True)
class _Block:
    """A subtree or a column: its outline by row from the top one, measured from its own left."""

    left: list[float]
    right: list[float]
    children: dict[LineageNodeId, _Place] = field(default_factory=dict)


def draw_lineage(
    lineage: Lineage, measures: Measures | None = None, *, stacked: bool = False
) -> TreeDrawing:
    """Boxes and lines of a whole kaum; several lines stand side by side."""
    return _LineageLayout(lineage, measures or Measures(), stacked=stacked).drawing()


class _LineageLayout:
    def __init__(self, lineage: Lineage, size: Measures, *, stacked: bool) -> None:
        self._lineage = lineage
        self._size = size
        self._stacked = stacked
        self._blocks: dict[LineageNodeId, _Block] = {}
        self._boxes: dict[LineageNodeId, Box] = {}
        self._lines: list[Line] = []

    def drawing(self) -> TreeDrawing:
        roots = self._lineage.roots
        for root in roots:
            for node in reversed(self._lineage.branch(root.id)):
                self._blocks[node.id] = self._block(node)
        offsets, whole = self._joined([self._blocks[root.id] for root in roots])
        edge = min(whole.left, default=0.0)
        for root, offset in zip(roots, offsets, strict=True):
            self._place(root, offset - edge)
        parents: dict[UUID, tuple[UUID, ...]] = {
            node.id: (node.mother_id,)
            for node in self._lineage.nodes
            if node.mother_id in self._lineage.by_id and node.mother_id is not None
        }
        return TreeDrawing(tuple(self._boxes.values()), tuple(self._lines), (), self._size, parents)

    def _block(self, node: LineageNode) -> _Block:
        """A subtree whose top stands at 0."""
        width = self._size.width
        pieces = self._pieces(self._lineage.children(node.id))
        if not pieces:
            return _Block([0.0], [width])
        blocks = [self._piece_block(piece) for piece in pieces]
        offsets, joined = self._joined(blocks)
        children: dict[LineageNodeId, _Place] = {}
        for piece, offset in zip(pieces, offsets, strict=True):
            for number, child in enumerate(piece):
                drop = number if len(piece) > 1 else None
                indent = 0.0 if drop is None else _INDENT
                children[child.id] = _Place(offset + indent, drop)
        # Over a single column the mother stands at its left, else in the middle of all.
        places = list(children.values())
        middle = 0.0 if self._is_single_column(pieces) else (places[0].left + places[-1].left) / 2
        return _Block(
            [0.0, *(edge - middle for edge in joined.left)],
            [width, *(edge - middle for edge in joined.right)],
            {key: _Place(place.left - middle, place.drop) for key, place in children.items()},
        )

    def _pieces(self, children: Sequence[LineageNode]) -> list[tuple[LineageNode, ...]]:
        """Children as they stand side by side: one each, or a column of several without any."""
        if not self._stacked:
            return [(child,) for child in children]
        pieces: list[tuple[LineageNode, ...]] = []
        for leaves, run in groupby(children, lambda one: not self._lineage.children(one.id)):
            together = tuple(run)
            count = math.ceil(len(together) / LONGEST_COLUMN) if leaves else len(together)
            each = math.ceil(len(together) / count)
            pieces += [together[at : at + each] for at in range(0, len(together), each)]
        return pieces

    def _is_single_column(self, pieces: list[tuple[LineageNode, ...]]) -> bool:
        return len(pieces) == 1 and len(pieces[0]) > 1

    def _piece_block(self, piece: tuple[LineageNode, ...]) -> _Block:
        if len(piece) == 1:
            return self._blocks[piece[0].id]
        size = self._size
        rows = math.ceil(len(piece) * (size.height + _STACK_GAP) / size.pitch)
        return _Block([0.0] * rows, [_INDENT + size.width] * rows)

    def _joined(self, blocks: Sequence[_Block]) -> tuple[list[float], _Block]:
        """Left edges of the blocks beside each other, and the outline of all of them."""
        offsets: list[float] = []
        left: list[float] = []
        right: list[float] = []
        for block in blocks:
            edges = zip(right, block.left, strict=False)
            at = max((edge + self._size.gap - near for edge, near in edges), default=0.0)
            offsets.append(at)
            mine = zip_longest(left, [at + edge for edge in block.left])
            left = [old if old is not None else new for old, new in mine]
            mine = zip_longest(right, [at + edge for edge in block.right])
            right = [new if new is not None else old for old, new in mine]
        return offsets, _Block(left, right)

    def _place(self, root: LineageNode, x: float) -> None:
        size = self._size
        waiting = [(root, x, 0, 0.0)]
        while waiting:
            node, left, row, top = waiting.pop()
            self._boxes[node.id] = Box(node.id, left, top, row)
            block = self._blocks[node.id]
            for child in self._lineage.children(node.id):
                place = block.children[child.id]
                below = top + size.pitch + (place.drop or 0) * (size.height + _STACK_GAP)
                waiting.append((child, left + place.left, row + 1, below))
            if block.children:
                self._draw_children(left, top, list(block.children.values()))

    def _draw_children(self, left: float, top: float, places: list[_Place]) -> None:
        """A bar from which children hang by their tops or, in columns, by a trunk beside them."""
        size = self._size
        half, lower = size.width / 2, top + size.pitch
        ends: dict[float, float] = {}
        for place in places:
            if place.drop is None:
                ends[left + place.left + half] = lower
                continue
            trunk = left + place.left - _INDENT / 2
            side = lower + place.drop * (size.height + _STACK_GAP) + size.height / 2
            self._lines.append(Line(trunk, side, left + place.left, side))
            ends[trunk] = max(ends.get(trunk, 0.0), side)
        start, bar = top + size.height, lower - size.bar_above
        only_trunk = len(ends) == 1 and places[0].drop is not None
        if only_trunk:
            bar = start
        else:
            stem = left + half
            self._lines.append(Line(stem, start, stem, bar))
            across = (min(stem, *ends), max(stem, *ends))
            if across[1] - across[0] > 0.5:
                self._lines.append(Line(across[0], bar, across[1], bar))
        self._lines.extend(Line(x, bar, x, end) for x, end in ends.items())
