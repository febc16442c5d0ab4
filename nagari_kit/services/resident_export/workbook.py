"""A spreadsheet written row by row that appears whole or not at all, and runs no formula."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from nagari_kit.errors import DiskFullError, StorageError
from nagari_kit.infra.files import make_private_dir, storage_error, write_atomically
from nagari_kit.services.resident_export.cells import Cell

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

SUFFIX = ".xlsx"
_ACTS = ("=", "+", "-", "@", "\t", "\r")
"""Beginnings that a spreadsheet program would take for a formula."""

_WIDTH = 16


class SheetWriter:
    """Rows of one sheet, downwards; text stays text, whatever it begins with."""

    def __init__(self, book: object, sheet: Worksheet) -> None:
        add_format = book.add_format  # type: ignore[attr-defined] # a Workbook, imported late
        self._sheet = sheet
        self._line = 0
        self._looks = {
            "head": add_format({"bold": True, "bottom": 1}),
            "strong": add_format({"bold": True}),
            "text": add_format({"num_format": "@"}),
            "guarded": add_format({"num_format": "@", "quote_prefix": True}),
            "day": add_format({"num_format": "dd-mm-yyyy"}),
        }

    def headings(self, headings: Sequence[str]) -> None:
        """The row of headings, which stays in sight."""
        self._sheet.set_column(0, max(len(headings) - 1, 0), _WIDTH)
        self._write(headings, "head")
        self._sheet.freeze_panes(self._line, 0)

    def title(self, cells: Sequence[Cell]) -> None:
        """A row in bold within the sheet."""
        self._write(cells, "strong")

    def row(self, cells: Sequence[Cell]) -> None:
        """One more row; no cells leave a blank one."""
        self._write(cells, "text")

    def _write(self, cells: Sequence[Cell], look: str) -> None:
        sheet, line, looks = self._sheet, self._line, self._looks
        for column, cell in enumerate(cells):
            if cell is None or cell == "":
                continue
            if isinstance(cell, str):
                kind = "guarded" if look == "text" and cell.startswith(_ACTS) else look
                sheet.write_string(line, column, cell, looks[kind])
            elif isinstance(cell, date):
                sheet.write_datetime(line, column, cell, looks["day"])
            else:
                sheet.write_number(line, column, cell)
        self._line += 1


@contextmanager
def written_sheet(out: Path, scratch: Path, name: str) -> Iterator[SheetWriter]:
    """A new spreadsheet; it takes the name `out` when the block ends well.

    Until then all of it is in the private folder `scratch`: a crash leaves nothing beside `out`,
    and nothing goes to the system's temporary files. Raises StorageError when the disk refuses.
    """
    import secrets

    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    own = scratch / secrets.token_hex(8)
    try:
        make_private_dir(own)
        built = own / f"buku{SUFFIX}"
        settings = {"constant_memory": True, "tmpdir": str(own), "strings_to_formulas": False}
        book = xlsxwriter.Workbook(str(built), settings)
        sheet = book.add_worksheet(name)
        try:
            yield SheetWriter(book, sheet)
            book.close()
        finally:
            # A half written book is dropped, its rows let go.
            sheet._opt_close()  # noqa: SLF001 - nothing public closes them
        _put_in_place(out, built)
    except (OSError, FileCreateError) as error:
        raise _refused(out, error) from error
    finally:
        shutil.rmtree(own, ignore_errors=True)


def _put_in_place(out: Path, built: Path) -> None:
    try:
        write_atomically(out, built.read_bytes())
    except StorageError as error:
        raise _refused(out, error) from error


def _refused(out: Path, error: Exception) -> StorageError:
    # XlsxWriter wraps the error of the disk in one of its own.
    cause = error.args[0] if error.args and isinstance(error.args[0], OSError) else error
    if isinstance(cause, OSError):
        cause = storage_error(cause)
    if isinstance(cause, DiskFullError):
        return cause
    return StorageError(
        f"Lembar kerja {out.name} tidak dapat ditulis. Data kantor tidak berubah.",
        hint="Tutup berkas itu bila sedang terbuka, atau pilih folder lain.",
        code="EKSPOR-02",
    )
