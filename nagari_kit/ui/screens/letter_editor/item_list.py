"""A list within a form: rows in three columns, each opened in a form of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from nagari_kit.ui.style.fonts import scaled, ui_font
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets import Button, ElidedLabel
from nagari_kit.ui.widgets.table import PlainDelegate

Words = Callable[[Any], tuple[str, str, str]]
_ROW, _MOST_SHOWN = 38, 9


class ItemList(QWidget):
    """`open_requested` carries a place, -1 for a new item. Enter opens, Insert adds, Del removes.

    Alt+Up and Alt+Down move. `edited`: items were moved or removed here.
    """

    edited = Signal()
    open_requested = Signal(int)

    def __init__(
        self, title: str, add_words: str, words: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._items: list[Any] = []
        self._words = words
        self._faults: dict[int, str] = {}
        head = QHBoxLayout()
        head.setSpacing(8)
        label = ElidedLabel(title)
        label.setObjectName("fieldLabel")
        self.add = Button(add_words, kind="ghost", icon="plus")
        self.add.setToolTip(self.tr("{0} (Insert)").format(add_words))
        head.addWidget(label, 1)
        head.addWidget(self.add)
        self.table = QTableWidget(0, 3)
        self.table.setAccessibleName(title)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.installEventFilter(self)
        sizes = self.table.horizontalHeader()
        sizes.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            sizes.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        self.table.setItemDelegate(PlainDelegate(self.table))
        self._none = QLabel(self.tr("Belum ada."))
        self._none.setObjectName("hint")
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(0, 0, 0, 0)
        column_box.setSpacing(6)
        column_box.addLayout(head)
        column_box.addWidget(self.table)
        column_box.addWidget(self._none)
        self.add.clicked.connect(lambda: self.open_requested.emit(-1))
        self.table.cellDoubleClicked.connect(lambda row, _column: self.open_requested.emit(row))

    def show_items(self, items: Sequence[Any], current: int = -1) -> None:
        """Other items."""
        place = current if current >= 0 else self.table.currentRow()
        self._items = list(items)
        self._show(min(place, len(self._items) - 1))

    def items(self) -> list[Any]:
        """As they stand."""
        return list(self._items)

    def show_faults(self, faults: dict[int, str]) -> None:
        """Mark items by place."""
        if faults != self._faults:
            self._faults = faults
            self._show(self.table.currentRow())

    def take_focus(self, place: int) -> None:
        """Make an item current."""
        if not self._items:
            self.add.setFocus()
            return
        self.table.setCurrentCell(max(0, min(place, len(self._items) - 1)), 0)
        self.table.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)
        if event.type() == QEvent.Type.FocusIn and self.table.currentRow() < 0 and self._items:
            self.table.setCurrentCell(0, 0)
        if event.type() == QEvent.Type.Resize:
            width = self.table.width()
            self.table.setColumnWidth(1, width * 30 // 100)
            self.table.setColumnWidth(2, width * 27 // 100)
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        place, key = self.table.currentRow(), Qt.Key(event.key())
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key == Qt.Key.Key_Insert:
            self.open_requested.emit(-1)
        elif place < 0:
            return False
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.open_requested.emit(place)
        elif key == Qt.Key.Key_Delete:
            del self._items[place]
            self._show(min(place, len(self._items) - 1))
            self.edited.emit()
        elif alt and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._move(place, -1 if key == Qt.Key.Key_Up else 1)
        else:
            return False
        return True

    def _move(self, place: int, step: int) -> None:
        other = place + step
        if 0 <= other < len(self._items):
            items = self._items
            items[place], items[other] = items[other], items[place]
            self._show(other)
            self.edited.emit()

    def _show(self, current: int) -> None:
        theme = current_theme()
        count = len(self._items)
        self.table.clearSpans()
        self.table.setRowCount(count)
        for row, item in enumerate(self._items):
            self.table.setRowHeight(row, scaled(_ROW))
            fault = self._faults.get(row, "")
            words = self._words(item)
            if not words[1]:
                self.table.setSpan(row, 0, 1, 2 if words[2] else 3)
            elif not words[2]:
                self.table.setSpan(row, 1, 1, 2)
            for column, text in enumerate(words):
                cell = QTableWidgetItem(text)
                cell.setToolTip(fault or text)
                cell.setFont(ui_font(14, 600 if column == 0 else 400))
                ink = "err" if fault else "ink2" if column else "ink"
                cell.setForeground(theme.color(ink))
                if fault and column == 0:
                    cell.setData(Qt.ItemDataRole.DecorationRole, "alert-triangle")
                self.table.setItem(row, column, cell)
        shown = min(count, _MOST_SHOWN)
        self.table.setFixedHeight(max(1, shown) * scaled(_ROW) + 4)
        self.table.setVisible(count > 0)
        self._none.setVisible(count == 0)
        self.table.setCurrentCell(current, 0)
