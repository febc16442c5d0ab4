"""Paints a row of the residents' list: a box, initials beside the name, the KTP-el as a chip."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from nagari_kit.domain.resident_columns import ListColumn
from nagari_kit.domain.residents import ResidentRow
from nagari_kit.ui.letter_words import ChipWords
from nagari_kit.ui.screens.residents.resident_words import standing_chip
from nagari_kit.ui.screens.residents.table_model import TICK, ColumnRole, ResidentRole
from nagari_kit.ui.style.fonts import ui_font
from nagari_kit.ui.style.icons import icon_pixmap
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.painting import paint_box

ROW_HEIGHT = 42
_PADDING = 12
_DISC = 28
_CHIP = 24
_BOX = 18


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
        ticked = _is_ticked(index)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        _paint_ground(painter, area, selected or ticked, hovered, bar=selected and _first(index))
        row: ResidentRow | None = index.data(ResidentRole)
        if row is not None:
            _paint_cell(painter, area, index, row, selected=selected or ticked)
        painter.restore()


def _first(index: QModelIndex | QPersistentModelIndex) -> bool:
    return index.column() == TICK


def _is_ticked(index: QModelIndex | QPersistentModelIndex) -> bool:
    state = index.sibling(index.row(), TICK).data(Qt.ItemDataRole.CheckStateRole)
    return bool(state == Qt.CheckState.Checked)


def _paint_cell(
    painter: QPainter,
    area: QRectF,
    index: QModelIndex | QPersistentModelIndex,
    row: ResidentRow,
    *,
    selected: bool,
) -> None:
    if index.column() == TICK:
        _paint_box(painter, area, ticked=_is_ticked(index))
        return
    # Qt hands a StrEnum over as plain text.
    column = ListColumn(index.data(ColumnRole))
    if column is ListColumn.KTP:
        _paint_chip(painter, area, standing_chip(row), selected=selected)
    elif column is ListColumn.NAME:
        _paint_name(painter, area, row, selected=selected)
    else:
        _paint_text(painter, area, column, row, str(index.data()))


def _paint_ground(
    painter: QPainter,
    area: QRectF,
    selected: bool,  # noqa: FBT001 - private to this module
    hovered: bool,  # noqa: FBT001 - private to this module
    *,
    bar: bool,
) -> None:
    theme = current_theme()
    if selected:
        painter.fillRect(area, QColor(theme.pri_soft))
    elif hovered:
        painter.fillRect(area, QColor(theme.sunken))
    if bar:
        painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), QColor(theme.pri))
    line = QRectF(area.left(), area.bottom() - 1, area.width(), 1)
    painter.fillRect(line, QColor(theme.border))


def _paint_box(painter: QPainter, area: QRectF, *, ticked: bool) -> None:
    left, top = area.left() + 15, area.center().y() - _BOX / 2
    box = QRectF(left, top, _BOX, _BOX)
    paint_box(
        painter, box, 4, "pri" if ticked else "surface", "" if ticked else "border_strong", 1.4
    )
    if ticked:
        painter.drawPixmap(
            QPointF(left + 1.5, top + 1.5), icon_pixmap("check", current_theme().on_pri, 15)
        )


def _paint_name(painter: QPainter, area: QRectF, row: ResidentRow, *, selected: bool) -> None:
    theme = current_theme()
    disc = QRectF(area.left() + 6, area.center().y() - _DISC / 2, _DISC, _DISC)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.surface if selected else theme.sunken))
    painter.drawEllipse(disc)
    painter.setPen(QColor(theme.ink2))
    painter.setFont(ui_font(11, 600))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, initials(row.name))
    room = area.adjusted(6 + _DISC + 10, 0, -6, 0)
    painter.setFont(ui_font(14, 600))
    if not row.found_by:
        _draw_elided(painter, room, row.name, theme.ink)
        return
    upper = QRectF(room.left(), room.top() + 3, room.width(), room.height() / 2 - 2)
    lower = QRectF(room.left(), upper.bottom(), room.width(), room.height() / 2 - 4)
    _draw_elided(painter, upper, row.name, theme.ink)
    painter.setFont(ui_font(12))
    _draw_elided(painter, lower, row.found_by, theme.ink2)


def _paint_text(
    painter: QPainter, area: QRectF, column: ListColumn, row: ResidentRow, text: str
) -> None:
    theme = current_theme()
    unnumbered = (column is ListColumn.NIK and not row.nik) or (
        column is ListColumn.NOMOR_KK and not row.nomor_kk
    )
    figures = column is ListColumn.AGE
    room = area.adjusted(_PADDING, 0, -_PADDING if figures else -4, 0)
    side = Qt.AlignmentFlag.AlignRight if figures else Qt.AlignmentFlag.AlignLeft
    colour = theme.warn if unnumbered else theme.ink2
    painter.setFont(ui_font(14))
    _draw_elided(painter, room, text, colour, side | Qt.AlignmentFlag.AlignVCenter)


def _draw_elided(
    painter: QPainter,
    room: QRectF,
    text: str,
    colour: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter,
) -> None:
    """In the font that the painter has."""
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
