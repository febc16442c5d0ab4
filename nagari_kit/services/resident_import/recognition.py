"""Recognises the form of a workbook by what it contains, never by its name."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from nagari_kit.domain.importing import ColumnMatching
from nagari_kit.errors import ImportFileError
from nagari_kit.services.resident_import.columns import NEEDED_HEADINGS
from nagari_kit.services.resident_import.heading_words import KEY_OF, plain
from nagari_kit.services.resident_import.layouts.blocks import block_table
from nagari_kit.services.resident_import.layouts.flat import flat_table, named_form, table_of
from nagari_kit.services.resident_import.layouts.heading_rows import (
    HeadingRow,
    best_heading_row,
)
from nagari_kit.services.resident_import.matching import (
    NEEDED,
    heading_row_of,
    is_sure,
    propose,
)
from nagari_kit.services.resident_import.table import BIP, MAPPED, NAGARI, OPENSID, SIAK, Table
from nagari_kit.services.spreadsheet_reading.workbook import UNHARMED, Sheet, Workbook

AUTO = "auto"
FORMATS = (AUTO, OPENSID, SIAK, BIP, NAGARI, MAPPED)
_NAMES = {
    OPENSID: "ekspor OpenSID",
    SIAK: "SIAK",
    BIP: "Buku Induk Penduduk",
    NAGARI: "ekspor Nagari Kit",
}
Remembered = Callable[[tuple[str, ...]], tuple[str, ...] | None]
"""Keys that an officer decided on for such headings, or None."""


class UnmatchedColumnsError(ImportFileError):
    """The sheet is of no known form; `matching` is a proposal for an officer to put right."""

    def __init__(self, matching: ColumnMatching) -> None:
        super().__init__(
            f"Bentuk berkas ini belum dikenal. {UNHARMED}",
            hint="Buka berkas ini di jendela Impor, lalu cocokkan kolomnya satu kali.",
            code="IMPOR-10",
        )
        self.matching = matching


def recognise(
    workbook: Workbook,
    *,
    wanted: str = AUTO,
    chosen: ColumnMatching | None = None,
    remembered: Remembered = lambda _: None,
    guess: bool = False,
) -> Table:
    """The table of residents. `guess` takes a sure proposal without asking.

    Raises UnmatchedColumnsError when an officer must say what the columns hold, ImportFileError
    for a file that is no list of residents or not of the wanted form.
    """
    table = _chosen_table(workbook, chosen) if chosen else _known_table(workbook, wanted)
    if table is None and wanted in {AUTO, MAPPED}:
        table = _matched_table(workbook, remembered, guess=guess)
    if table is None:
        raise _not_of_form(wanted)
    others = [one.name for one in workbook.sheets if one is not table.sheet and one.rows]
    return dataclasses.replace(table, other_sheets=tuple(others))


def _known_table(workbook: Workbook, wanted: str) -> Table | None:
    if wanted == MAPPED:
        return None
    for sheet in workbook.sheets:
        head = best_heading_row(sheet)
        if head is None:
            continue
        table = _in_sheet(sheet, head, wanted)
        if table is not None:
            return table
    return None


def _in_sheet(sheet: Sheet, head: HeadingRow, wanted: str) -> Table | None:
    form = named_form(head)
    if form is not None and wanted in {AUTO, form[0]}:
        return flat_table(sheet, head, *form)
    if wanted in {AUTO, BIP, NAGARI}:
        blocks = block_table(sheet)
        if blocks is not None and wanted in {AUTO, blocks.format}:
            return blocks
    if wanted == AUTO:
        return None
    needed = NEEDED_HEADINGS if wanted == OPENSID else NEEDED
    if head.known >= needed:
        return flat_table(sheet, head, wanted, _NAMES[wanted])
    return None


def _matched_table(workbook: Workbook, remembered: Remembered, *, guess: bool) -> Table | None:
    proposal = propose(workbook)
    if proposal is None:
        return None
    keys = remembered(proposal.headings)
    if keys is not None and len(keys) == len(proposal.headings):
        return _chosen_table(workbook, dataclasses.replace(proposal, keys=keys))
    if not set(proposal.keys) & {"nik", "nama", "no_kk"}:
        raise _no_list(proposal)
    if guess and is_sure(proposal):
        return _chosen_table(workbook, proposal)
    raise UnmatchedColumnsError(proposal)


def _chosen_table(workbook: Workbook, matching: ColumnMatching) -> Table:
    for sheet in workbook.sheets:
        head = heading_row_of(matching)
        if sheet.name == matching.sheet and len(sheet.rows) > matching.heading_row:
            named = [
                key or ("" if KEY_OF.get(plain(text)) == "" or not text else None)
                for key, text in zip(matching.keys, matching.headings, strict=True)
            ]
            table = table_of(sheet, head, named, MAPPED, "kolom dicocokkan")
            return dataclasses.replace(table, matching=matching)
    raise _not_of_form(MAPPED)


def _not_of_form(wanted: str) -> ImportFileError:
    if wanted in _NAMES:
        return ImportFileError(
            f"Berkas ini tidak berbentuk {_NAMES[wanted]}. {UNHARMED}",
            hint="Biarkan program mengenali bentuknya sendiri (auto), atau pilih bentuk lain.",
            code="IMPOR-08",
        )
    return ImportFileError(
        f"Berkas ini tidak memuat daftar penduduk: kolom nama dan nik tidak ada. {UNHARMED}",
        hint="Pastikan lembarnya punya satu baris judul kolom, lalu coba lagi.",
        code="IMPOR-05",
    )


def _no_list(proposal: ColumnMatching) -> ImportFileError:
    seen = ", ".join(heading for heading in proposal.headings if heading)[:120]
    return ImportFileError(
        f"Berkas ini tidak memuat daftar penduduk: kolom nama dan nik tidak ada. {UNHARMED}",
        hint=f"Judul kolom yang terbaca: {seen}. Pastikan lembarnya berisi data warga.",
        code="IMPOR-05",
    )
