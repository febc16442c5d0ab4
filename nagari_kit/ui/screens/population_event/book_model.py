"""Rows of the book of events: day, what, who, what else is known, when and by whom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from nagari_kit.domain.amounts import grouped
from nagari_kit.domain.population import EventRow
from nagari_kit.ui.event_words import event_detail, event_words
from nagari_kit.ui.letter_words import near_moment, short_day
from nagari_kit.ui.style.fonts import ui_font
from nagari_kit.ui.style.tokens import current_theme

_Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """From left to right."""

    DAY = 0
    EVENT = 1
    PEOPLE = 2
    DETAIL = 3
    RECORDED = 4


_TITLES = {
    Column.DAY: "Tanggal",
    Column.EVENT: "Peristiwa",
    Column.PEOPLE: "Orang",
    Column.DETAIL: "Keterangan",
    Column.RECORDED: "Dicatat",
}


class BookModel(QAbstractTableModel):
    """Newest first. What was undone is struck through and says so."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[EventRow, ...] = ()
        self._today = date.min

    def show_rows(self, rows: Sequence[EventRow], today: date) -> None:
        """Other rows."""
        self.beginResetModel()
        self._rows, self._today = tuple(rows), today
        self.endResetModel()

    def row_at(self, place: int) -> EventRow | None:
        """The event of a row."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place_of(self, event_id: object) -> int:
        """The row of an event, -1 without."""
        return next((spot for spot, row in enumerate(self._rows) if row.id == event_id), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        """How many."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        """All columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Titles."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _TITLES[Column(section)]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, tool tips, and the look of what was undone."""
        row = self.row_at(index.row())
        if row is None:
            return None
        column = Column(index.column())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._words(row, column)
        if role == Qt.ItemDataRole.DecorationRole and column is Column.EVENT:
            return event_words(row.kind).icon
        if role == Qt.ItemDataRole.FontRole and column in {Column.EVENT, Column.PEOPLE}:
            return _struck() if row.undone else ui_font(14, 600)
        if role == Qt.ItemDataRole.ForegroundRole and (row.undone or column is Column.RECORDED):
            return current_theme().ink2
        return None

    def _words(self, row: EventRow, column: Column) -> str:
        if column is Column.DAY:
            return short_day(row.event_date, self._today)
        if column is Column.EVENT:
            return event_words(row.kind).title
        if column is Column.PEOPLE:
            return people_words(row)
        if column is Column.DETAIL:
            detail = event_detail(row)
            undone = "sudah diurungkan" if row.undone else ""
            return ", ".join(part for part in (undone, detail) if part)
        return f"{near_moment(row.recorded_at, self._today)}, {row.recorded_by}"


def people_words(row: EventRow) -> str:
    """`Syafrial dan 3 orang lain`."""
    if not row.people:
        return ""
    others = row.count - 1
    return f"{row.people[0]} dan {grouped(others)} orang lain" if others > 0 else row.people[0]


def _struck() -> QFont:
    font = QFont(ui_font(14, 500))
    font.setStrikeOut(True)
    return font
