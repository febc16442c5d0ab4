"""The card of the missing numbers of one counter; those without a reason ask for one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from nagari_kit.domain.number_gaps import NumberGap, SeriesReport
from nagari_kit.ui.screens.settings.gap_words import (
    gap_chip,
    gap_detail,
    gap_span,
    gap_title,
    needs_hand,
)
from nagari_kit.ui.style.fonts import scaled, ui_font
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets import Button, Card, ElidedLabel, EmptyState
from nagari_kit.ui.widgets.painting import fitted_kind, line_rooms, paint_chip

_ROW = 48
HEAD = 34
"""Height of the line of the title, the same in the card beside."""
_CHIP = 24
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_GAP_ROLE = Qt.ItemDataRole.UserRole


class GapModel(QAbstractListModel):
    """Gaps, the newest number first, before them those that ask for something."""

    def __init__(self) -> None:
        super().__init__()
        self._gaps: Sequence[NumberGap] = ()
        self.widest = ""
        self._today = date.min

    def show_gaps(self, gaps: Sequence[NumberGap], today: date) -> None:
        """Other gaps."""
        self.beginResetModel()
        self._gaps = sorted(gaps, key=lambda gap: (not needs_hand(gap), -gap.first))
        self._today = today
        self.widest = max((gap_span(gap) for gap in gaps), key=len, default="")
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Gaps."""
        return 0 if parent.isValid() else len(self._gaps)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's values
        """The gap itself for the painter, all its words for readers."""
        gap = self._gaps[index.row()]
        if role == _GAP_ROLE:
            return gap, self._today, self.widest
        words = (gap_title(gap), gap_detail(gap, self._today))
        if role == Qt.ItemDataRole.ToolTipRole:
            return ". ".join(part for part in words if part)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join((gap_span(gap), *words, gap_chip(gap).text))
        return None


class _GapDelegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(200, scaled(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        gap, today, widest = index.data(_GAP_ROLE)
        theme = current_theme()
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_current and option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(area, theme.color("pri_soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.color("sunken"))
        painter.fillRect(
            QRectF(area.left(), area.bottom() - 1, area.width(), 1), theme.color("border")
        )
        left = self._paint_number(painter, area, gap, widest)
        right = self._paint_chip(painter, area, gap)
        upper, lower = line_rooms(QRectF(left, area.top(), right - left, area.height()), 13, 12)
        for room, text, font, ink in (
            (upper, gap_title(gap), ui_font(13, 600), "ink"),
            (lower, gap_detail(gap, today), ui_font(12), "ink2"),
        ):
            painter.setFont(font)
            painter.setPen(theme.color(ink))
            shown = fitted_kind(text, painter.fontMetrics(), int(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    def _paint_number(self, painter: QPainter, area: QRectF, gap: NumberGap, widest: str) -> float:
        font = ui_font(14, 700)
        width = max(scaled(46), QFontMetrics(font).horizontalAdvance(widest) + 14)
        painter.setFont(font)
        painter.setPen(current_theme().color("ink"))
        painter.drawText(area.adjusted(4, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, gap_span(gap))
        return area.left() + width

    def _paint_chip(self, painter: QPainter, area: QRectF, gap: NumberGap) -> float:
        words = gap_chip(gap)
        width = QFontMetrics(ui_font(12, 600)).horizontalAdvance(words.text) + 24 + 17
        height = scaled(_CHIP)
        chip = QRectF(area.right() - width - 2, area.center().y() - height / 2, width, height)
        paint_chip(painter, chip, words.text, current_theme().chip(words.kind), words.icon)
        return chip.left() - 8


class _GapList(QListView):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens on every platform."""
        index = self.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            self.clicked.emit(index)
        else:
            super().keyPressEvent(event)


class GapCard(Card):
    """`wanted` carries the NumberGap that the officer wants to say something of."""

    wanted = Signal(object)
    sheet_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(None, parent)
        self.title = QLabel(self.tr("Laporan sela"))
        self.title.setObjectName("cardTitle")
        self.of = ElidedLabel()
        self.of.setObjectName("secondary")
        self.model = GapModel()
        self.list = _GapList()
        self.list.setObjectName("gapList")
        self.list.setAccessibleName(self.tr("Nomor yang tidak ada suratnya"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(_GapDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setMinimumHeight(190)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.empty = EmptyState(
            "circle-check", self.tr("Tidak ada sela"), self.tr("Semua nomor seri ini ada suratnya.")
        )
        self.empty.hide()
        self.sheet = Button(self.tr("PDF"), kind="ghost", icon="printer")
        self.sheet.setFixedHeight(scaled(HEAD))
        self.sheet.setAccessibleName(self.tr("Simpan laporan sela sebagai PDF"))
        self.sheet.setToolTip(self.tr("Simpan laporan sela sebagai PDF"))
        self.sheet.clicked.connect(self.sheet_wanted)
        top = QHBoxLayout()
        top.addWidget(self.title)
        top.addWidget(self.of, 1)
        top.addWidget(self.sheet)
        self.body.addLayout(top)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.empty, 1)
        self.list.clicked.connect(self._open)

    def show_series(self, report: SeriesReport | None, today: date) -> None:
        """The gaps of a counter; None: there is none."""
        gaps = report.gaps if report is not None else ()
        self.of.setText(report.title if report is not None else "")
        self.model.show_gaps(gaps, today)
        self.list.setVisible(bool(gaps))
        self.empty.setVisible(not gaps)
        if gaps:
            self.list.setCurrentIndex(self.model.index(0, 0))

    def _open(self, index: QModelIndex) -> None:
        gap = index.data(_GAP_ROLE)[0]
        if needs_hand(gap):
            self.wanted.emit(gap)
