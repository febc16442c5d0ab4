"""The refused rows as a spreadsheet of the same form, to be mended and imported again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from nagari_kit.domain.importing import ImportPlan, ImportRow, SourceCell
from nagari_kit.errors import DiskFullError, ImportFileError, StorageError
from nagari_kit.infra.files import write_atomically
from nagari_kit.services.resident_import.columns import REASON_HEADING

if TYPE_CHECKING:
    import xlsxwriter

REASON_WIDTH = 60
LARGEST_EXACT = 10**15
"""A longer number stays a number: what it lost must be seen when the sheet is read again."""


def write_refused_rows(plan: ImportPlan, out: Path) -> Path:
    """Write the file's own columns as text, wrong cells marked, and the reasons in a last column.

    The rows hold whole NIKs: nothing goes through the folder of temporary files, the file is for
    this user alone and appears whole or not at all. Raises DiskFullError, ImportFileError when the
    file cannot be written.
    """
    try:
        write_atomically(out, _sheet(plan))
    except DiskFullError:
        raise
    except StorageError as error:
        raise ImportFileError(
            f"Daftar baris yang ditolak tidak dapat ditulis ke {out.name}.",
            hint="Tutup berkas itu bila sedang terbuka, atau pilih folder lain.",
            code="IMPOR-09",
        ) from error
    return out


def _sheet(plan: ImportPlan) -> bytes:
    import xlsxwriter

    content = BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False}
    with xlsxwriter.Workbook(content, settings) as book:
        _Writer(book, plan).write()
    return content.getvalue()


class _Writer:
    """Writes line by line, from the top."""

    def __init__(self, book: xlsxwriter.Workbook, plan: ImportPlan) -> None:
        self._plan = plan
        self._sheet = book.add_worksheet("Data Penduduk")
        self._bold = book.add_format({"bold": True})
        # Text format, so that a NIK typed over a wrong one stays whole.
        self._text = book.add_format({"num_format": "@"})
        self._wrong = book.add_format({"num_format": "@", "bg_color": "#FDE3E1"})
        self._line = 0

    def write(self) -> None:
        """The lines above, then each refused row, under the lines of its family."""
        form, sheet = self._plan.form, self._sheet
        sheet.set_column(0, max(form.width - 1, 0), 16, self._text)
        sheet.set_column(form.width, form.width, REASON_WIDTH)
        for line in form.head:
            self._put(line, self._bold)
        if self._line:
            sheet.write_string(self._line - 1, form.width, REASON_HEADING, self._bold)
            sheet.freeze_panes(self._line, 0)
        family: tuple[int, ...] = ()
        for row in self._plan.refused_rows:
            if row.source is None:
                continue
            if row.source.above != family:
                family = row.source.above
                for place in family:
                    self._put(form.above[place], self._bold)
            self._put_person(row)

    def _put_person(self, row: ImportRow) -> None:
        form = self._plan.form
        faulty = {form.places.get(finding.column) for finding in row.findings}
        cells = row.source.cells[: form.width] if row.source else ()
        for column, cell in enumerate(cells):
            self._cell(column, cell, self._wrong if column in faulty else self._text)
        reasons = "; ".join(self._reasons(row))
        self._sheet.write_string(self._line, form.width, f"Baris {row.row}: {reasons}")
        self._line += 1

    def _reasons(self, row: ImportRow) -> Iterator[str]:
        yield from (finding.reason for finding in row.findings)
        form = self._plan.form
        for cell in self._plan.mended:
            if cell.row == row.row and form.places.get(cell.column, -1) >= form.width:
                yield f"{self._plan.heading_of(cell.column)} diperbaiki menjadi {cell.text}"

    def _put(self, line: tuple[SourceCell, ...], look: object) -> None:
        for column, cell in enumerate(line):
            self._cell(column, cell, look)
        self._line += 1

    def _cell(self, column: int, cell: SourceCell, look: object) -> None:
        if isinstance(cell, date):
            self._sheet.write_string(self._line, column, f"{cell:%d-%m-%Y}", look)
        elif isinstance(cell, str):
            self._sheet.write_string(self._line, column, cell, look)
        elif cell.is_integer() and abs(cell) < LARGEST_EXACT:
            self._sheet.write_string(self._line, column, str(int(cell)), look)
        else:
            self._sheet.write_number(self._line, column, cell)
