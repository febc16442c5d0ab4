"""The row of filters over the register: text, period, type, status, and how many rows match."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from nagari_kit.domain.letter_steps import Progress
from nagari_kit.domain.letters import LetterFilter, LetterStatus, LetterType
from nagari_kit.ui.letter_words import month_and_year, progress_chip
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.widgets import ComboInput, SearchInput

_MONTHS_OFFERED = 18
_Period = tuple[int | None, int | None]


class _Standing(TypedDict):
    status: LetterStatus | None
    progress: Progress | None


_LEAST = 130
"""What a choice shrinks to before the row is too narrow for all."""


class FilterRow(QWidget):
    """`changed` carries the whole LetterFilter."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = date.min
        self._quiet = False
        self.text = SearchInput(self.tr("Cari nomor, nama, jenis"))
        self.text.setAccessibleName(self.tr("Cari nomor, nama, atau jenis surat"))
        self.period = ComboInput()
        self.period.setAccessibleName(self.tr("Bulan atau tahun"))
        self.type = ComboInput()
        self.type.setAccessibleName(self.tr("Jenis surat"))
        self.status = ComboInput()
        self.status.setAccessibleName(self.tr("Status"))
        self._count = QLabel()
        self._count.setObjectName("secondary")
        self._build()
        self.text.textChanged.connect(self._tell)
        for combo in (self.period, self.type, self.status):
            combo.currentIndexChanged.connect(self._tell)

    def wanted(self) -> LetterFilter:
        """The filter as it stands."""
        year, month = self._period()
        return LetterFilter(
            text=self.text.text().strip(),
            year=year,
            month=month,
            type_id=self.type.currentData() or None,
            **self._standing(),
        )

    def clear(self, *, quiet: bool = False) -> None:
        """No restriction; `quiet` tells nobody."""
        self._quiet = True
        self.text.clear()
        for combo in (self.period, self.type, self.status):
            combo.setCurrentIndex(0)
        self._quiet = False
        if not quiet:
            self._tell()

    def offer_periods(self, today: date) -> None:
        """This and last year, and the last 18 months; the choice stays."""
        if today == self._today:
            return
        self._today = today
        chosen = self._period()
        self._quiet = True
        self.period.clear()
        self.period.addItem(self.tr("Semua waktu"), (None, None))
        for year in (today.year, today.year - 1):
            self.period.addItem(self.tr("Tahun {0}").format(year), (year, None))
        for back in range(_MONTHS_OFFERED):
            year, month = divmod(today.year * 12 + today.month - 1 - back, 12)
            self.period.addItem(month_and_year(month + 1, year), (year, month + 1))
        self._choose_period(chosen)
        self._quiet = False

    def offer_types(self, types: tuple[LetterType, ...]) -> None:
        """Every kind of letter that the office makes; the choice stays."""
        if self.type.count() == len(types) + 1:
            return
        chosen = self.type.currentData()
        self._quiet = True
        self.type.clear()
        self.type.addItem(self.tr("Semua jenis surat"), "")
        for letter_type in types:
            self.type.addItem(letter_type.short_title, letter_type.id)
        self.type.setCurrentIndex(max(0, self.type.findData(chosen)))
        self._quiet = False

    def set_count_words(self, words: str) -> None:
        """How many rows match, in words."""
        self._count.setText(words)

    def set_compact(self, *, compact: bool) -> None:
        """Narrower boxes, no count."""
        self.text.setMaximumWidth(250 if compact else 330)
        self._count.setVisible(not compact)

    def _build(self) -> None:
        self.type.addItem(self.tr("Semua jenis surat"), "")
        standing = LetterStatus.ISSUED.value
        self.status.addItem(self.tr("Semua status"), "")
        self.status.addItem(self.tr("Tidak batal"), standing)
        for progress in Progress:
            fresh = progress is Progress.ISSUED
            words = self.tr("Belum diteken") if fresh else progress_chip(progress).text
            self.status.addItem(words, f"{standing}:{progress.value}")
        self.status.addItem(self.tr("Dibatalkan"), LetterStatus.VOIDED.value)
        self.period.addItem(self.tr("Semua waktu"), (None, None))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self.text.setMinimumWidth(180)
        row.addWidget(self.text, 20)
        for combo, width in ((self.period, 178), (self.type, 182), (self.status, 156)):
            combo.setMaximumWidth(scaled(width))
            combo.setMinimumWidth(_LEAST)
            row.addWidget(combo, 10)
        row.addStretch(1)
        row.addWidget(self._count)
        self.set_compact(compact=False)

    def _standing(self) -> _Standing:
        status, _, progress = str(self.status.currentData() or "").partition(":")
        return {
            "status": LetterStatus(status) if status else None,
            "progress": Progress(progress) if progress else None,
        }

    def _period(self) -> _Period:
        data = self.period.currentData()
        return (data[0], data[1]) if data else (None, None)

    def _choose_period(self, wanted: _Period) -> None:
        for index in range(self.period.count()):
            if tuple(self.period.itemData(index)) == wanted:
                self.period.setCurrentIndex(index)
                return

    def _tell(self, _change: object = None) -> None:
        if not self._quiet:
            self.changed.emit(self.wanted())
