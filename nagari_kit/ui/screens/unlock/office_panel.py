"""The dark panel of the locked window: mark, nagari, day, and a lattice of songket in gold."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from nagari_kit.ui.style.fonts import scaled, ui_font
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.mark import paint_mark
from nagari_kit.ui.widgets.painting import open_painter

WIDTH = 420
_LEFT = 44.0
_PITCH = 28.0


class OfficePanel(QWidget):
    """Only looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self._office = self._civil = self._hijri = ""
        self._place: list[str] = []

    def show_office(self, name: str, place: str = "") -> None:
        """Which nagari, and the kecamatan and kabupaten it lies in; "" before it is known."""
        self._office = name
        self._place = place.splitlines()
        self.setAccessibleName(", ".join(("Nagari Kit", name, *self._place)))
        self.update()

    def show_day(self, civil: str, hijri: str) -> None:
        """Today in words."""
        self._civil, self._hijri = civil, hijri
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, lattice, mark, words, foot line."""
        painter = open_painter(self)
        theme = current_theme()
        area = QRectF(self.rect())
        painter.fillRect(area, theme.color("nav"))
        _paint_lattice(painter, area)
        painter.fillRect(QRectF(0, area.height() - 5, area.width(), 5), theme.color("gold"))
        paint_mark(painter, QRectF(_LEFT, 48, 52, 52))
        white = QColor(Qt.GlobalColor.white)
        self._write(painter, 120, "Nagari Kit", 30, 700, white)
        office_top = 120 + scaled(38)
        self._write_office(painter, office_top, theme.color("gold"))
        line = self.office_room(office_top).bottom() + scaled(8) if self._office else office_top
        for words in self._place:
            self._write(painter, line, words, 14, 400, theme.color("nav_ink"))
            line += scaled(21)
        foot = area.height() - 78 - scaled(22)
        self._write(painter, foot, self._civil, 15, 600, white)
        self._write(painter, foot + scaled(22), self._hijri, 14, 400, theme.color("nav_ink"))

    def _write_office(self, painter: QPainter, top: float, colour: QColor) -> None:
        """A long name takes as many lines as it needs."""
        painter.setFont(ui_font(17, 600))
        painter.setPen(colour)
        painter.drawText(self.office_room(top), Qt.TextFlag.TextWordWrap, self._office)

    def office_room(self, top: float) -> QRectF:
        """Where the office's name stands; its words fit into it."""
        width = self.width() - int(_LEFT) - 16
        metrics = QFontMetrics(ui_font(17, 600))
        needed = metrics.boundingRect(
            QRect(0, 0, width, 1000), Qt.TextFlag.TextWordWrap, self._office
        )
        return QRectF(_LEFT, top + scaled(4), width, needed.height())

    def _write(
        self, painter: QPainter, top: float, text: str, size: int, weight: int, colour: QColor
    ) -> None:
        painter.setFont(ui_font(size, weight))
        painter.setPen(colour)
        room = QRectF(_LEFT, top, self.width() - _LEFT - 16, scaled(size) * 1.5)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)


def _paint_lattice(painter: QPainter, area: QRectF) -> None:
    """Diamonds that rise from the foot and fade; every second one smaller, as in songket."""
    rows = 11
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for row in range(rows):
        colour = current_theme().color("gold")
        colour.setAlpha(round(30 * (1 - row / rows)))
        painter.setPen(QPen(colour, 1))
        middle = area.height() - 5 - row * _PITCH
        half = 16.0 if row % 2 == 0 else 8.0
        left = 0.0 if row % 2 == 0 else _PITCH
        while left <= area.width() + _PITCH:
            painter.drawPolygon(
                QPolygonF(
                    [
                        QPointF(left, middle - half),
                        QPointF(left + half, middle),
                        QPointF(left, middle + half),
                        QPointF(left - half, middle),
                    ]
                )
            )
            left += 2 * _PITCH
