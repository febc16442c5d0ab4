"""The list at the left: what the letter is, what it asks, and its blocks from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from nagari_kit.ui.screens.letter_editor.editing import FIRST_BLOCK
from nagari_kit.ui.style.fonts import scaled, ui_font
from nagari_kit.ui.style.icons import icon_pixmap
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.painting import line_rooms, paint_box, paint_chip

_ROW, _GAP = 50, 5
_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class RowWords:
    """`fault` replaces the summary and is told in red."""

    icon: str
    title: str
    summary: str
    is_changed: bool = False
    fault: str = ""


class BlockList(QListWidget):
    """`row_chosen` carries a row; keys ask for moves, a copy, a new one, removal."""

    row_chosen = Signal(int)
    move_requested = Signal(int)
    remove_requested = Signal()
    copy_requested = Signal()
    add_requested = Signal()
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("blockList")
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setAccessibleName(self.tr("Susunan surat"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setStyleSheet(
            "QListWidget#blockList { background: transparent; border: 0; outline: 0; }"
        )
        self.setItemDelegate(_Delegate(self))
        self.currentRowChanged.connect(self._tell)
        self.itemActivated.connect(lambda _item: self.opened.emit())

    def show_rows(self, rows: Sequence[RowWords], current: int) -> None:
        """Other rows."""
        with QSignalBlocker(self):
            while self.count() > len(rows):
                self.takeItem(self.count() - 1)
            while self.count() < len(rows):
                self.addItem(QListWidgetItem())
            for place, words in enumerate(rows):
                item = self.item(place)
                item.setData(_ROLE, words)
                spoken = [words.title, words.fault or words.summary]
                if words.is_changed:
                    spoken.append(self.tr("diubah"))
                item.setText(", ".join(spoken))
                item.setToolTip(words.fault or f"{words.title}: {words.summary}")
            self.setCurrentRow(current)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+arrows move a block, Insert adds one below, Ctrl+D copies, Del removes."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key = Qt.Key(event.key())
        if alt and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.move_requested.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Insert:
            self.add_requested.emit()
        elif key == Qt.Key.Key_Delete:
            self.remove_requested.emit()
        elif control and key == Qt.Key.Key_D:
            self.copy_requested.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        elif control or key == Qt.Key.Key_F9:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _tell(self, row: int) -> None:
        if row >= 0:
            self.row_chosen.emit(row)


class _Delegate(QStyledItemDelegate):
    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(120, scaled(_ROW) + _GAP)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        words: RowWords | None = index.data(_ROLE)
        if words is None:
            return
        theme = current_theme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect).adjusted(1, 1, -1, -_GAP)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        line = "err" if words.fault else "pri" if chosen else "border"
        paint_box(painter, area, 8, "pri_soft" if chosen else "surface", line)
        left = area.left() + 8
        if index.row() >= FIRST_BLOCK:
            _paint_grip(painter, QPointF(left + 1, area.center().y()))
        mark = "alert-triangle" if words.fault else words.icon
        ink = theme.err if words.fault else theme.ink2
        painter.drawPixmap(QPointF(left + 20, area.center().y() - 9), icon_pixmap(mark, ink, 18))
        right = area.right() - 8
        if words.is_changed:
            painter.setFont(ui_font(12, 600))
            text = self.tr("diubah")
            wide = painter.fontMetrics().horizontalAdvance(text) + 22
            chip = QRectF(right - wide, area.center().y() - 12, wide, 24)
            paint_chip(painter, chip, text, theme.chip("gold"), "")
            right = chip.left() - 4
        room = QRectF(left + 46, area.top(), right - left - 46, area.height())
        upper, lower = line_rooms(room, 14, 12)
        second = words.fault or words.summary
        for rect, text, size, weight, colour in (
            (upper, words.title, 14, 600, theme.ink),
            (lower, second, 12, 400, theme.err if words.fault else theme.ink2),
        ):
            painter.setFont(ui_font(size, weight))
            painter.setPen(colour)
            shown = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, int(rect.width())
            )
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


def _paint_grip(painter: QPainter, middle: QPointF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(current_theme().color("ink3"))
    for x in (0, 5):
        for y in (-5, 0, 5):
            painter.drawEllipse(QPointF(middle.x() + x, middle.y() + y), 1.2, 1.2)
