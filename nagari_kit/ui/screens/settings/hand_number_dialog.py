"""Dialog: enter the numbers that were written on letters by hand, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QWidget

from nagari_kit.domain.letters import IssuedLetter
from nagari_kit.ui.letter_words import short_day
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.widgets import Button, FormDialog, LabeledField, TextInput


class HandNumberDialog(FormDialog):
    """`enter_wanted` carries the IssuedLetter and the number as typed."""

    enter_wanted = Signal(object, str)

    def __init__(self, parent: QWidget, today: date) -> None:
        super().__init__(
            parent,
            icon="writing-sign",
            kind="pri",
            title=self.tr("Catat nomor tulisan tangan"),
            subtitle=self.tr(
                "Pilih suratnya, lalu ketik nomor yang tertulis di kertas. Sekali saja."
            ),
        )
        self._today = today
        self._letters: list[IssuedLetter] = []
        self.list = QListWidget()
        self.list.setObjectName("plainList")
        self.list.setAccessibleName(self.tr("Surat yang belum bernomor"))
        self.list.setFixedHeight(scaled(200))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.number = TextInput()
        self.number.setPlaceholderText(self.tr("urutnya saja, atau nomor lengkap"))
        self.row = LabeledField(self.tr("Nomor yang tertulis"), self.number)
        self.confirm = Button(self.tr("Catat nomor"), kind="primary", icon="check")
        self.back = Button(self.tr("Tutup"), kind="secondary")
        self.body.addWidget(self.list)
        self.body.addWidget(self.row)
        self.add_button(self.back)
        self.add_button(self.confirm)
        self.confirm.setDefault(True)
        self.confirm.clicked.connect(self._ask)
        self.back.clicked.connect(self.reject)
        self.list.itemActivated.connect(lambda _item: self.number.setFocus())

    def show_letters(self, letters: Sequence[IssuedLetter]) -> None:
        """Those that still have no number; the oldest is chosen."""
        self._letters = list(letters)
        self.list.clear()
        for one in letters:
            day = short_day(one.issue_date, self._today)
            self.list.addItem(f"{one.short_title}, {one.resident_name}, {day}")
        self.list.setCurrentRow(0)
        self.row.set_error("")
        self.number.clear()
        self.number.setFocus()
        self.confirm.setEnabled(bool(letters))

    def show_error(self, words: str) -> None:
        """Why the number was not taken."""
        self.row.set_error(words)
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))
        self.number.setFocus()

    def _ask(self) -> None:
        place = self.list.currentRow()
        if 0 <= place < len(self._letters):
            self.enter_wanted.emit(self._letters[place], self.number.text())
