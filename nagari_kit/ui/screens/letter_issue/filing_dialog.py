"""Asks under which number and date a letter is filed; says between which others it would stand."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from nagari_kit.domain.dates import long_date
from nagari_kit.domain.number_options import NumberOptions
from nagari_kit.domain.numbering import MANUAL, NumberChoice
from nagari_kit.ui.widgets import Button, DateInput, FormDialog, LabeledField
from nagari_kit.ui.widgets.number_choice import NumberChoiceField


class FilingDialog(FormDialog):
    """`day_changed` when the date is another one: whoever listens calls `show_options`."""

    day_changed = Signal(object)

    def __init__(self, parent: QWidget, title: str, today: date, *, numbered: bool) -> None:
        super().__init__(
            parent, icon="hash", kind="info", title="Nomor dan tanggal surat", subtitle=title
        )
        self._today = today
        self._window = parent.window()
        self.day = DateInput()
        self.day_row = LabeledField(
            self.tr("Tanggal surat"), self.day, self.tr("Hari ini {0}").format(long_date(today))
        )
        self.number = NumberChoiceField()
        self.number.setVisible(numbered)
        # Its height follows the width of the dialog; as a least height it would leave a gap.
        follows = QSizePolicy.Policy.Preferred
        self.number.warning.setSizePolicy(follows, follows)
        self.body.addWidget(self.day_row)
        self.body.addWidget(self.number)
        self.body.addStretch(1)
        self.save = Button(self.tr("Pakai"), kind="primary")
        self.back = Button(self.tr("Kembali"), kind="secondary")
        self.add_button(self.back)
        self.add_button(self.save)
        self.save.setDefault(True)
        self.day.changed.connect(self._tell_day)
        self.number.changed.connect(self._fit)
        self.save.clicked.connect(self._accept_when_right)
        self.back.clicked.connect(self.reject)

    def begin(self, day: date, options: NumberOptions, choice: NumberChoice) -> None:
        """Start with what the letter has now."""
        self.day.set_date(day)
        self.number.show_options(options)
        self.number.set_choice(choice)

    def show_options(self, options: NumberOptions) -> None:
        """What another date allows."""
        self.number.show_options(options)
        self._fit()

    def issue_date(self) -> date | None:
        """None: the day on which it is issued."""
        day = self.day.date()
        return None if day == self._today else day

    def choice(self) -> NumberChoice:
        """How it is numbered."""
        return self.number.choice() if not self.number.isHidden() else NumberChoice()

    def _tell_day(self) -> None:
        day = self.day.date()
        if day is not None:
            self.day_row.set_error("")
            self.day_changed.emit(day)

    def _accept_when_right(self) -> None:
        day, choice = self.day.date(), self.choice()
        late = self.tr("Tanggal surat tidak boleh sesudah hari ini.")
        wrong_day = self.tr("Tulis tanggal yang ada, contoh 24-11-2026.") if day is None else ""
        if day is not None and day > self._today:
            wrong_day = late
        self.day_row.set_error(wrong_day)
        faults = {}
        if choice.mode == MANUAL and not choice.number:
            faults["number"] = self.tr("Ketik nomornya.")
        if choice.mode == MANUAL and not choice.reason:
            faults["number_reason"] = self.tr("Tulis mengapa nomornya tidak dari penghitung.")
        self.number.show_errors(faults)
        self._fit()
        if not wrong_day and not faults:
            self.accept()

    def _fit(self) -> None:
        layout = self.layout()
        if self.isVisible() and layout is not None:
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))
            window = self._window.rect().center()
            self.move(self._window.mapToGlobal(window) - self.rect().center())
