"""A civil date typed the Indonesian way, day first; a calendar opens beside it."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QVBoxLayout, QWidget

from nagari_kit.domain.dates import typed_date
from nagari_kit.ui.style.icons import icon
from nagari_kit.ui.style.tokens import current_theme
from nagari_kit.ui.widgets.inputs import HEIGHT


class DateInput(QLineEdit):
    """`changed` comes with every stroke; `date` is None while the text is no date."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(HEIGHT)
        self.setPlaceholderText("hh-bb-tttt")
        self._popup: QFrame | None = None
        pick = QAction(icon("calendar", current_theme().ink2), self.tr("Pilih tanggal"), self)
        pick.setToolTip(self.tr("Pilih di kalender (Alt+↓)"))
        pick.triggered.connect(self._open_calendar)
        self.addAction(pick, QLineEdit.ActionPosition.TrailingPosition)
        self.textChanged.connect(lambda _text: self.changed.emit())

    def date(self) -> datetime.date | None:
        """What is typed, when it is a date."""
        return typed_date(self.text())

    def set_date(self, day: datetime.date | None) -> None:
        """Show `day`, or nothing."""
        self.setText(day.strftime("%d-%m-%Y") if day else "")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write a date in its full form."""
        super().focusOutEvent(event)
        day = self.date()
        if day is not None and self.text() != day.strftime("%d-%m-%Y"):
            self.set_date(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and Down open the calendar."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and event.key() == Qt.Key.Key_Down:
            self._open_calendar()
        else:
            super().keyPressEvent(event)

    def _open_calendar(self) -> None:
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setObjectName("dialog")
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setAccessibleName(self.tr("Kalender"))
        day = self.date()
        if day is not None:
            calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        column = QVBoxLayout(popup)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(calendar)
        calendar.activated.connect(self._take)
        calendar.clicked.connect(self._take)
        self._popup = popup
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 4)))
        popup.show()
        calendar.setFocus()

    def _take(self, chosen: QDate) -> None:
        self.set_date(datetime.date(chosen.year(), chosen.month(), chosen.day()))
        if self._popup is not None:
            self._popup.close()
            self._popup = None
        self.setFocus()
