"""One event in the life of a person: icon on a line, title and day, and what is known of it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from nagari_kit.ui.event_words import EventWords
from nagari_kit.ui.style.fonts import scaled, ui_font
from nagari_kit.ui.style.icons import icon_pixmap
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.painting import line_rooms, open_painter

_HEIGHT, _DISC = 46, 30


class TimelineRow(QWidget):
    """Painted; `is_last` ends the line. What was undone is struck through."""

    def __init__(
        self, words: EventWords, day: str, detail: str, *, undone: bool, is_last: bool
    ) -> None:
        super().__init__()
        self._words, self._day, self._detail = words, day, detail
        self._undone, self._is_last = undone, is_last
        self.setFixedHeight(scaled(_HEIGHT - 4) + 4)
        said = [words.title, day, detail, "sudah diurungkan" if undone else ""]
        self.setAccessibleName(", ".join(part for part in said if part))
        self.setToolTip(detail)

    def sizeHint(self) -> QSize:
        """As wide as its column lets it be."""
        return QSize(220, self.minimumHeight())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Line, disc, two lines of words."""
        painter, theme = open_painter(self), current_theme()
        middle = self.height() / 2
        disc = QRectF(8, middle - _DISC / 2, _DISC, _DISC)
        if not self._is_last:
            painter.setPen(QPen(theme.color("border"), 2))
            painter.drawLine(QPointF(disc.center().x(), middle), QPointF(disc.center().x(), 999))
        tint = theme.chip(self._words.kind)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("surface"))
        painter.drawEllipse(disc.adjusted(-2, -2, 2, 2))
        painter.setBrush(QColor(tint.fill))
        painter.drawEllipse(disc)
        place = QPointF(disc.left() + 7, disc.top() + 7)
        painter.drawPixmap(place, icon_pixmap(self._words.icon, tint.ink, 16))
        room = QRectF(50, 0, self.width() - 58, self.height())
        upper, lower = line_rooms(room, 14, 12)
        day_width = QFontMetrics(ui_font(12)).horizontalAdvance(self._day) + 4
        title = ui_font(14, 600)
        title.setStrikeOut(self._undone)
        painter.setFont(title)
        painter.setPen(theme.color("ink3" if self._undone else "ink"))
        _write(painter, upper.adjusted(0, 0, -day_width - 8, 0), self._words.title)
        painter.setFont(ui_font(12))
        painter.setPen(theme.color("ink2"))
        end = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(upper, int(end), self._day)
        _write(painter, lower, self._detail)


def _write(painter: QPainter, room: QRectF, words: str) -> None:
    fitting = painter.fontMetrics().elidedText(
        words, Qt.TextElideMode.ElideRight, int(room.width())
    )
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fitting)
