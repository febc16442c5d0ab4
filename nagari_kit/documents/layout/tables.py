"""Ruled tables: a grid, a shaded head that repeats, rows that are never cut."""

from __future__ import annotations

from nagari_kit.documents.layout.lines import Line, baseline, draw_line, ragged_lines
from nagari_kit.documents.layout.marks import MM, FillMark, LineMark, Mark, Strip
from nagari_kit.documents.layout.steps import Sheet, Step
from nagari_kit.documents.snapshot import RuledTable, Span, Spans

_WIDTH_MM = 170
_SIZE = 10.5
_SMALL_SIZE = 10.0
_LEADING = 1.18
_SIDE = 1.6 * MM
ABOVE, _BELOW = 2.2, 3.0
_GRID, _HEAD_RULE = 0.5, 0.9
_HEAD_GRAY = 0xF0 / 0xFF
_MOST_LINES = 8
"""A row of more lines goes on in a further strip: nothing may be taller than a page."""


def table_strips(
    table: RuledTable, sheet: Sheet, step: Step, *, left: float | None = None
) -> list[Strip]:
    """The head and one strip a row; at least two rows stay on either side of a page break.

    `left` is where a table begins that is the value of a label; without it: at the margin.
    """
    if not table.rows:
        return []
    edges = _edges(table, sheet, left)
    size = min(_SIZE, step.size) if _all_short(table, edges) else _SMALL_SIZE
    grid = _Grid(edges, table.aligns, step.at_least(size), step.padding, table.row_height * MM)
    head: tuple[Strip, ...] = ()
    if any(table.heads):
        cells = tuple((Span(text, bold=True),) if text else () for text in table.heads)
        head = (grid.head(cells),)
    rows = [strip for row in table.rows for strip in grid.row(row)]
    if not head:
        rows[0].marks.append(grid.rule(0.0, _GRID))
    for strip in rows:
        strip.heads = head
    rows[0].heads = ()
    rows[0].glued = len(rows) > 1
    if len(rows) > 2:
        rows[-2].glued = True
    strips = [*head, *rows]
    strips[0].space_before = step.paragraph_gap
    return strips


def _edges(table: RuledTable, sheet: Sheet, left: float | None) -> tuple[float, ...]:
    if left is None:
        scale = sheet.text_width / _WIDTH_MM
        edges = [sheet.left]
    else:
        scale = (sheet.text_right - left) / sum(table.widths)
        edges = [left]
    for width in table.widths:
        edges.append(edges[-1] + width * scale)
    return tuple(edges)


def _all_short(table: RuledTable, edges: tuple[float, ...]) -> bool:
    """Whether every cell fits one line at the larger size."""
    for row in table.rows:
        for index, cell in enumerate(row):
            room = (edges[index + 1] - edges[index] - 2 * _SIDE) / _SIZE
            if len(ragged_lines(cell, room)) > 1:
                return False
    return True


class _Grid:
    """Columns of one table at one size."""

    def __init__(
        self,
        edges: tuple[float, ...],
        aligns: tuple[str, ...],
        size: float,
        padding: float,
        row_height: float,
    ) -> None:
        self.edges = edges
        self.aligns = aligns
        self.size = size
        self.above = ABOVE * padding
        self.below = _BELOW * padding
        self.row_height = row_height

    def head(self, cells: tuple[Spans, ...]) -> Strip:
        """The shaded head with its own frame."""
        lines = self._lines(cells)
        strip = self._drawn(lines, ("tengah",) * len(cells))
        left, right = self.edges[0], self.edges[-1]
        strip.marks.insert(0, FillMark(left, 0.0, right - left, strip.height, _HEAD_GRAY))
        strip.marks.append(self.rule(0.0, _GRID))
        strip.marks.append(self.rule(strip.height, _HEAD_RULE))
        strip.glued = True
        return strip

    def row(self, cells: tuple[Spans, ...]) -> list[Strip]:
        """One strip, or several when a cell is very long."""
        lines = self._lines(cells)
        tallest = max((len(column) for column in lines), default=1)
        strips = []
        for begin in range(0, max(tallest, 1), _MOST_LINES):
            part = [column[begin : begin + _MOST_LINES] for column in lines]
            strips.append(self._drawn(part, self.aligns, self.row_height))
        strips[-1].marks.append(self.rule(strips[-1].height, _GRID))
        return strips

    def rule(self, y: float, width: float) -> LineMark:
        """A horizontal line over the whole table."""
        half = _GRID / 2
        return LineMark(self.edges[0] - half, y, self.edges[-1] + half, y, width)

    def _lines(self, cells: tuple[Spans, ...]) -> list[tuple[Line, ...]]:
        found = []
        for index, cell in enumerate(cells):
            room = (self.edges[index + 1] - self.edges[index] - 2 * _SIDE) / self.size
            found.append(ragged_lines(cell, room))
        return found

    def _drawn(
        self, columns: list[tuple[Line, ...]], aligns: tuple[str, ...], least: float = 0.0
    ) -> Strip:
        """The cells with their sides; each stands in the middle of the row's height."""
        leading = self.size * _LEADING
        count = max((len(lines) for lines in columns), default=1)
        height = max(self.above + max(count, 1) * leading + self.below, least)
        room = height - self.above - self.below
        marks: list[Mark] = [LineMark(x, 0.0, x, height, _GRID) for x in self.edges]
        strip = Strip(height, marks, [])
        for index, lines in enumerate(columns):
            y = self.above + (room - len(lines) * leading) / 2 + baseline(leading, self.size)
            for line in lines:
                x = self._start(index, line.width * self.size, aligns[index])
                text, boxes = draw_line(line, x, y, self.size)
                strip.marks += text
                strip.boxes += boxes
                y += leading
        return strip

    def _start(self, index: int, width: float, align: str) -> float:
        left, right = self.edges[index] + _SIDE, self.edges[index + 1] - _SIDE
        if align == "tengah":
            return left + (right - left - width) / 2
        return right - width if align == "kanan" else left
