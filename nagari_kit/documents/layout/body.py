"""Paragraphs, section heads and numbered lists as strips."""

from __future__ import annotations

from dataclasses import replace

from nagari_kit.documents.fonts import Face
from nagari_kit.documents.layout.lines import Line, baseline, draw_line, justified_lines
from nagari_kit.documents.layout.marks import MM, Strip, TextMark
from nagari_kit.documents.layout.steps import Sheet, Step
from nagari_kit.documents.snapshot import NumberedList, ParagraphText, SectionHead, Span, Spans

INDENT = 12.5 * MM
_NUMBER = 9 * MM
_ITEM = 7 * MM
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


def head_strips(head: SectionHead, sheet: Sheet, step: Step) -> list[Strip]:
    """The number in its column, the words bold; stays with what follows."""
    x = sheet.left + (_NUMBER if head.number else 0.0)
    spans = tuple(replace(span, bold=True) for span in head.spans)
    lines = justified_lines(_in_one_line(spans), (sheet.text_right - x) / step.size, 0.0)
    strips = [_line_strip(line, x, step.row_leading, step.size) for line in lines]
    if not strips:
        return []
    if head.number:
        at = baseline(step.row_leading, step.size)
        number = f"{head.number.rstrip('.')}."
        strips[0].marks.append(TextMark(sheet.left, at, number, Face.BOLD, step.size))
    strips[0].space_before = step.paragraph_gap
    for strip in strips:
        strip.glued = True
    return strips


def list_strips(block: NumberedList, sheet: Sheet, step: Step) -> list[Strip]:
    """Items counted from 1, justified, hanging under themselves."""
    strips: list[Strip] = []
    for number, item in enumerate(block.items, start=1):
        left = sheet.left + _ITEM
        lines = justified_lines(_in_one_line(item), (sheet.text_right - left) / step.size, 0.0)
        made = [_line_strip(line, left, step.leading, step.size) for line in lines]
        for index, strip in enumerate(made):
            rest = len(made) - index - 1
            strip.glued = rest > 0 and (len(made) <= _WHOLE_UP_TO or index == 0 or rest == 1)
        if made:
            at = baseline(step.leading, step.size)
            made[0].marks.append(TextMark(sheet.left, at, f"{number}.", Face.REGULAR, step.size))
            made[0].space_before = step.paragraph_gap if number == 1 else step.paragraph_gap / 3
        strips += made
    return strips
