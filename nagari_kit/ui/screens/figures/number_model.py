"""A grid of numbers for a table view; what a cell means stands in roles of its own."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from nagari_kit.ui.screens.figures.grids import Cell, Grid

CellRole = Qt.ItemDataRole.UserRole + 121
TotalRole = Qt.ItemDataRole.UserRole + 122

_Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class NumberModel(QAbstractTableModel):
    """Few rows, all here."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.grid = Grid((), (), has_total=False)

    def show_grid(self, grid: Grid) -> None:
        """Other numbers; cells keep their places when the table has the same shape."""
        same = self.grid.columns == grid.columns and len(self.grid.rows) == len(grid.rows)
        if same and grid.rows:
            self.grid = grid
            last = self.index(len(grid.rows) - 1, len(grid.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.grid = grid
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        """With the sum."""
        return 0 if parent.isValid() else len(self.grid.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        """With bars."""
        return 0 if parent.isValid() else len(self.grid.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        """Titles stand over what they name."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self.grid.columns):
            return None
        column = self.grid.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.is_number else _LEFT
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Text, what is said of it, the cell itself."""
        if not index.isValid():
            return None
        cell = self.cell(index)
        if role == CellRole:
            return cell
        if role == TotalRole:
            return self.grid.has_total and index.row() == len(self.grid.rows) - 1
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.ToolTipRole:
            # Names may be cut; numbers never are.
            return None if index.column() else cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index, cell)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.grid.columns[index.column()].is_number else _LEFT
        return None

    def cell(self, index: _Index) -> Cell:
        """What stands in a place."""
        return self.grid.rows[index.row()][index.column()]

    def _spoken(self, index: _Index, cell: Cell) -> str:
        """`Koto Tangah, Lahir: +4`; what a number is cannot be seen by everybody."""
        if not index.column():
            return cell.text
        row = self.grid.rows[index.row()][0].text
        column = self.grid.columns[index.column()].title.replace("-\n", "").replace("\n", " ")
        return f"{row}, {column}: {cell.text}" if cell.text else f"{row}, {column}"
