"""The table of a merge: a radio for each value that differs, chosen by arrows or a click."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from nagari_kit.domain.doubts.merge import Side
from nagari_kit.ui.screens.data_quality.doubt_words import NOTHING
from nagari_kit.ui.screens.data_quality.merge_model import Column, MergeModel, MergeRole, MergeRow
from nagari_kit.ui.style.fonts import scaled, ui_font
from nagari_kit.ui.style.icons import icon_pixmap
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets import DataTable, announce
from nagari_kit.ui.widgets.painting import paint_box

ROW_HEIGHT = 42
HEAD_HEIGHT = 46
_FIELD_WIDTH = 124
_RADIO = 18
_PADDING = {Column.FIELD: 22, Column.A: 44, Column.B: 44, Column.RESULT: 42}
"""What a column's radio, icon and margins take from its words."""
_LINE_GAP = 16
_WRAPPED = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
_SIDES = {Column.A: Side.A, Column.B: Side.B}


class MergeDelegate(QStyledItemDelegate):
    """One for all columns."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Row height; widths belong to the header."""
        return QSize(super().sizeHint(option, index).width(), scaled(ROW_HEIGHT))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Ground, hairline, radio, words."""
        row: MergeRow = index.data(MergeRole)
        column = Column(index.column())
        area = QRectF(option.rect)
        theme = current_theme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        if column is Column.RESULT and row.side is not None:
            painter.fillRect(area, theme.color("pri_soft"))
        elif current:
            painter.fillRect(area, theme.color("sunken"))
        if current and column is Column.FIELD:
            painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), theme.color("pri"))
        line = QRectF(area.left(), area.bottom() - 1, area.width(), 1)
        painter.fillRect(line, theme.color("border"))
        room = area.adjusted(14 if column is Column.FIELD else 10, 0, -8, 0)
        if column is Column.FIELD:
            _write(painter, room, row.label, 400, "ink2")
        elif column is Column.RESULT:
            _paint_result(painter, room, row)
        else:
            _paint_value(painter, room, row, column)
        painter.restore()


def _paint_value(painter: QPainter, room: QRectF, row: MergeRow, column: Column) -> None:
    words = row.a if column is Column.A else row.b
    if row.side is None:
        _write(painter, room, words, 400, "ink2" if row.joined else "ink")
        return
    taken = row.side is _SIDES[column]
    theme = current_theme()
    disc = QRectF(room.left(), room.center().y() - _RADIO / 2, _RADIO, _RADIO)
    painter.setBrush(theme.color("surface"))
    painter.setPen(QPen(theme.color("pri" if taken else "border_strong"), 2 if taken else 1.4))
    painter.drawEllipse(disc.adjusted(1, 1, -1, -1))
    if taken:
        paint_box(painter, disc.adjusted(5, 5, -5, -5), _RADIO, "pri")
    ink = "ink" if taken else "ink3"
    _write(painter, room.adjusted(_RADIO + 8, 0, 0, 0), words, 600 if taken else 400, ink)


def _paint_result(painter: QPainter, room: QRectF, row: MergeRow) -> None:
    if row.side is not None:
        ink = "ink3" if row.result == NOTHING else "pri_ink"
        _write(painter, room, row.result, 600, ink)
        return
    icon, ink = ("git-merge", "ink2") if row.joined else ("check", "ok")
    pixmap = icon_pixmap(icon, current_theme().color(ink), 16)
    painter.drawPixmap(QPointF(room.left(), room.center().y() - 8), pixmap)
    _write(painter, room.adjusted(24, 0, 0, 0), row.result, 400, "ink2")


def _write(painter: QPainter, room: QRectF, words: str, weight: int, ink: str) -> None:
    """On as many lines as the row was given: the end of a name may be what differs."""
    painter.setFont(ui_font(14, weight, tabular=True))
    painter.setPen(current_theme().color(ink))
    painter.drawText(room, _WRAPPED, words)


class MergeTable(DataTable):
    """Up and Down walk, Left takes the value of A, Right that of B; a click takes what it hits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model_of_merge = MergeModel(self)
        self.setModel(self.model_of_merge)
        self.setItemDelegate(MergeDelegate(self))
        self.setAccessibleName(self.tr("Dua catatan, baris demi baris"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.verticalHeader().setDefaultSectionSize(scaled(ROW_HEIGHT))
        head = self.horizontalHeader()
        head.setFixedHeight(scaled(HEAD_HEIGHT))
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(Column.FIELD, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(Column.FIELD, scaled(_FIELD_WIDTH))
        self.clicked.connect(self._click)
        self.model_of_merge.modelReset.connect(self._fit_rows)

    def begin_at_first_choice(self) -> None:
        """The cursor stands where something is to be chosen."""
        self.setCurrentIndex(self.model_of_merge.index(self.model_of_merge.first_choice(), 0))
        self.scrollToTop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other widths, other lines."""
        super().resizeEvent(event)
        self._fit_rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right choose."""
        side = {Qt.Key.Key_Left: Side.A, Qt.Key.Key_Right: Side.B}.get(Qt.Key(event.key()))
        if side is not None:
            self._choose(self.currentIndex(), side)
        else:
            super().keyPressEvent(event)

    def _fit_rows(self) -> None:
        metrics = QFontMetrics(ui_font(14, 600, tabular=True))
        model = self.model_of_merge
        for row in range(model.rowCount()):
            heights = [
                metrics.boundingRect(
                    QRect(0, 0, max(20, self.columnWidth(column) - taken), 10_000),
                    _WRAPPED,
                    str(model.index(row, column).data()),
                ).height()
                for column, taken in _PADDING.items()
            ]
            self.setRowHeight(row, max(scaled(ROW_HEIGHT), max(heights) + _LINE_GAP))

    def _click(self, index: QModelIndex) -> None:
        side = _SIDES.get(Column(index.column()))
        if side is not None:
            self._choose(index, side)

    def _choose(self, index: QModelIndex, side: Side) -> None:
        self.model_of_merge.choose(index.row(), side)
        row = index.data(MergeRole)
        if isinstance(row, MergeRow):
            announce(self, f"{row.label}: {row.result}")
