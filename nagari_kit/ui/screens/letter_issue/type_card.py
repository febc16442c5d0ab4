"""One kind of letter to choose: icon, title, a second line, and its digit."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from nagari_kit.domain.letters import LetterType
from nagari_kit.ui.style.fonts import ui_font
from nagari_kit.ui.style.icons import icon_pixmap
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.painting import line_rooms

HEIGHT = 72
_ICONS = {"sku": "building-store", "sktm": "heart-handshake", "domisili": "map-pin"}


class TypeCard(QAbstractButton):
    """Painted, so that hover and focus cost one repaint and no style sheet."""

    def __init__(
        self, letter_type: LetterType, digit: int, last: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._type = letter_type
        self._digit = str(digit)
        validity = (
            f"Berlaku {letter_type.validity_months} bulan"
            if letter_type.validity_months
            else "Tanpa batas waktu"
        )
        self._second = "  ·  ".join(
            part for part in (letter_type.abbreviation, validity, last) if part
        )
        self.setFixedHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setText(letter_type.title.replace("&", "&&"))
        self.setAccessibleName(f"{letter_type.title}, tombol {digit}. {self._second}")
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        """As wide as the column."""
        return QSize(560, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes it, as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame, tile with icon, two lines, digit."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.hasFocus() or self.isDown()
        line = QPen(theme.color("pri" if chosen else "border"), 2.0 if chosen else 1.0)
        inset = line.widthF() / 2
        painter.setPen(line)
        painter.setBrush(theme.color("pri_soft" if chosen or self.underMouse() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 12, 12)
        tile = QRectF(16, (self.height() - 40) / 2, 40, 40)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("surface" if chosen or self.underMouse() else "pri_soft"))
        painter.drawRoundedRect(tile, 8, 8)
        name = _ICONS.get(self._type.id, "file-text")
        painter.drawPixmap(
            tile.toRect().adjusted(10, 10, -10, -10), icon_pixmap(name, theme.pri_ink, 20)
        )
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        theme = current_theme()
        left, right = 72, self.width() - 64
        metrics_flag = Qt.TextElideMode.ElideRight
        painter.setFont(ui_font(16, 600))
        painter.setPen(theme.color("ink"))
        title = painter.fontMetrics().elidedText(self._type.title, metrics_flag, right - left)
        room = QRectF(left, 0, right - left, self.height())
        upper, lower = line_rooms(room, 16, 13, gap=4)
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, title)
        painter.setFont(ui_font(13))
        painter.setPen(theme.color("ink2"))
        second = painter.fontMetrics().elidedText(self._second, metrics_flag, right - left)
        painter.drawText(lower, Qt.AlignmentFlag.AlignVCenter, second)
        key = QRectF(self.width() - 48, (self.height() - 28) / 2, 28, 28)
        painter.setPen(QPen(theme.color("border_strong"), 1))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(key, 6, 6)
        painter.setFont(ui_font(13, 600))
        painter.setPen(theme.color("ink2"))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, self._digit)
