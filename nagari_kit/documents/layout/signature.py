"""The signature block at the right, the free place of the check code at the left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from nagari_kit.documents.fonts import Face, em_width, printable, text_width
from nagari_kit.documents.layout.lines import baseline, plain_lines
from nagari_kit.documents.layout.marks import MM, LineMark, Mark, Strip, TextMark
from nagari_kit.documents.layout.steps import Sheet, Step
from nagari_kit.documents.snapshot import SignatureText
from nagari_kit.documents.wording import NO_BREAK

CODE_SIDE = 25 * MM
"""The check code's square at the left margin; a sealed letter has its code there."""
_WIDTH = 78 * MM
_SIZE, _LEADING = 12.0, 14.6
_SMALLEST, _SHRINK = 9.5, 0.25
_PREFIX_GAP = 1.6 * MM
_UNDERLINE, _UNDERLINE_DROP = 0.7, 1.8
_NIP = "NIP. "
_NOTE = ("Tempat kode", "pemeriksaan")
_NOTE_SIZE, _NOTE_GRAY = 6.6, 0x88 / 0xFF
_CORNER, _CORNER_RULE = 3 * MM, 0.4


@dataclass(frozen=True, slots=True)
class _Row:
    text: str
    face: Face
    size: float
    underlined: bool = False

    @property
    def width(self) -> float:
        return text_width(self.text, self.face, self.size)


def signature_strip(text: SignatureText, sheet: Sheet, step: Step) -> Strip:
    """One strip; its space for pen and cap stays free, and so does the marked place of the code."""
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
    """Corner marks around the free square and what it is for, grey: alike on draft and paper."""
    top, right = bottom - CODE_SIDE, left + CODE_SIDE
    marks: list[Mark] = []
    for x, inward in ((left, _CORNER), (right, -_CORNER)):
        for y, down in ((top, _CORNER), (bottom, -_CORNER)):
            marks.append(LineMark(x, y, x + inward, y, _CORNER_RULE, _NOTE_GRAY))
            marks.append(LineMark(x, y, x, y + down, _CORNER_RULE, _NOTE_GRAY))
    y = top + CODE_SIDE / 2 - 1.0
    for line in _NOTE:
        width = text_width(line, Face.SANS, _NOTE_SIZE)
        x = left + (CODE_SIDE - width) / 2
        marks.append(TextMark(x, y, line, Face.SANS, _NOTE_SIZE, gray=_NOTE_GRAY))
        y += _NOTE_SIZE * 1.25
    return marks
