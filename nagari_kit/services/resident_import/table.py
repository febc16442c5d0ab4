"""Finds the residents' table in a workbook: its heading row, its columns, its rows of people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nagari_kit.errors import ImportFileError
from nagari_kit.services.resident_import.cell_text import clean_text
from nagari_kit.services.resident_import.columns import (
    BY_HEADING,
    NEEDED_HEADINGS,
    REASON_HEADING,
)
from nagari_kit.services.spreadsheet_reading.child import Cell
from nagari_kit.services.spreadsheet_reading.workbook import UNHARMED, Sheet, Workbook

HEADING_WITHIN = 20
"""Rows from the top among which the headings are looked for."""

STOP_MARK = "###"
_TOTAL = re.compile(r"^(grand )?(sub ?)?(total|jumlah)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Table:
    """`columns` maps a heading to its place in a row; `rows` yields (row number, cells)."""

    sheet: Sheet
    heading_row: int
    columns: dict[str, int]
    unknown: tuple[str, ...]
    other_sheets: tuple[str, ...]

    def rows(self) -> Iterator[tuple[int, list[Cell]]]:
        """Rows of people: not the empty ones, repeated headings and totals; up to the mark ###."""
        for index in range(self.heading_row + 1, len(self.sheet.rows)):
            cells = self.sheet.rows[index]
            if len(cells) > 1 and cells[1] == STOP_MARK:
                return
            if any(cell is not None for cell in cells) and not self._is_decoration(cells):
                yield index + 1, cells

    def _is_decoration(self, cells: list[Cell]) -> bool:
        nik = self._text(cells, "nik")
        if nik.isdecimal():
            return False
        name = self._text(cells, "nama")
        if heading_of(nik) == "nik" and heading_of(name) == "nama":
            return True
        if nik or (name and not _TOTAL.match(name)):
            return False
        texts = [clean_text(cell) for cell in cells]
        return not any(texts) or any(_TOTAL.match(text) for text in texts)

    def _text(self, cells: list[Cell], heading: str) -> str:
        place = self.columns[heading]
        return clean_text(cells[place]) if place < len(cells) else ""


def heading_of(text: str) -> str:
    """A heading in its plain form: `Tanggal Lahir ` and `tanggal_lahir` are one."""
    plain = re.sub(r"[\s_.]+", "_", text.strip().lower()).strip("_")
    return _BY_LETTERS.get(plain.replace("_", ""), plain)


_BY_LETTERS = {heading.replace("_", ""): heading for heading in (*BY_HEADING, REASON_HEADING)}


def find_table(workbook: Workbook) -> Table:
    """The first sheet that bears the headings. Raises ImportFileError when none does."""
    found: Table | None = None
    others: list[str] = []
    best_missing: frozenset[str] = NEEDED_HEADINGS
    for sheet in workbook.sheets:
        table, missing = _table_in(sheet)
        if table is not None and found is None:
            found = table
        elif sheet.rows:
            others.append(sheet.name)
        best_missing = min(best_missing, missing, key=len)
    if found is None:
        raise _no_table(best_missing)
    return Table(found.sheet, found.heading_row, found.columns, found.unknown, tuple(others))


def _table_in(sheet: Sheet) -> tuple[Table | None, frozenset[str]]:
    best: frozenset[str] = NEEDED_HEADINGS
    for index, row in enumerate(sheet.rows[:HEADING_WITHIN]):
        headings = [heading_of(clean_text(cell)) for cell in row]
        missing = NEEDED_HEADINGS - set(headings)
        if missing:
            best = min(best, missing, key=len)
            continue
        columns: dict[str, int] = {}
        unknown: list[str] = []
        for place, heading in enumerate(headings):
            if heading in columns:
                raise _twice(heading)
            if heading in BY_HEADING:
                columns[heading] = place
            elif heading and heading != REASON_HEADING:
                unknown.append(clean_text(row[place]))
        return Table(sheet, index, columns, tuple(unknown), ()), frozenset()
    return None, best


def _no_table(missing: frozenset[str]) -> ImportFileError:
    listed = ", ".join(sorted(missing))
    return ImportFileError(
        f"Berkas ini bukan data penduduk yang dikenal: kolom {listed} tidak ada. {UNHARMED}",
        hint="Pakai hasil ekspor penduduk OpenSID (43 kolom), baris pertama berisi judul kolom.",
        code="IMPOR-05",
    )


def _twice(heading: str) -> ImportFileError:
    return ImportFileError(
        f"Judul kolom {heading} ada dua kali. {UNHARMED}",
        hint="Hapus atau ganti judul salah satu kolom itu, simpan, lalu coba lagi.",
        code="IMPOR-06",
    )
