"""Up to three signatures with the same top: citizens, camat, KAN, the office itself.

What nobody here can know (a camat's number, a name) is a dotted line, never an invention.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from nagari_kit.documents.fonts import Face, printable, text_width
from nagari_kit.documents.layout.lines import baseline
from nagari_kit.documents.layout.marks import MM, Mark, Strip, TextMark
from nagari_kit.documents.layout.people_lines import witness_marks
from nagari_kit.documents.layout.places import (
    CODE_SIDE,
    METERAI_HEIGHT,
    cap_place,
    code_place,
    meterai_box,
)
from nagari_kit.documents.layout.signature import WIDTH
from nagari_kit.documents.layout.signing_rows import (
    LEADING,
    NIP,
    SIZE,
    SMALLEST,
    Fit,
    Row,
    dots,
    draw_prefix,
    draw_rows,
    fitted,
    nip_rows,
    of_one_size,
)
from nagari_kit.documents.layout.steps import Sheet, Step
from nagari_kit.documents.snapshot import SignatureCell, SignatureRow

_BETWEEN = 4 * MM
"""Between three signatures beside each other."""
_THREE_SIZE = 11.5
_LABELS = (6 * MM, 23 * MM, 26.5 * MM, 72 * MM)
_NARROW_LABELS = (0.0, 15 * MM, 17.5 * MM, 60 * MM)
"""Where a label, its colon and its value begin, and where a dotted line ends."""
_NARROW = 66 * MM
"""A signature so wide or less, one of three, has its labels at its edge."""
_NUMBER_LEADING, _ABOVE_NUMBER, _BELOW_NUMBER = 16.0, 3.0, 4.5
_BLANK_NAME = 54 * MM
_METERAI_INSET, _METERAI_AIR = 2 * MM, 1 * MM
_CODE_AIR = 8 * MM


@dataclass(frozen=True, slots=True)
class _Place:
    """Where one signature stands."""

    left: float
    width: float
    fit: Fit

    @property
    def axis(self) -> float:
        return self.left + self.width / 2


def signature_row_strip(row: SignatureRow, sheet: Sheet, step: Step) -> Strip:
    """One strip that is never cut; the code's place beside the row, or under it when taken."""
    places = [_place(cell, row, sheet, step) for cell in row.cells]
    strip = Strip(0.0, [], [], space_before=step.paragraph_gap + step.signature_air)
    tops = _draw_tops(row, places, step, strip.marks)
    space = step.signature_space
    if any(cell.stamp_duty for cell in row.cells):
        space = max(space, METERAI_HEIGHT + _METERAI_AIR)
    signing = [top for top, cell in zip(tops, row.cells, strict=True) if not cell.witnesses]
    names_at = max(signing, default=0.0) + space
    ends = [0.0]
    for cell, place, top in zip(row.cells, places, tops, strict=True):
        if cell.witnesses:
            ends.append(top)
            continue
        if cell.stamp_duty:
            box_top = names_at - METERAI_HEIGHT - _METERAI_AIR / 2
            strip.marks += meterai_box(place.left + _METERAI_INSET, box_top, step.smallest)
        ends.append(_draw_name(cell, place, names_at, strip.marks))
        if cell.office_lines and not cell.stamp_duty:
            strip.caps.append(cap_place(place.axis, top, names_at - top, place.width))
    strip.height = max(ends)
    if row.code_place:
        if any(place.left < sheet.left + CODE_SIDE for place in places):
            strip.height += _CODE_AIR + CODE_SIDE
        strip.marks += code_place(sheet.left, max(strip.height, CODE_SIDE), step.smallest)
        strip.height = max(strip.height, CODE_SIDE)
    return strip


def _draw_tops(
    row: SignatureRow, places: list[_Place], step: Step, marks: list[Mark]
) -> list[float]:
    """What stands above each space for the pen; a lone line stands level with the offices."""
    drawn: list[tuple[float, list[Mark]]] = []
    for cell, place in zip(row.cells, places, strict=True):
        own: list[Mark] = []
        drawn.append((_draw_top(cell, place, step, own), own))
    level = max(
        (top for (top, _), cell in zip(drawn, row.cells, strict=True) if not cell.witnesses),
        default=0.0,
    )
    tops = []
    for top, own in drawn:
        lone = top == LEADING and level > top
        marks += [_lower(mark, level - top) for mark in own] if lone else own
        tops.append(level if lone else top)
    return tops


def _lower(mark: Mark, by: float) -> Mark:
    return replace(mark, y=mark.y + by) if isinstance(mark, TextMark) else mark


