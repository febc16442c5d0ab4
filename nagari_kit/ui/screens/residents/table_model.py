"""A long list of residents whose rows arrive in pages while one scrolls."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.resident_columns import COLUMNS, FIRST_COLUMNS, ListColumn
from nagari_kit.domain.residents import ResidentPage, ResidentRow
from nagari_kit.ui.letter_words import age_words
from nagari_kit.ui.screens.residents.resident_words import cell_words
from nagari_kit.ui.screens.residents.row_window import ResidentWindow

ResidentRole = Qt.ItemDataRole.UserRole + 111
ColumnRole = Qt.ItemDataRole.UserRole + 112
TICK = 0
"""The column of the boxes, before all others."""

_Index = QModelIndex | QPersistentModelIndex
_FIGURES = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ResidentTableModel(QAbstractTableModel):
    """Never reads by itself: `page_needed` carries the offset of rows that are looked at."""

    page_needed = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = ResidentWindow()
        self._today = date.min
        self._ticked: AbstractSet[ResidentId] = frozenset()
        self.columns: tuple[ListColumn, ...] = FIRST_COLUMNS
        self._area_title = COLUMNS[ListColumn.JORONG].title

    def show_columns(self, columns: tuple[ListColumn, ...]) -> None:
        """Other columns; the rows stay."""
        self.beginResetModel()
        self.columns = columns
        self.endResetModel()

    def call_areas(self, word: str) -> None:
        """What the office calls its sub-areas stands over their column."""
        if word != self._area_title:
            self._area_title = word
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns))

    def show_ticked(self, ticked: AbstractSet[ResidentId]) -> None:
        """These are ticked. The set is looked at, not copied."""
        self._ticked = ticked
        if self._rows.total:
            last = self.index(self._rows.total - 1, len(self.columns))
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, TICK, TICK)

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
        self.dataChanged.emit(self.index(page.offset, 0), self.index(last, len(self.columns)))

    def release_page(self, offset: int) -> None:
        """The rows at `offset` could not be read; looking at them asks again."""
        self._rows.release(offset)

    def resident(self, row: int) -> ResidentRow | None:
        """The resident in a row, if it is here."""
        return self._rows.row(row)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        """All rows of the filter, whether they are here or not."""
        return 0 if parent.isValid() else self._rows.total

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        """The boxes, then the chosen columns."""
        return 0 if parent.isValid() else len(self.columns) + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        """Column titles; the age stands at the right, as its figures do."""
        if orientation != Qt.Orientation.Horizontal or section > len(self.columns):
            return None
        if section == TICK:
            return self._head_of_boxes(role)
        column = self.columns[section - 1]
        if role == Qt.ItemDataRole.DisplayRole:
            is_area = column is ListColumn.JORONG
            return self._area_title if is_area else self.tr(COLUMNS[column].title)
        if role == Qt.ItemDataRole.TextAlignmentRole and column is ListColumn.AGE:
            return _FIGURES
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Text, tooltip, spoken text, tick and the row itself; a row not here yet is blank."""
        if role == ColumnRole:
            return self.columns[index.column() - 1] if index.column() != TICK else None
        row = self._rows.row(index.row()) if index.isValid() else None
        if row is None:
            self._ask_for(index.row())
            return None
        if role == ResidentRole:
            return row
        if index.column() == TICK:
            return self._box(row, role)
        column = self.columns[index.column() - 1]
        if role == Qt.ItemDataRole.AccessibleTextRole and column is ListColumn.NAME:
            return self._spoken(row)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return cell_words(column, row, self._today)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._whole(column, row)
        return None

    def _ask_for(self, row_number: int) -> None:
        offset = self._rows.ask(row_number)
        if offset is not None:
            self.page_needed.emit(offset)

    def _box(self, row: ResidentRow, role: int) -> Any:  # noqa: ANN401 - one of Qt's roles
        ticked = row.id in self._ticked
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = self.tr("{0}, dipilih") if ticked else self.tr("{0}, tidak dipilih")
            return words.format(row.name)
        return None

    def _head_of_boxes(self, role: int) -> Any:  # noqa: ANN401 - one of Qt's roles
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tr("Pilih semua di daftar ini (Ctrl+A)")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("Pilih semua")
        return None

    def _whole(self, column: ListColumn, row: ResidentRow) -> str:
        words = cell_words(column, row, self._today)
        return f"{words}\n{row.found_by}" if column is ListColumn.NAME and row.found_by else words

    def _spoken(self, row: ResidentRow) -> str:
        parts = (row.name, age_words(row.birth_date, self._today), row.jorong, row.found_by)
        return ", ".join(part for part in parts if part)
