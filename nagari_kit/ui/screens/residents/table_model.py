"""The list of residents as a table whose rows arrive in pages while one scrolls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from nagari_kit.domain.residents import ResidentPage, ResidentRow
from nagari_kit.ui.letter_words import age_words
from nagari_kit.ui.screens.residents.resident_words import (
    nik_words,
    relation_words,
    sex_letter,
    standing_chip,
)
from nagari_kit.ui.screens.residents.row_window import ResidentWindow

ResidentRole = Qt.ItemDataRole.UserRole + 111
_Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """Columns from left to right."""

    NAME = 0
    NIK = 1
    SEX = 2
    AGE = 3
    RELATION = 4
    HEAD = 5
    JORONG = 6
    STANDING = 7


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """Title of a column and its text for a row on a given day."""

    title: str
    text: Callable[[ResidentRow, date], str]


COLUMNS: dict[Column, ColumnSpec] = {
    Column.NAME: ColumnSpec("Nama", lambda row, _today: row.name),
    Column.NIK: ColumnSpec("NIK", lambda row, _today: nik_words(row.nik)),
    Column.SEX: ColumnSpec("L/P", lambda row, _today: sex_letter(row.sex)),
    Column.AGE: ColumnSpec(
        "Umur", lambda row, today: age_words(row.birth_date, today).removesuffix(" th")
    ),
    Column.RELATION: ColumnSpec(
        "Hubungan", lambda row, _today: relation_words(row.family_relation)
    ),
    Column.HEAD: ColumnSpec("Kepala keluarga", lambda row, _today: row.head_name),
    Column.JORONG: ColumnSpec("Jorong", lambda row, _today: row.jorong),
    Column.STANDING: ColumnSpec("KTP", lambda row, _today: standing_chip(row).text),
}


class ResidentTableModel(QAbstractTableModel):
    """Never reads by itself: `page_needed` carries the offset of rows that are looked at."""

    page_needed = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = ResidentWindow()
        self._today = date.min

    def begin(self, page: ResidentPage, today: date) -> None:
        """Show another list, of which `page` is the first page."""
        self.beginResetModel()
        self._today = today
        self._rows.begin(page)
        self.endResetModel()

    def put_page(self, page: ResidentPage) -> None:
        """Fill in rows that were asked for."""
        self._rows.put(page)
        last = page.offset + max(len(page.rows), 1) - 1
        self.dataChanged.emit(self.index(page.offset, 0), self.index(last, len(Column) - 1))

    def release_page(self, offset: int) -> None:
        """The rows at `offset` could not be read; looking at them asks again."""
        self._rows.release(offset)

    def resident(self, index: _Index) -> ResidentRow | None:
        """The resident in the row of `index`, if it is here."""
        return self._rows.row(index.row()) if index.isValid() else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        """All rows of the filter, whether they are here or not."""
        return 0 if parent.isValid() else self._rows.total

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        """One for each of `Column`."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        """Column titles; the age stands at the right, as its figures do."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.tr(COLUMNS[Column(section)].title)
        if role == Qt.ItemDataRole.TextAlignmentRole and section == Column.AGE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Text, tooltip, spoken text and the row itself; a row not here yet is blank."""
        row = self.resident(index)
        if row is None:
            self._ask_for(index.row())
            return None
        column = Column(index.column())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return COLUMNS[column].text(row, self._today)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row) if column == Column.NAME else self.data(index)
        if role == ResidentRole:
            return row
        return None

    def _ask_for(self, row_number: int) -> None:
        offset = self._rows.ask(row_number)
        if offset is not None:
            self.page_needed.emit(offset)

    def _spoken(self, row: ResidentRow) -> str:
        parts = (row.name, age_words(row.birth_date, self._today), row.jorong)
        return ", ".join(part for part in parts if part)
