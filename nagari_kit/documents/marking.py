"""Marks that several papers set alike: text on an axis, boxes, dotted lines to write on."""

from __future__ import annotations

import math
from itertools import pairwise

from nagari_kit.documents.fonts import Face, em_width, printable
from nagari_kit.documents.layout.lines import baseline, plain_lines
from nagari_kit.documents.layout.marks import MM, LineMark, Mark, TextMark

_ARC_STEPS = 5
_DOTTED = (0.8, 1.6)
_SHRINK = 0.25


def written(x: float, y: float, text: str, face: Face, size: float, gray: float = 0.0) -> TextMark:
    """Text that begins at `x`; `y` is its baseline."""
    # A face becomes known to the document when it is first measured.
    em_width("", face)
    return TextMark(x, y, printable(text), face, size, gray=gray)


def centred(
    axis: float, y: float, text: str, face: Face, size: float, gray: float = 0.0
) -> TextMark:
    """Text with its middle on `axis`; `y` is its baseline."""
    shown = printable(text)
    return TextMark(axis - em_width(shown, face) * size / 2, y, shown, face, size, gray=gray)


def ending(right: float, y: float, text: str, face: Face, size: float) -> TextMark:
    """Text that ends at `right`; `y` is its baseline."""
    shown = printable(text)
    return TextMark(right - em_width(shown, face) * size, y, shown, face, size)


def set_lines(
    text: str, face: Face, size: float, room: float, most: int, smallest: float
) -> tuple[list[str], float]:
    """The text in at most `most` lines of `room` points, in type of `size` or less.

    What does not fit at `smallest` ends in dots.
    """
    shown = printable(text)
    while True:
        lines = plain_lines(shown, face, room / size)
        if len(lines) <= most:
            return lines, size
        if size - _SHRINK < smallest:
            return [*lines[: most - 1], _cut(" ".join(lines[most - 1 :]), face, room / size)], size
        size -= _SHRINK


def signature(
    axis: float, top: float, words: tuple[str, ...], name: str, room: float
) -> list[Mark]:
    """Who signs: lines over the room for the hand, then the name, or dots where it is not known."""
    leading, size = 13.6, 11.5
    marks: list[Mark] = []
    y = top
    for line in words:
        for part in set_lines(line, Face.REGULAR, size, room, 2, 8.0)[0]:
            marks.append(centred(axis, y + baseline(leading, size), part, Face.REGULAR, size))
            y += leading
    y = top + len(words) * leading + 21 * MM
    if not name:
        marks.append(LineMark(axis - 28 * MM, y, axis + 28 * MM, y, 0.5, 0.0, _DOTTED))
        return marks
    lines, fitting = set_lines(name, Face.BOLD, size, room, 2, 8.5)
    for line in lines:
        text = centred(axis, y, line, Face.BOLD, fitting)
        width = em_width(text.text, Face.BOLD) * fitting
        marks += [text, LineMark(text.x, y + 1.7, text.x + width, y + 1.7, 0.7)]
        y += leading
    return marks


def frame(
    x: float,
    y: float,
    size: tuple[float, float],
    width: float,
    radius: float = 0.0,
    dash: tuple[float, ...] = (),
) -> list[Mark]:
    """A box; `radius` rounds its corners, `dash` breaks its line (on and off in points)."""
    corners = _corners(x, y, size, radius)
    return [
        LineMark(*start, *end, width, 0.0, dash) for start, end in pairwise([*corners, corners[0]])
    ]


def _corners(
    x: float, y: float, size: tuple[float, float], radius: float
) -> list[tuple[float, float]]:
    right, bottom = x + size[0], y + size[1]
    if radius <= 0:
        return [(x, y), (right, y), (right, bottom), (x, bottom)]
    middles = (
        (x + radius, y + radius, 180),
        (right - radius, y + radius, 270),
        (right - radius, bottom - radius, 0),
        (x + radius, bottom - radius, 90),
    )
    return [
        (
            middle_x + radius * math.cos(math.radians(start + step * 90 / _ARC_STEPS)),
            middle_y + radius * math.sin(math.radians(start + step * 90 / _ARC_STEPS)),
        )
        for middle_x, middle_y, start in middles
        for step in range(_ARC_STEPS + 1)
    ]


def _cut(text: str, face: Face, room: float) -> str:
    if em_width(text, face) <= room:
        return text
    while text and em_width(f"{text}…", face) > room:
        text = text[:-1].rstrip()
    return f"{text}…"
