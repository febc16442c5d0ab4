"""What stands in a cell: its words, and the lines and type size by which they fit a column."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from nagari_kit.documents.fonts import Face, em_width, printable
from nagari_kit.documents.registers.form import Cell, Kind
from nagari_kit.documents.wording import DASH, clean_lines

SMALLEST = 6.5
"""Points."""
_LAST_RESORT = 5.5
"""Points, for a word that would have to be cut otherwise; one wider still goes on in a new line,
sign by sign, in type of the smallest size."""
_SHRINK = 0.25
_REMEMBERED = 32768
_AFTER_SLASH = re.compile(r"(?<=[/-])(?=.)")
_SLACK = 1e-6


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines of a cell and the size of their type in points."""

    lines: tuple[str, ...]
    size: float


def cell_text(cell: Cell, kind: Kind) -> str:
    """The cell as it is printed: `1.040`, `–` for a count of nought, `24-11-2026`."""
    if isinstance(cell, str):
        return _shown(cell)
    if cell is None:
        return ""
    if isinstance(cell, date):
        return f"{cell:%d-%m-%Y}"
    if kind is Kind.COUNT:
        return f"{cell:,}".replace(",", ".") if cell else DASH
    return str(cell)


@lru_cache(maxsize=_REMEMBERED)
def fitted(text: str, room: float, size: float, face: Face, *, whole: bool = False) -> Fitted:
    """The text in lines of at most `room` points, in type of `size` or less where a word needs it.

    A `whole` text stays on the lines that it has; its type becomes as small as that takes.
    """
    if not text:
        return Fitted((), size)
    lines = text.split("\n")
    if whole:
        widest = max(em_width(line, face) for line in lines)
        return Fitted(tuple(lines), _size_for(widest, room, size, 0.0))
    words = [word for line in lines for word in line.split(" ")]
    parts = [part for word in words for part in _parts(word, room / size, face)]
    chosen = _word_size(max(em_width(part, face) for part in parts), room, size)
    set_lines: list[str] = []
    for line in lines:
        set_lines += _wrapped(line, room / chosen, face)
    return Fitted(tuple(set_lines), chosen)


@lru_cache(maxsize=_REMEMBERED)
def _shown(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text.strip()
    return printable(clean_lines(text))


def _size_for(widest: float, room: float, size: float, smallest: float) -> float:
    while widest * size > room + _SLACK and size - _SHRINK >= smallest:
        size -= _SHRINK
    if widest * size > room + _SLACK and not smallest:
        return room / widest
    return size


def _word_size(widest: float, room: float, size: float) -> float:
    chosen = _size_for(widest, room, size, SMALLEST)
    if widest * chosen > room + _SLACK and widest * _LAST_RESORT <= room:
        return _size_for(widest, room, chosen, _LAST_RESORT)
    return chosen


def _parts(word: str, room: float, face: Face) -> list[str]:
    """The word, or where it is too wide its parts after slashes and hyphens."""
    if em_width(word, face) <= room + _SLACK:
        return [word]
    return _AFTER_SLASH.split(word)


def _wrapped(line: str, room: float, face: Face) -> list[str]:
    """Lines each as full as it gets; `room` in ems."""
    blank = em_width(" ", face)
    lines: list[str] = []
    current, used = "", 0.0
    for word in line.split(" "):
        glue = " " if current else ""
        for part in _pieces(word, room, face):
            width = em_width(part, face)
            if current and used + (blank if glue else 0.0) + width > room + _SLACK:
                lines.append(current)
                current, used, glue = "", 0.0, ""
            used += width + (blank if glue else 0.0)
            current += glue + part
            glue = ""
    return [*lines, current]


def _pieces(word: str, room: float, face: Face) -> list[str]:
    """Parts of a word that each fit a line, cut sign by sign as the last resort."""
    found: list[str] = []
    for part in _parts(word, room, face):
        rest = part
        while em_width(rest, face) > room + _SLACK and len(rest) > 1:
            count = len(rest) - 1
            while count > 1 and em_width(rest[:count], face) > room + _SLACK:
                count -= 1
            found.append(rest[:count])
            rest = rest[count:]
        found.append(rest)
    return found
