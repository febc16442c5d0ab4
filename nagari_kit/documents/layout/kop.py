"""The letterhead: crest, three name lines, address, double rule; it adapts to long names in steps.

Order of adapting: centred on the text; centred right of the crest; all names smaller together;
the nagari's line in two. The crest never shrinks.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from nagari_kit.documents.fonts import Face, printable, text_width
from nagari_kit.documents.layout.lines import baseline, plain_lines
from nagari_kit.documents.layout.marks import MM, LineMark, LogoMark, Mark, Strip, TextMark
from nagari_kit.documents.layout.steps import Sheet
from nagari_kit.documents.snapshot import KopText
from nagari_kit.documents.wording import NO_BREAK, bound

CREST = 25 * MM
_CREST_INSET = 1 * MM
_SIDE_AIR = 2.5 * MM
_NAME_SIZES = (14.0, 14.0, 18.0)
_NAME_LEADING = 1.18
_SMALLEST = 0.78
_ADDRESS_SIZES = (9.5, 9.0, 8.5)
_ADDRESS_LEADING = 1.2
_ADDRESS_GAP = 2.5
_RULE_GAP = 3 * MM
_THICK, _THIN = 2.25, 0.6
_BETWEEN = 1 * MM
"""From the middle of the thick line to the middle of the thin one."""
_APART = "    "
_BREAK_BEFORE_NAME = ("NAGARI", "DESA", "KELURAHAN")


@dataclass(frozen=True, slots=True)
class _Name:
    text: str
    face: Face
    size: float

    @property
    def width(self) -> float:
        return text_width(self.text, self.face, self.size)


@dataclass(frozen=True, slots=True)
class _Room:
    """Where the lines are centred and how wide they may be."""

    axis: float
    width: float


@lru_cache(maxsize=16)
def kop_strip(
    kop: KopText,
    sheet: Sheet,
    crests: tuple[float, float],
    scale: float = 1.0,
    smallest: float = 0.0,
) -> Strip:
    """The letterhead as one strip; on preprinted paper only its height.

    `crests` are the widths of crest and second logo in points, 0 when there is none; `scale` the
    office's own size of the names. One office prints one kop: the strip is remembered, it must not
    be changed.
    """
    crest, second = crests
    between = second > 0 and kop.arrangement == "dua"
    beside = (crest > 0 and kop.arrangement != "tengah") or between
    widest = max(crest, second) if between else crest
    column = _CREST_INSET + widest + _SIDE_AIR if beside else 0.0
    names, room = _placed_names(_scaled(_names(kop), scale), sheet, column, between=between)
    address, address_size = _address(kop.address, room.width, smallest)
    names_height = sum(name.size * _NAME_LEADING for name in names)
    address_height = len(address) * address_size * _ADDRESS_LEADING
    text_height = names_height + (_ADDRESS_GAP + address_height if address else 0.0)
    marks: list[Mark] = []
    top = 0.0
    block = text_height
    if beside:
        block = max(text_height, CREST)
        top = (block - text_height) / 2
        marks += _logos(sheet, crest, second if between else 0.0, (block - CREST) / 2)
    elif crest:
        top = CREST + 2 * MM
        block = top + text_height
        marks.append(LogoMark(sheet.left + (sheet.text_width - crest) / 2, 0.0, crest, CREST))
    y = top
    for name in names:
        leading = name.size * _NAME_LEADING
        x = room.axis - name.width / 2
        marks.append(TextMark(x, y + baseline(leading, name.size), name.text, name.face, name.size))
        y += leading
    y += _ADDRESS_GAP
    for line in address:
        leading = address_size * _ADDRESS_LEADING
        x = room.axis - text_width(line, Face.REGULAR, address_size) / 2
        at = y + baseline(leading, address_size)
        marks.append(TextMark(x, at, line, Face.REGULAR, address_size))
        y += leading
    rules, height = _rules(kop.rule, block + _RULE_GAP, sheet)
    if kop.preprinted:
        return Strip(height, [], [], glued=True)
    return Strip(height, [*marks, *rules], [], glued=True)


def _logos(sheet: Sheet, crest: float, second: float, y: float) -> list[Mark]:
    """The crest at the left margin, the second logo at the right one; 0 is none."""
    marks: list[Mark] = []
    if crest:
        marks.append(LogoMark(sheet.left + _CREST_INSET, y, crest, CREST))
    if second:
        x = sheet.text_right - _CREST_INSET - second
        marks.append(LogoMark(x, y, second, CREST, second=True))
    return marks


def _names(kop: KopText) -> list[_Name]:
    lines = [printable(line) for line in kop.lines]
    sizes = _NAME_SIZES[-len(lines) :] if lines else ()
    last = len(lines) - 1
    return [
        _Name(line, Face.BOLD if index == last else Face.REGULAR, size)
        for index, (line, size) in enumerate(zip(lines, sizes, strict=True))
    ]


def _placed_names(
    names: list[_Name], sheet: Sheet, column: float, *, between: bool
) -> tuple[list[_Name], _Room]:
    """Names and where they are centred; `between` two logos there is no room to move aside."""
    middle = sheet.left + sheet.text_width / 2
    centred = _Room(middle, sheet.text_width - 2 * column)
    widest = max((name.width for name in names), default=0.0)
    if widest <= centred.width:
        return names, centred
    room = _right_of_crest(sheet, column) if column and not between else centred
    if widest <= room.width:
        return names, room
    if room.width / widest >= _SMALLEST:
        return _scaled(names, room.width / widest), room
    names = [*names[:-1], *_in_two(names[-1])]
    widest = max(name.width for name in names)
    return _scaled(names, min(1.0, room.width / widest)), room


def _right_of_crest(sheet: Sheet, column: float) -> _Room:
    width = sheet.text_width - column
    return _Room(sheet.left + column + width / 2, width - _SIDE_AIR)


def _scaled(names: list[_Name], factor: float) -> list[_Name]:
    if factor == 1.0:
        return names
    return [_Name(name.text, name.face, name.size * factor) for name in names]


def _in_two(name: _Name) -> list[_Name]:
    """Before the nagari's own name where that halves the line well, else at the best word."""
    words = name.text.split(" ")
    if len(words) < 2:
        return [name]

    def halves(at: int) -> list[_Name]:
        parts = (" ".join(words[:at]), " ".join(words[at:]))
        return [_Name(part, name.face, name.size) for part in parts]

    whole = name.width
    for at in range(2, len(words)):
        if words[at - 1] in _BREAK_BEFORE_NAME and halves(at)[1].width <= whole * 0.7:
            return halves(at)
    choices = (halves(at) for at in range(1, len(words)))
    return min(choices, key=lambda two: max(two[0].width, two[1].width))


