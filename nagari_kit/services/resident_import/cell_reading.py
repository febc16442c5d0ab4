"""One cell of a known column: what can be stored, doubts, and a reason to refuse it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from nagari_kit.domain import nik as nik_rules
from nagari_kit.domain import nomor_kk as nomor_kk_rules
from nagari_kit.domain.area_names import own_name
from nagari_kit.services.resident_import.cell_text import (
    EMPTY_WORDS,
    UnreadableCell,
    civil_date,
    clean_text,
    past_date,
    sixteen_digits,
)
from nagari_kit.services.resident_import.columns import CellKind, Column
from nagari_kit.services.resident_import.file_codes import code_in_file
from nagari_kit.services.resident_import.resident_cells import NO_NIK, FileValue
from nagari_kit.services.spreadsheet_reading.child import Cell

TAG_LENGTHS = range(10, 18)
REMEMBERED = 4096
"""Different cells of one column that are kept; sheets repeat a few hundred."""

_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")
_NOT_IN_NAMES = re.compile(r"[^\w '.,\-/]|_")


class CellReading(NamedTuple):
    """`text` is clean, "" for an empty cell; `value` None when there is nothing to store.

    `fault` is the reason to refuse the row, "" for none.
    """

    text: str
    value: FileValue = None
    doubts: tuple[str, ...] = ()
    fault: str = ""


class ColumnReader:
    """Reads the cells of one column; what repeats in it is read once."""

    def __init__(self, column: Column, today: date, area_word: str) -> None:
        """`area_word` is what the office calls its sub-areas; no other word is cut from a name."""
        self._column = column
        self._area_word = area_word
        self._parse = _PARSERS[column.kind]
        self._today = today
        self._known: dict[Cell, CellReading] = {}

    def read(self, cell: Cell) -> CellReading:
        """What the cell says."""
        known = self._known.get(cell)
        if known is None:
            known = self._reading(cell)
            if len(self._known) < REMEMBERED:
                self._known[cell] = known
        return known

    def _reading(self, cell: Cell) -> CellReading:
        text = clean_text(cell)
        if not text:
            return CellReading("")
        doubts: list[str] = []
        try:
            asked = _Asked(self._column, cell, text, self._today, self._area_word, doubts)
            value = self._parse(asked)
        except UnreadableCell as reason:
            said = str(reason)
            return CellReading(text, None, tuple(doubts), said[:1].upper() + said[1:])
        return CellReading(text, None if value == "" else value, tuple(doubts))


class _Asked(NamedTuple):
    """One cell on its way to a value."""

    column: Column
    cell: Cell
    text: str
    today: date
    area_word: str
    doubts: list[str]


def _text(asked: _Asked) -> FileValue:
    text = asked.text
    if text.lower() in EMPTY_WORDS:
        return None
    if asked.column.heading == "tag_id_card" and len(text) not in TAG_LENGTHS:
        raise UnreadableCell(f"{asked.column.title} {len(text)} tanda, harus 10 sampai 17")
    return _cut(asked, text)


def _cut(asked: _Asked, text: str) -> str:
    """The text as long as its column holds, with a word when something is lost."""
    limit = asked.column.limit
    if len(text) > limit:
        asked.doubts.append(f"{asked.column.title} dipotong menjadi {limit} huruf")
    return text[:limit].strip()


def _name(asked: _Asked) -> FileValue:
    text = asked.text
    if _DIGIT.search(text):
        raise UnreadableCell("nama memuat angka")
    cleaned = text
    if _NOT_IN_NAMES.search(text):
        cleaned = " ".join(_NOT_IN_NAMES.sub(" ", text).split())
        asked.doubts.append("tanda yang bukan bagian nama dibuang")
    if not _LETTER.search(cleaned):
        raise UnreadableCell("nama tidak memuat huruf")
    return _cut(asked, cleaned)


def _nik(asked: _Asked) -> FileValue:
    text = asked.text
    if text.strip("0") == "" and len(text) < 16:
        return NO_NIK
    digits, warning = sixteen_digits(asked.cell, asked.column.title)
    if digits.startswith("0"):
        asked.doubts.append("NIK sementara dari OpenSID; dicatat sebagai belum punya NIK")
        return NO_NIK
    if fault := nik_rules.fault(digits):
        raise UnreadableCell(fault.rstrip("."))
    if warning:
        asked.doubts.append(warning)
    return digits


def _parent_nik(asked: _Asked) -> FileValue:
    if asked.text.strip("0-") == "":
        return None
    digits, warning = sixteen_digits(asked.cell, asked.column.title)
    if warning:
        asked.doubts.append(warning)
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
        text = own_name(text, asked.area_word)
    if text.lower() in EMPTY_WORDS or text.strip("0") == "":
        return None
    if asked.column.heading != "dusun" and text.isdecimal():
        return text.zfill(3)
    return _cut(asked, text)


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
