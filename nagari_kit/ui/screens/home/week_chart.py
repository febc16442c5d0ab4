"""Letters of the last five working days as bars; today's is filled."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nagari_kit.services.home import DayCount
from nagari_kit.ui.style.fonts import ui_font
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.painting import open_painter, paint_box

_DAYS = ("Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min")
_BAR = 42
_TOP, _BOTTOM = 18, 22


class WeekChart(QWidget):
    """The figures are its accessible name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[DayCount, ...] = ()
        self.setMinimumHeight(72)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_days(self, days: tuple[DayCount, ...]) -> None:
        """Today last."""
        self._days = days
        spoken = ", ".join(f"{_DAYS[day.day.weekday()]} {day.count}" for day in days)
        self.setAccessibleName(f"Surat per hari: {spoken}")
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the bars."""
        return QSize(300, 110)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Bars, values above, days below."""
        if not self._days:
            return
        painter = open_painter(self)
        theme = current_theme()
        room = self.height() - _TOP - _BOTTOM
        most = max(1, *(day.count for day in self._days))
        pitch = self.width() / len(self._days)
        for place, day in enumerate(self._days):
            today = place == len(self._days) - 1
            height = max(3.0, room * day.count / most)
            left = pitch * place + (pitch - _BAR) / 2
            bar = QRectF(left, _TOP + room - height, _BAR, height)
            paint_box(painter, bar, 3, "pri" if today else "border")
            painter.setPen(theme.color("ink"))
            painter.setFont(ui_font(11, 600))
            value = QRectF(left, bar.top() - 17, _BAR, 15)
            painter.drawText(value, Qt.AlignmentFlag.AlignCenter, str(day.count))
            painter.setFont(ui_font(12, 600 if today else 400))
            name = QRectF(left - 10, self.height() - 18, _BAR + 20, 16)
            painter.drawText(name, Qt.AlignmentFlag.AlignCenter, _DAYS[day.day.weekday()])