def _address(lines: tuple[str, ...], width: float, smallest: float) -> tuple[list[str], float]:
    """Two lines as they are, smaller when too wide, and at last in as many as they need."""
    texts = [printable(line) for line in lines]
    for usual in _ADDRESS_SIZES:
        size = max(usual, smallest)
        if all(text_width(text, Face.REGULAR, size) <= width for text in texts):
            return texts, size
    broken = [line for text in texts for line in _broken_address(text, width / size)]
    return broken, size


def _broken_address(text: str, width: float) -> list[str]:
    """Lines that break between the parts of an address; `width` in ems."""
    parts = text.replace(_APART, f"{_APART[1:].replace(' ', NO_BREAK)}\n").split("\n")
    whole = " ".join(", ".join(bound(piece) for piece in part.split(", ")) for part in parts)
    return [line.strip(f" {NO_BREAK}") for line in plain_lines(whole, Face.REGULAR, width)]


def _rules(rule: str, y: float, sheet: Sheet) -> tuple[list[LineMark], float]:
    """The lines under the kop and the height that it has with them."""
    left, right = sheet.left, sheet.text_right
    if rule == "tanpa":
        return [], y
    thick = LineMark(left, y + _THICK / 2, right, y + _THICK / 2, _THICK)
    if rule == "tunggal":
        return [thick], y + _THICK
    thin_y = y + _THICK / 2 + _BETWEEN
    return [thick, LineMark(left, thin_y, right, thin_y, _THIN)], thin_y + _THIN / 2
