"""The head of the record: who it is, the masked NIK, and the way to a letter."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.domain import nik
from nagari_kit.domain.residents import LifeStatus, ResidentRecord
from nagari_kit.ui.screens.resident_record.record_words import LIFE_WORDS, person_line
from nagari_kit.ui.widgets import Button, Chip, ElidedLabel, InitialsDisc


class HeadCard(QFrame):
    """Emits wishes; masks the NIK unless it is told to show it."""

    letter_requested = Signal()
    reveal_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._disc = InitialsDisc("", 64)
        self._name = ElidedLabel()
        self._name.setObjectName("screenTitle")
        self._chips = QHBoxLayout()
        self._chips.setSpacing(6)
        self._nik = QLabel()
        self._nik.setTextFormat(Qt.TextFormat.PlainText)
        self._nik.setObjectName("numbers")
        self._line = ElidedLabel()
        self._line.setObjectName("secondary")
        self.reveal = Button(self.tr("Tampilkan"), kind="ghost", icon="eye")
        self.reveal.setToolTip(self.tr("Tampilkan NIK selama satu menit (Alt+N)"))
        self.letter = Button(self.tr("Buat surat"), kind="primary", icon="file-text", key_hint="F9")
        self._record: ResidentRecord | None = None
        self._build()
        self.reveal.clicked.connect(self.reveal_requested)
        self.letter.clicked.connect(self.letter_requested)

    def show_record(self, record: ResidentRecord, today: date) -> None:
        """Say who it is."""
        self._record = record
        name = record.resident.name.full()
        self._disc.set_name(name)
        self._name.setText(name)
        self._line.setText(f"·  {person_line(record, today)}")
        while (item := self._chips.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        life = LIFE_WORDS[record.resident.life_status]
        self._chips.addWidget(Chip(life.text, life.kind, life.icon))
        if record.resident.suku:
            self._chips.addWidget(Chip(f"Suku {record.resident.suku}", "neutral"))
        alive = record.resident.life_status == LifeStatus.ALIVE
        self.letter.setEnabled(alive)
        self.letter.setToolTip(
            "" if alive else self.tr("{0}: surat tidak dapat dibuat lagi").format(life.text)
        )
        self.show_nik(revealed=False)

    def show_nik(self, *, revealed: bool) -> None:
        """In full or masked."""
        number = self._record.resident.nik if self._record else None
        self.reveal.setVisible(bool(number))
        if not number:
            self._nik.setText(self.tr("Belum punya NIK"))
            return
        grouped = " ".join(number[start : start + 4] for start in range(0, len(number), 4))
        self._nik.setText(f"NIK {grouped if revealed else nik.masked(number)}")
        self.reveal.setText(self.tr("Sembunyikan") if revealed else self.tr("Tampilkan"))

    def nik_text(self) -> str:
        """What stands there now."""
        return self._nik.text()

    def _build(self) -> None:
        title = QHBoxLayout()
        title.setSpacing(10)
        title.addWidget(self._name)
        title.addLayout(self._chips)
        title.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._nik)
        line.addWidget(self.reveal)
        line.addWidget(self._line, 1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(title)
        words.addLayout(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(14)
        row.addWidget(self._disc)
        row.addLayout(words, 1)
        row.addWidget(self.letter)
