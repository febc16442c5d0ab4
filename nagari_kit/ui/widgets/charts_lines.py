"""A line chart of a few series over months; each point opens the names behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from nagari_kit.domain.amounts import grouped
from nagari_kit.ui.style.fonts import scaled, ui_font
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.charts_scale import ticks
from nagari_kit.ui.widgets.fields import announce
from nagari_kit.ui.widgets.painting import open_painter, paint_box

_TOP = 10
_KEYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(frozen=True, slots=True)
class LineSeries:
    """A line: its word, the token of its colour and of its words, and a value for each place."""

    name: str
    colour: str
    ink: str
    values: tuple[int, ...]
    is_dashed: bool = False


class LineChart(QWidget):
    """`opened` carries series and place. Left, Right go along, Up, Down change the line."""

    opened = Signal(int, int)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._labels: tuple[str, ...] = ()
        self._spoken: tuple[str, ...] = ()
        self._series: tuple[LineSeries, ...] = ()
        self._current = (0, 0)
        self._hovered: tuple[int, int] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._name()

    def show_series(
        self, labels: Sequence[str], spoken: Sequence[str], series: Sequence[LineSeries]
    ) -> None:
        """`labels` stand under the axis, `spoken` are the same in full; the last is the newest."""
        self._labels, self._spoken, self._series = tuple(labels), tuple(spoken), tuple(series)
        self._current = (0, len(self._labels) - 1)
        self._hovered = None
        self._name()
        self.update()

    def sizeHint(self) -> QSize:
        """A wide strip."""
        return QSize(scaled(440), scaled(138))

    def minimumSizeHint(self) -> QSize:
        """Room for the labels."""
        return QSize(scaled(300), scaled(116))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Enter or Space opens."""
        key = Qt.Key(event.key())
        if key in _KEYS and self._series:
            along, across = _KEYS[key]
            series = min(max(self._current[0] + across, 0), len(self._series) - 1)
            place = min(max(self._current[1] + along, 0), len(self._labels) - 1)
            self._current = (series, place)
            self._hovered = None
            self._name()
            announce(self, self.current_words())
            self.update()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self._series:
            self.opened.emit(*self._current)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the nearest point."""
        self._hovered = self._nearest(event.position())
        is_point = self._hovered is not None
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if is_point else Qt.CursorShape.ArrowCursor
        )
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is lit."""
        super().leaveEvent(event)
        self._hovered = None
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the nearest point."""
        found = self._nearest(event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self._current = found
            self._name()
            self.opened.emit(*found)

    def current_words(self) -> str:
        """What the keyboard stands on, as it is spoken."""
        if not self._series or not self._labels:
            return ""
        series, place = self._current
        line = self._series[series]
        return f"{line.name}, {self._spoken[place]}, {grouped(line.values[place])}"

    def point(self, series: int, place: int) -> QPointF:
        """Where a value stands."""
        room = self._room()
        top = self._scale()[-1]
        step = room.width() / max(1, len(self._labels) - 1)
        share = self._series[series].values[place] / top
        return QPointF(room.left() + step * place, room.bottom() - room.height() * share)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Axis, lines, last values, the lit point."""
        if not self._series or not self._labels:
            return
        painter = open_painter(self)
        self._paint_axis(painter)
        for number, line in enumerate(self._series):
            points = [self.point(number, place) for place in range(len(self._labels))]
            pen = QPen(current_theme().color(line.colour), 2.2)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            if line.is_dashed:
                pen.setDashPattern([4, 2.5])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF(points))
            _paint_dot(painter, points[-1], current_theme().color(line.colour))
        self._paint_ends(painter)
        self._paint_lit(painter)

    def _paint_axis(self, painter: QPainter) -> None:
        theme, room = current_theme(), self._room()
        painter.setFont(ui_font(12))
        height = QFontMetrics(painter.font()).height()
        scale = self._scale()
        for tick in scale:
            y = room.bottom() - room.height() * tick / scale[-1]
            painter.fillRect(QRectF(room.left(), y, room.width(), 1), theme.color("border"))
            painter.setPen(theme.color("ink3"))
            words = QRectF(0, y - height / 2, room.left() - 8, height)
            painter.drawText(words, Qt.AlignmentFlag.AlignRight, grouped(tick))
        lit = self._lit()
        every = self._labels_apart(room.width())
        for place, label in enumerate(self._labels):
            chosen = place == (lit[1] if lit else len(self._labels) - 1)
            if (len(self._labels) - 1 - place) % every and not chosen:
                continue
            painter.setFont(ui_font(12, 700 if chosen else 400))
            painter.setPen(theme.color("ink" if chosen else "ink3"))
            x = self.point(0, place).x()
            words = QRectF(x - 40, room.bottom() + 6, 80, height)
            painter.drawText(words, Qt.AlignmentFlag.AlignHCenter, label)

    def _paint_ends(self, painter: QPainter) -> None:
        """Name and last value of each line, moved apart where they would touch."""
        font = ui_font(12, 600)
        height = QFontMetrics(font).height()
        last = len(self._labels) - 1
        lowest_first = sorted(
            ((self.point(number, last).y(), number) for number in range(len(self._series))),
            reverse=True,
        )
        # Not below the axis, where the months stand.
        ceiling = self._room().bottom()
        painter.setFont(font)
        for y, number in lowest_first:
            line = self._series[number]
            middle = min(y, ceiling)
            ceiling = middle - height
            left = self._room().right() + 10
            room = QRectF(left, middle - height / 2, self.width() - left, height)
            painter.setPen(current_theme().color(line.ink))
            words = f"{line.name} {grouped(line.values[last])}"
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_lit(self, painter: QPainter) -> None:
        lit = self._lit()
        if lit is None:
            return
        line, point = self._series[lit[0]], self.point(*lit)
        theme = current_theme()
        _paint_dot(painter, point, theme.color(line.colour), 5)
        if self.hasFocus() and self._hovered is None:
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(point, 8, 8)
        font = QFont(ui_font(12, 700))
        font.setUnderline(True)
        words = f"{line.name} {grouped(line.values[lit[1]])}"
        size = QFontMetrics(font).boundingRect(words).size()
        width, height = size.width() + 18.0, size.height() + 8.0
        left = min(max(point.x() - width / 2, 0), self.width() - width)
        top = point.y() - height - 10 if point.y() - height - 10 >= 0 else point.y() + 12
        box = QRectF(left, top, width, height)
        paint_box(painter, box, 6, "surface", "border_strong")
        painter.setFont(font)
        painter.setPen(theme.color(line.ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _room(self) -> QRectF:
        plain, bold = QFontMetrics(ui_font(12)), QFontMetrics(ui_font(12, 600))
        left = plain.horizontalAdvance(grouped(self._scale()[-1])) + 14.0
        ends = (f"{line.name} {grouped(line.values[-1])}" for line in self._series)
        right = max((bold.horizontalAdvance(words) for words in ends), default=0) + 14.0
        foot = plain.height() + 8.0
        return QRectF(left, _TOP, self.width() - left - right, self.height() - _TOP - foot)

    def _scale(self) -> tuple[int, ...]:
        return ticks(max((max(line.values) for line in self._series if line.values), default=1))

    def _labels_apart(self, width: float) -> int:
        """Every how many labels one has room."""
        widest = max(QFontMetrics(ui_font(12, 700)).horizontalAdvance(one) for one in self._labels)
        pitch = width / max(1, len(self._labels) - 1)
        return max(1, -(-int(widest + 8) // max(1, int(pitch))))

    def _nearest(self, position: QPointF) -> tuple[int, int] | None:
        if not self._series or not self._labels:
            return None
        room = self._room()
        if not room.adjusted(-14, -_TOP, 14, 24).contains(position):
            return None
        step = room.width() / max(1, len(self._labels) - 1)
        place = min(max(round((position.x() - room.left()) / step), 0), len(self._labels) - 1)
        series = min(
            range(len(self._series)),
            key=lambda one: abs(self.point(one, place).y() - position.y()),
        )
        return series, place

    def _lit(self) -> tuple[int, int] | None:
        return self._hovered or (self._current if self.hasFocus() else None)

    def _name(self) -> None:
        self.setAccessibleName(f"{self._title}. {self.current_words()}")


def _paint_dot(painter: QPainter, point: QPointF, colour: QColor, radius: float = 4) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(point, radius, radius)
