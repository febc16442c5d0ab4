"""Sets a text into its box on a form, and tells whether it fits there."""

from __future__ import annotations

from nagari_kit.documents.layout.lines import ASCENT, DESCENT, Line, ragged_lines
from nagari_kit.documents.layout.marks import MM
from nagari_kit.documents.snapshot_bodies import FormText

TENTH = MM / 10
LEADING = 1.15
_WORDS_APART = 1e-6


def comb_text(text: FormText) -> str:
    """The signs of a comb, without the line ends and blanks around them."""
    return "".join(span.text for span in text.spans).strip()


def lines_in_box(text: FormText) -> tuple[Line, ...]:
    """The lines of running text in the width of its box."""
    size = text.size / 10
    return ragged_lines(text.spans, text.width * TENTH / size)


def fits(text: FormText, most_lines: int) -> bool:
    """Whether nothing of the text stands outside of its box, and no word had to be cut."""
    size, height = text.size / 10, text.height * TENTH
    if text.comb:
        signs = comb_text(text)
        cell = text.width * TENTH / text.comb
        return len(signs) <= text.comb and size <= cell * 1.4 and size <= height * 1.2
    lines = lines_in_box(text)
    needed = (ASCENT + DESCENT) * size + (len(lines) - 1) * LEADING * size
    return len(lines) <= most_lines and needed <= height + _WORDS_APART and not _is_cut(text, lines)


def _is_cut(text: FormText, lines: tuple[Line, ...]) -> bool:
    wanted = sum(len(span.text.split()) for span in text.spans if not span.missing)
    return sum(len(line.words) for line in lines) > wanted
