"""The cells of a known column: what can be stored, doubts, and a reason to refuse the row."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from nagari_kit.domain import nik as nik_rules
from nagari_kit.domain import nomor_kk as nomor_kk_rules
from nagari_kit.domain.area_names import own_name
from nagari_kit.domain.name_titles import mixed_case
from nagari_kit.domain.residents import LifeStatus, Residency, Sex
from nagari_kit.services.resident_import.cell_text import (
    EMPTY_WORDS,
    UnreadableCell,
    civil_date,
    clean_text,
    has_short_year,
    past_date,
    sixteen_digits,
)
from nagari_kit.services.resident_import.columns import CellKind, Column
from nagari_kit.services.resident_import.file_codes import code_in_file
from nagari_kit.services.resident_import.resident_cells import NO_NIK, FileValue
from nagari_kit.services.spreadsheet_reading.messages import Cell

TAG_LENGTHS = range(10, 18)
HIDDEN = "•"
"""Stands in masked exports for digits that were left out."""

PLACEHOLDER_DATES = frozenset({date(1900, 1, 1), date(1899, 12, 30), date(1899, 12, 31)})
"""What spreadsheet programs show for nought and for empty cells of dates."""

MAY_BE_UNKNOWN = frozenset(
    {
        "ktp_el", "status_rekam", "golongan_darah_id", "cacat_id", "pendidikan_kk_id",
        "pendidikan_sedang_id", "pekerjaan_id", "id_asuransi", "cara_kb_id", "hamil",
    }
)  # fmt: skip
"""Words of these that nobody knows are left out with a doubt where lists are not OpenSID's own."""

_WRITTEN_NAMES = frozenset({"tempatlahir", "nama_ayah", "nama_ibu"})
"""What sheets shout in capitals and letters print."""

_ENUMS: dict[str, Callable[[int], int]] = {
    "sex": Sex,
    "status_dasar": LifeStatus,
    "residency": Residency,
}
_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")
_NOT_IN_NAMES = re.compile(r"[^\w '.,\-/]|_")


class CellTrouble(NamedTuple):
    """What is to be said of a cell; `fault` is the reason to refuse the row, "" for none."""

    doubts: tuple[str, ...]
    fault: str


class ColumnReader(dict[Cell, FileValue]):
    """The stored form of every cell of one column; what repeats in it is read once.

    None is nothing to store. `troubles` hold what is to be said of cells that were read.
    """

    def __init__(self, column: Column, today: date, area_word: str, *, strict: bool) -> None:
        """`area_word` is what the office calls its sub-areas; no other word is cut from a name."""
        super().__init__()
        self.column = column
        self.today = today
        self.area_word = area_word
        self.troubles: dict[Cell, CellTrouble] = {}
        self._parse = _PARSERS[column.kind]
        self._may_be_unknown = not strict and column.heading in MAY_BE_UNKNOWN
        self._doubts: list[str] = []

    def __missing__(self, cell: Cell) -> FileValue:
        value: FileValue = None
        fault = ""
        text = clean_text(cell)
        if text:
            try:
                value = self._masked(text) if HIDDEN in text else self._parse(self, cell, text)
            except UnreadableCell as reason:
                said = str(reason)
                fault = said[:1].upper() + said[1:]
            if value == "":
                value = None
            if self._doubts or fault:
                self.troubles[cell] = CellTrouble(tuple(self._doubts), fault)
                self._doubts = []
        self[cell] = value
        return value

    def doubt(self, reason: str) -> None:
        """The cell that is being read should be looked at."""
        self._doubts.append(reason)

    def unknown(self, reason: str) -> None:
        """A word that no list knows. Raises UnreadableCell where that refuses the row."""
        if not self._may_be_unknown:
            raise UnreadableCell(reason)
        self.doubt(f"{reason}, dikosongkan")

    def _masked(self, _text: str) -> FileValue:
        title = self.column.title
        if self.column.kind in {CellKind.NIK, CellKind.NOMOR_KK}:
            raise UnreadableCell(f"{title} disamarkan; pakai berkas dengan nomor lengkap")
        self.doubt(f"{title} disamarkan, tidak dibaca")
        return None


def _text(reader: ColumnReader, _cell: Cell, text: str) -> FileValue:
    if text.lower() in EMPTY_WORDS:
        return None
    column = reader.column
    if column.heading == "tag_id_card" and len(text) not in TAG_LENGTHS:
        raise UnreadableCell(f"{column.title} {len(text)} tanda, harus 10 sampai 17")
    if column.heading in _WRITTEN_NAMES:
        text = mixed_case(text)
    return _cut(reader, text)


