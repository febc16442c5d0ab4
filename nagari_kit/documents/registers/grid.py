"""Sets rows into the columns of a sheet: how tall they are, and the marks that draw them."""

from __future__ import annotations

from nagari_kit.documents.fonts import Face, text_width
from nagari_kit.documents.layout.lines import baseline
from nagari_kit.documents.layout.marks import Mark, TextMark
from nagari_kit.documents.registers.cells import Fitted, cell_text, fitted
from nagari_kit.documents.registers.form import BookForm, Kind, Row
from nagari_kit.documents.registers.sheet import LEADING, SIDE, BookSheet

_WHOLE = frozenset({Kind.NUMBER, Kind.COUNT, Kind.DATE, Kind.CODE})
_CENTRED = frozenset({Kind.NUMBER, Kind.DATE, Kind.CODE})


class RowSetter:
    """Measures and draws the rows of one form on one sheet."""

    def __init__(self, form: BookForm, sheet: BookSheet) -> None:
        self._form = form
        self._kinds = tuple(column.kind for column in form.leaves())
        self._rooms = tuple(sheet.room(column) for column in range(len(self._kinds)))
        self._lefts = tuple(edge + SIDE for edge in sheet.edges[:-1])

    def cells(self, row: Row, face: Face = Face.SANS) -> tuple[Fitted, ...]:
        """The lines of each cell."""
        size = self._form.size
        return tuple(
            fitted(cell_text(cell, kind), room, size, face, whole=kind in _WHOLE)
            for cell, kind, room in zip(row, self._kinds, self._rooms, strict=True)
        )

    def height(self, lines: int) -> float:
        """Of a row whose longest cell has so many lines."""
        return self._form.above + max(lines, 1) * self._form.size * LEADING + self._form.below

    def most_lines(self, room: float) -> int:
        """How many lines of a cell fit into a height."""
        air = self._form.above + self._form.below
        return max(1, int((room - air) / (self._form.size * LEADING)))

    def marks(
        self, cells: tuple[Fitted, ...], top: float, part: range, face: Face = Face.SANS
    ) -> list[Mark]:
        """The lines `part` of each cell, in a row that begins at `top`."""
        size = self._form.size
        first = top + self._form.above + baseline(size * LEADING, size)
        marks: list[Mark] = []
        for column, cell in enumerate(cells):
            for number, line in enumerate(cell.lines[part.start : part.stop]):
                if line:
                    x = self._start(column, line, cell.size, face)
                    y = first + number * size * LEADING
                    marks.append(TextMark(x, y, line, face, cell.size))
        return marks

    def _start(self, column: int, line: str, size: float, face: Face) -> float:
        kind = self._kinds[column]
        if kind is Kind.TEXT:
            return self._lefts[column]
        spare = self._rooms[column] - text_width(line, face, size)
        return self._lefts[column] + (spare / 2 if kind in _CENTRED else spare)


def line_count(cells: tuple[Fitted, ...]) -> int:
    """Of the longest cell."""
    return max((len(cell.lines) for cell in cells), default=0)