def _place(cell: SignatureCell, row: SignatureRow, sheet: Sheet, step: Step) -> _Place:
    crowded = len(row.cells) > 1 and any(one.side == "tengah" for one in row.cells)
    width = min(WIDTH, (sheet.text_width - 2 * _BETWEEN) / 3) if crowded else WIDTH
    width = min(width, (sheet.text_width - _BETWEEN) / 2) if len(row.cells) == 2 else width
    left = {
        "kiri": sheet.left,
        "tengah": sheet.left + (sheet.text_width - width) / 2,
        "kanan": sheet.text_right - width,
    }[cell.side]
    size = _THREE_SIZE if crowded else SIZE
    fit = Fit(width, size, min(size, step.at_least(SMALLEST)))
    if crowded:
        alike = min((row.size for one in row.cells for row in _fitting(one, fit)), default=fit.size)
        fit = Fit(width, alike, min(alike, fit.smallest))
    return _Place(left, width, fit)


def _fitting(cell: SignatureCell, fit: Fit) -> list[Row]:
    """Everything of a cell that may have to become smaller, so that all three are alike."""
    texts = (cell.place_date, cell.caption, *cell.office_lines)
    rows = [row for text in texts if text for row in fitted(text, Face.REGULAR, fit)]
    return rows + (fitted(cell.name, Face.BOLD, fit) if cell.name else [])


def _draw_top(cell: SignatureCell, place: _Place, step: Step, marks: list[Mark]) -> float:
    """Everything above the space for the pen; where that space begins."""
    if cell.witnesses:
        return _draw_witnesses(cell, place, step, marks)
    fit = place.fit
    first, captions, offices = of_one_size(
        fitted(cell.place_date, Face.REGULAR, fit) if cell.place_date else [],
        fitted(cell.caption, Face.REGULAR, fit) if cell.caption else [],
        [row for line in cell.office_lines for row in fitted(line, Face.REGULAR, fit)],
    )
    y = draw_rows([*first, *captions], place.axis, 0.0, marks)
    if cell.number is not None or cell.day is not None:
        y += _ABOVE_NUMBER
        for label, value in (("Nomor", cell.number), ("Tanggal", cell.day)):
            if value is not None:
                _draw_labelled(label, value, place, y, marks)
                y += _NUMBER_LEADING
        y += _BELOW_NUMBER
    if cell.prefix and offices:
        draw_prefix(cell.prefix, offices[0], place.axis, y, marks)
    return draw_rows(offices, place.axis, y, marks)


def _draw_witnesses(cell: SignatureCell, place: _Place, step: Step, marks: list[Mark]) -> float:
    y = 0.0
    if cell.caption:
        at = baseline(LEADING, SIZE)
        marks.append(TextMark(place.left, at, printable(cell.caption), Face.REGULAR, SIZE))
        y += LEADING
    drawn, end = witness_marks(cell.witnesses, place.left, y, step)
    marks += drawn
    return end


def _draw_labelled(label: str, value: str, place: _Place, top: float, marks: list[Mark]) -> None:
    """`Nomor : …`; the number gets smaller rather than broken, and unknown is a dotted line."""
    inset, colon, begin, end = _LABELS if place.width > _NARROW else _NARROW_LABELS
    at = top + baseline(_NUMBER_LEADING, place.fit.size)
    size = place.fit.size
    left = place.left + begin
    marks.append(TextMark(place.left + inset, at, label, Face.REGULAR, size))
    marks.append(TextMark(place.left + colon, at, ":", Face.REGULAR, size))
    shown = printable(value)
    if not shown:
        marks.append(dots(left, place.left + min(end, place.width), at + 2.5))
        return
    room = place.width - begin
    size = min(size, size * room / text_width(shown, Face.REGULAR, size))
    marks.append(TextMark(left, at, shown, Face.REGULAR, size))


def _draw_name(cell: SignatureCell, place: _Place, y: float, marks: list[Mark]) -> float:
    """Name and NIP, dotted where they are unknown; where they end."""
    blank = min(_BLANK_NAME, place.width)
    if cell.name:
        names = fitted(cell.name, Face.BOLD, place.fit, underlined=True)
    else:
        names = [Row("", Face.REGULAR, place.fit.size, dotted=blank)]
    names, numbers = of_one_size(names, nip_rows(cell.nip or "", place.fit))
    y = draw_rows([*names, *numbers], place.axis, y, marks)
    if cell.nip == "":
        at = y + baseline(LEADING, SIZE)
        marks.append(TextMark(place.axis - blank / 2, at, NIP.strip(), Face.REGULAR, SIZE))
        y += LEADING
    return y
