"""What stands around an official letter: its head, the model's mark, copies, further pages."""

from __future__ import annotations

from nagari_kit.documents.fonts import Face, printable, text_width
from nagari_kit.documents.layout.lines import (
    Line,
    balanced_lines,
    baseline,
    draw_line,
    ragged_lines,
)
from nagari_kit.documents.layout.marks import MM, Mark, Strip, TextMark
from nagari_kit.documents.layout.steps import Sheet, Step
from nagari_kit.documents.snapshot import CarbonCopies, ModelMark, NextPage, OfficialHead, Span

_LABEL, _VALUE = 20 * MM, 23.5 * MM
_SUBJECT = 48 * MM
"""Where a subject is broken; the number has all the room up to the addressee."""
_RIGHT = 72 * MM
_HANG = 8.4 * MM
_ADDRESSEE_DROP = 1.6
_HEAD_AFTER = 6 * MM
_MOST_LEADING = 16.0
_MODEL_SIZE, _MODEL_LEADING = 11.0, 14.0
_SMALL, _SMALL_LEADING = 11.0, 14.0
_COPIES_BEFORE = 4 * MM
_COPIES_TITLE = "Tembusan:"
_COPIES_NUMBER, _COPIES_TEXT = 4.5 * MM, 6.4 * MM
_FURTHER = 81 * MM
"""The lines over a further page begin so far from the right margin."""
_FURTHER_VALUE = 17 * MM
_SEPARATOR = " : "


def model_strip(mark: ModelMark, sheet: Sheet, *, air: float) -> Strip:
    """`Model N1` above the title, at the right."""
    text = printable(mark.text)
    x = sheet.text_right - text_width(text, Face.REGULAR, _MODEL_SIZE)
    at = baseline(_MODEL_LEADING, _MODEL_SIZE)
    marks: list[Mark] = [TextMark(x, at, text, Face.REGULAR, _MODEL_SIZE)]
    return Strip(_MODEL_LEADING, marks, [], space_before=air, glued=True)


def official_strip(head: OfficialHead, sheet: Sheet, step: Step) -> Strip:
    """Number, kind, enclosures and subject at the left; day and addressee at the right."""
    size, leading = step.size, min(step.leading, _MOST_LEADING)
    strip = Strip(0.0, [], [], space_before=step.air, glued=True)
    at = baseline(leading, size)
    y = 0.0
    for number, (label, spans) in enumerate(head.lines):
        room = sheet.text_width - _RIGHT - _VALUE - 2 * MM
        room = room if number == 0 else min(room, _SUBJECT)
        strip.marks.append(TextMark(sheet.left, y + at, label, Face.REGULAR, size))
        strip.marks.append(TextMark(sheet.left + _LABEL, y + at, ":", Face.REGULAR, size))
        left = sheet.left + _VALUE
        lines = balanced_lines(spans, room / size)
        y = _draw(lines or (None,), left, y, (at, leading, size), strip)
    right = sheet.text_right - _RIGHT
    day = printable(head.place_date)
    strip.marks.append(TextMark(right, at, day, Face.REGULAR, size))
    below = _ADDRESSEE_DROP * leading
    if head.addressee:
        strip.marks.append(TextMark(right, below + at, "Yth.", Face.REGULAR, size))
    for spans in head.addressee:
        lines = ragged_lines(spans, (_RIGHT - _HANG) / size)
        below = _draw(lines or (None,), right + _HANG, below, (at, leading, size), strip)
    strip.height = max(y, below) + _HEAD_AFTER
    return strip


def _draw(
    lines: tuple[Line | None, ...],
    left: float,
    y: float,
    measures: tuple[float, float, float],
    strip: Strip,
) -> float:
    """Adds lines to the strip; where they end. `measures`: baseline, leading, size."""
    at, leading, size = measures
    for line in lines:
        if line is not None:
            marks, boxes = draw_line(line, left, y + at, size)
            strip.marks += marks
            strip.boxes += boxes
        y += leading
    return y


def copies_strip(copies: CarbonCopies, sheet: Sheet) -> Strip:
    """Who gets a copy, at the left under the signature; one of several is numbered."""
    at = baseline(_SMALL_LEADING, _SMALL)
    title = TextMark(sheet.left, at, _COPIES_TITLE, Face.REGULAR, _SMALL)
    strip = Strip(0.0, [title], [], space_before=_COPIES_BEFORE)
    y = _SMALL_LEADING
    left = sheet.left + _COPIES_TEXT
    for number, spans in enumerate(copies.lines, start=1):
        text = f"{number}."
        x = sheet.left + _COPIES_NUMBER - text_width(text, Face.REGULAR, _SMALL)
        strip.marks.append(TextMark(x, y + at, text, Face.REGULAR, _SMALL))
        lines = ragged_lines(spans, (sheet.text_width / 2 - _COPIES_TEXT) / _SMALL)
        y = _draw(lines or (None,), left, y, (at, _SMALL_LEADING, _SMALL), strip)
    strip.height = y
    return strip


def further_head(page: NextPage, sheet: Sheet) -> list[Strip]:
    """The lines at the right over a further page; their colons stand under each other."""
    strip = Strip(0.0, [], [], glued=True)
    at = baseline(_SMALL_LEADING, _SMALL)
    left = sheet.text_right - _FURTHER
    y = 0.0
    for line in page.head:
        label, colon, value = printable(line).partition(_SEPARATOR)
        text = f": {value}" if colon else label
        x = left
        if colon:
            strip.marks.append(TextMark(left, y + at, label.rstrip(), Face.REGULAR, _SMALL))
            x = left + _FURTHER_VALUE
        room = (sheet.text_right - x) / _SMALL
        lines = ragged_lines((Span(text),), room)
        y = _draw(lines, x, y, (at, _SMALL_LEADING, _SMALL), strip)
    strip.height = y
    return [strip] if page.head else []
