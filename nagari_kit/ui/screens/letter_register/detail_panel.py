"""The panel of one letter beside the register: its facts, its way to the province, what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from nagari_kit.domain.letters import IssuedLetter, LetterStatus
from nagari_kit.ui.letter_words import (
    delivery_chip,
    long_day,
    masked_number,
    short_moment,
    status_chip,
)
from nagari_kit.ui.widgets import Button, Chip

WIDTH = 280


class DetailPanel(QFrame):
    """Emits wishes; shows an IssuedLetter."""

    closed = Signal()
    reprint_requested = Signal()
    show_requested = Signal()
    save_requested = Signal()
    void_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setFixedWidth(WIDTH)
        self._number = QLabel()
        self._title = QLabel()
        self._chips = QHBoxLayout()
        self._facts = QVBoxLayout()
        self.reprint = Button(self.tr("Cetak ulang"), kind="primary", icon="printer")
        self.look = Button(self.tr("Lihat surat"), kind="secondary", icon="eye")
        self.save = Button(self.tr("Simpan PDF"), kind="secondary", icon="download")
        self.void = Button(self.tr("Batalkan surat"), kind="danger")
        self._close = Button("", kind="ghost", icon="x")
        self._close.setAccessibleName(self.tr("Tutup rincian (Esc)"))
        self._build()
        self.reprint.clicked.connect(self.reprint_requested)
        self.look.clicked.connect(self.show_requested)
        self.save.clicked.connect(self.save_requested)
        self.void.clicked.connect(self.void_requested)
        self._close.clicked.connect(self.closed)

    def show_letter(self, letter: IssuedLetter) -> None:
        """Fill the panel anew."""
        voided = letter.status == LetterStatus.VOIDED
        self._number.setText(letter.number)
        font = self._number.font()
        font.setStrikeOut(voided)
        self._number.setFont(font)
        self._title.setText(letter.title)
        _empty(self._chips)
        for words in (status_chip(letter.status), delivery_chip(letter.delivered_to_hub)):
            self._chips.addWidget(Chip(words.text, words.kind, words.icon))
        self._chips.addStretch(1)
        _empty(self._facts)
        for key, value in _facts(letter):
            self._add_fact(key, value)
        self._facts.addStretch(1)
        self.void.setVisible(not voided)

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 - a setter
        """Nothing can be pressed while a print or voiding runs."""
        for button in (self.reprint, self.look, self.save, self.void):
            button.setEnabled(not busy)
