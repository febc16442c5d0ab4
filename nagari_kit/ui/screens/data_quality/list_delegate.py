"""Paints a line of the list: a group with its count, or a doubt with what was found."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from nagari_kit.ui.letter_words import thousands
from nagari_kit.ui.screens.data_quality.list_model import Group, Line, LineRole
from nagari_kit.ui.style.fonts import scaled, ui_font
from nagari_kit.ui.style.icons import icon_pixmap
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.painting import line_rooms

ROW_HEIGHT = 46
_LEFT = 44
_ICON = 18


class DoubtLineDelegate(QStyledItemDelegate):
    """All lines are of one height: a list of thousands is laid out at once."""

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As wide as the list."""
        return QSize(1, scaled(ROW_HEIGHT - 6) + 6)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The line."""
        line = index.data(LineRole)
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, area, option.state, chosen=chosen, line=line)
        if isinstance(line, Group):
            _paint_group(painter, area, line)
        elif isinstance(line, Line):
            _paint_doubt(painter, area, line)
        painter.restore()

    def _paint_ground(
        self,
        painter: QPainter,
        area: QRectF,
        state: QStyle.StateFlag,
        *,
        chosen: bool,
        line: object,
    ) -> None:
        theme = current_theme()
        if chosen and isinstance(line, Line):
            painter.fillRect(area, theme.color("pri_soft"))
            painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), theme.color("pri"))
        elif chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.color("sunken"))
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), 6, 6)


def _paint_group(painter: QPainter, area: QRectF, group: Group) -> None:
    theme = current_theme()
    middle = area.center().y()
    ink = theme.chip(group.kind).ink if group.count else theme.ink3
    painter.drawPixmap(QPointF(16, middle - _ICON / 2), icon_pixmap(group.icon, ink, _ICON))
    chevron = icon_pixmap("chevron-down" if group.is_open else "chevron-right", theme.ink2, 16)
    painter.drawPixmap(QPointF(area.right() - 28, middle - 8), chevron)
    painter.setFont(ui_font(14, 600))
    painter.setPen(theme.color("ink" if group.count else "ink3"))
    count = thousands(group.count)
    width = painter.fontMetrics().horizontalAdvance(count) + 4
    right = area.right() - 40
    flags = Qt.AlignmentFlag.AlignVCenter
    room = QRectF(right - width, area.top(), width, area.height())
    painter.drawText(room, flags | Qt.AlignmentFlag.AlignRight, count)
    words = QRectF(_LEFT, area.top(), room.left() - _LEFT - 6, area.height())
    painter.drawText(words, flags, _fitting(painter, group.title, words))


def _paint_doubt(painter: QPainter, area: QRectF, line: Line) -> None:
    theme = current_theme()
    room = QRectF(_LEFT, area.top(), area.width() - _LEFT - 12, area.height())
    upper, lower = line_rooms(room, 14, 12, gap=1)
    if line.item is None:
        painter.setPen(theme.color("ink3"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, "…")
        return
    doubt = line.item.doubt
    for words, place, size, weight, ink in (
        (doubt.title, upper, 14, 600, theme.ink),
        (doubt.why, lower, 12, 400, theme.ink2),
    ):
        painter.setFont(ui_font(size, weight))
        painter.setPen(QColor(ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, _fitting(painter, words, place))


def _fitting(painter: QPainter, words: str, room: QRectF) -> str:
    metrics = painter.fontMetrics()
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
