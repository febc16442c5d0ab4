"""Chooses the days of a book: a month, a year, or any first and last day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nagari_kit.domain.dates import MONTHS
from nagari_kit.domain.registers import RegisterPeriod
from nagari_kit.ui.widgets import ComboInput, DateInput, LabeledField, SegmentedControl

_MONTH, _YEAR = range(2)
_UNREADABLE = "Tulis seperti 24-11-2026."
_REVERSED = "Lebih awal dari “Dari”."


class PeriodChoice(QWidget):
    """`changed` comes with every choice, also while the days typed are no period yet."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = SegmentedControl([self.tr("Bulan"), self.tr("Tahun"), self.tr("Tanggal")])
        self.month = ComboInput()
        self.month.setAccessibleName(self.tr("Bulan"))
        self.month_year = ComboInput()
        self.month_year.setAccessibleName(self.tr("Tahun"))
        self.month_year.setMinimumContentsLength(4)
        self.year = ComboInput()
        self.year.setAccessibleName(self.tr("Tahun"))
        self.start, self.end = DateInput(), DateInput()
        self._start_row = LabeledField(self.tr("Dari"), self.start)
        self._end_row = LabeledField(self.tr("Sampai"), self.end)
        self._pages = (
            _side_by_side(self.month, self.month_year),
            _side_by_side(self.year),
            _side_by_side(self._start_row, self._end_row),
        )
        self._build()
        self._connect()

    def offer(self, first_year: int, today: date) -> None:
        """Years up to today's, the newest first; this month at first, later the choice stays."""
        years = [str(year) for year in range(today.year, min(first_year, today.year) - 1, -1)]
        is_first = self.year.count() == 0
        for combo in (self.month_year, self.year):
            with QSignalBlocker(combo):
                chosen = combo.currentText()
                combo.clear()
                combo.addItems(years)
                combo.setCurrentIndex(max(0, combo.findText(chosen)))
        if is_first:
            with QSignalBlocker(self.month):
                self.month.setCurrentIndex(today.month - 1)
            with QSignalBlocker(self.start), QSignalBlocker(self.end):
                self.start.set_date(today.replace(day=1))
                self.end.set_date(today)

    def period(self) -> RegisterPeriod | None:
        """What is chosen; None while the days typed are no period."""
        if self.kind.current() == _MONTH:
            return RegisterPeriod.month(
                int(self.month_year.currentText()), self.month.currentIndex() + 1
            )
        if self.kind.current() == _YEAR:
            return RegisterPeriod.year(int(self.year.currentText()))
        start, end = self.start.date(), self.end.date()
        if start is None or end is None or end < start:
            return None
        return RegisterPeriod(start, end)

    def _build(self) -> None:
        self.month.addItems(list(MONTHS))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.kind)
        for page in self._pages:
            layout.addWidget(page)
        self._show_page(_MONTH)

    def _connect(self) -> None:
        self.kind.current_changed.connect(self._take_kind)
        for combo in (self.month, self.month_year, self.year):
            combo.currentIndexChanged.connect(lambda _index: self.changed.emit())
        for line in (self.start, self.end):
            line.changed.connect(self._take_days)

    def _take_kind(self, place: int) -> None:
        self._show_page(place)
        self.changed.emit()

    def _show_page(self, place: int) -> None:
        for index, page in enumerate(self._pages):
            page.setVisible(index == place)

    def _take_days(self) -> None:
        start, end = self.start.date(), self.end.date()
        self._start_row.set_error("" if start else _UNREADABLE)
        wrong = "" if end else _UNREADABLE
        if start and end and end < start:
            wrong = _REVERSED
        self._end_row.set_error(wrong)
        self.changed.emit()


def _side_by_side(*parts: QWidget) -> QWidget:
    page = QWidget()
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    for part in parts:
        row.addWidget(part, 1)
    return page
