"""Lays out a ranji: rows of generations, eldest left, each mother centred over her children.

Subtrees stand as close as their outlines allow (Reingold and Tilford, Tidier Drawings of Trees,
1981). In the stacked form children without children stand in a column under their mother, so that
a wide kaum stays readable.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from itertools import zip_longest
from uuid import UUID

from nagari_kit.domain.identity import LineageNodeId
from nagari_kit.domain.lineage import Lineage, LineageNode
from nagari_kit.domain.tree_drawing import Box, Line, Measures, TreeDrawing

_INDENT = 18.0
_STACK_GAP = 8.0


@dataclass(slots=True)
class _Block:
    """A subtree: outline by row below its top, and where its children stand; from its own left."""

    left: list[float]
    right: list[float]
    offsets: dict[LineageNodeId, float] = field(default_factory=dict)
    is_column: bool = False


def draw_lineage(
    lineage: Lineage, measures: Measures | None = None, *, stacked: bool = False
) -> TreeDrawing:
    """Boxes and lines of a whole kaum; several lines stand side by side."""
    size = measures or Measures()
    layout = _LineageLayout(lineage, size, stacked=stacked)
    return layout.drawing()


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
        offsets, left, _right = self._joined(roots)
        edge = min(left, default=0.0)
        for root in roots:
            self._place(root, offsets[root.id] - edge)
        parents: dict[UUID, tuple[UUID, ...]] = {
            node.id: (node.mother_id,)
            for node in self._lineage.nodes
            if node.mother_id in self._lineage.by_id and node.mother_id is not None
        }
        return TreeDrawing(tuple(self._boxes.values()), tuple(self._lines), (), self._size, parents)

    def _block(self, node: LineageNode) -> _Block:
        width = self._size.width
        children = self._lineage.children(node.id)
        if not children:
            return _Block([0.0], [width])
        if self._stands_in_column(children):
            return self._column(children)
        offsets, left, right = self._joined(children)
        middle = (offsets[children[0].id] + offsets[children[-1].id]) / 2
        return _Block(
            [0.0, *(edge - middle for edge in left)],
            [width, *(edge - middle for edge in right)],
            {key: offset - middle for key, offset in offsets.items()},
        )

    def _stands_in_column(self, children: tuple[LineageNode, ...]) -> bool:
        leaves = not any(self._lineage.children(child.id) for child in children)
        return self._stacked and len(children) > 1 and leaves

    def _column(self, children: tuple[LineageNode, ...]) -> _Block:
        size = self._size
        rows = math.ceil(len(children) * (size.height + _STACK_GAP) / size.pitch)
        return _Block(
            [0.0] * (rows + 1),
            [size.width, *[_INDENT + size.width] * rows],
            {child.id: _INDENT for child in children},
            is_column=True,
        )

    def _joined(
        self, siblings: tuple[LineageNode, ...]
    ) -> tuple[dict[LineageNodeId, float], list[float], list[float]]:
        """Left edges of the siblings beside each other, and the outline of all of them."""
        offsets: dict[LineageNodeId, float] = {}
        left: list[float] = []
        right: list[float] = []
        for sibling in siblings:
            block = self._blocks[sibling.id]
            at = max(
                (
                    edge + self._size.gap - near
                    for edge, near in zip(right, block.left, strict=False)
                ),
                default=0.0,
            )
            offsets[sibling.id] = at
            moved_left = [at + edge for edge in block.left]
            moved_right = [at + edge for edge in block.right]
            left = [
                mine if mine is not None else new for mine, new in zip_longest(left, moved_left)
            ]
            right = [
                new if new is not None else mine for mine, new in zip_longest(right, moved_right)
            ]
        return offsets, left, right

    def _place(self, root: LineageNode, x: float) -> None:
        size = self._size
        waiting = [(root, x, 0, 0.0)]
        while waiting:
            node, left, row, top = waiting.pop()
            self._boxes[node.id] = Box(node.id, left, top, row)
            block = self._blocks[node.id]
            children = self._lineage.children(node.id)
            for place, child in enumerate(children):
                below = top + size.pitch
                if block.is_column:
                    below += place * (size.height + _STACK_GAP)
                waiting.append((child, left + block.offsets[child.id], row + 1, below))
            if children and block.is_column:
                self._draw_column(left, top, len(children))
            elif children:
                offsets = [left + block.offsets[child.id] for child in children]
                self._draw_bar(left, top, offsets)

    def _draw_bar(self, left: float, top: float, children: list[float]) -> None:
        size = self._size
        half = size.width / 2
        lower = top + size.pitch
        bar = lower - size.bar_above
        self._lines.append(Line(left + half, top + size.height, left + half, bar))
        if len(children) > 1:
            self._lines.append(Line(children[0] + half, bar, children[-1] + half, bar))
        self._lines.extend(Line(x + half, bar, x + half, lower) for x in children)

    def _draw_column(self, left: float, top: float, count: int) -> None:
        size = self._size
        trunk = left + _INDENT / 2
        first = top + size.pitch + size.height / 2
        steps = [first + place * (size.height + _STACK_GAP) for place in range(count)]
        self._lines.append(Line(trunk, top + size.height, trunk, steps[-1]))
        self._lines.extend(Line(trunk, y, left + _INDENT, y) for y in steps)
