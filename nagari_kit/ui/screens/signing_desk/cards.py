"""The waiting cards of a desk: a list that paints its rows, so that two hundred cost nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

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
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from nagari_kit.domain.dates import WEEKDAYS
from nagari_kit.domain.signing_desk import DeskItem
from nagari_kit.infra.clock import WIB
from nagari_kit.ui.letter_words import short_day
from nagari_kit.ui.style.fonts import ui_font
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.painting import paint_box, paint_chip

ItemRole = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_PAD = 12
_GAP = 8
_CHIP = 24
_WEEK = timedelta(days=7)


def card_moment(moment: datetime, today: date) -> str:
    """`09.41` of today, `Sen 15.20` of this week, then `3 Nov`."""
    local = moment.astimezone(WIB)
    if local.date() == today:
        return f"{local:%H.%M}"
    if timedelta() < today - local.date() < _WEEK:
        return f"{WEEKDAYS[local.weekday()][:3]} {local:%H.%M}"
    return short_day(local.date(), today)


def item_title(item: DeskItem) -> str:
    """What the card is called: its number, or what it is while it has none."""
    if item.number:
        return item.number
    return "Tanpa nomor" if item.letter_id is not None else "Draf"


def item_chip(item: DeskItem) -> tuple[str, str, str]:
    """Words, kind and icon: who looked at it."""
    if item.checked_by:
        return "Diperiksa sekretaris", "ok", "circle-check"
    return "Belum diperiksa", "neutral", "clock"


class CardModel(QAbstractListModel):
    """The cards of one desk."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.items: tuple[DeskItem, ...] = ()

    def show_items(self, items: tuple[DeskItem, ...]) -> None:
        """Other cards."""
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        """One row per card."""
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The card, and what a screen reader says of it."""
        if not index.isValid():
            return None
        item = self.items[index.row()]
        if role == ItemRole:
            return item
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            parts = (item_title(item), item.kind, item.person, item_chip(item)[0])
            return ", ".join(part for part in parts if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{item_title(item)}\n{item.kind}\n{item.person}"
        return None


class CardDelegate(QStyledItemDelegate):
    """Number and time, kind and name, chip."""

    today = date.min

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """All alike, as high as the letters that the officer chose."""
        upper, lower = (QFontMetrics(ui_font(size)).height() for size in (14, 13))
        return QSize(1, upper + 2 + lower + 6 + _CHIP + 2 * _PAD + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The card."""
        item: DeskItem = index.data(ItemRole)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(1, 1, -1, -_GAP - 1)
        if current:
            paint_box(painter, box, 10, "pri_soft", "pri", 2)
        else:
            paint_box(painter, box, 10, "surface", "border")
        room = box.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        time = card_moment(item.since, self.today)
        painter.setFont(ui_font(12))
        taken = painter.fontMetrics().horizontalAdvance(time) + 8
        upper = QRectF(room.left(), room.top(), room.width(), QFontMetrics(ui_font(14)).height())
        painter.setPen(current_theme().color("ink2"))
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, time)
        _write(painter, upper.adjusted(0, 0, -taken, 0), item_title(item), 14, 700, "ink")
        lower = QRectF(
            room.left(), upper.bottom() + 2, room.width(), QFontMetrics(ui_font(13)).height()
        )
        kind_words = item.kind.removeprefix("Surat ")
        words = " · ".join(part for part in (kind_words, item.person) if part)
        _write(painter, lower, words, 13, 400, "ink2")
        text, kind, icon = item_chip(item)
        width = QFontMetrics(ui_font(12, 600)).horizontalAdvance(text) + 41
        chip = QRectF(room.left(), lower.bottom() + 6, min(width, room.width()), _CHIP)
        tint = current_theme().chip(kind)
        if current:
            # The tint of a chip would be lost on the tint of the card.
            tint = replace(tint, fill=current_theme().surface)
        paint_chip(painter, chip, text, tint, icon)
        painter.restore()


class CardList(QListView):
    """`page_key` carries a key that is meant for the paper."""

    page_key = Signal(QKeyEvent)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.delegate = CardDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("deskCards")
        self.setStyleSheet("#deskCards { background: transparent; border: none; }")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setUniformItemSizes(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down belong to the paper."""
        if event.key() in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.page_key.emit(event)
        else:
            super().keyPressEvent(event)


def _write(
    painter: QPainter,
    room: QRectF,
    text: str,
    size: int,
    weight: int,
    ink: str,
) -> None:
    painter.setFont(ui_font(size, weight))
    painter.setPen(current_theme().color(ink))
    words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
