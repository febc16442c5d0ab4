"""Reads the cells of a list whose form its first rows tell, while the rest of it still comes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from nagari_kit.domain.importing import SourceRow
from nagari_kit.errors import ImportFileError
from nagari_kit.infra.bulk_work import let_go
from nagari_kit.services.resident_import.layouts.flat import flat_table, named_form, people_from
from nagari_kit.services.resident_import.layouts.heading_rows import best_heading_row
from nagari_kit.services.resident_import.row_parsing import FileRow, RowReader
from nagari_kit.services.resident_import.table import Table
from nagari_kit.services.spreadsheet_reading.workbook import Sheet


class ReadingAhead:
    """A guess that costs nothing: the whole file decides, and what was read else is dropped.

    Not for several threads at once.
    """

    def __init__(self, today: date, area_word: str) -> None:
        self._today = today
        self._area_word = area_word
        self._sheet: Sheet | None = None
        self._table: Table | None = None
        self._reader: RowReader | None = None
        self._rows: list[FileRow] = []
        self._seen = 0

    def more(self, sheet: Sheet) -> None:
        """Rows were added to the sheet. The first sheet of a known form is the one that is read."""
        if self._reader is None and sheet is not self._sheet:
            self._sheet = sheet
            self._begin(sheet)
        elif self._reader is not None and sheet is self._sheet and self._table is not None:
            self._read(people_from(sheet, self._table.heading_row, self._table.columns, self._seen))
            self._seen = len(sheet.rows)

    def read_of(self, table: Table, today: date, area_word: str) -> list[FileRow] | None:
        """The rows of the table's people, None when they were not, or otherwise, read ahead."""
        rows, self._rows = self._rows, []
        if self._reader is not None:
            self._reader.forget()
        if self._is_of(table, today, area_word) and _are_of(rows, table.people):
            return rows
        let_go(rows)
        return None

    def _is_of(self, table: Table, today: date, area_word: str) -> bool:
        mine = self._table
        return (
            mine is not None
            and (today, area_word) == (self._today, self._area_word)
            and table.is_strict == mine.is_strict
            and [*table.columns.items()] == [*mine.columns.items()]
        )

    def _begin(self, sheet: Sheet) -> None:
        head = best_heading_row(sheet)
        form = named_form(head) if head is not None else None
        if head is None or form is None:
            return
        try:
            table = flat_table(sheet, head, *form)
        except ImportFileError:
            # Told when the whole file is there.
            return
        if max(table.columns.values()) < len(sheet.rows[0]):
            self._table = table
            self._reader = RowReader(table, self._today, self._area_word)
            self._read(table.people)
            self._seen = len(sheet.rows)

    def _read(self, people: list[SourceRow]) -> None:
        if self._reader is not None:
            self._rows += self._reader.read_all(people, lambda _: None)


def _are_of(rows: Sequence[FileRow], people: Sequence[SourceRow]) -> bool:
    """Whether each row was read of the very cells of the person in its place."""
    return len(rows) == len(people) and all(
        row.cells is one.cells and row.row == one.number
        for row, one in zip(rows, people, strict=True)
    )
