"""One row of the table, cell by cell, with what is doubtful or wrong in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from nagari_kit.domain import nik as nik_rules
from nagari_kit.domain.importing import ImportFinding
from nagari_kit.domain.residents import Sex
from nagari_kit.services.resident_import.cell_reading import ColumnReader
from nagari_kit.services.resident_import.columns import BY_HEADING
from nagari_kit.services.resident_import.resident_cells import NO_NIK, FileValue

if TYPE_CHECKING:
    from nagari_kit.services.spreadsheet_reading.child import Cell


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


class RowReader:
    """Reads the rows of one table; `columns` tells at which place each heading stands."""

    def __init__(self, columns: dict[str, int], today: date, area_word: str) -> None:
        self._columns = [
            (heading, place, ColumnReader(BY_HEADING[heading], today, area_word))
            for heading, place in columns.items()
        ]
        self._width = max(columns.values(), default=-1) + 1

    def read(self, number: int, cells: list[Cell]) -> FileRow:
        """Every known column of one row; `number` as the spreadsheet program counts."""
        row = FileRow(number, {})
        texts, values = row.cells, row.values
        if len(cells) < self._width:
            cells = [*cells, *[None] * (self._width - len(cells))]
        for heading, place, column in self._columns:
            cell = cells[place]
            if cell is None or cell == "":
                continue
            text, value, doubts, fault = column.read(cell)
            if not text:
                continue
            texts[heading] = text
            if value is not None:
                values[heading] = value
            for doubt in doubts:
                row.doubt(heading, doubt)
            if fault:
                row.refuse(heading, fault)
        _look_at_nik(row)
        return row


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
