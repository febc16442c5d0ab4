"""Paints a row of the register: number struck when voided, state and delivery as chips."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from nagari_kit.domain.letters import LetterRow, LetterStatus
from nagari_kit.ui.letter_words import ChipWords, delivery_chip, letter_chips
from nagari_kit.ui.screens.letter_register.table_model import ChipRole, Column, LetterRole
from nagari_kit.ui.style.fonts import scaled, ui_font
from nagari_kit.ui.style.icons import icon_pixmap
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.painting import fitted_kind

ROW_HEIGHT = 40
_PADDING = 12
_CHIP_HEIGHT = 24
_WITH_DELIVERY = 150


class RowDelegate(QStyledItemDelegate):
    """One for all columns. The words of a chip give way to its icon where room is short."""

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
        state = option.state
        self._paint_ground(painter, area, state, first=index.column() == Column.NUMBER)
        row: LetterRow | None = index.data(LetterRole)
        if row is not None:
            if index.column() == Column.STATUS:
                selected = bool(state & QStyle.StateFlag.State_Selected)
                chip: ChipWords = index.data(ChipRole)
                self._paint_chips(painter, area, row, chip, selected=selected)
            else:
                self._paint_text(painter, area, Column(index.column()), row, str(index.data()))
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, area: QRectF, state: QStyle.StateFlag, *, first: bool
    ) -> None:
        theme = current_theme()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(theme.pri_soft))
            if first:
                painter.fillRect(
                    QRectF(area.left(), area.top(), 3, area.height()), QColor(theme.pri)
                )
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(theme.sunken))
        line = QRectF(area.left(), area.bottom() - 1, area.width(), 1)
        painter.fillRect(line, QColor(theme.border))

    def _paint_text(
        self, painter: QPainter, area: QRectF, column: Column, row: LetterRow, text: str
    ) -> None:
        theme = current_theme()
        voided = row.status == LetterStatus.VOIDED
        strong = column in {Column.NUMBER, Column.NAME}
        font = QFont(ui_font(14, 600 if strong else 400, tabular=True))
        font.setStrikeOut(voided and column == Column.NUMBER)
        painter.setFont(font)
        colour = theme.ink3 if voided else theme.ink if strong else theme.ink2
        painter.setPen(QColor(colour))
        room = area.adjusted(_PADDING, 0, -_PADDING / 2, 0)
        words = fitted_kind(text, painter.fontMetrics(), int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_chips(
        self, painter: QPainter, area: QRectF, row: LetterRow, chip: ChipWords, *, selected: bool
    ) -> None:
        left = area.left() + _PADDING
        self._paint_chip(painter, area, left, chip, selected=selected)
        # One under the other, whatever the word before it.
        left += max(_chip_width(painter, one.text) for one in letter_chips())
        delivery = delivery_chip(row.delivery)
        # In every row or in none: the panel says it where the column is narrow.
        if area.width() >= scaled(_WITH_DELIVERY):
            pixmap = icon_pixmap(delivery.icon, _ink(delivery.kind), 18)
            painter.drawPixmap(int(left + 8), int(area.center().y() - 9), pixmap)

    def _paint_chip(
        self, painter: QPainter, area: QRectF, left: float, words: ChipWords, *, selected: bool
    ) -> None:
        painter.setFont(ui_font(12, 600))
        width = _chip_width(painter, words.text)
        chip = QRectF(left, area.center().y() - _CHIP_HEIGHT / 2, width, _CHIP_HEIGHT)
        theme = current_theme()
        painter.setPen(Qt.PenStyle.NoPen)
        # On a selected row the tint would drown in the row's own.
        painter.setBrush(QColor(theme.surface if selected else _fill(words.kind)))
        painter.drawRoundedRect(chip, _CHIP_HEIGHT / 2, _CHIP_HEIGHT / 2)
        pixmap = icon_pixmap(words.icon, _ink(words.kind), 14)
        painter.drawPixmap(int(left + 9), int(chip.center().y() - 7), pixmap)
        painter.setPen(QColor(_ink(words.kind)))
        painter.drawText(chip.adjusted(28, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words.text)


def number_width(numbers: Iterable[str]) -> int:
    """Pixels of a column in which each of these numbers stands whole."""
    metrics = QFontMetrics(ui_font(14, 600, tabular=True))
    widest = max((metrics.horizontalAdvance(number) for number in numbers), default=0)
    return widest + _PADDING + _PADDING // 2 + 2


def _chip_width(painter: QPainter, text: str) -> float:
    return 38 + painter.fontMetrics().horizontalAdvance(text)


def _fill(kind: str) -> str:
    return current_theme().chip(kind).fill


def _ink(kind: str) -> str:
    return current_theme().chip(kind).ink
