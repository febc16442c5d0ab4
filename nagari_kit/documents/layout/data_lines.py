"""Label : value rows as strips; a value is running text, a numbered list or a ruled table."""

from __future__ import annotations

from dataclasses import dataclass

from nagari_kit.documents.fonts import Face, text_width
from nagari_kit.documents.layout.body import INDENT
from nagari_kit.documents.layout.lines import balanced_lines, baseline, draw_line, ragged_lines
from nagari_kit.documents.layout.marks import MM, Strip, TextMark
from nagari_kit.documents.layout.steps import Sheet, Step
from nagari_kit.documents.layout.tables import ABOVE, table_strips
from nagari_kit.documents.snapshot import DataLine, DataTable, OrderTable, RuledTable, Spans

_LABEL = 42 * MM
_LABEL_ROOM = 2 * MM
_COLON = 4 * MM
_ORDER_LABEL = 22 * MM
_ITEM = 6 * MM
_COMMAND = "MEMERINTAHKAN:"
_COMMAND_ABOVE, _COMMAND_BELOW = 4.0, 6.0


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where labels, colons and values begin, and where values end."""

    label: float
    colon: float
    right: float

    @property
    def value(self) -> float:
        return self.colon + _COLON


def label_width(tables: list[DataTable]) -> float:
    """The label column, alike for the whole letter: 42 mm, more for a long label; at 12 pt."""
    labels = (
        "".join(span.text for span in line.label)
        for table in tables
        if not table.label_width
        for line in table.lines
    )
    widest = max((text_width(label, Face.REGULAR, 12) for label in labels), default=0.0)
    return min(max(_LABEL, widest + _LABEL_ROOM), 70 * MM)


def data_strips(table: DataTable, sheet: Sheet, step: Step, label: float) -> list[Strip]:
    """A strip for each line of each value; the label stands at the first.

    `label` is the width of the letter's label column.
    """
    left = sheet.left + (INDENT if table.indent < 0 else table.indent * MM)
    width = table.label_width * MM or label
    return _rows(table.lines, _Columns(left, left + width, sheet.text_right), sheet, step)


def order_strips(table: OrderTable, sheet: Sheet, step: Step) -> list[Strip]:
    """The rows of a surat tugas, the commanding word above them."""
    columns = _Columns(sheet.left, sheet.left + _ORDER_LABEL, sheet.text_right)
    rows = _rows(table.lines, columns, sheet, step)
    if not table.commanding:
        return rows
    height = step.leading + _COMMAND_BELOW
    width = text_width(_COMMAND, Face.BOLD, step.size)
    x = sheet.left + (sheet.text_width - width) / 2
    at = baseline(step.leading, step.size)
    mark = TextMark(x, at, _COMMAND, Face.BOLD, step.size)
    if rows:
        rows[0].space_before = 0.0
    return [Strip(height, [mark], [], space_before=_COMMAND_ABOVE, glued=True), *rows]


def _rows(lines: tuple[DataLine, ...], columns: _Columns, sheet: Sheet, step: Step) -> list[Strip]:
    strips: list[Strip] = []
    for number, line in enumerate(lines):
        made = _line_strips(line, columns, sheet, step)
        if made and line.table and number:
            made[0].space_before = step.table_gap / 2
        if made and number and lines[number - 1].table:
            made[0].space_before = step.table_gap
        strips += made
    if strips:
        strips[0].space_before = step.paragraph_gap
        strips[0].glued = len(strips) > 1
        if len(strips) > 2:
            strips[-2].glued = True
    return strips


def _line_strips(line: DataLine, columns: _Columns, sheet: Sheet, step: Step) -> list[Strip]:
    if line.table and line.table.rows:
        return _with_table(line, line.table, columns, sheet, step)
    items = item_strips(line.items, columns.value, columns.right, step)
    if items:
        at = baseline(step.row_leading, step.size)
        _add_label(items[0], line.label, columns, at, step.size)
        return items
    return _with_text(line, columns, step)


def _with_text(line: DataLine, columns: _Columns, step: Step) -> list[Strip]:
    size, leading = step.size, step.row_leading
    at = baseline(leading, size)
    value_lines = balanced_lines(line.value, (columns.right - columns.value) / size)
    label_lines = ragged_lines(line.label, (columns.colon - columns.label) / size)
    strips = []
    count = max(len(label_lines), len(value_lines))
    for number in range(count):
        # The lines of one value stand evenly; what sets it off from the next row comes last.
        height = leading if number == count - 1 else leading - 1.0
        strip = Strip(height, [], [], glued=number < len(value_lines) - 1 <= 2)
        if number < len(label_lines):
            marks, _ = draw_line(label_lines[number], columns.label, at, size)
            strip.marks += marks
        if number == 0:
            strip.marks.append(TextMark(columns.colon, at, ":", Face.REGULAR, size))
        if number < len(value_lines):
            marks, boxes = draw_line(value_lines[number], columns.value, at, size)
            strip.marks += marks
            strip.boxes += boxes
        strips.append(strip)
    return strips


def item_strips(items: tuple[Spans, ...], left: float, right: float, step: Step) -> list[Strip]:
    """Numbered items, their text hanging under itself."""
    size, leading = step.size, step.row_leading
    at = baseline(leading, size)
    room = (right - left - _ITEM) / size
    strips: list[Strip] = []
    for number, item in enumerate(items, start=1):
        lines = ragged_lines(item, room)
        for index, text in enumerate(lines):
            height = leading if index == len(lines) - 1 else leading - 1.0
            marks, boxes = draw_line(text, left + _ITEM, at, size)
            strip = Strip(height, list(marks), boxes, glued=index < len(lines) - 1 <= 2)
            if index == 0:
                strip.marks.append(TextMark(left, at, f"{number}.", Face.REGULAR, size))
            strips.append(strip)
    return strips


def _with_table(
    line: DataLine, table: RuledTable, columns: _Columns, sheet: Sheet, step: Step
) -> list[Strip]:
    strips = table_strips(table, sheet, step, left=columns.value)
    strips[0].space_before = 0.0
    at = ABOVE * step.padding + baseline(step.size, step.size)
    _add_label(strips[0], line.label, columns, at, step.size)
    return strips


def _add_label(strip: Strip, label: Spans, columns: _Columns, at: float, size: float) -> None:
    for text in ragged_lines(label, (columns.colon - columns.label) / size)[:1]:
        marks, _ = draw_line(text, columns.label, at, size)
        strip.marks += marks
    strip.marks.append(TextMark(columns.colon, at, ":", Face.REGULAR, size))
