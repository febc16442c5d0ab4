"""The rows of people, read column by column, with what is doubtful or wrong in each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import islice

from nagari_kit.domain import nik as nik_rules
from nagari_kit.domain.importing import ImportFinding, SourceRow
from nagari_kit.domain.nik import WOMEN_DAY_OFFSET
from nagari_kit.domain.residents import Sex
from nagari_kit.services.resident_import.cell_reading import CellTrouble, ColumnReader
from nagari_kit.services.resident_import.cell_text import clean_text
from nagari_kit.services.resident_import.known_columns import COLUMN
from nagari_kit.services.resident_import.resident_cells import NO_NIK, FileValue
from nagari_kit.services.resident_import.table import Table
from nagari_kit.services.spreadsheet_reading.messages import Cell

AT_ONCE = 1000
"""Rows read between two looks at the cancel token."""


class RowShape:
    """Which columns the rows of one table have: `keys` in order, and where each stands.

    The values of a row end with a None, which is what a column that is not there says: its place
    is -1.
    """

    __slots__ = ("born", "index", "keys", "name", "nik", "nomor_kk", "places", "relation", "sex")

    def __init__(self, columns: dict[str, int]) -> None:
        self.keys = tuple(columns)
        self.places = tuple(columns.values())
        self.index = {key: place for place, key in enumerate(self.keys)}
        self.nik = self.at("nik")
        self.name = self.at("nama")
        self.born = self.at("tanggallahir")
        self.sex = self.at("sex")
        self.nomor_kk = self.at("no_kk")
        self.relation = self.at("kk_level")

    def at(self, key: str) -> int:
        """The place of a column among the values of a row."""
        return self.index.get(key, -1)


class FileRow:
    """A row while it is being judged. `values` are what can be stored, in the order of its shape.

    `read_errors` and `read_warnings` come from its cells alone; `errors` and `warnings` have what
    judging adds.
    """

    __slots__ = (
        "cells", "errors", "read_errors", "read_warnings", "row", "shape", "source", "values",
        "warnings",
    )  # fmt: skip

    def __init__(self, shape: RowShape, source: SourceRow, values: tuple[FileValue, ...]) -> None:
        self.shape = shape
        self.source = source
        self.row = source.number
        self.cells = source.cells
        self.values = values
        self.read_errors: tuple[ImportFinding, ...] = ()
        self.read_warnings: tuple[ImportFinding, ...] = ()
        self.errors: tuple[ImportFinding, ...] = ()
        self.warnings: tuple[ImportFinding, ...] = ()

    def forget_judging(self) -> None:
        """As it was when it had just been read."""
        self.errors, self.warnings = self.read_errors, self.read_warnings

    def refuse(self, key: str, reason: str) -> None:
        """The row cannot come in, and why."""
        self.errors += (ImportFinding(self.row, key, self.written(key), reason),)

    def doubt(self, key: str, reason: str) -> None:
        """The row comes in; somebody should look."""
        self.warnings += (ImportFinding(self.row, key, self.written(key), reason),)

    def value(self, key: str) -> FileValue:
        """What can be stored of a column; None when it is empty, wrong or not there."""
        return self.values[self.shape.index.get(key, -1)]

    def text(self, key: str) -> str:
        """The same as text; "" when there is none."""
        value = self.value(key)
        return "" if value is None else str(value)

    def written(self, key: str) -> str:
        """The clean text of a cell as the file has it; "" when empty or not there."""
        place = self.shape.index.get(key)
        return "" if place is None else clean_text(self.cells[self.shape.places[place]])


class RowReader:
    """Reads the rows of one table."""

    def __init__(self, table: Table, today: date, area_word: str) -> None:
        self.shape = RowShape(table.columns)
        self._readers = [
            ColumnReader(COLUMN[key], today, area_word, strict=table.is_strict)
            for key in self.shape.keys
        ]
        self._born: dict[tuple[date, Sex], str] = {}

    def read_all(self, rows: Sequence[SourceRow], at_row: Callable[[int], None]) -> list[FileRow]:
        """All rows; `at_row` hears how many are done."""
        done: list[FileRow] = []
        left = iter(rows)
        while chunk := list(islice(left, AT_ONCE)):
            at_row(len(done))
            done += self._read(chunk)
        return done

    def forget(self) -> None:
        """Let go of what repeats; cells are read anew from now on."""
        for reader in self._readers:
            reader.clear()
            reader.troubles.clear()

    def read(self, row: SourceRow) -> FileRow:
        """One row."""
        return self._read([row])[0]

    def _read(self, chunk: list[SourceRow]) -> list[FileRow]:
        columns = list(zip(*[row.cells for row in chunk], strict=True))
        places = self.shape.places
        values = [
            list(map(reader.__getitem__, columns[place]))
            for reader, place in zip(self._readers, places, strict=True)
        ]
        shape = self.shape
        together = zip(*values, [None] * len(chunk), strict=True)
        rows = [FileRow(shape, source, row) for source, row in zip(chunk, together, strict=True)]
        self._tell_troubles(rows, columns)
        self._look_at_niks(rows)
        for row in rows:
            row.read_errors, row.read_warnings = row.errors, row.warnings
        return rows

    def _tell_troubles(self, rows: list[FileRow], columns: list[tuple[Cell, ...]]) -> None:
        for reader, place in zip(self._readers, self.shape.places, strict=True):
            troubles = reader.troubles
            if not troubles:
                continue
            for row, trouble in _met(rows, map(troubles.get, columns[place])):
                for reason in trouble.doubts:
                    row.doubt(reader.column.heading, reason)
                if trouble.fault:
                    row.refuse(reader.column.heading, trouble.fault)

    def _look_at_niks(self, rows: list[FileRow]) -> None:
        shape = self.shape
        for row in rows:
            values = row.values
            nik = values[shape.nik]
            if not isinstance(nik, str) or nik == NO_NIK:
                continue
            born, sex = values[shape.born], values[shape.sex]
            if self._says(born, sex) == nik[6:12]:
                continue
            for reason in nik_rules.doubts(
                nik,
                birth_date=born if isinstance(born, date) else None,
                sex=sex if isinstance(sex, Sex) else None,
            ):
                row.doubt("nik", reason.rstrip("."))

    def _says(self, born: FileValue, sex: FileValue) -> str:
        """The six digits that a NIK of that birth and sex has, "" when not both are known."""
        if not isinstance(born, date) or not isinstance(sex, Sex):
            return ""
        digits = self._born.get((born, sex))
        if digits is None:
            day = born.day + (WOMEN_DAY_OFFSET if sex is Sex.FEMALE else 0)
            digits = self._born[born, sex] = f"{day:02d}{born:%m%y}"
        return digits


def _met(
    rows: Sequence[FileRow], troubles: Iterator[CellTrouble | None]
) -> Iterator[tuple[FileRow, CellTrouble]]:
    return ((row, one) for row, one in zip(rows, troubles, strict=True) if one is not None)
