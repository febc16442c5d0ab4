"""Asks what a whole NIK is wanted for, before it is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from nagari_kit.ui.widgets import Button, FormDialog, LabeledField, TextInput

PURPOSES = (
    "mencocokkan KTP atau KK",
    "mengisi berkas warga",
    "diminta warga sendiri",
    "memperbaiki data",
)
_SHORTEST = 4


class PurposeDialog(FormDialog):
    """One press chooses a usual purpose; another one is written. `chosen` carries it."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            icon="eye",
            kind="info",
            title=self.tr("Untuk keperluan apa NIK ditampilkan?"),
            subtitle=self.tr("Keperluannya tercatat pada data warga ini"),
        )
        self.buttons = [
            Button(f"{place + 1}  {words[0].upper()}{words[1:]}", kind="secondary")
            for place, words in enumerate(PURPOSES)
        ]
        self.other = TextInput()
        self.show_other = Button(self.tr("Tampilkan"), kind="secondary")
        self.back = Button(self.tr("Batal"), kind="secondary")
        self._build()
        for button, words in zip(self.buttons, PURPOSES, strict=True):
            button.clicked.connect(lambda _=False, one=words: self._choose(one))
        self.other.textChanged.connect(self._check)
        self.other.returnPressed.connect(self.show_other.click)
        self.show_other.clicked.connect(lambda: self._choose(self._written()))
        self.back.clicked.connect(self.reject)
        self._check("")
        self.buttons[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose."""
        place = event.key() - Qt.Key.Key_1
        if 0 <= place < len(self.buttons) and not self.other.hasFocus():
            self.buttons[place].click()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, button in enumerate(self.buttons):
            button.setAccessibleName(PURPOSES[place])
            grid.addWidget(button, place // 2, place % 2)
        self.body.addLayout(grid)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(LabeledField(self.tr("Keperluan lain"), self.other), 1)
        row.addWidget(self.show_other, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(row)
        words = QLabel(self.tr("NIK tertutup kembali sesudah satu menit."))
        words.setObjectName("hint")
        self.body.addWidget(words)
        self.add_button(self.back)

    def _written(self) -> str:
        return " ".join(self.other.text().split())

    def _check(self, _text: str) -> None:
        self.show_other.setEnabled(len(self._written()) >= _SHORTEST)

    def _choose(self, purpose: str) -> None:
        self.chosen.emit(purpose)
        self.accept()
