"""The rows of one tab of the dry run as a table."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from nagari_kit.ui.screens.resident_import.sheets import Sheet
from nagari_kit.ui.style.tokens import current_theme

_Index = QModelIndex | QPersistentModelIndex
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
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._sheet.headings[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Text; the reason in the colour of an error."""
        if not index.isValid():
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._sheet.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == 0:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == self._sheet.reason:
            return current_theme().color("err")
        return None
