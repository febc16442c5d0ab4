"""The program's mark: a roof with the horns of a rumah gadang, on gold."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.painting import paint_box

_GRID = 34.0


def paint_mark(painter: QPainter, area: QRectF) -> None:
    """Draw it into a square."""
    paint_box(painter, area, area.width() * 0.23, "gold")
    painter.save()
    painter.translate(area.topLeft())
    painter.scale(area.width() / _GRID, area.height() / _GRID)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(current_theme().color("on_gold"))
    painter.drawPath(_roof())
    for left in (9.0, 14.6, 20.2):
        painter.drawRect(QRectF(left, 21.5, 4.4, 4.6))
    painter.drawRect(QRectF(7.5, 26.6, 19, 1.6))
    painter.restore()


def _roof() -> QPainterPath:
    """Two outer horns and two inner ones; the ridges sag between them."""
    path = QPainterPath(QPointF(5.5, 9))
    path.quadTo(QPointF(8.5, 14.5), QPointF(12.5, 8))
    path.quadTo(QPointF(17, 16), QPointF(21.5, 8))
    path.quadTo(QPointF(25.5, 14.5), QPointF(28.5, 9))
    path.quadTo(QPointF(28, 16), QPointF(26, 20.5))
    path.lineTo(QPointF(8, 20.5))
    path.quadTo(QPointF(6, 16), QPointF(5.5, 9))
    path.closeSubpath()
    return path
