"""Draws a page of a form: its image or drawn parts below, the values at their places above."""

from __future__ import annotations

from nagari_kit.documents.fonts import Face, printable, text_width
from nagari_kit.documents.layout.form_fit import LEADING, TENTH, comb_text, lines_in_box
from nagari_kit.documents.layout.lines import ASCENT, DESCENT, draw_line
from nagari_kit.documents.layout.marks import (
    FillMark,
    LineMark,
    Mark,
    Page,
    PageImageMark,
    Strip,
    TextMark,
    ValueBox,
)
from nagari_kit.documents.snapshot_bodies import FormFrame, FormPage, FormRule, FormText

_DASH = (2.0, 2.0)
_CAP_HEIGHT = 0.66
"""Of the letter fonts' capitals and figures, in ems."""


def form_page(form: FormPage, width: float, height: float) -> Page:
    """One page as a single strip from the top edge; the paper's `width` and `height` in points."""
    strip = Strip(height, [], [])
    if form.background:
        strip.marks.append(PageImageMark(form.background, width, height))
    for frame in form.frames:
        strip.marks += _frame(frame)
    strip.marks += [_rule(rule) for rule in form.rules]
    for text in form.texts:
        if text.comb and not any(span.missing for span in text.spans):
            _draw_comb(text, strip)
        else:
            _draw_lines(text, strip)
    return Page([(0.0, strip)])


def _rule(rule: FormRule) -> LineMark:
    ends = (rule.x1 * TENTH, rule.y1 * TENTH, rule.x2 * TENTH, rule.y2 * TENTH)
    return LineMark(*ends, rule.thickness / 10, dash=_DASH if rule.dashed else ())


def _frame(frame: FormFrame) -> list[Mark]:
    left, top = frame.x * TENTH, frame.y * TENTH
    width, height = frame.width * TENTH, frame.height * TENTH
    right, bottom, pen = left + width, top + height, frame.thickness / 10
    marks: list[Mark] = []
    if frame.gray:
        marks.append(FillMark(left, top, width, height, 1 - frame.gray / 100))
    if pen:
        across = [LineMark(left - pen / 2, y, right + pen / 2, y, pen) for y in (top, bottom)]
        edges = (left + number * width / frame.cells for number in range(frame.cells + 1))
        marks += [*across, *(LineMark(x, top, x, bottom, pen) for x in edges)]
    return marks


def _draw_comb(text: FormText, strip: Strip) -> None:
    """Each sign in the middle of its cell; the box of the value is around all of them."""
    size, cell = text.size / 10, text.width * TENTH / text.comb
    left, top, height = text.x * TENTH, text.y * TENTH, text.height * TENTH
    at = top + (height + _CAP_HEIGHT * size) / 2
    signs = printable(comb_text(text))
    for number, sign in enumerate(signs):
        if sign.strip():
            x = left + number * cell + (cell - text_width(sign, Face.REGULAR, size)) / 2
            strip.marks.append(TextMark(x, at, sign, Face.REGULAR, size))
    source = next((span.field_id for span in text.spans if span.field_id), "")
    if source:
        strip.boxes.append(ValueBox(source, left, top, len(signs) * cell, height))


def _draw_lines(text: FormText, strip: Strip) -> None:
    """The lines in the middle of their box's height; a missing value as dots."""
    size, width = text.size / 10, text.width * TENTH
    lines = lines_in_box(text)
    needed = (ASCENT + DESCENT) * size + (len(lines) - 1) * LEADING * size
    at = text.y * TENTH + (text.height * TENTH - needed) / 2 + ASCENT * size
    for line in lines:
        free = max(width - line.width * size, 0.0)
        x = text.x * TENTH + {"tengah": free / 2, "kanan": free}.get(text.align, 0.0)
        marks, boxes = draw_line(line, x, at, size)
        strip.marks += marks
        strip.boxes += boxes
        at += LEADING * size
