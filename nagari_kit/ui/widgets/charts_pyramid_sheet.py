"""Where the rows, bars and words of an age pyramid stand, and how they are painted."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen

from nagari_kit.domain.amounts import grouped
from nagari_kit.ui.style.fonts import scaled, ui_font
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.charts_scale import ticks
from nagari_kit.ui.widgets.painting import paint_box

MEN, WOMEN = 0, 1
TOTAL = -1
"""In place of a band: everybody of that side."""
SIDES = ("Laki-laki", "Perempuan")
_COLOURS, _INKS = ("chart1", "chart2"), ("pri_ink", "clay")
_MIDDLE = 60
_GAP = 6


@dataclass(frozen=True, slots=True)
class PyramidBand:
    """`label` as it stands in the middle ("15–19"), and the two counts."""

    label: str
    men: int
    women: int

    def side(self, side: int) -> int:
        """The count of MEN or WOMEN."""
        return self.men if side == MEN else self.women


def head_height() -> float:
    """Of the totals above the rows."""
    return QFontMetrics(ui_font(13, 700)).height() + 10.0


def foot_height() -> float:
    """Of the axis below them."""
    return QFontMetrics(ui_font(12)).height() + 6.0


@dataclass(frozen=True, slots=True)
class PyramidSheet:
    """A pyramid laid out in a size; youngest band first in `bands` and lowest on the sheet."""

    size: QSize
    bands: tuple[PyramidBand, ...]
    totals: tuple[int, int]

    def area(self, place: int, side: int) -> QRectF:
        """The half row of a band, or the total above it."""
        half = self._half
        left = 0.0 if side == MEN else self.size.width() - half
        if place == TOTAL:
            return QRectF(left, 0, half, head_height())
        rows = self.size.height() - head_height() - foot_height()
        pitch = rows / max(1, len(self.bands))
        top = head_height() + (len(self.bands) - 1 - place) * pitch
        return QRectF(left, top, half, pitch)

    def at(self, position: QPointF) -> tuple[int, int] | None:
        """Place and side under a point."""
        for side in (MEN, WOMEN):
            for place in range(TOTAL, len(self.bands)):
                if self.area(place, side).contains(position):
                    return place, side
        return None

    def paint(self, painter: QPainter, lit: tuple[int, int] | None, *, is_focused: bool) -> None:
        """Everything; the `lit` number is underlined, and ringed when the keyboard stands there."""
        if lit is not None and lit[0] != TOTAL:
            row = self.area(*lit)
            whole = QRectF(0, row.top(), self.size.width(), row.height())
            paint_box(painter, whole, 4, "sunken")
        self._paint_axis(painter)
        for side in (MEN, WOMEN):
            words = self._paint_total(painter, side, is_lit=lit == (TOTAL, side))
            if lit == (TOTAL, side) and is_focused:
                _paint_focus(painter, words.adjusted(-4, -1, 4, 1))
            for place in range(len(self.bands)):
                bar = self._paint_bar(painter, place, side, is_lit=lit == (place, side))
                if lit == (place, side) and is_focused:
                    _paint_focus(painter, bar.adjusted(-2, -1, 2, 1))
        self._paint_labels(painter, None if lit is None else lit[0])

    @property
    def _half(self) -> float:
        return (self.size.width() - scaled(_MIDDLE)) / 2

    @property
    def _most(self) -> int:
        return max((max(band.men, band.women) for band in self.bands), default=0)

    def _axis(self, side: int) -> float:
        return self._half if side == MEN else self.size.width() - self._half

    def _length(self, people: int) -> float:
        words = QFontMetrics(ui_font(12, 700)).horizontalAdvance(grouped(self._most))
        return (self._half - words - 2 * _GAP) * people / max(1, self._most)

    def _paint_axis(self, painter: QPainter) -> None:
        theme = current_theme()
        top, height = head_height(), foot_height()
        bottom = self.size.height() - height
        painter.setFont(ui_font(12))
        painter.setPen(theme.color("ink3"))
        shown = [tick for tick in ticks(self._most, 2) if tick <= self._most or not tick]
        for side in (MEN, WOMEN):
            for tick in shown:
                x = self._axis(side) + self._length(tick) * (-1 if side == MEN else 1)
                painter.fillRect(QRectF(x, top, 1, bottom - top), theme.color("border"))
                if tick:
                    room = QRectF(x - 40, bottom, 80, height)
                    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, grouped(tick))
        middle = QRectF(self._half, bottom, self.size.width() - 2 * self._half, height)
        painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, "jiwa")

    def _paint_total(self, painter: QPainter, side: int, *, is_lit: bool) -> QRectF:
        area = self.area(TOTAL, side)
        painter.setFont(_underlined(ui_font(13, 700)) if is_lit else ui_font(13, 700))
        painter.setPen(current_theme().color(_INKS[side]))
        words = f"{SIDES[side]} {grouped(self.totals[side])}"
        width = painter.fontMetrics().horizontalAdvance(words)
        left = area.right() - width if side == MEN else area.left()
        room = QRectF(left, area.top() + 1, width, area.height() - 7)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        return room

    def _paint_bar(self, painter: QPainter, place: int, side: int, *, is_lit: bool) -> QRectF:
        people, area = self.bands[place].side(side), self.area(place, side)
        length = max(self._length(people), 2.0 if people else 0.0)
        axis, inset = self._axis(side), max(1.5, area.height() * 0.08)
        left = axis - length if side == MEN else axis
        bar = QRectF(left, area.top() + inset, length, area.height() - 2 * inset)
        paint_box(painter, bar, 3, _COLOURS[side])
        painter.setFont(_underlined(ui_font(12, 700)) if is_lit else ui_font(12, 500))
        painter.setPen(current_theme().color("ink"))
        if side == MEN:
            room = QRectF(0, area.top(), bar.left() - _GAP, area.height())
            align = Qt.AlignmentFlag.AlignRight
        else:
            begin = bar.right() + _GAP
            room = QRectF(begin, area.top(), self.size.width() - begin, area.height())
            align = Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, align | Qt.AlignmentFlag.AlignVCenter, grouped(people))
        return bar

    def _paint_labels(self, painter: QPainter, lit: int | None) -> None:
        theme = current_theme()
        for place, band in enumerate(self.bands):
            area = self.area(place, MEN)
            width = self.size.width() - 2 * area.right()
            middle = QRectF(area.right(), area.top(), width, area.height())
            painter.setFont(ui_font(12, 700 if place == lit else 400))
            painter.setPen(theme.color("ink" if place == lit else "ink2"))
            painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, band.label)


def _paint_focus(painter: QPainter, area: QRectF) -> None:
    painter.setPen(QPen(current_theme().color("focus"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area, 4, 4)


def _underlined(font: QFont) -> QFont:
    made = QFont(font)
    made.setUnderline(True)
    return made
