"""The signature block at the right, the free place of the check code at the left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from nagari_kit.documents.fonts import Face, em_width, printable, text_width
from nagari_kit.documents.layout.lines import baseline, plain_lines
from nagari_kit.documents.layout.marks import MM, LineMark, Mark, Strip, TextMark
from nagari_kit.documents.layout.steps import Sheet, Step
from nagari_kit.documents.snapshot import SignatureText
from nagari_kit.documents.wording import NO_BREAK

CODE_SIDE = 25 * MM
"""The check code's square, kept free at the left margin."""
_WIDTH = 78 * MM
_SIZE, _LEADING = 12.0, 14.6
_SMALLEST, _SHRINK = 10.5, 0.25
_PREFIX_GAP = 1.6 * MM
_UNDERLINE, _UNDERLINE_DROP = 0.7, 1.8
_NIP = "NIP. "
_NOTE = ("Tempat kode", "pemeriksaan")
_NOTE_SIZE, _NOTE_GRAY = 7.2, 0x55 / 0xFF


@dataclass(frozen=True, slots=True)
class _Row:
    text: str
    face: Face
    size: float
    underlined: bool = False

    @property
    def width(self) -> float:
        return text_width(self.text, self.face, self.size)


def signature_strip(text: SignatureText, sheet: Sheet, step: Step, *, draft: bool) -> Strip:
    """One strip; its space for pen and cap stays free. A draft marks the code's place."""
    axis = sheet.text_right - _WIDTH / 2
    marks: list[Mark] = []
    first, offices, closing = _of_one_size(
        _fitted(text.place_date, Face.REGULAR),
        [row for line in text.office_lines for row in _fitted(line, Face.REGULAR)],
        [*_fitted(text.name, Face.BOLD, underlined=True), *_nip_rows(text.nip)],
    )
    y = _draw_rows(first, axis, 0.0, marks)
    if text.prefix and offices:
        _draw_prefix(text.prefix, offices[0], axis, y, marks)
    y = _draw_rows(offices, axis, y, marks) + step.signature_space
    y = _draw_rows(closing, axis, y, marks)
    if draft:
        marks += _code_place(sheet.left, y)
    return Strip(y, marks, [], space_before=step.paragraph_gap + step.signature_air)


def _nip_rows(nip: str) -> list[_Row]:
    return _fitted(_NIP + nip.replace(" ", NO_BREAK), Face.REGULAR) if nip else []


def _of_one_size(*groups: list[_Row]) -> list[list[_Row]]:
    """The widest row of the block gives the size of all."""
    size = min(row.size for rows in groups for row in rows)
    return [[replace(row, size=size) for row in rows] for rows in groups]


def _draw_rows(rows: list[_Row], axis: float, y: float, marks: list[Mark]) -> float:
    for row in rows:
        at = y + baseline(_LEADING, _SIZE)
        left = axis - row.width / 2
        marks.append(TextMark(left, at, row.text, row.face, row.size))
        if row.underlined:
            under = at + _UNDERLINE_DROP
            marks.append(LineMark(left, under, left + row.width, under, _UNDERLINE))
        y += _LEADING
    return y


def _draw_prefix(prefix: str, first: _Row, axis: float, top: float, marks: list[Mark]) -> None:
    width = text_width(prefix, Face.REGULAR, first.size)
    x = axis - first.width / 2 - _PREFIX_GAP - width
    at = top + baseline(_LEADING, _SIZE)
    marks.append(TextMark(x, at, prefix, Face.REGULAR, first.size))


def _fitted(text: str, face: Face, *, underlined: bool = False) -> list[_Row]:
    """One row, smaller when wide; then in several, a name first of all before its title."""
    shown = printable(text)
    for parts in _partings(shown, face):
        widest = max(em_width(part, face) for part in parts)
        size = _SIZE
        while size > _SMALLEST and widest * size > _WIDTH:
            size -= _SHRINK
        if widest * size <= _WIDTH:
            return [_Row(part, face, size, underlined) for part in parts]
    size = _WIDTH / em_width(shown, face)
    return [_Row(shown, face, size, underlined)]


def _partings(text: str, face: Face) -> Iterator[list[str]]:
    """Ways to set a long line, best first: whole, before the title, in full rows."""
    yield [text]
    name, comma, title = text.partition(", ")
    if comma:
        yield [name + ",", title]
    yield plain_lines(text, face, _WIDTH / _SIZE)
    yield plain_lines(text, face, _WIDTH / _SMALLEST)


def _code_place(left: float, bottom: float) -> list[Mark]:
    top, right = bottom - CODE_SIDE, left + CODE_SIDE
    corners = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
    sides: list[Mark] = [
        LineMark(*begin, *end, 0.5, _NOTE_GRAY, (2.0, 2.0)) for begin, end in pairwise(corners)
    ]
    y = top + CODE_SIDE / 2 - 1.0
    for line in _NOTE:
        width = text_width(line, Face.SANS, _NOTE_SIZE)
        x = left + (CODE_SIDE - width) / 2
        sides.append(TextMark(x, y, line, Face.SANS, _NOTE_SIZE, gray=_NOTE_GRAY))
        y += _NOTE_SIZE * 1.25
    return sides
