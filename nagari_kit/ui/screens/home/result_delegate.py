"""Paints one resident of the results: disc, name with the matched part, facts, numbers, action."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from nagari_kit.domain.residents import LifeStatus, ResidentRow, Sex
from nagari_kit.ui.letter_words import living_age, masked_number
from nagari_kit.ui.style.fonts import scaled, ui_font
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.painting import initials, line_rooms, paint_box, paint_disc

ROW_HEIGHT = 58
_NUMBERS = 170
_ACTION = 170
_SEX = {Sex.MALE: "Laki-laki", Sex.FEMALE: "Perempuan"}
_LIFE = {
    LifeStatus.DEAD: "Meninggal",
    LifeStatus.MOVED: "Pindah",
    LifeStatus.MISSING: "Hilang",
    LifeStatus.GONE: "Pergi",
    LifeStatus.INVALID: "Tidak berlaku",
}


def facts_line(row: ResidentRow, today: date) -> str:
    """`Perempuan · 44 th · Koto Tangah`; before it why somebody of another name was found."""
    parts = (
        row.found_by,
        _LIFE.get(row.life_status, ""),
        _SEX.get(row.sex, "") if row.sex else "",
        living_age(row, today),
        row.jorong,
    )
    return "  ·  ".join(part for part in parts if part)


def spoken(row: ResidentRow, today: date) -> str:
    """What a screen reader says of the row."""
    return f"{row.name}, {facts_line(row, today).replace('  ·  ', ', ')}"


def matched_span(name: str, text: str) -> tuple[int, int]:
    """Start and end of the part of `name` that was typed; (0, 0) when it matched otherwise."""
    start = name.casefold().find(text.casefold())
    return (start, start + len(text)) if text and start >= 0 else (0, 0)


class ResultDelegate(QStyledItemDelegate):
    """`begin` sets what was typed."""

    _text = ""
    _today = date.min

    def begin(self, text: str, today: date) -> None:
        """For the rows that come."""
        self._text, self._today = text, today

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As wide as the list, all alike."""
        return QSize(1, ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The row."""
        row: ResidentRow = index.data(Qt.ItemDataRole.UserRole)
        area = QRectF(option.rect)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current:
            paint_box(painter, area, 8, "pri_soft")
        elif option.state & QStyle.StateFlag.State_MouseOver:
            paint_box(painter, area, 8, "sunken")
        disc = QRectF(area.left() + 13, area.top() + 9, 40, 40)
        paint_disc(painter, disc, initials(row.name), "surface" if current else "sunken", "ink2")
        wide = area.width() > 700
        right = area.right() - scaled(_NUMBERS + _ACTION if wide else _NUMBERS)
        words = QRectF(area.left() + 68, area.top(), right - area.left() - 76, area.height())
        upper, lower = line_rooms(words, 15, 13)
        self._paint_name(painter, upper, row.name)
        _write(painter, lower, facts_line(row, self._today), 13, "ink2")
        numbers = QRectF(right, area.top(), scaled(_NUMBERS), area.height())
        upper, lower = line_rooms(numbers, 15, 13)
        _write(painter, upper, masked_number(row.nik), 14, "ink")
        tail = f"KK …{row.nomor_kk[-4:]}" if row.nomor_kk else "KK belum ada"
        _write(painter, lower, tail, 12, "ink3")
        if current and wide:
            _paint_action(painter, area)
        painter.restore()

    def _paint_name(self, painter: QPainter, room: QRectF, name: str) -> None:
        font = ui_font(15, 600)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(room.width()))
        start, end = matched_span(shown, self._text)
        left = room.left()
        for part, ink in ((shown[:start], "ink"), (shown[start:end], "pri"), (shown[end:], "ink")):
            if part:
                painter.setPen(current_theme().color(ink))
                piece = QRectF(left, room.top(), room.right() - left, room.height())
                painter.drawText(piece, Qt.AlignmentFlag.AlignVCenter, part)
                left += metrics.horizontalAdvance(part)


def _write(painter: QPainter, room: QRectF, text: str, size: int, ink: str) -> None:
    painter.setFont(ui_font(size))
    painter.setPen(current_theme().color(ink))
    words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)


def _paint_action(painter: QPainter, area: QRectF) -> None:
    """`Buat surat [Enter]` at the right end of the current row."""
    key = QRectF(area.right() - 60, area.center().y() - 11, 46, 22)
    paint_box(painter, key, 5, "surface", "border_strong")
    painter.setPen(current_theme().color("ink2"))
    painter.setFont(ui_font(11, 600))
    painter.drawText(key, Qt.AlignmentFlag.AlignCenter, "Enter")
    painter.setPen(current_theme().color("pri_ink"))
    painter.setFont(ui_font(14, 600))
    room = QRectF(key.left() - 8 - scaled(100), area.top(), scaled(100), area.height())
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
    painter.drawText(room, flags, "Buat surat")
