"""Who the letter is for: disc, name, NIK in full, age and jorong, and a way to change it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from nagari_kit.domain.outsiders import Outsider
from nagari_kit.domain.residents import ResidentRecord
from nagari_kit.ui.letter_words import living_age
from nagari_kit.ui.widgets import Button, ElidedLabel, InitialsDisc


class PersonCard(QFrame):
    """The NIK is shown in full here, and only here: it is the person at the desk."""

    change_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._disc = InitialsDisc("", 44)
        self._name = ElidedLabel()
        self._name.setObjectName("person")
        self._line = ElidedLabel()
        self._line.setObjectName("secondary")
        self._wordings: tuple[str, ...] = ("",)
        self._change = Button(self.tr("&Ganti warga"), kind="ghost")
        self._change.clicked.connect(self.change_requested)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._line)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 9, 8, 9)
        row.setSpacing(12)
        row.addWidget(self._disc)
        row.addLayout(words, 1)
        row.addWidget(self._change)

    def show_record(self, record: ResidentRecord, today: date) -> None:
        """Say who it is."""
        resident = record.resident
        name = resident.name.full()
        self._disc.set_name(name)
        self._name.setText(name)
        nik = f"NIK {resident.nik}" if resident.nik else self.tr("NIK belum ada")
        parts = [nik, living_age(resident, today), record.jorong]
        whole = "  ·  ".join(part for part in parts if part)
        short = whole.removeprefix("NIK ").replace("  ·  ", " · ")
        self._wordings = (whole, short, short.rpartition(" · ")[0] or short)
        self._show_line()
        self.setAccessibleName(f"{name}, {whole}")

    def show_outsider(self, one: Outsider) -> None:
        """Somebody who is in no book of this office."""
        name = one.name.full()
        self._disc.set_name(name)
        self._name.setText(name)
        nik = f"NIK {one.nik}" if one.nik else self.tr("NIK tidak diketahui")
        whole = "  ·  ".join(part for part in (self.tr("Orang luar"), nik, one.address) if part)
        self._wordings = (whole, self.tr("Orang luar · {0}").format(nik))
        self._show_line()
        self.setAccessibleName(f"{name}, {whole}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where room is short the NIK goes without its name, then the jorong; neither is cut."""
        super().resizeEvent(event)
        self._show_line()

    def _show_line(self) -> None:
        room = self.contentsRect().width() - self._change.sizeHint().width() - 44 - 16 - 8 - 2 * 12
        metrics = self._line.fontMetrics()
        fitting = (one for one in self._wordings if metrics.horizontalAdvance(one) <= room)
        self._line.setText(next(fitting, self._wordings[-1]))
