"""Lines of a sheet: which are of people and which are headings, totals, empty."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from nagari_kit.services.resident_import.cell_text import clean_text
from nagari_kit.services.spreadsheet_reading.messages import Cell

STOP_MARK = "###"
_TOTAL = re.compile(r"^(grand )?(sub ?)?(total|jumlah)\b", re.IGNORECASE)
_SIGNED_OFF = re.compile(r"^(mengetahui|dicetak|tanggal cetak|wali nagari|kepala desa|halaman)\b",
                         re.IGNORECASE)  # fmt: skip
_COUNTED = re.compile(
    r"^(laki[- ]?laki|perempuan|pria|wanita|l|p|jiwa|orang|kk|kepala keluarga|anggota keluarga)"
    r"\W*$",
    re.IGNORECASE,
)
_NUMBERED = 4
"""So many cells of 1, 2, 3 … under the headings are the columns' numbers, not a person."""

_NIK_BEGINS = 6
"""A number with fewer digits may be a sum that stands in the column of NIKs."""

Line = Sequence[Cell]


def texts_of(line: Line) -> list[str]:
    """The clean text of every cell."""
    return [clean_text(cell) for cell in line]


def is_empty(line: Line) -> bool:
    """Whether no cell says anything."""
    return line.count("") == len(line) or not any(texts_of(line))


class PeopleLines:
    """Tells the lines of people under one row of headings."""

    def __init__(self, headings: Line, columns: dict[str, int]) -> None:
        self._headings = [text.casefold() for text in texts_of(headings)]
        self._nik = columns.get("nik", -1)
        self._name = columns.get("nama", -1)

    def has_person(self, line: Line) -> bool:
        """Whether the line is neither empty nor a repeated heading, a total or a closing word."""
        nik = line[self._nik] if self._nik >= 0 else ""
        if isinstance(nik, str) and len(nik) == 16 and nik.isdecimal():
            return True
        return not is_empty(line) and not self._is_decoration(line)

    def _is_decoration(self, line: Line) -> bool:
        texts = texts_of(line)
        if [text.casefold() for text in texts] == self._headings or _counts_up(texts):
            return True
        nik = texts[self._nik] if self._nik >= 0 else ""
        digits = sum(letter.isdigit() for letter in nik)
        first = next((text for text in texts if text), "")
        if digits and not (digits < _NIK_BEGINS and _TOTAL.match(first)):
            return False
        name = texts[self._name] if self._name >= 0 else ""
        filled = [text for text in texts if text]
        if any(_TOTAL.match(text) or _SIGNED_OFF.match(text) for text in filled):
            return True
        if _is_count(filled):
            return True
        said = {self._headings[place] for place, text in enumerate(texts) if text}
        if said & {text.casefold() for text in filled} and len(filled) > 1:
            return True
        return not nik and not name and len(filled) <= 1


def _is_count(filled: list[str]) -> bool:
    """`Laki-laki 3 Perempuan 2`: words of a count and small numbers, nothing else."""
    numbers = [text for text in filled if text.isdecimal() and len(text) < _NIK_BEGINS]
    words = [text for text in filled if _COUNTED.match(text)]
    return bool(numbers and words) and len(numbers) + len(words) == len(filled)


def _counts_up(texts: list[str]) -> bool:
    """`1 2 3 4 …`, the numbers of the columns."""
    numbers = [int(text.strip("()")) for text in texts if text.strip("()").isdecimal()]
    filled = sum(1 for text in texts if text)
    return filled == len(numbers) >= _NUMBERED and all(
        after - before == 1 for before, after in pairwise(numbers)
    )