def _cut(reader: ColumnReader, text: str) -> str:
    """The text as long as its column holds, with a word when something is lost."""
    limit = reader.column.limit
    if len(text) <= limit:
        return text
    reader.doubt(f"{reader.column.title} dipotong menjadi {limit} huruf")
    return text[:limit].strip()


def _name(reader: ColumnReader, _cell: Cell, text: str) -> FileValue:
    if _DIGIT.search(text):
        raise UnreadableCell("nama memuat angka")
    cleaned = text
    if _NOT_IN_NAMES.search(text):
        cleaned = " ".join(_NOT_IN_NAMES.sub(" ", text).split())
        reader.doubt("tanda yang bukan bagian nama dibuang")
    if not _LETTER.search(cleaned):
        raise UnreadableCell("nama tidak memuat huruf")
    return _cut(reader, cleaned)


def _nik(reader: ColumnReader, cell: Cell, text: str) -> FileValue:
    if text.strip("0-") == "" and len(text) < 16:
        return NO_NIK
    digits, warning = sixteen_digits(cell, reader.column.title)
    if digits.startswith("0"):
        reader.doubt("NIK sementara dari OpenSID; dicatat sebagai belum punya NIK")
        return NO_NIK
    if fault := nik_rules.fault(digits):
        raise UnreadableCell(fault.rstrip("."))
    if warning:
        reader.doubt(warning)
    return digits


def _parent_nik(reader: ColumnReader, cell: Cell, text: str) -> FileValue:
    if text.strip("0-") == "":
        return None
    digits, warning = sixteen_digits(cell, reader.column.title)
    if warning:
        reader.doubt(warning)
    return digits


def _nomor_kk(reader: ColumnReader, cell: Cell, text: str) -> FileValue:
    digits = _parent_nik(reader, cell, text)
    if isinstance(digits, str) and (fault := nomor_kk_rules.fault(digits)):
        raise UnreadableCell(fault.rstrip("."))
    return digits


def _code(reader: ColumnReader, _cell: Cell, text: str) -> FileValue:
    if text.lower() in EMPTY_WORDS or text == "0":
        return None
    column = reader.column
    code = code_in_file(column.code_list, text)
    if code is None:
        reader.unknown(f"{column.title} “{text}” tidak dikenal")
        return None
    enum = _ENUMS.get(column.heading)
    return enum(code) if enum else code


def _date(reader: ColumnReader, cell: Cell, text: str) -> FileValue:
    heading = reader.column.heading
    in_the_past = heading != "tanggal_akhir_paspor"
    found = civil_date(cell, reader.today if in_the_past else None)
    if found in PLACEHOLDER_DATES:
        if heading == "tanggallahir":
            raise UnreadableCell(
                "01-01-1900 muncul bila tanggalnya kosong; ketik tanggal yang benar"
            )
        reader.doubt("01-01-1900 muncul bila tanggalnya kosong, dikosongkan")
        return None
    if found is not None and isinstance(cell, str) and has_short_year(text):
        reader.doubt(f"tahunnya ditulis dua angka, dibaca {found.year}")
    return past_date(cell, reader.today) if in_the_past else found


def _area(reader: ColumnReader, _cell: Cell, text: str) -> FileValue:
    is_name = reader.column.heading == "dusun"
    if is_name:
        text = own_name(text, reader.area_word)
    if text.lower() in EMPTY_WORDS or text.strip("0") == "":
        return None
    if not is_name and text.isdecimal():
        return text.zfill(3)
    return _cut(reader, text)


def _whole(reader: ColumnReader, _cell: Cell, text: str) -> FileValue:
    if text.lower() in EMPTY_WORDS:
        return None
    if not text.isdecimal() or len(text) > 5:
        raise UnreadableCell(f"{reader.column.title} “{text}” bukan bilangan")
    return int(text)


_PARSERS: dict[CellKind, Callable[[ColumnReader, Cell, str], FileValue]] = {
    CellKind.TEXT: _text,
    CellKind.NAME: _name,
    CellKind.NIK: _nik,
    CellKind.PARENT_NIK: _parent_nik,
    CellKind.NOMOR_KK: _nomor_kk,
    CellKind.CODE: _code,
    CellKind.DATE: _date,
    CellKind.AREA: _area,
    CellKind.WHOLE: _whole,
}
