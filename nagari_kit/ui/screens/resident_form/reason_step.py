"""Asks first why somebody is new: each reason leads to another form and another book."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.ui.style.fonts import scaled, ui_font
from nagari_kit.ui.style.icons import icon_pixmap
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.painting import line_rooms, open_painter, paint_box

WIDTH = 720
_HEIGHT = 76


@dataclass(frozen=True, slots=True)
class Reason:
    """One way to become new to the office; `id` as the presenter knows it."""

    id: str
    icon: str
    title: str
    sentence: str


BIRTH, ARRIVAL, LONG_HERE = "birth", "arrival", "registration"
REASONS = (
    Reason(BIRTH, "user-plus", "Lahir", "Bayi yang baru lahir; masuk buku mutasi sebagai lahir"),
    Reason(ARRIVAL, "login", "Pindah masuk", "Datang dari luar nagari, sementara atau menetap"),
    Reason(
        LONG_HERE,
        "home",
        "Sudah lama tinggal, belum tercatat",
        "Warga lama yang tertinggal; tidak dihitung sebagai pendatang",
    ),
)


class ReasonCard(QAbstractButton):
    """Painted: icon, two lines, its digit."""

    def __init__(self, reason: Reason, digit: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = reason
        self._digit = str(digit)
        self.setText(reason.title)
        self.setAccessibleName(f"{reason.title}, tombol {digit}. {reason.sentence}")
        self.setFixedHeight(scaled(_HEIGHT))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """As wide as the column."""
        return QSize(WIDTH, scaled(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes it, as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame, tile with icon, two lines, digit."""
        theme, painter = current_theme(), open_painter(self)
        lively = self.hasFocus() or self.isDown()
        fill = "pri_soft" if lively or self.underMouse() else "surface"
        area = QRectF(self.rect())
        paint_box(painter, area, 12, fill, "pri" if lively else "border", 2 if lively else 1)
        tile = QRectF(16, (area.height() - 40) / 2, 40, 40)
        paint_box(painter, tile, 8, "surface" if fill == "pri_soft" else "pri_soft")
        place = tile.topLeft().toPoint()
        painter.drawPixmap(
            place.x() + 10, place.y() + 10, icon_pixmap(self.reason.icon, theme.pri_ink, 20)
        )
        room = QRectF(72, 0, area.width() - 72 - 64, area.height())
        upper, lower = line_rooms(room, 16, 13, gap=4)
        middle = Qt.AlignmentFlag.AlignVCenter
        for line, words, size, weight, ink in (
            (upper, self.reason.title, 16, 600, "ink"),
            (lower, self.reason.sentence, 13, 400, "ink2"),
        ):
            painter.setFont(ui_font(size, weight))
            painter.setPen(theme.color(ink))
            fitting = painter.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, int(room.width())
            )
            painter.drawText(line, middle, fitting)
        key = QRectF(area.width() - 48, (area.height() - 28) / 2, 28, 28)
        painter.setPen(QPen(theme.color("border_strong"), 1))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(key, 6, 6)
        painter.setFont(ui_font(13, 600))
        painter.setPen(theme.color("ink2"))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, self._digit)


class ReasonStep(QWidget):
    """`chosen` carries the id of a reason; digits choose, arrows walk."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[ReasonCard] = []
        column = QWidget()
        column.setMaximumWidth(WIDTH)
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        question = QLabel(self.tr("Mengapa warga ini baru di catatan nagari?"))
        question.setObjectName("cardTitle")
        question.setWordWrap(True)
        self._column.addWidget(question)
        self._column.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(28, 20, 28, 20)
        layout.addStretch(1)
        layout.addWidget(column, 100)
        layout.addStretch(1)

    def offer(self, ids: tuple[str, ...]) -> None:
        """Offer these reasons."""
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        wanted = [reason for reason in REASONS if reason.id in ids]
        self.cards = [ReasonCard(reason, place + 1) for place, reason in enumerate(wanted)]
        for place, card in enumerate(self.cards):
            card.clicked.connect(lambda _=False, one=card.reason.id: self.chosen.emit(one))
            self._column.insertWidget(place + 1, card)
        if self.cards:
            self.cards[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose, arrows walk."""
        digit = event.key() - Qt.Key.Key_1
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        focused = [place for place, card in enumerate(self.cards) if card.hasFocus()]
        if 0 <= digit < len(self.cards):
            self.cards[digit].click()
        elif step and focused:
            self.cards[(focused[0] + step) % len(self.cards)].setFocus()
        else:
            super().keyPressEvent(event)
