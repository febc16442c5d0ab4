"""One resident in the list of hits: painted, since it is drawn anew at every key stroke."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from nagari_kit.domain.residents import LifeStatus, ResidentRow, Sex
from nagari_kit.ui.letter_words import living_age, masked_number
from nagari_kit.ui.style.fonts import scaled, ui_font
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.painting import initials, line_rooms

HEIGHT = 58
_WIDE = 640
_SEXES = {Sex.MALE: "Laki-laki", Sex.FEMALE: "Perempuan"}
_NOTES = {LifeStatus.DEAD: "Meninggal", LifeStatus.MOVED: "Pindah"}
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class PersonWords:
    """What a row says; the numbers are masked already."""

    name: str
    initials: str
    second_line: str
    nik: str
    nomor_kk: str


def person_words(row: ResidentRow, today: date) -> PersonWords:
    """The words of one hit."""
    parts = [
        row.found_by,
        _SEXES[row.sex] if row.sex else "",
        living_age(row, today),
        row.jorong,
        _NOTES.get(row.life_status, ""),
    ]
    kk = f"KK {row.nomor_kk[:4]}…{row.nomor_kk[-4:]}" if row.nomor_kk else "KK belum ada"
    return PersonWords(
        name=row.name,
        initials=initials(row.name),
        second_line=" · ".join(part for part in parts if part),
        nik=masked_number(row.nik),
        nomor_kk=kk,
    )


class PersonRow(QWidget):
    """A hit. `hovered` and `clicked` carry its place in the list."""

    hovered = Signal(int)
    clicked = Signal(int)

    def __init__(self, place: int, words: PersonWords, typed: str) -> None:
        super().__init__()
        self._place = place
        self._words = words
        self._typed = typed
        self._current = False
        self.setFixedHeight(HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{words.name}, {words.second_line}, NIK {words.nik}")

    def set_current(self, *, current: bool) -> None:
        """Whether Enter chooses this row."""
        if current != self._current:
            self._current = current
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as the list."""
        return QSize(320, HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(self._place)

    def enterEvent(self, _event: QEnterEvent) -> None:
        """Become the current row."""
        self.hovered.emit(self._place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Disc, name, second line, numbers, and what Enter does."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.pri_soft))
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        self._paint_disc(painter)
        right = self.width() - 14
        wide = self.width() >= _WIDE
        numbers = right - scaled(330 if wide else 160)
        upper, lower = line_rooms(QRectF(68, 0, numbers - 84, HEIGHT), 15, 13, gap=4)
        self._paint_name(painter, upper)
        self._line(painter, lower, self._words.second_line, theme.ink2)
        painter.setFont(ui_font(14, 500, tabular=True))
        painter.setPen(QColor(theme.ink))
        upper, lower = line_rooms(QRectF(numbers, 0, scaled(170), HEIGHT), 15, 13, gap=4)
        painter.drawText(upper, _MIDDLE, self._words.nik)
        self._line(painter, lower, self._words.nomor_kk, theme.ink3)
        if self._current and wide:
            self._paint_action(painter, right)

    def _paint_disc(self, painter: QPainter) -> None:
        theme = current_theme()
        disc = QRectF(14, (HEIGHT - 40) / 2, 40, 40)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.surface if self._current else theme.sunken))
        painter.drawEllipse(disc)
        painter.setFont(ui_font(14, 600))
        painter.setPen(QColor(theme.pri_ink if self._current else theme.ink2))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self._words.initials)

    def _paint_name(self, painter: QPainter, room: QRectF) -> None:
        theme = current_theme()
        painter.setFont(ui_font(15, 600))
        metrics = painter.fontMetrics()
        name = metrics.elidedText(self._words.name, Qt.TextElideMode.ElideRight, int(room.width()))
        start = name.casefold().find(self._typed.casefold()) if self._typed else -1
        pieces = [(name, theme.ink)]
        if start >= 0:
            end = start + len(self._typed)
            pieces = [
                (name[:start], theme.ink),
                (name[start:end], theme.pri_ink),
                (name[end:], theme.ink),
            ]
        left = room.left()
        for text, colour in pieces:
            painter.setPen(QColor(colour))
            piece = QRectF(left, room.top(), room.right() - left + 2, room.height())
            painter.drawText(piece, _MIDDLE, text)
            left += metrics.horizontalAdvance(text)

    def _paint_action(self, painter: QPainter, right: float) -> None:
        theme = current_theme()
        key = QRectF(right - 46, (HEIGHT - 22) / 2, 46, 22)
        painter.setPen(QPen(QColor(theme.border_strong), 1))
        painter.setBrush(QColor(theme.surface))
        painter.drawRoundedRect(key.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setFont(ui_font(11, 600))
        painter.setPen(QColor(theme.ink2))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, "Enter")
        painter.setFont(ui_font(14, 600))
        painter.setPen(QColor(theme.pri_ink))
        words = QRectF(key.left() - 8 - scaled(96), 0, scaled(96), HEIGHT)
        painter.drawText(words, _MIDDLE | Qt.AlignmentFlag.AlignRight, "Buat surat")

    def _line(self, painter: QPainter, room: QRectF, text: str, colour: str) -> None:
        painter.setFont(ui_font(13))
        painter.setPen(QColor(colour))
        words = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, _MIDDLE, words)
