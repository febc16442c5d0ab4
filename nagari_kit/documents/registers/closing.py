"""The end of a book: remarks under the table, then who signs it, side by side."""

from __future__ import annotations

from nagari_kit.documents.fonts import Face, em_width, printable, text_width
from nagari_kit.documents.layout.lines import baseline, plain_lines
from nagari_kit.documents.layout.marks import MM, LineMark, Mark, TextMark
from nagari_kit.documents.registers.cells import fitted
from nagari_kit.documents.registers.form import Register, Signatory
from nagari_kit.documents.registers.sheet import BookSheet
from nagari_kit.documents.wording import NO_BREAK

_WIDTH = 85 * MM
_INSET = 18 * MM
_SIZE, _LEADING = 11.0, 13.3
_SMALLEST = 9.5
_SHRINK = 0.25
_ABOVE = 9 * MM
_SPACE = 20 * MM
_UNDERLINE, _DROP = 0.7, 1.7
_DOTS = 58 * MM
_REMARK_SIZE, _REMARK_LEADING, _REMARK_ABOVE = 8.0, 10.4, 2.5 * MM


class Closing:
    """Measured once for its height, drawn below the last row of the last page."""

    def __init__(self, register: Register, sheet: BookSheet) -> None:
        self._sheet = sheet
        self._remarks = [
            line
            for remark in register.remarks
            for line in fitted(
                printable(remark),
                sheet.text_right - sheet.edges[0],
                _REMARK_SIZE,
                Face.SANS,
            ).lines
        ]
        axis = _INSET + _WIDTH / 2
        self._blocks = [
            (side, centre)
            for side, centre in (
                (register.left, sheet.edges[0] + axis),
                (register.right, sheet.text_right - axis),
            )
            if side is not None
        ]
        self._heads = [_upper(side) for side, _ in self._blocks]
        self._feet = [_lower(side) for side, _ in self._blocks]

    @property
    def height(self) -> float:
        """From the table's lower edge to the last line."""
        return self._remark_height + self._signature_height

    def marks(self, top: float) -> list[Mark]:
        """Everything, below a table that ends at `top`."""
        marks: list[Mark] = []
        y = top + _REMARK_ABOVE
        for line in self._remarks:
            at = y + baseline(_REMARK_LEADING, _REMARK_SIZE)
            marks.append(TextMark(self._sheet.edges[0], at, line, Face.SANS, _REMARK_SIZE))
            y += _REMARK_LEADING
        y = top + self._remark_height + _ABOVE
        below = y + max((len(head) for head in self._heads), default=0) * _LEADING + _SPACE
        for (side, axis), head, foot in zip(self._blocks, self._heads, self._feet, strict=True):
            _draw(head, axis, y, Face.REGULAR, marks)
            named = _draw(foot, axis, below, Face.BOLD, marks, underlined=True)
            if not foot:
                named = below + _LEADING
                at = below + baseline(_LEADING, _SIZE) + _DROP
                marks.append(
                    LineMark(axis - _DOTS / 2, at, axis + _DOTS / 2, at, 0.5, 0.0, (0.8, 1.6))
                )
            if side.nip:
                _draw(_set(f"NIP. {side.nip}", Face.REGULAR), axis, named, Face.REGULAR, marks)
        return marks

    @property
    def _remark_height(self) -> float:
        if not self._remarks:
            return 0.0
        return _REMARK_ABOVE + len(self._remarks) * _REMARK_LEADING

    @property
    def _signature_height(self) -> float:
        if not self._blocks:
            return 0.0
        heads = max(len(head) for head in self._heads)
        feet = max(len(foot) or 1 for foot in self._feet)
        nip = any(side.nip for side, _ in self._blocks)
        return _ABOVE + _SPACE + (heads + feet + nip) * _LEADING


def _upper(side: Signatory) -> list[tuple[str, float]]:
    return [
        row for line in (side.first_line, *side.office_lines) for row in _set(line, Face.REGULAR)
    ]


def _lower(side: Signatory) -> list[tuple[str, float]]:
    return _set(side.name, Face.BOLD) if side.name else []


def _set(line: str, face: Face) -> list[tuple[str, float]]:
    """The line in one row, smaller when it is wide, or in several; each with its size."""
    shown = printable(line).replace(" ", NO_BREAK) if line.startswith("NIP") else printable(line)
    size = _SIZE
    while size > _SMALLEST and em_width(shown, face) * size > _WIDTH:
        size -= _SHRINK
    if em_width(shown, face) * size <= _WIDTH:
        return [(shown, size)]
    return [(part, _SIZE) for part in plain_lines(shown, face, _WIDTH / _SIZE)]


def _draw(
    rows: list[tuple[str, float]],
    axis: float,
    y: float,
    face: Face,
    marks: list[Mark],
    *,
    underlined: bool = False,
) -> float:
    for text, size in rows:
        at = y + baseline(_LEADING, _SIZE)
        width = text_width(text, face, size)
        left = axis - width / 2
        marks.append(TextMark(left, at, text, face, size))
        if underlined:
            marks.append(LineMark(left, at + _DROP, left + width, at + _DROP, _UNDERLINE))
        y += _LEADING
    return y
