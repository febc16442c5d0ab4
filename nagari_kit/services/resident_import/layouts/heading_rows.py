"""Finds the row of headings in a sheet, also where it is two rows of merged cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nagari_kit.services.resident_import.heading_words import KEY_OF, plain
from nagari_kit.services.resident_import.layouts.lines import texts_of
from nagari_kit.services.spreadsheet_reading.workbook import Sheet

LOOKED_AT = 30
"""Rows from the top among which the headings are looked for."""


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """`texts` by place; `last` is the lowest row that bears them, counted from 0."""

    texts: tuple[str, ...]
    last: int

    @property
    def plain(self) -> frozenset[str]:
        """The headings in their plain form."""
        return frozenset(plain(text) for text in self.texts) - {""}

    @property
    def known(self) -> frozenset[str]:
        """Keys of the columns that are known by their words."""
        return frozenset(KEY_OF.get(plain(text), "") for text in self.texts) - {""}


def best_heading_row(sheet: Sheet) -> HeadingRow | None:
    """The row, or pair of rows, with the most known headings; None when none has any."""
    best: HeadingRow | None = None
    for candidate in heading_rows(sheet):
        if candidate.known and (best is None or len(candidate.known) > len(best.known)):
            best = candidate
    return best


def heading_rows(sheet: Sheet) -> Iterator[HeadingRow]:
    """Every row among the first, and every pair of them read as merged headings."""
    upper: list[str] = []
    for place, line in enumerate(sheet.rows[:LOOKED_AT]):
        texts = texts_of(line)
        yield HeadingRow(tuple(texts), place)
        if upper and any(texts) and any(upper):
            yield HeadingRow(tuple(_merged(upper, texts)), place)
        upper = texts


def _merged(upper: list[str], lower: list[str]) -> list[str]:
    """`Lahir` over `Tempat` and `Tanggal` is `Lahir Tempat` and `Lahir Tanggal`."""
    merged: list[str] = []
    over = ""
    for above, below in zip(upper, lower, strict=True):
        over = above or over
        if above and not below:
            over = ""
        words = f"{above or (over if below else '')} {below}"
        merged.append(words.strip())
    return [_simplest(text, below) for text, below in zip(merged, lower, strict=True)]


def _simplest(text: str, below: str) -> str:
    """The lower heading alone where the pair of words is unknown and it is not."""
    if plain(text) not in KEY_OF and KEY_OF.get(plain(below)):
        return below
    return text
