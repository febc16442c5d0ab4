"""Places that stay free for what comes later: the check code, the meterai, the office's cap."""

from __future__ import annotations

from itertools import pairwise

from nagari_kit.documents.fonts import Face, text_width
from nagari_kit.documents.layout.marks import MM, CapPlace, LineMark, Mark, TextMark

CODE_SIDE = 25 * MM
"""The check code's square at the left margin; a sealed letter has its code there."""
METERAI_WIDTH, METERAI_HEIGHT = 32 * MM, 24 * MM
_NOTE = ("Tempat kode", "pemeriksaan")
_NOTE_SIZE, _NOTE_GRAY = 6.6, 0x88 / 0xFF
_CORNER, _CORNER_RULE = 3 * MM, 0.4
_METERAI = ("Meterai", "Rp10.000")
_METERAI_SIZE, _METERAI_GRAY = 7.5, 0x66 / 0xFF
_METERAI_RULE, _METERAI_DASH = 0.5, (2.4, 2.0)
_CAP_LEFT = 14 * MM
"""The cap's centre lies so much left of the signature's axis."""


def code_place(left: float, bottom: float, smallest: float) -> list[Mark]:
    """Corner marks around the free square and what it is for, grey: alike on draft and paper."""
    top, right = bottom - CODE_SIDE, left + CODE_SIDE
    marks: list[Mark] = []
    for x, inward in ((left, _CORNER), (right, -_CORNER)):
        for y, down in ((top, _CORNER), (bottom, -_CORNER)):
            marks.append(LineMark(x, y, x + inward, y, _CORNER_RULE, _NOTE_GRAY))
            marks.append(LineMark(x, y, x, y + down, _CORNER_RULE, _NOTE_GRAY))
    size = max(_NOTE_SIZE, smallest)
    y = top + CODE_SIDE / 2 - 1.0
    return marks + _centred(_NOTE, left + CODE_SIDE / 2, y, size, _NOTE_GRAY)


def meterai_box(left: float, top: float, smallest: float) -> list[Mark]:
    """The dashed box over whose edge the signature runs."""
    right, bottom = left + METERAI_WIDTH, top + METERAI_HEIGHT
    corners = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
    marks: list[Mark] = [
        LineMark(*begin, *end, _METERAI_RULE, _METERAI_GRAY, _METERAI_DASH)
        for begin, end in pairwise(corners)
    ]
    size = max(_METERAI_SIZE, smallest)
    y = top + METERAI_HEIGHT / 2 - 1.0
    return marks + _centred(_METERAI, left + METERAI_WIDTH / 2, y, size, _METERAI_GRAY)


def cap_place(axis: float, top: float, space: float, width: float) -> CapPlace:
    """The cap over a signature whose free space begins at `top`."""
    return CapPlace(axis - _CAP_LEFT, top + space / 2, axis - width / 2, axis + width / 2)


def _centred(
    lines: tuple[str, ...], axis: float, first: float, size: float, gray: float
) -> list[Mark]:
    marks: list[Mark] = []
    y = first
    for line in lines:
        x = axis - text_width(line, Face.SANS, size) / 2
        marks.append(TextMark(x, y, line, Face.SANS, size, gray=gray))
        y += size * 1.25
    return marks
