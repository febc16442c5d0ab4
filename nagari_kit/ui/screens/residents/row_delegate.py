"""Paints a row of the residents' list: initials beside the name, the KTP-el as a chip."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from nagari_kit.domain.residents import ResidentRow
from nagari_kit.ui.letter_words import ChipWords
from nagari_kit.ui.screens.residents.resident_words import standing_chip
from nagari_kit.ui.screens.residents.table_model import Column, ResidentRole
from nagari_kit.ui.style.fonts import ui_font
from nagari_kit.ui.style.icons import icon_pixmap
from nagari_kit.ui.style.tokens import current_theme

ROW_HEIGHT = 42
_PADDING = 12
_DISC = 28
_CHIP = 24


class ResidentDelegate(QStyledItemDelegate):
    """One for all columns."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Row height; widths belong to the header."""
        return QSize(super().sizeHint(option, index).width(), ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Ground, hairline, and what the column says."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        column = Column(index.column())
        _paint_ground(painter, area, selected, hovered, first=column == Column.NAME)
        row: ResidentRow | None = index.data(ResidentRole)
        if row is not None:
            if column == Column.STANDING:
                _paint_chip(painter, area, standing_chip(row), selected=selected)
            elif column == Column.NAME:
                _paint_name(painter, area, row.name, selected=selected)
            else:
                _paint_text(painter, area, column, row, str(index.data()))
        painter.restore()


def _paint_ground(
    painter: QPainter,
    area: QRectF,
    selected: bool,  # noqa: FBT001 - private to this module
    hovered: bool,  # noqa: FBT001 - private to this module
    *,
    first: bool,
) -> None:
    theme = current_theme()
    if selected:
        painter.fillRect(area, QColor(theme.pri_soft))
        if first:
            bar = QRectF(area.left(), area.top(), 3, area.height())
            painter.fillRect(bar, QColor(theme.pri))
    elif hovered:
        painter.fillRect(area, QColor(theme.sunken))
    line = QRectF(area.left(), area.bottom() - 1, area.width(), 1)
    painter.fillRect(line, QColor(theme.border))


def _paint_name(painter: QPainter, area: QRectF, name: str, *, selected: bool) -> None:
    theme = current_theme()
    disc = QRectF(area.left() + 14, area.center().y() - _DISC / 2, _DISC, _DISC)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.surface if selected else theme.sunken))
    painter.drawEllipse(disc)
    painter.setPen(QColor(theme.ink2))
    painter.setFont(ui_font(11, 600))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, initials(name))
    room = area.adjusted(14 + _DISC + 10, 0, -6, 0)
    _draw_elided(painter, room, name, theme.ink, 600)


def _paint_text(
    painter: QPainter, area: QRectF, column: Column, row: ResidentRow, text: str
) -> None:
    theme = current_theme()
    unnumbered = column == Column.NIK and not row.nik
    room = area.adjusted(_PADDING, 0, -_PADDING if column == Column.AGE else -4, 0)
    align = (
        Qt.AlignmentFlag.AlignRight if column == Column.AGE else Qt.AlignmentFlag.AlignLeft
    ) | Qt.AlignmentFlag.AlignVCenter
    _draw_elided(painter, room, text, theme.warn if unnumbered else theme.ink2, 400, align)


def _draw_elided(
    painter: QPainter,
    room: QRectF,
    text: str,
    colour: str,
    weight: int,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter,
) -> None:
    painter.setFont(ui_font(14, weight))
    painter.setPen(QColor(colour))
    words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, align, words)


def _paint_chip(painter: QPainter, area: QRectF, words: ChipWords, *, selected: bool) -> None:
    theme = current_theme()
    tint = theme.chip(words.kind)
    painter.setFont(ui_font(12, 600))
    width = 40 + painter.fontMetrics().horizontalAdvance(words.text)
    chip = QRectF(area.left() + _PADDING, area.center().y() - _CHIP / 2, width, _CHIP)
    painter.setPen(Qt.PenStyle.NoPen)
    # On a selected row the tint would drown in the row's own.
    painter.setBrush(QColor(theme.surface if selected else tint.fill))
    painter.drawRoundedRect(chip, _CHIP / 2, _CHIP / 2)
    pixmap = icon_pixmap(words.icon, tint.ink, 14)
    painter.drawPixmap(QPointF(chip.left() + 9, chip.center().y() - 7), pixmap)
    painter.setPen(QColor(tint.ink))
    painter.drawText(chip.adjusted(28, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words.text)


def initials(name: str) -> str:
    """`FH` of "Fadli Hendri": first letters of the first two words that are no titles."""
    words = [word for word in name.split(",", maxsplit=1)[0].split() if not word.endswith(".")]
    return "".join(word[0] for word in words[:2]).upper()
