"""The grid of refused rows: cells to type in, F8 to the next wrong one."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from nagari_kit.domain.importing import CellSuggestion
from nagari_kit.ui.screens.resident_import.mend_model import LOOK_ROLE, MendModel
from nagari_kit.ui.screens.resident_import.suggestion_popover import SuggestionPopover
from nagari_kit.ui.style.fonts import scaled, ui_font
from nagari_kit.ui.style.icons import icon_pixmap
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets import DataTable
from nagari_kit.ui.widgets.table import PlainDelegate

_WIDTHS = {"nama": 176, "nik": 186, "tanggallahir": 146, "sex": 60, "no_kk": 182}
_NUMBER, _FURTHER, _REASON = 76, 180, 272
_NARROW_NAME, _NARROW_REASON = 116, 130
_YIELDING = ("sex", "tanggallahir", "no_kk")
"""Columns that give way, in this order, where the reason would stand outside the window."""

# The line of a cell is lower than the line of a form.
_LOW = "QLineEdit { min-height: 0; padding: 0 6px; }"
_ICON = 16
_Index = QModelIndex | QPersistentModelIndex


class MendDelegate(PlainDelegate):
    """Paints wrong and mended cells, and where the cursor stands; edits in a line of its own."""

    def __init__(self, table: MendTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The plain cell, then its box."""
        look = index.data(LOOK_ROLE)
        super().paint(painter, option, index)
        cursor = option.state & QStyle.StateFlag.State_HasFocus
        if not look and not cursor:
            return
        theme = current_theme()
        area = QRectF(option.rect).adjusted(4, 4, -4, -5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if look:
            fault = look == "fault"
            painter.setBrush(theme.color("err_soft" if fault else "ok_soft"))
            painter.setPen(QPen(theme.color("err"), 1.4) if fault else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(area, 6, 6)
            room = area.adjusted(8, 0, -8, 0)
            if fault and room.width() > scaled(70):
                mark = icon_pixmap("alert-triangle", theme.color("err"), _ICON)
                place = QRectF(room.right() - _ICON, area.center().y() - _ICON / 2, _ICON, _ICON)
                painter.drawPixmap(place.topLeft(), mark)
                room.adjust(0, 0, -_ICON - 6, 0)
            painter.setFont(index.data(Qt.ItemDataRole.FontRole) or ui_font(14))
            painter.setPen(theme.color("err" if fault else "ok"))
            words = painter.fontMetrics().elidedText(
                str(index.data() or ""), Qt.TextElideMode.ElideRight, int(room.width())
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        if cursor:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("pri"), 2))
            painter.drawRoundedRect(area, 6, 6)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        """A line as large as the cell."""
        del option
        line = QLineEdit(parent)
        line.setObjectName("cellEditor")
        line.setStyleSheet(_LOW)
        heading = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        line.setAccessibleName(str(heading))
        line.setFont(ui_font(14))
        self._table.begin_typing(index, line)
        return line

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        """Inside the box of the cell."""
        del index
        editor.setGeometry(option.rect.adjusted(4, 3, -4, -4))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter commits and goes down, Tab commits and goes right; Esc restores as everywhere."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            if alt and event.key() == Qt.Key.Key_1:
                return self._table.take_suggestion()
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and isinstance(editor, QWidget):
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
                self._table.step(*step)
                return True
            if event.key() == Qt.Key.Key_F8 and isinstance(editor, QWidget):
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
                back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._table.go_to_fault(backwards=back)
                return True
        return super().eventFilter(editor, event)


_STEPS = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
}


