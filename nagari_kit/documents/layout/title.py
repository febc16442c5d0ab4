"""Title and number under the letterhead."""

from __future__ import annotations

from dataclasses import dataclass

from nagari_kit.documents.fonts import Face, printable, text_width
from nagari_kit.documents.layout.lines import baseline
from nagari_kit.documents.layout.marks import MM, LineMark, Strip, TextMark
from nagari_kit.documents.layout.steps import Sheet

DRAFT_NUMBER = "···"
_SIZE, _LEADING = 14.0, 17.0
_NUMBER, _NOTE = (12.0, 16.0), (11.0, 13.0)
"""Size and leading."""
_UNDERLINE, _UNDERLINE_DROP = 0.9, 2.3
AFTER = 6 * MM
"""From the number to the text."""


@dataclass(frozen=True, slots=True)
class TitleText:
    """`lines` are broken only when too wide; `note` ("(Sporadik)") under them; `number` or None."""

    lines: tuple[str, ...]
    note: str = ""
    number: str | None = None


def title_strip(title: TitleText, sheet: Sheet, *, air: float, after: float = AFTER) -> Strip:
    """Capitals, bold, the last line underlined; the number never breaks but gets smaller."""
    middle = sheet.left + sheet.text_width / 2
    strip = Strip(0.0, [], [], space_before=air, glued=True)
    y = 0.0
    rule: LineMark | None = None
    shown = [printable(line.upper()) for line in title.lines]
    for line in (part for text in shown for part in _title_lines(text, sheet.text_width)):
        width = text_width(line, Face.BOLD, _SIZE)
        at = y + baseline(_LEADING, _SIZE)
        strip.marks.append(TextMark(middle - width / 2, at, line, Face.BOLD, _SIZE))
        under = at + _UNDERLINE_DROP
        rule = LineMark(middle - width / 2, under, middle + width / 2, under, _UNDERLINE)
        y += _LEADING
    if rule:
        strip.marks.append(rule)
    if title.note:
        y = _centred(printable(title.note), _NOTE, middle, y, sheet, strip)
    if title.number is not None:
        y = _centred(f"Nomor : {title.number}", _NUMBER, middle, y, sheet, strip)
    strip.height = y + after
    return strip


def _centred(
    text: str, measures: tuple[float, float], middle: float, y: float, sheet: Sheet, strip: Strip
) -> float:
    """A line under the title, of size and leading; where it ends."""
    wanted, leading = measures
    width = text_width(text, Face.REGULAR, wanted)
    size = min(wanted, wanted * sheet.text_width / width)
    x = middle - text_width(text, Face.REGULAR, size) / 2
    at = y + 1.0 + baseline(leading, wanted)
    strip.marks.append(TextMark(x, at, text, Face.REGULAR, size))
    return y + 1.0 + leading


def _title_lines(title: str, width: float) -> list[str]:
    lines: list[str] = []
    for word in title.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, Face.BOLD, _SIZE) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
