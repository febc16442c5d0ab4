"""Title and number under the letterhead."""

from __future__ import annotations

from nagari_kit.documents.fonts import Face, printable, text_width
from nagari_kit.documents.layout.lines import baseline
from nagari_kit.documents.layout.marks import MM, LineMark, Strip, TextMark
from nagari_kit.documents.layout.steps import Sheet

DRAFT_NUMBER = "···"
_SIZE, _LEADING = 14.0, 17.0
_NUMBER_SIZE, _NUMBER_LEADING = 12.0, 16.0
_UNDERLINE, _UNDERLINE_DROP = 0.9, 2.3
_AFTER = 6 * MM


def title_strip(title: str, number: str | None, sheet: Sheet, *, air: float) -> Strip:
    """Capitals, bold, the last line underlined; the number never breaks but gets smaller."""
    middle = sheet.left + sheet.text_width / 2
    strip = Strip(0.0, [], [], space_before=air, glued=True)
    y = 0.0
    for line in _title_lines(printable(title.upper()), sheet.text_width):
        width = text_width(line, Face.BOLD, _SIZE)
        at = y + baseline(_LEADING, _SIZE)
        strip.marks.append(TextMark(middle - width / 2, at, line, Face.BOLD, _SIZE))
        under = at + _UNDERLINE_DROP
        rule = LineMark(middle - width / 2, under, middle + width / 2, under, _UNDERLINE)
        y += _LEADING
    strip.marks.append(rule)
    text = f"Nomor : {printable(number) if number else DRAFT_NUMBER}"
    width = text_width(text, Face.REGULAR, _NUMBER_SIZE)
    size = min(_NUMBER_SIZE, _NUMBER_SIZE * sheet.text_width / width)
    x = middle - text_width(text, Face.REGULAR, size) / 2
    at = y + 1.0 + baseline(_NUMBER_LEADING, _NUMBER_SIZE)
    strip.marks.append(TextMark(x, at, text, Face.REGULAR, size))
    strip.height = y + 1.0 + _NUMBER_LEADING + _AFTER
    return strip


def _title_lines(title: str, width: float) -> list[str]:
    lines: list[str] = []
    for word in title.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, Face.BOLD, _SIZE) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
