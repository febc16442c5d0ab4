"""A small table that is typed into: Enter goes on, a new row comes by itself, Delete takes one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QStyleOptionViewItem,
    QWidget,
)

from nagari_kit.domain.letter_fields import ColumnSpec, FieldKind
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets import DataTable
from nagari_kit.ui.widgets.table import HEAD_HEIGHT, ROW_HEIGHT, PlainDelegate

_Index = QModelIndex | QPersistentModelIndex
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_SHOWN_ROWS = 13
_EXAMPLES = {FieldKind.DATE: "hh-bb-tttt", FieldKind.TIME: "jj.mm", FieldKind.MONEY: "rupiah"}
_YES_NO = ("ya", "tidak")


class GridModel(QAbstractTableModel):
    """Rows of texts by column id; with `heads` a first column that is read only says who it is."""

    edited = Signal()

    def __init__(
        self, columns: Sequence[ColumnSpec], head_title: str = "", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._head_title = head_title
        self._rows: list[dict[str, str]] = []
        self._heads: list[tuple[str, str]] = []

    @property
    def first_cell(self) -> int:
        """The first column that is typed into."""
        return 1 if self._head_title else 0

    def begin(
        self, rows: Sequence[Mapping[str, str]], heads: Sequence[tuple[str, str]] = ()
    ) -> None:
        """Show other rows; nobody is told."""
        self.beginResetModel()
        self._rows = [dict(row) for row in rows]
        self._heads = list(heads)
        self.endResetModel()

    def rows(self) -> tuple[dict[str, str], ...]:
        """What stands in the cells, as typed."""
        return tuple(dict(row) for row in self._rows)

    def column_of(self, index: _Index) -> ColumnSpec | None:
        """What is asked in this cell; None for the first one of a person."""
        place = index.column() - self.first_cell
        return self.columns[place] if 0 <= place < len(self.columns) else None

    def add_row(self) -> None:
        """An empty row at the end."""
        at = len(self._rows)
        self.beginInsertRows(QModelIndex(), at, at)
        self._rows.append({})
        self.endInsertRows()

    def drop_row(self, at: int) -> None:
        """Take a row away."""
        self.beginRemoveRows(QModelIndex(), at, at)
        del self._rows[at]
        del self._heads[at : at + 1]
        self.endRemoveRows()
        self.edited.emit()

    def move_row(self, at: int, step: int) -> bool:
        """Let a row change places with its neighbour; whether there is one."""
        to = at + step
        if not 0 <= to < len(self._rows):
            return False
        self.beginMoveRows(QModelIndex(), at, at, QModelIndex(), to + 1 if step > 0 else to)
        self._rows.insert(to, self._rows.pop(at))
        if self._heads:
            self._heads.insert(to, self._heads.pop(at))
        self.endMoveRows()
        self.edited.emit()
        return True

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        """All rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        """Cells of a row, with who it is."""
        return 0 if parent.isValid() else len(self.columns) + self.first_cell

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Everything but who it is can be typed into."""
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return found | Qt.ItemFlag.ItemIsEditable if self.column_of(index) is not None else found

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        """Labels."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        if section < self.first_cell:
            return self._head_title
        return self.columns[section - self.first_cell].label

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Text; an empty cell that must be filled says so."""
        row, column = index.row(), self.column_of(index)
        if column is None:
            return self._head(row, role)
        text = self._rows[row].get(column.id, "")
        if role == Qt.ItemDataRole.EditRole:
            return text
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return text or ("…" if column.required and role == Qt.ItemDataRole.DisplayRole else "")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.label} {row + 1}: {text or 'kosong'}"
        return None

    def setData(
        self,
        index: _Index,
        value: Any,  # noqa: ANN401
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """What was typed."""
        column = self.column_of(index)
        if column is None or role != Qt.ItemDataRole.EditRole:
            return False
        text = " ".join(str(value).split())
        if text != self._rows[index.row()].get(column.id, ""):
            self._rows[index.row()][column.id] = text
            self.dataChanged.emit(index, index)
            self.edited.emit()
        return True

    def _head(self, row: int, role: int) -> str | None:
        title, detail = self._heads[row] if row < len(self._heads) else ("", "")
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row + 1}. {title}"
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{title}, {detail}"
        return None


class _CellDelegate(PlainDelegate):
    """A line, or a list where there is one to choose from; a frame shows where the caret is."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The words, and the frame in a table that has the keys."""
        super().paint(painter, option, index)
        table = self.parent()
        if isinstance(table, GridTable) and table.hasFocus() and table.currentIndex() == index:
            painter.save()
            painter.setPen(QPen(current_theme().color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1, -2))
            painter.restore()

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: _Index
    ) -> QWidget:
        """The caret or the list."""
        model = index.model()
        column = model.column_of(index) if isinstance(model, GridModel) else None
        options = _options(column)
        if options:
            combo = QComboBox(parent)
            combo.addItem("", "")
            for option in options:
                combo.addItem(option, option)
            return combo
        line = QLineEdit(parent)
        if column is not None:
            line.setPlaceholderText(_EXAMPLES.get(column.kind, ""))
            line.setAccessibleName(column.label)
        return line

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """What stands there."""
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findText(text)))
        elif isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """What was typed."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Tab take what was typed and go on to the next cell."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            table = self.parent()
            goes_on = event.key() in _ENTER or event.key() == Qt.Key.Key_Tab
            if goes_on and isinstance(watched, QWidget) and isinstance(table, GridTable):
                self.commitData.emit(watched)
                self.closeEditor.emit(watched, QAbstractItemDelegate.EndEditHint.NoHint)
                table.go_on()
                return True
        return super().eventFilter(watched, event)


class GridTable(DataTable):
    """Enter begins and goes on, typing begins too; Delete takes a row, Alt and arrows move it.

    `grows`: Enter in the last cell of a row that says something makes a new row. `full` when the
    last cell was left and there is no new row to come.
    """

    full = Signal()
    entered_table = Signal()

    def __init__(
        self,
        columns: Sequence[ColumnSpec],
        head_title: str = "",
        *,
        grows: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.cells = GridModel(columns, head_title, self)
        self._grows = grows
        self.setModel(self.cells)
        self.setObjectName("grid")
        self.setItemDelegate(_CellDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        if head_title:
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(0, scaled(240))
        for changed in (self.cells.modelReset, self.cells.rowsInserted, self.cells.rowsRemoved):
            changed.connect(self._fit)
        self._fit()

    def go_on(self) -> None:
        """To the next cell; a new row after the last one, where the table grows."""
        index = self.currentIndex()
        row, column = index.row(), index.column() + 1
        if column >= self.cells.columnCount():
            row, column = row + 1, self.cells.first_cell
        if row >= self.cells.rowCount():
            if not self._grows or not any(self.cells.rows()[-1].values()):
                self.full.emit()
                return
            self.cells.add_row()
        self._stand_in(row, column)

    def stand_in_first(self) -> None:
        """Into the first cell; a table that grows gets its first row."""
        if self._grows and not self.cells.rowCount():
            self.cells.add_row()
        self.setFocus()
        if self.cells.rowCount():
            self._stand_in(0, self.cells.first_cell)

    def stand_in_first_empty(self) -> None:
        """The caret, without beginning to type, at the first empty cell."""
        self.setFocus()
        for row, said in enumerate(self.cells.rows()):
            for place, column in enumerate(self.cells.columns):
                if not said.get(column.id):
                    index = self.cells.index(row, place + self.cells.first_cell)
                    self.setCurrentIndex(index)
                    return

    def add_row(self) -> None:
        """An empty row, and into it."""
        self.cells.add_row()
        self.setFocus()
        self._stand_in(self.cells.rowCount() - 1, self.cells.first_cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the row, Alt and arrows move it, Enter begins to type."""
        index = self.currentIndex()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if event.key() == Qt.Key.Key_Delete and index.isValid():
            self.cells.drop_row(index.row())
        elif alt and step and index.isValid():
            self.move_current(step)
        elif event.key() in _ENTER and index.isValid():
            if self.cells.column_of(index) is None:
                self.go_on()
            else:
                self.edit(index)
        elif event.key() in _ENTER:
            self.stand_in_first()
        elif event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape} or (
            Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F12
        ):
            # They belong to the form; Qt's own F2 is Enter here.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def move_current(self, step: int) -> None:
        """Let the row change places with its neighbour; the caret goes with it."""
        index = self.currentIndex()
        if index.isValid() and self.cells.move_row(index.row(), step):
            self._stand_in(index.row() + step, index.column(), edits=False)

    def drop_current(self) -> None:
        """Take the row of the caret away."""
        if self.currentIndex().isValid():
            self.cells.drop_row(self.currentIndex().row())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell; the first cell gets the caret when none has it."""
        super().focusInEvent(event)
        self.entered_table.emit()
        if not self.currentIndex().isValid() and self.cells.rowCount():
            self.setCurrentIndex(self.cells.index(0, self.cells.first_cell))

    def _stand_in(self, row: int, column: int, *, edits: bool = True) -> None:
        index = self.cells.index(row, column)
        self.setCurrentIndex(index)
        if edits:
            self.edit(index)

    def _fit(self, *_change: object) -> None:
        """As high as its rows, up to a number."""
        rows = min(max(1, self.cells.rowCount()), _SHOWN_ROWS)
        self.setFixedHeight(HEAD_HEIGHT + rows * ROW_HEIGHT + 4)


def _options(column: ColumnSpec | None) -> Sequence[str]:
    if column is None:
        return ()
    return _YES_NO if column.kind is FieldKind.YES_NO else column.options