class MendTable(DataTable):
    """Shows a `MendModel`. `typing` tells row number and column of a wrong cell that opens."""

    typing = Signal(int, str)

    def __init__(self, model: MendModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(MendDelegate(self))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._popover = SuggestionPopover(self)
        self._typed_in: tuple[QPersistentModelIndex, QLineEdit] | None = None
        self._popover.taken.connect(lambda _text: self.take_suggestion())
        self.itemDelegate().closeEditor.connect(lambda *_: self._end_typing())
        model.modelReset.connect(self._end_typing)
        model.modelReset.connect(self.set_widths)

    def begin_typing(self, index: _Index, line: QLineEdit) -> None:
        """A cell opens."""
        self._typed_in = (QPersistentModelIndex(index), line)
        if self._model.has_fault(index):
            self.typing.emit(self._model.number_at(index.row()), self._model.key_at(index.column()))

    def offer(self, row: int, key: str, suggestion: CellSuggestion | None) -> None:
        """A proposal for a cell; it comes to nothing when another is open by now."""
        if suggestion is None or self._typed_in is None:
            return
        index = self._typed_in[0]
        if not index.isValid() or self._model.key_at(index.column()) != key:
            return
        if self._model.number_at(index.row()) == row:
            area = self.visualRect(self._model.index(index.row(), index.column()))
            self._popover.offer(suggestion, area.translated(self.viewport().pos()))

    def take_suggestion(self) -> bool:
        """Write what is proposed into the open cell and judge it."""
        text = self._popover.text()
        if not text or self._typed_in is None:
            return False
        line = self._typed_in[1]
        line.setText(text)
        delegate = self.itemDelegate()
        delegate.commitData.emit(line)
        delegate.closeEditor.emit(line, QAbstractItemDelegate.EndEditHint.NoHint)
        return True

    def _end_typing(self) -> None:
        self._typed_in = None
        self._popover.hide()

    def set_widths(self) -> None:
        """Each column as wide as what stands in it; the reason takes what is left."""
        header = self.horizontalHeader()
        model = self._model
        last = model.columnCount() - 1
        keys = {column: model.key_at(column) for column in range(last)}
        widths = {
            column: scaled(_WIDTHS.get(key, _FURTHER) if key else _NUMBER)
            for column, key in keys.items()
        }
        room = self.viewport().width() - scaled(_REASON)
        faulty = model.faulty_keys()
        places = {key: column for column, key in keys.items()}
        gone = set()
        for key in _YIELDING:
            if sum(widths.values()) > room and key not in faulty and key in places:
                widths.pop(places[key])
                gone.add(places[key])
        for column in keys:
            self.setColumnHidden(column, column in gone)
            if column in widths:
                header.resizeSection(column, widths[column])
        short = sum(widths.values()) - room
        if short > 0 and "nama" in places:
            narrow = max(scaled(_NARROW_NAME), widths[places["nama"]] - short)
            widths[places["nama"]] = narrow
            header.resizeSection(places["nama"], narrow)
        left = self.viewport().width() - sum(widths.values())
        header.resizeSection(last, max(scaled(_NARROW_REASON), left))

    def go_to_fault(self, *, backwards: bool = False) -> None:
        """To the next wrong cell, from the top again after the last."""
        model = self._model
        columns, rows = model.columnCount(), model.rowCount()
        if not rows:
            return
        here = self.currentIndex()
        start = here.row() * columns + here.column() if here.isValid() else -1
        step = -1 if backwards else 1
        for distance in range(1, rows * columns + 1):
            row, column = divmod((start + step * distance) % (rows * columns), columns)
            index = model.index(row, column)
            if model.has_fault(index):
                self.setCurrentIndex(index)
                self.scrollTo(index)
                return

    def step(self, down: int, right: int) -> None:
        """Move the cursor by cells, where there are any."""
        here = self.currentIndex()
        target = self._model.index(here.row() + down, here.column() + right)
        if target.isValid():
            self.setCurrentIndex(target)

    def resizeEvent(self, event: object) -> None:
        """The reason keeps what is left."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt hands its own event on
        self.set_widths()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter types in the cell, F8 and Shift+F8 go from fault to fault."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_F8:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.go_to_fault(backwards=back)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            self.edit(index)
        elif event.key() in {Qt.Key.Key_F9, Qt.Key.Key_Escape, Qt.Key.Key_Tab}:
            event.ignore()
        else:
            super().keyPressEvent(event)
