"""Names with a dotted line to sign on: witnesses, and the signers of a long list."""

from __future__ import annotations

from nagari_kit.documents.fonts import Face, printable, text_width
from nagari_kit.documents.layout.lines import baseline, plain_lines
from nagari_kit.documents.layout.marks import MM, Mark, Strip, TextMark
from nagari_kit.documents.layout.places import METERAI_HEIGHT, METERAI_WIDTH, meterai_box
from nagari_kit.documents.layout.signing_rows import Fit, dots, fitted
from nagari_kit.documents.layout.steps import Sheet, Step
from nagari_kit.documents.snapshot import SignatureLines, WitnessLine, WitnessRow

_WIDTH = 170 * MM
_PITCH = 88 * MM
"""From one column of signatures to the next."""
_NUMBER_RIGHT, _NAME = 5.5 * MM, 7.5 * MM
_DOTS_FROM, _DOTS_TO = 52 * MM, 81 * MM
_NAME_ROOM = _DOTS_FROM - _NAME - 1.5 * MM
_NAME_BLANK = _DOTS_FROM - 4 * MM
_DOTS_DROP = 2.5
_SIZE, _SMALLEST = 12.0, 10.0
_NAME_LEADING = 1.16
_CAPACITY, _SMALLEST_CAPACITY = 10.0, 8.0
_CAPACITY_DROP = 12.0
_WITNESS, _WITNESS_TIGHT = 17 * MM, 15 * MM
_LISTED, _LISTED_FIRST = 13.5 * MM, 27 * MM
_FOOT = 4.0
"""Under the dotted line of a listed signature."""


def witness_height(step: Step) -> float:
    """Height of one witness."""
    return _WITNESS if step.size * 1.3 <= step.leading else _WITNESS_TIGHT


def witness_strips(row: WitnessRow, sheet: Sheet, step: Step) -> list[Strip]:
    """The heading, then the witnesses; they are never parted from it."""
    pitch = _PITCH * sheet.text_width / _WIDTH
    strips = [_heading(row.title, "", sheet, step)] if row.title else []
    height = witness_height(step)
    across = 2 if row.side_by_side else 1
    for first in range(0, len(row.people), across):
        strip = Strip(height, [], [], glued=True)
        for column, person in enumerate(row.people[first : first + across]):
            number = first + column + 1 if len(row.people) > 1 else 0
            x = sheet.left + column * pitch
            strip.marks += signing_line(person, number, x, _line_of(height), step)
        strips.append(strip)
    if strips:
        strips[0].space_before = step.paragraph_gap + step.signature_air / 2
        strips[-1].glued = False
    return strips


def witness_marks(people: tuple[WitnessLine, ...], x: float, y: float, step: Step) -> list[Mark]:
    """Witnesses one under the other from `y` on, within a row of signatures."""
    marks: list[Mark] = []
    height = witness_height(step)
    for number, person in enumerate(people, start=1):
        shown = number if len(people) > 1 else 0
        marks += signing_line(person, shown, x, y + _line_of(height), step)
        y += height
    return marks


def listed_strips(block: SignatureLines, sheet: Sheet, step: Step) -> list[Strip]:
    """Signers in two columns, down the left one first; the first beside the meterai."""
    pitch = _PITCH * sheet.text_width / _WIDTH
    half = (len(block.people) + 1) // 2
    strips = []
    if block.title or block.place_date:
        strips.append(_heading(block.title, block.place_date, sheet, step))
    for row in range(half):
        stamped = block.stamp_duty and row == 0
        height = _LISTED_FIRST if stamped else _LISTED
        strip = Strip(height, [], [])
        at = height - _FOOT - _DOTS_DROP
        for column, index in enumerate((row, row + half)):
            if index < len(block.people):
                x = sheet.left + column * pitch
                strip.marks += signing_line(block.people[index], index + 1, x, at, step)
        if stamped:
            left = sheet.left + _DOTS_TO - METERAI_WIDTH
            top = at + _DOTS_DROP - METERAI_HEIGHT
            strip.marks += meterai_box(left, top, step.smallest)
        strips.append(strip)
    if strips:
        strips[0].space_before = step.paragraph_gap + step.signature_air / 2
    for strip in (*strips[:2], *strips[-3:-1]):
        strip.glued = True
    return strips


def signing_line(person: WitnessLine, number: int, x: float, at: float, step: Step) -> list[Mark]:
    """Number (0 for none), name, capacity and dots; `at` is the baseline of the name."""
    marks: list[Mark] = []
    left = x + (_NAME if number else 0.0)
    if number:
        text = f"{number}."
        start = x + _NUMBER_RIGHT - text_width(text, Face.REGULAR, _SIZE)
        marks.append(TextMark(start, at, text, Face.REGULAR, _SIZE))
    if person.name:
        marks += _upwards(person.name, left, at, step.at_least(_SMALLEST))
    else:
        marks.append(dots(left, x + _NAME_BLANK, at + _DOTS_DROP))
    y = at
    usual = step.at_least(_CAPACITY)
    room = Fit(_NAME_ROOM, usual, min(_SMALLEST_CAPACITY, usual))
    for row in fitted(person.capacity, Face.REGULAR, room) if person.capacity else []:
        y += _CAPACITY_DROP
        marks.append(TextMark(left, y, row.text, row.face, row.size))
    marks.append(dots(x + _DOTS_FROM, x + _DOTS_TO, at + _DOTS_DROP))
    return marks


def _upwards(name: str, left: float, at: float, smallest: float) -> list[Mark]:
    """A name whose last line stands at `at`: smaller when wide, then in several lines above."""
    shown = printable(name)
    size = min(_SIZE, _SIZE * _NAME_ROOM / max(text_width(shown, Face.REGULAR, _SIZE), 1.0))
    lines = [shown]
    if size < smallest:
        size = smallest
        lines = plain_lines(shown, Face.REGULAR, _NAME_ROOM / size)
    first = at - (len(lines) - 1) * size * _NAME_LEADING
    return [
        TextMark(left, first + number * size * _NAME_LEADING, line, Face.REGULAR, size)
        for number, line in enumerate(lines)
    ]


def _line_of(height: float) -> float:
    """From the top of a witness to the baseline of the name: the capacity fits under it."""
    return height - _CAPACITY_DROP - 4.0


def _heading(title: str, right: str, sheet: Sheet, step: Step) -> Strip:
    at = baseline(step.leading, step.size)
    marks: list[Mark] = []
    if title:
        marks.append(TextMark(sheet.left, at, title, Face.REGULAR, step.size))
    if right:
        x = sheet.text_right - text_width(right, Face.REGULAR, step.size)
        marks.append(TextMark(x, at, right, Face.REGULAR, step.size))
    return Strip(step.leading, marks, [], glued=True)
