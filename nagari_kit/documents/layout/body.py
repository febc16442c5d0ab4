"""Paragraphs and label : value rows as strips."""

from __future__ import annotations

from nagari_kit.documents.fonts import Face, text_width
from nagari_kit.documents.layout.lines import (
    Line,
    balanced_lines,
    baseline,
    draw_line,
    justified_lines,
    ragged_lines,
)
from nagari_kit.documents.layout.marks import MM, Strip, TextMark
from nagari_kit.documents.layout.steps import Sheet, Step
from nagari_kit.documents.snapshot import DataLine, DataTable, ParagraphText, Span, Spans

INDENT = 12.5 * MM
_LABEL = 42 * MM
_LABEL_ROOM = 2 * MM
_COLON = 4 * MM
_WHOLE_UP_TO = 3
"""A paragraph of so few lines is never parted."""


def paragraph_strips(paragraph: ParagraphText, sheet: Sheet, step: Step) -> list[Strip]:
    """One strip a line; the first two and the last two stay together."""
    width = sheet.text_width / step.size
    indent = INDENT / step.size if paragraph.indent else 0.0
    lines = justified_lines(_in_one_line(paragraph.spans), width, indent)
    if not lines:
        return []
    strips = []
    for number, line in enumerate(lines):
        x = sheet.left + (INDENT if paragraph.indent and number == 0 else 0.0)
        strips.append(_line_strip(line, x, step.leading, step.size))
    strips[0].space_before = step.paragraph_gap
    introduces = lines[-1].words[-1].pieces[-1].text.endswith(":")
    for number, strip in enumerate(strips):
        rest = len(strips) - number - 1
        whole = len(strips) <= _WHOLE_UP_TO
        strip.glued = introduces if rest == 0 else whole or number == 0 or rest == 1
    return strips


def _in_one_line(spans: Spans) -> Spans:
    """Running text has no forced line ends."""
    if not any("\n" in span.text for span in spans):
        return spans
    return tuple(
        Span(span.text.replace("\n", " "), span.bold, span.field_id, span.missing) for span in spans
    )


def _line_strip(line: Line, x: float, leading: float, size: float) -> Strip:
    marks, boxes = draw_line(line, x, baseline(leading, size), size)
    return Strip(leading, list(marks), boxes)


def label_width(tables: list[DataTable]) -> float:
    """The label column, alike for the whole letter: 42 mm, more for a long label; at 12 pt."""
    labels = ("".join(span.text for span in line.label) for table in tables for line in table.lines)
    widest = max((text_width(label, Face.REGULAR, 12) for label in labels), default=0.0)
    return min(max(_LABEL, widest + _LABEL_ROOM), 70 * MM)


def data_strips(table: DataTable, sheet: Sheet, step: Step, label: float) -> list[Strip]:
    """A strip for each line of each value; the label stands at the first."""
    strips: list[Strip] = []
    for line in table.lines:
        strips += _data_line(line, sheet, step, label)
    if strips:
        strips[0].space_before = step.paragraph_gap
        strips[0].glued = len(strips) > 1
        if len(strips) > 2:
            strips[-2].glued = True
    return strips


def _data_line(line: DataLine, sheet: Sheet, step: Step, label: float) -> list[Strip]:
    size, leading = step.size, step.row_leading
    left = sheet.left + INDENT
    colon = left + label
    value = colon + _COLON
    room = (sheet.text_right - value) / size
    at = baseline(leading, size)
    label_lines = ragged_lines(line.label, label / size)
    value_lines = balanced_lines(line.value, room)
    strips = []
    count = max(len(label_lines), len(value_lines))
    for number in range(count):
        # The lines of one value stand evenly; what sets it off from the next row comes last.
        height = leading if number == count - 1 else leading - 1.0
        strip = Strip(height, [], [], glued=number < len(value_lines) - 1 <= 2)
        if number < len(label_lines):
            marks, _ = draw_line(label_lines[number], left, at, size)
            strip.marks += marks
        if number == 0:
            strip.marks.append(TextMark(colon, at, ":", Face.REGULAR, size))
        if number < len(value_lines):
            marks, boxes = draw_line(value_lines[number], value, at, size)
            strip.marks += marks
            strip.boxes += boxes
        strips.append(strip)
    return strips
