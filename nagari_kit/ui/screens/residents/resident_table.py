"""The table of the list: ticks beside the current row, and as many columns as were chosen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from nagari_kit.domain.resident_columns import FIRST_COLUMNS, ListColumn
from nagari_kit.ui.screens.residents.row_delegate import ResidentDelegate
from nagari_kit.ui.screens.residents.table_model import TICK, ResidentTableModel
from nagari_kit.ui.screens.residents.tick_all_box import TickAllBox
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.widgets import DataTable

TICK_WIDTH = 44
LEAST_NAME = 290
_WIDTHS = {
    ListColumn.NIK: 168,
    ListColumn.NOMOR_KK: 168,
    ListColumn.SEX: 46,
    ListColumn.AGE: 58,
    ListColumn.BORN: 216,
    ListColumn.RELATION: 88,
    ListColumn.HEAD: 172,
    ListColumn.MARITAL: 120,
    ListColumn.RELIGION: 100,
    ListColumn.EDUCATION: 180,
    ListColumn.OCCUPATION: 190,
    ListColumn.SUKU: 110,
    ListColumn.JORONG: 126,
    ListColumn.RT_RW: 84,
    ListColumn.ADDRESS: 200,
    ListColumn.KTP: 142,
}
_YIELDING = (ListColumn.JORONG, ListColumn.HEAD, ListColumn.RELATION, ListColumn.SEX)
"""Of the usual columns, those that give way in a narrow window; chosen ones scroll instead."""


class ResidentTable(DataTable):
    """`ticked` carries a row; `range_ticked` the first and the last one of a range."""

    ticked = Signal(int)
    range_ticked = Signal(int, int)
    all_wanted = Signal()
    none_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._anchor = 0
        self._everybody = TickAllBox(self.horizontalHeader())
        self._everybody.clicked.connect(self.all_wanted)
        self.horizontalScrollBar().valueChanged.connect(self._place_box)
        self.setItemDelegate(ResidentDelegate(self))

    def follow_columns(self) -> None:
        """Widths of the model's columns; called when they changed."""
        header = self.horizontalHeader()
        for section in range(header.count()):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Fixed)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._share()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks, Shift with the arrows a range, Ctrl+A everybody, Esc nobody."""
        key, held = event.key(), event.modifiers()
        row = self.currentIndex().row()
        if key == Qt.Key.Key_Space and row >= 0:
            self._anchor = row
            self.ticked.emit(row)
        elif key == Qt.Key.Key_A and held & Qt.KeyboardModifier.ControlModifier:
            self.all_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            self.none_wanted.emit()
            event.ignore()
        elif held & Qt.KeyboardModifier.ShiftModifier and key in {
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
        }:
            self._extend(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)
            if not held & Qt.KeyboardModifier.ShiftModifier:
                self._anchor = self.currentIndex().row()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the box ticks; with Shift from the last one on."""
        index = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)
        if not index.isValid():
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._tell_range(index.row())
        elif index.column() == TICK:
            self._anchor = index.row()
            self.ticked.emit(index.row())
        else:
            self._anchor = index.row()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick clicks on the box are two ticks and open nobody."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == TICK:
            self.ticked.emit(index.row())
        else:
            super().mouseDoubleClickEvent(event)

    def _extend(self, step: int) -> None:
        row = self.currentIndex().row() + step
        if 0 <= row < self.model().rowCount():
            self.setCurrentIndex(self.model().index(row, self.currentIndex().column()))
            self._tell_range(row)

    def _tell_range(self, row: int) -> None:
        self.range_ticked.emit(min(self._anchor, row), max(self._anchor, row))

    def show_share(self, ticked: int) -> None:
        """How many of the list are ticked."""
        self._everybody.show_share(ticked, self.model().rowCount())

    def _place_box(self) -> None:
        header = self.horizontalHeader()
        left = header.sectionViewportPosition(TICK)
        self._everybody.setGeometry(left, 0, header.sectionSize(TICK), header.height() - 1)

    def _share(self) -> None:
        model = self.model()
        if not isinstance(model, ResidentTableModel):
            return
        room = self.viewport().width()
        widths = {one: scaled(_WIDTHS[one]) for one in model.columns if one in _WIDTHS}
        if model.columns == FIRST_COLUMNS:
            for column in _YIELDING:
                if sum(widths.values()) + scaled(TICK_WIDTH + LEAST_NAME) > room:
                    widths[column] = 0
        name = max(scaled(LEAST_NAME), room - sum(widths.values()) - scaled(TICK_WIDTH))
        header = self.horizontalHeader()
        header.resizeSection(TICK, scaled(TICK_WIDTH))
        for section, column in enumerate(model.columns, start=1):
            width = name if column is ListColumn.NAME else widths[column]
            self.setColumnHidden(section, width == 0)
            if width:
                header.resizeSection(section, width)
        self._place_box()

    def index_of(self, row: int) -> QModelIndex:
        """Of the name in a row."""
        return self.model().index(row, TICK + 1)
