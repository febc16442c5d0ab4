"""Names with a dotted line to sign on: witnesses, and the signers of a long list."""

from __future__ import annotations

from dataclasses import dataclass

from nagari_kit.documents.fonts import Face, em_width, printable, text_width
from nagari_kit.documents.layout.lines import ASCENT, baseline, plain_lines
from nagari_kit.documents.layout.marks import MM, Mark, Strip, TextMark
from nagari_kit.documents.layout.places import METERAI_HEIGHT, METERAI_WIDTH, meterai_box
from nagari_kit.documents.layout.signing_rows import dots
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
_FOOT, _AIR = 4.0, 4.0
"""Under the dotted line or the capacity, and above the name."""


def witness_strips(row: WitnessRow, sheet: Sheet, step: Step) -> list[Strip]:
    """The heading, then the witnesses; they are never parted from it."""
    strips = [_heading(row.title, "", sheet, step)] if row.title else []
    across = 2 if row.side_by_side else 1
    numbers = _numbers(len(row.people))
    for first in range(0, len(row.people), across):
        places = list(zip(numbers, row.people, strict=True))[first : first + across]
        strips.append(_row(places, _witness_height(step), sheet, step))
    for strip in strips[:-1]:
        strip.glued = True
    return _begun(strips, step)


def witness_marks(
    people: tuple[WitnessLine, ...], x: float, y: float, step: Step
) -> tuple[list[Mark], float]:
    """Witnesses one under the other from `y` on, within a row of signatures; where they end."""
    marks: list[Mark] = []
    for number, person in zip(_numbers(len(people)), people, strict=True):
        line = _Line.of(person, step)
        height = line.height(_witness_height(step))
        marks += line.drawn(number, x, y + height - line.below)
        y += height
    return marks, y


def listed_strips(block: SignatureLines, sheet: Sheet, step: Step) -> list[Strip]:
    """Signers in two columns, down the left one first; the first beside the meterai."""
    half = (len(block.people) + 1) // 2
    strips = []
    if block.title or block.place_date:
        strips.append(_heading(block.title, block.place_date, sheet, step))
    for row in range(half):
        stamped = block.stamp_duty and row == 0
        indices = [index for index in (row, row + half) if index < len(block.people)]
        places = [(index + 1, block.people[index]) for index in indices]
        strip = _row(places, _LISTED_FIRST if stamped else _LISTED, sheet, step)
        if stamped:
            below = max(_Line.of(person, step).below for _number, person in places)
            left = sheet.left + _DOTS_TO - METERAI_WIDTH
            top = strip.height - below + _DOTS_DROP - METERAI_HEIGHT
            strip.marks += meterai_box(left, top, step.smallest)
        strips.append(strip)
    for strip in (*strips[:2], *strips[-3:-1]):
        strip.glued = True
    return _begun(strips, step)


def _begun(strips: list[Strip], step: Step) -> list[Strip]:
    if strips:
        strips[0].space_before = step.paragraph_gap + step.signature_air / 2
        strips[-1].glued = False
    return strips


def _numbers(count: int) -> range:
    """1, 2, 3 …; a single one has none."""
    return range(1, count + 1) if count > 1 else range(1)


def _witness_height(step: Step) -> float:
    """Height of one witness, unless the name needs more."""
    return _WITNESS if step.size * 1.3 <= step.leading else _WITNESS_TIGHT


def _row(places: list[tuple[int, WitnessLine]], least: float, sheet: Sheet, step: Step) -> Strip:
    """One or two signers beside each other, with their numbers; their dots on one height."""
    pitch = _PITCH * sheet.text_width / _WIDTH
    lines = [_Line.of(person, step) for _number, person in places]
    below = max(line.below for line in lines)
    height = max(least, max(line.above for line in lines) + below + _AIR)
    strip = Strip(height, [], [])
    for column, (line, (number, _person)) in enumerate(zip(lines, places, strict=True)):
        strip.marks += line.drawn(number, sheet.left + column * pitch, height - below)
    return strip


@dataclass(frozen=True, slots=True)
class _Line:
    """A signer's name and capacity in rows; `above` and `below` the baseline of the last name."""

    names: tuple[str, ...]
    size: float
    capacities: tuple[str, ...]
    capacity_size: float

    @classmethod
    def of(cls, person: WitnessLine, step: Step) -> _Line:
        """A wide name gets smaller, then several lines; so does the capacity."""
        names, size = _fit(person.name, _SIZE, step.at_least(_SMALLEST))
        usual = step.at_least(_CAPACITY)
        capacities, capacity_size = _fit(person.capacity, usual, step.at_least(_SMALLEST_CAPACITY))
        return cls(names, size, capacities, capacity_size)

    @property
    def above(self) -> float:
        """From the baseline up to the top of the first line of the name."""
        return (max(len(self.names), 1) - 1) * self.size * _NAME_LEADING + ASCENT * self.size

    @property
    def below(self) -> float:
        """From the baseline down to the foot of the capacity, or of the dots."""
        return _FOOT + max(_DOTS_DROP, len(self.capacities) * _CAPACITY_DROP)

    def height(self, least: float) -> float:
        """Of a row with this signer alone."""
        return max(least, self.above + self.below + _AIR)

    def drawn(self, number: int, x: float, at: float) -> list[Mark]:
        """Number (0 for none), name, capacity and dots; `at` is the last baseline of the name."""
        marks: list[Mark] = []
        left = x + (_NAME if number else 0.0)
        if number:
            text = f"{number}."
            start = x + _NUMBER_RIGHT - text_width(text, Face.REGULAR, _SIZE)
            marks.append(TextMark(start, at, text, Face.REGULAR, _SIZE))
        if not self.names:
            marks.append(dots(left, x + _NAME_BLANK, at + _DOTS_DROP))
        y = at - (len(self.names) - 1) * self.size * _NAME_LEADING
        for name in self.names:
            marks.append(TextMark(left, y, name, Face.REGULAR, self.size))
            y += self.size * _NAME_LEADING
        y = at
        for line in self.capacities:
            y += _CAPACITY_DROP
            marks.append(TextMark(left, y, line, Face.REGULAR, self.capacity_size))
        marks.append(dots(x + _DOTS_FROM, x + _DOTS_TO, at + _DOTS_DROP))
        return marks


def _fit(text: str, usual: float, smallest: float) -> tuple[tuple[str, ...], float]:
    """Lines and size: one line, smaller when wide, then several of the smallest size."""
    shown = printable(text)
    if not shown:
        return (), usual
    size = min(usual, _NAME_ROOM / em_width(shown, Face.REGULAR))
    if size >= smallest:
        return (shown,), size
    return tuple(plain_lines(shown, Face.REGULAR, _NAME_ROOM / smallest)), smallest


def _heading(title: str, right: str, sheet: Sheet, step: Step) -> Strip:
    at = baseline(step.leading, step.size)
    marks: list[Mark] = []
    if title:
        marks.append(TextMark(sheet.left, at, title, Face.REGULAR, step.size))
    if right:
        x = sheet.text_right - text_width(right, Face.REGULAR, step.size)
        marks.append(TextMark(x, at, right, Face.REGULAR, step.size))
    return Strip(step.leading, marks, [], glued=True)
