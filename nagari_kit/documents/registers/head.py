"""Draws the head of a register's table: shaded headings, and the row of column numbers."""

from __future__ import annotations

from nagari_kit.documents.fonts import Face, text_width
from nagari_kit.documents.layout.lines import baseline
from nagari_kit.documents.layout.marks import FillMark, LineMark, Mark, TextMark
from nagari_kit.documents.registers.sheet import (
    LEADING,
    NUMBER_HEIGHT,
    NUMBER_SIZE,
    BookSheet,
    HeadCell,
)

GRID, FRAME = 0.4, 1.0
_GRAY = 0xEF / 0xFF


def head_marks(sheet: BookSheet, top: float) -> list[Mark]:
    """The whole head of a table that begins at `top`; its frame is not drawn."""
    left, right = sheet.edges[0], sheet.edges[-1]
    numbers = top + sheet.head_height - NUMBER_HEIGHT
    marks: list[Mark] = [FillMark(left, top, right - left, numbers - top, _GRAY)]
    for cell in sheet.head:
        y = top + cell.top
        marks.append(LineMark(cell.left, y, cell.left + cell.width, y, GRID))
        marks.append(LineMark(cell.left, y, cell.left, y + cell.height, GRID))
        marks += _upright(cell, y) if cell.heading.upright else _level(cell, y)
    marks.append(rule(sheet, numbers, GRID))
    y = numbers + baseline(NUMBER_HEIGHT, NUMBER_SIZE)
    for number, edge in enumerate(sheet.edges[:-1], start=1):
        width = text_width(str(number), Face.SANS_ITALIC, NUMBER_SIZE)
        x = edge + (sheet.edges[number] - edge - width) / 2
        marks.append(TextMark(x, y, str(number), Face.SANS_ITALIC, NUMBER_SIZE))
    marks.append(rule(sheet, numbers + NUMBER_HEIGHT, FRAME))
    return marks


def rule(sheet: BookSheet, y: float, width: float) -> LineMark:
    """A line across the whole table."""
    half = width / 2
    return LineMark(sheet.edges[0] - half, y, sheet.edges[-1] + half, y, width)


def _level(cell: HeadCell, top: float) -> list[Mark]:
    size = cell.words.size
    leading = size * LEADING
    y = top + (cell.height - len(cell.words.lines) * leading) / 2 + baseline(leading, size)
    marks: list[Mark] = []
    for line in cell.words.lines:
        x = cell.left + (cell.width - text_width(line, Face.SANS_BOLD, size)) / 2
        marks.append(TextMark(x, y, line, Face.SANS_BOLD, size))
        y += leading
    return marks


def _upright(cell: HeadCell, top: float) -> list[Mark]:
    size = cell.words.size
    leading = size * LEADING
    x = cell.left + (cell.width - len(cell.words.lines) * leading) / 2 + baseline(leading, size)
    marks: list[Mark] = []
    for line in cell.words.lines:
        y = top + (cell.height + text_width(line, Face.SANS_BOLD, size)) / 2
        marks.append(TextMark(x, y, line, Face.SANS_BOLD, size, upright=True))
        x += leading
    return marks
