"""Tells which colour of the bars is whose."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nagari_kit.ui.style.fonts import ui_font
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.painting import open_painter, paint_box

_MARK = 11


class SexLegend(QWidget):
    """Which colour is whose."""

    _PARTS = (("Laki-laki", "chart1"), ("Perempuan", "chart2"))

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Marks and words."""
        metrics = QFontMetrics(ui_font(12))
        words = sum(metrics.horizontalAdvance(word) + _MARK + 24 for word, _ in self._PARTS)
        return QSize(words, max(22, metrics.height() + 4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One after the other."""
        painter = open_painter(self)
        painter.setFont(ui_font(12))
        painter.setPen(current_theme().color("ink2"))
        left, middle = 0.0, self.height() / 2
        for word, colour in self._PARTS:
            pen = painter.pen()
            paint_box(painter, QRectF(left, middle - _MARK / 2, _MARK, _MARK), 3, colour)
            painter.setPen(pen)
            width = painter.fontMetrics().horizontalAdvance(word)
            room = QRectF(left + _MARK + 6, 0, width + 4, self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, word)
            left += _MARK + width + 24
