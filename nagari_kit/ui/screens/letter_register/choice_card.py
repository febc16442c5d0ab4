"""A choice that is a card: radio and words, framed when chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from nagari_kit.ui.style.fonts import ui_font
from nagari_kit.ui.style.tokens import current_theme

HEIGHT = 40


class ChoiceCard(QAbstractButton):
    """One of a QButtonGroup; arrows move, Space chooses."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFixedHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """Room for the words in their bold form."""
        words = QFontMetrics(ui_font(14, 600)).horizontalAdvance(self.text())
        return QSize(42 + words + 12, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame, radio, words, focus ring."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        line, width = ("pri" if chosen else "border_strong"), 1
        if self.hasFocus():
            line, width = "focus", 2
        inset = width / 2
        painter.setPen(QPen(theme.color(line), width))
        painter.setBrush(theme.color("pri_soft" if chosen else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)
        ring = QRectF(14, (self.height() - 17) / 2, 17, 17)
        painter.setPen(
            QPen(theme.color("pri" if chosen else "border_strong"), 2 if chosen else 1.4)
        )
        painter.setBrush(theme.color("surface"))
        painter.drawEllipse(ring)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("pri"))
            painter.drawEllipse(ring.center(), 4.5, 4.5)
        painter.setFont(ui_font(14, 600 if chosen else 400))
        painter.setPen(theme.color("ink"))
        words = QRectF(42, 0, self.width() - 52, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
