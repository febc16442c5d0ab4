"""One row of the table, cell by cell: values that can be stored, doubts, and reasons to refuse."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from nagari_kit.domain import nik as nik_rules
from nagari_kit.domain import nomor_kk as nomor_kk_rules
from nagari_kit.domain.importing import ImportFinding
from nagari_kit.domain.residents import Sex
from nagari_kit.services.resident_import.cell_text import (
    EMPTY_WORDS,
    UnreadableCell,
    civil_date,
    clean_text,
    past_date,
    sixteen_digits,
)
from nagari_kit.services.resident_import.columns import BY_HEADING, CellKind, Column
from nagari_kit.services.resident_import.file_codes import code_in_file
from nagari_kit.services.resident_import.resident_cells import NO_NIK, FileValue
from nagari_kit.services.spreadsheet_reading.child import Cell

TAG_LENGTHS = range(10, 18)
_NOT_IN_NAMES = re.compile(r"[^\w '.,\-/]|_")
_AREA_WORD = re.compile(r"^(dusun|jorong|korong|kampung|kampuang)[ _]+", re.IGNORECASE)


@dataclass(slots=True)
class FileRow:
    """A row while it is being judged. `values` hold what can be stored, without empty cells."""

    row: int
    cells: dict[str, str]
    values: dict[str, FileValue] = field(default_factory=dict)
    errors: list[ImportFinding] = field(default_factory=list)
    warnings: list[ImportFinding] = field(default_factory=list)

    def refuse(self, column: str, reason: str) -> None:
        """The row cannot come in, and why."""
        self.errors.append(ImportFinding(self.row, column, self.cells.get(column, ""), reason))

    def doubt(self, column: str, reason: str) -> None:
        """The row comes in; somebody should look."""
        self.warnings.append(ImportFinding(self.row, column, self.cells.get(column, ""), reason))

    def text(self, heading: str) -> str:
        """The stored form of a cell as text; "" when empty."""
        value = self.values.get(heading)
        return "" if value is None else str(value)


class _Asked(NamedTuple):
    """One cell on its way to a value."""

    row: FileRow
    column: Column
    cell: Cell
    text: str
    today: date

    def doubt(self, reason: str) -> None:
        self.row.doubt(self.column.heading, reason)


def parse_row(number: int, cells: list[Cell], columns: dict[str, int], today: date) -> FileRow:
    """Read every known column of one row."""
    row = FileRow(number, {})
    for heading, place in columns.items():
        cell = cells[place] if place < len(cells) else None
        if cell is None:
            continue
        text = clean_text(cell)
        if not text:
            continue
        row.cells[heading] = text
        try:
            column = BY_HEADING[heading]
            value = _PARSERS[column.kind](_Asked(row, column, cell, text, today))
        except UnreadableCell as reason:
            row.refuse(heading, _sentence(str(reason)))
            continue
        if value is not None and value != "":
            row.values[heading] = value
    _look_at_nik(row)
    return row


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _text(asked: _Asked) -> FileValue:
    text = asked.text
    if text.lower() in EMPTY_WORDS:
        return None
    if asked.column.heading == "tag_id_card" and len(text) not in TAG_LENGTHS:
        raise UnreadableCell(f"{asked.column.title} {len(text)} tanda, harus 10 sampai 17")
    if len(text) > asked.column.limit:
        asked.doubt(f"{asked.column.title} dipotong menjadi {asked.column.limit} huruf")
    return text[: asked.column.limit].strip()


def _name(asked: _Asked) -> FileValue:
    text = asked.text
    if any(letter.isdigit() for letter in text):
        raise UnreadableCell("nama memuat angka")
    cleaned = " ".join(_NOT_IN_NAMES.sub(" ", text).split())
    if cleaned != text:
        asked.doubt("tanda yang bukan bagian nama dibuang")
    if not any(letter.isalpha() for letter in cleaned):
        raise UnreadableCell("nama tidak memuat huruf")
    return cleaned[: asked.column.limit]


def _nik(asked: _Asked) -> FileValue:
    text = asked.text
    if text.strip("0") == "" and len(text) < 16:
        return NO_NIK
    digits, warning = sixteen_digits(asked.cell, asked.column.title)
    if digits.startswith("0"):
        asked.doubt("NIK sementara dari OpenSID; dicatat sebagai belum punya NIK")
        return NO_NIK
    if fault := nik_rules.fault(digits):
        raise UnreadableCell(fault.rstrip("."))
    if warning:
        asked.doubt(warning)
    return digits


def _parent_nik(asked: _Asked) -> FileValue:
    if asked.text.strip("0-") == "":
        return None
    digits, warning = sixteen_digits(asked.cell, asked.column.title)
    if warning:
        asked.doubt(warning)
    return digits


def _nomor_kk(asked: _Asked) -> FileValue:
    digits = _parent_nik(asked)
    if isinstance(digits, str) and (fault := nomor_kk_rules.fault(digits)):
        raise UnreadableCell(fault.rstrip("."))
    return digits


def _code(asked: _Asked) -> FileValue:
    text = asked.text
    if text.lower() in EMPTY_WORDS or text == "0":
        return None
    code = code_in_file(asked.column.code_list, text)
    if code is None:
        raise UnreadableCell(f"{asked.column.title} “{text}” tidak dikenal")
    return code


def _date(asked: _Asked) -> FileValue:
    if asked.column.heading == "tanggal_akhir_paspor":
        return civil_date(asked.cell)
    return past_date(asked.cell, asked.today)


def _area(asked: _Asked) -> FileValue:
    text = asked.text
    if asked.column.heading == "dusun":
        text = _AREA_WORD.sub("", text.replace("_", " ")).strip()
    if text.lower() in EMPTY_WORDS or text.strip("0") == "":
        return None
    if asked.column.heading != "dusun" and text.isdecimal():
        return text.zfill(3)
    return text[: asked.column.limit]


_PARSERS: dict[CellKind, Callable[[_Asked], FileValue]] = {
    CellKind.TEXT: _text,
    CellKind.NAME: _name,
    CellKind.NIK: _nik,
    CellKind.PARENT_NIK: _parent_nik,
    CellKind.NOMOR_KK: _nomor_kk,
    CellKind.CODE: _code,
    CellKind.DATE: _date,
    CellKind.AREA: _area,
}


def _look_at_nik(row: FileRow) -> None:
    nik, birth_date, sex = (row.values.get(name) for name in ("nik", "tanggallahir", "sex"))
    if not isinstance(nik, str) or nik == NO_NIK:
        return
    for reason in nik_rules.doubts(
        nik,
        birth_date=birth_date if isinstance(birth_date, date) else None,
        sex=Sex(sex) if isinstance(sex, int) else None,
    ):
        row.doubt("nik", reason.rstrip("."))
