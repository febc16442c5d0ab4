"""The register as a table whose rows arrive in pages of 50 while one scrolls."""

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

from nagari_kit.domain.identity import LetterId
from nagari_kit.domain.letters import LetterRow, LetterStatus, RegisterPage
from nagari_kit.ui.letter_words import delivery_chip, letter_chip, long_day, short_day
from nagari_kit.ui.screens.letter_register.row_window import RowWindow

LetterRole = Qt.ItemDataRole.UserRole + 101
ChipRole = Qt.ItemDataRole.UserRole + 102
_Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """Columns from left to right."""

    NUMBER = 0
    DATE = 1
    TYPE = 2
    NAME = 3
    STATUS = 4


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """Title of one column, and its text for a row on a given day."""

    title: str
    text: Callable[[LetterRow, date], str]


COLUMNS: dict[Column, ColumnSpec] = {
    Column.NUMBER: ColumnSpec("Nomor surat", lambda row, _today: row.number or "–"),
    Column.DATE: ColumnSpec("Tanggal", lambda row, today: short_day(row.issue_date, today)),
    Column.TYPE: ColumnSpec("Jenis surat", lambda row, _today: row.short_title),
    Column.NAME: ColumnSpec("Nama warga", lambda row, _today: row.resident_name),
    Column.STATUS: ColumnSpec("Status", lambda row, today: letter_chip(row, today).text),
}


class LetterTableModel(QAbstractTableModel):
    """Never reads by itself: `page_needed` carries the offset of rows that are looked at."""

    page_needed = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = RowWindow()
        self._today = date.min

    def begin(self, page: RegisterPage, today: date) -> None:
        """Show another list, of which `page` is the first page."""
        self.beginResetModel()
        self._today = today
        self._rows.clear(page.total)
        self._rows.put(page.offset, page.rows)
        self.endResetModel()

    def put_page(self, page: RegisterPage) -> None:
        """Fill in rows that were asked for."""
        self._rows.put(page.offset, page.rows)
        last = page.offset + len(page.rows) - 1
        self.dataChanged.emit(self.index(page.offset, 0), self.index(last, len(Column) - 1))

    def release_page(self, offset: int) -> None:
        """The rows at `offset` could not be read; looking at them asks again."""
        self._rows.release(offset)

    def letter(self, index: _Index) -> LetterRow | None:
        """The letter in the row of `index`, if it is here."""
        return self._rows.row(index.row()) if index.isValid() else None

    def index_of(self, letter_id: LetterId) -> QModelIndex:
        """Where the letter stands among the rows that are here; invalid when it is not."""
        for row_number, row in self._rows.loaded():
            if row.id == letter_id:
                return self.index(row_number, 0)
        return QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        """All rows of the filter, whether they are here or not."""
        return 0 if parent.isValid() else self._rows.total

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        """The five columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        """Column titles."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.tr(COLUMNS[Column(section)].title)
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Text, tooltip, spoken text and the letter itself; a row not here yet is blank."""
        row = self.letter(index)
        if row is None:
            self._ask_for(index.row())
            return None
        column = Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[column].text(row, self._today)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tooltip(row, column) or self.data(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row) if column == Column.NUMBER else self.data(index)
        if role == LetterRole:
            return row
        if role == ChipRole:
            return letter_chip(row, self._today)
        return None

    def _ask_for(self, row_number: int) -> None:
        offset = self._rows.ask(row_number)
        if offset is not None:
            self.page_needed.emit(offset)

    def _tooltip(self, row: LetterRow, column: Column) -> str:
        if column == Column.DATE:
            return long_day(row.issue_date)
        if column == Column.STATUS:
            return f"{letter_chip(row, self._today).text}. {delivery_chip(row.delivery).text}."
        return ""

    def numbers(self) -> list[str]:
        """The numbers of the rows that are here."""
        return [row.number for _place, row in self._rows.loaded()]

    def _spoken(self, row: LetterRow) -> str:
        words = f"{row.number or self.tr('Tanpa nomor')}, {row.short_title}, {row.resident_name}"
        return f"{words}, dibatalkan" if row.status == LetterStatus.VOIDED else words
