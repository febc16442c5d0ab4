"""The lines of one signature: centred on its axis, of one size, smaller or broken when wide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from nagari_kit.documents.fonts import Face, em_width, printable, text_width
from nagari_kit.documents.layout.lines import baseline, plain_lines
from nagari_kit.documents.layout.marks import MM, LineMark, Mark, TextMark
from nagari_kit.documents.wording import NO_BREAK

SIZE, LEADING = 12.0, 14.6
SMALLEST = 9.5
NIP = "NIP. "
_SHRINK = 0.25
_PREFIX_GAP = 1.6 * MM
_UNDERLINE, _UNDERLINE_DROP = 0.7, 1.8
_DOTS_WIDTH, _DOTS = 0.5, (0.8, 1.6)


@dataclass(frozen=True, slots=True)
class Fit:
    """How wide a signature is, its size, and the smallest that it may get."""

    width: float
    size: float = SIZE
    smallest: float = SMALLEST


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a signature; without `text` it is a dotted line of `dotted` points."""

    text: str
    face: Face
    size: float
    underlined: bool = False
    dotted: float = 0.0

    @property
    def width(self) -> float:
        """In points."""
        return text_width(self.text, self.face, self.size)


def nip_rows(nip: str, fit: Fit) -> list[Row]:
    """`NIP.` and the number, nothing when there is none."""
    return fitted(NIP + nip.replace(" ", NO_BREAK), Face.REGULAR, fit) if nip else []


def of_one_size(*groups: list[Row]) -> list[list[Row]]:
    """The widest row of the block gives the size of all."""
    size = min((row.size for rows in groups for row in rows), default=SIZE)
    return [[replace(row, size=size) for row in rows] for rows in groups]


def draw_rows(rows: list[Row], axis: float, y: float, marks: list[Mark]) -> float:
    """Adds the rows from `y` on; where they end."""
    for row in rows:
        at = y + baseline(LEADING, SIZE)
        left = axis - row.width / 2
        if row.dotted:
            marks.append(dots(axis - row.dotted / 2, axis + row.dotted / 2, at + 1.0))
        else:
            marks.append(TextMark(left, at, row.text, row.face, row.size))
        if row.underlined:
            under = at + _UNDERLINE_DROP
            marks.append(LineMark(left, under, left + row.width, under, _UNDERLINE))
        y += LEADING
    return y


def draw_prefix(prefix: str, first: Row, axis: float, top: float, marks: list[Mark]) -> None:
    """`a.n.` hangs left of the first office line."""
    width = text_width(prefix, Face.REGULAR, first.size)
    x = axis - first.width / 2 - _PREFIX_GAP - width
    at = top + baseline(LEADING, SIZE)
    marks.append(TextMark(x, at, prefix, Face.REGULAR, first.size))


def dots(left: float, right: float, y: float) -> LineMark:
    """A dotted line to write on."""
    return LineMark(left, y, right, y, _DOTS_WIDTH, dash=_DOTS)


def fitted(text: str, face: Face, fit: Fit, *, underlined: bool = False) -> list[Row]:
    """One row, smaller when wide; then in several, a name first of all before its title."""
    shown = printable(text)
    for parts in _partings(shown, face, fit):
        widest = max(em_width(part, face) for part in parts)
        size = fit.size
        while size > fit.smallest and widest * size > fit.width:
            size = max(size - _SHRINK, fit.smallest)
        if widest * size <= fit.width:
            return [Row(part, face, size, underlined) for part in parts]
    size = fit.width / em_width(shown, face)
    return [Row(shown, face, size, underlined)]


def _partings(text: str, face: Face, fit: Fit) -> Iterator[list[str]]:
    """Ways to set a long line, best first: whole, before the title, in full rows."""
    yield [text]
    name, comma, title = text.partition(", ")
    if comma:
        yield [name + ",", title]
    yield plain_lines(text, face, fit.width / fit.size)
    yield plain_lines(text, face, fit.width / fit.smallest)
