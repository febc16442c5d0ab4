"""What several widgets paint alike: focus ring, chip, disc, and initials of a name."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from nagari_kit.ui.style.fonts import ui_font
from nagari_kit.ui.style.icons import icon_pixmap
from nagari_kit.ui.style.tokens import Tint, current_theme

RING = 2
RING_GAP = 2


def open_painter(widget: QWidget) -> QPainter:
    """A smooth painter on `widget`; end it before the event returns."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def paint_ring(painter: QPainter, area: QRectF, radius: float) -> QRectF:
    """Draw the focus ring at the edge of `area`; returns the room inside ring and gap."""
    painter.setPen(QPen(current_theme().color("focus"), RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), radius + 1, radius + 1)
    inset = RING + RING_GAP
    return area.adjusted(inset, inset, -inset, -inset)


def paint_box(
    painter: QPainter, area: QRectF, radius: float, fill: str, line: str = "", width: float = 1
) -> None:
    """A rounded box; `fill` and `line` are tokens, "" for none."""
    theme = current_theme()
    painter.setBrush(theme.color(fill) if fill else Qt.BrushStyle.NoBrush)
    if line:
        painter.setPen(QPen(theme.color(line), width))
        half = width / 2
        area = area.adjusted(half, half, -half, -half)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(area, radius, radius)


def line_rooms(area: QRectF, *sizes: int, gap: int = 2) -> list[QRectF]:
    """Rooms for lines of letters of these sizes, one under the other in the middle of `area`.

    Each is as high as its letters in the size that the officer chose, so that nothing is cut.
    """
    heights = [QFontMetrics(ui_font(size)).height() for size in sizes]
    top = area.center().y() - (sum(heights) + gap * (len(sizes) - 1)) / 2
    rooms = []
    for height in heights:
        rooms.append(QRectF(area.left(), top, area.width(), height))
        top += height + gap
    return rooms


def paint_chip(painter: QPainter, area: QRectF, text: str, tint: Tint, icon: str) -> None:
    """A status chip that fills `area`."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tint.fill))
    painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
    left = area.left() + 11
    if icon:
        pixmap = icon_pixmap(icon, tint.ink, 14)
        painter.drawPixmap(QPointF(left - 2, area.center().y() - 7), pixmap)
        left += 17
    painter.setFont(ui_font(12, 600))
    painter.setPen(QColor(tint.ink))
    room = QRectF(left, area.top(), area.right() - left - 4, area.height())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)


def paint_disc(painter: QPainter, area: QRectF, text: str, fill: str, ink: str) -> None:
    """A round disc with up to two letters; `fill` and `ink` are tokens."""
    theme = current_theme()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(fill))
    painter.drawEllipse(area)
    painter.setPen(theme.color(ink))
    painter.setFont(ui_font(max(11, round(area.width() * 0.33)), 600))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)


def fitted_kind(words: str, metrics: QFontMetrics, room: int) -> str:
    """Words with a kind of letter in a narrow place: `Ket. Tidak Mampu` before any dots."""
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
    if shown == words:
        return words
    shorter = words.replace("Keterangan ", "Ket. ")
    return metrics.elidedText(shorter, Qt.TextElideMode.ElideRight, room)


def initials(name: str) -> str:
    """`RM` of "Rina Marlina, S.E.": first letters of two words that are no titles."""
    words = [word for word in name.split(",", maxsplit=1)[0].split() if not word.endswith(".")]
    return "".join(word[0] for word in words[:2]).upper()
