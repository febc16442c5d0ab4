"""The rows of one tab of the dry run as a table."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from nagari_kit.ui.screens.resident_import.sheets import Sheet
from nagari_kit.ui.style.fonts import ui_font
from nagari_kit.ui.style.tokens import current_theme

_Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NOTHING = Sheet("", (), ())


class SheetModel(QAbstractTableModel):
    """Row numbers are those of the spreadsheet program and stand at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._sheet = _NOTHING

    def show_sheet(self, sheet: Sheet) -> None:
        """Show another tab."""
        self.beginResetModel()
        self._sheet = sheet
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        """Lines of the tab."""
        return 0 if parent.isValid() else len(self._sheet.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        """Columns of the tab."""
        return 0 if parent.isValid() else len(self._sheet.headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        """Headings."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._sheet.headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section == 0:
            return _RIGHT
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Text; names stand out, the reason has the colour and the icon of an error."""
        if not index.isValid():
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._sheet.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == 0:
            return _RIGHT
        if role == Qt.ItemDataRole.FontRole and index.column() == 1:
            return ui_font(14, 600)
        if role == Qt.ItemDataRole.ForegroundRole:
            return current_theme().color(self._ink(index.column()))
        if role == Qt.ItemDataRole.DecorationRole and index.column() == self._sheet.reason:
            return "alert-triangle"
        return None

    def _ink(self, column: int) -> str:
        if column == self._sheet.reason:
            return "err"
        return "ink" if column == 1 else "ink2"
