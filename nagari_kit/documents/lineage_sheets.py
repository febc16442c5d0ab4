"""Parts a ranji into sheets that can be read: the top on the first, paruik on each of the others.

A sheet holds at most so many people side by side and so many generations below each other. Whoever
has more descendants than fit is drawn without them and leads on to another sheet, where small
neighbouring families stand together.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from nagari_kit.domain.identity import LineageNodeId
from nagari_kit.domain.lineage import Lineage, LineageNode

LEAVES = 12
GENERATIONS = 4


@dataclass(frozen=True, slots=True)
class LineageSheet:
    """One page. `first_generation` of the kaum stands in its top row, counted from 1.

    `onward` tells by person on which sheet (from 1) the descendants stand; `tops` are those whose
    descendants the sheet shows, none on the first.
    """

    lineage: Lineage
    first_generation: int
    tops: tuple[LineageNode, ...] = ()
    onward: Mapping[LineageNodeId, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Wish:
    """A sheet to be made: `tops` in its first row, of their children only `children` if given."""

    tops: tuple[LineageNode, ...]
    children: tuple[LineageNode, ...] = ()
    is_first: bool = False


def parted(
    lineage: Lineage, leaves: int = LEAVES, generations: int = GENERATIONS
) -> tuple[LineageSheet, ...]:
    """The sheets in the order in which they are printed; at least one."""
    sheets: list[LineageSheet] = []
    cutter = _Cutter(lineage, leaves, generations)
    waiting = deque(_Wish(group, is_first=True) for group in _chunks(lineage.roots, leaves))
    numbered = len(waiting)
    while waiting:
        wish = waiting.popleft()
        nodes, ends = cutter.content(wish)
        onward: dict[LineageNodeId, int] = {}
        for following in cutter.onward(ends):
            numbered += 1
            waiting.append(following)
            for top in following.tops:
                onward.setdefault(top.id, numbered)
        first = min((lineage.depth(top.id) for top in wish.tops), default=1)
        tops = () if wish.is_first else wish.tops
        sheets.append(LineageSheet(Lineage(lineage.kaum, tuple(nodes)), first, tops, onward))
    return tuple(sheets) or (LineageSheet(lineage, 1),)


class _Cutter:
    """Decides what of a subtree stands on one sheet, and what goes on elsewhere."""

    def __init__(self, lineage: Lineage, leaves: int, generations: int) -> None:
        self._lineage = lineage
        self._leaves = leaves
        self._generations = generations
        everybody = [node for root in lineage.roots for node in lineage.branch(root.id)]
        self._reading_order = {node.id: place for place, node in enumerate(everybody)}

    def content(self, wish: _Wish) -> tuple[list[LineageNode], list[LineageNode]]:
        """Who stands on the sheet, and who of them leads on to another."""
        shown = [*wish.tops, *wish.children]
        row: Sequence[LineageNode] = wish.children or wish.tops
        rows_left = self._generations - (2 if wish.children else 1)
        for _ in range(rows_left):
            following: list[LineageNode] = []
            # The smallest families first: so most of the kaum stands together.
            for node in sorted(row, key=lambda one: len(self._lineage.children(one.id))):
                children = self._lineage.children(node.id)
                if children and _width([*shown, *children]) <= self._leaves:
                    shown += children
                    following += children
            row = following
        here = {node.id for node in shown}
        full = wish.tops if wish.children else ()
        ends = [
            node
            for node in shown
            if node not in full
            and any(child.id not in here for child in self._lineage.children(node.id))
        ]
        return shown, sorted(ends, key=lambda node: self._reading_order[node.id])

    def onward(self, ends: Sequence[LineageNode]) -> list[_Wish]:
        """The sheets on which the descendants of these stand, small families together."""
        wishes: list[_Wish] = []
        group: list[LineageNode] = []
        taken = 0
        for end in ends:
            children = self._lineage.children(end.id)
            width = _width(self._upper(end))
            if group and (taken + width > self._leaves or not self._is_level(group[0], end)):
                wishes.append(_Wish(tuple(group)))
                group, taken = [], 0
            if len(children) > self._leaves:
                wishes += [_Wish((end,), part) for part in _chunks(children, self._leaves)]
            else:
                group.append(end)
                taken += width
        return [*wishes, _Wish(tuple(group))] if group else wishes

    def _is_level(self, one: LineageNode, other: LineageNode) -> bool:
        return self._lineage.depth(one.id) == self._lineage.depth(other.id)

    def _upper(self, top: LineageNode) -> list[LineageNode]:
        """The generations of a subtree that one sheet has rows for."""
        shown, row = [top], [top]
        for _ in range(self._generations - 1):
            row = [child for node in row for child in self._lineage.children(node.id)]
            shown += row
        return shown


def _width(shown: Sequence[LineageNode]) -> int:
    """How many stand side by side: everybody without children among them."""
    mothers = {node.mother_id for node in shown}
    return sum(node.id not in mothers for node in shown)


def _chunks(people: tuple[LineageNode, ...], size: int) -> list[tuple[LineageNode, ...]]:
    return [people[start : start + size] for start in range(0, len(people), size)]
