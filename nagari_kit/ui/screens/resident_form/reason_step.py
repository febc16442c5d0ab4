"""Asks first why somebody is new: each reason leads to another form and another book."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.ui.record_forms.choice_card import WIDTH, ChoiceCard


@dataclass(frozen=True, slots=True)
class Reason:
    """One way to become new to the office; `id` as the presenter knows it."""

    id: str
    icon: str
    title: str
    sentence: str


BIRTH, ARRIVAL, LONG_HERE = "birth", "arrival", "registration"
REASONS = (
    Reason(BIRTH, "user-plus", "Lahir", "Bayi yang baru lahir; masuk buku mutasi sebagai lahir"),
    Reason(ARRIVAL, "login", "Pindah masuk", "Datang dari luar nagari, sementara atau menetap"),
    Reason(
        LONG_HERE,
        "home",
        "Sudah lama tinggal, belum tercatat",
        "Warga lama yang tertinggal; tidak dihitung sebagai pendatang",
    ),
)


class ReasonStep(QWidget):
    """`chosen` carries the id of a reason; digits choose, arrows walk."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[ChoiceCard] = []
        column = QWidget()
        column.setMaximumWidth(WIDTH)
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        question = QLabel(self.tr("Mengapa warga ini baru di catatan nagari?"))
        question.setObjectName("cardTitle")
        question.setWordWrap(True)
        self._column.addWidget(question)
        self._column.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(28, 20, 28, 20)
        layout.addStretch(1)
        layout.addWidget(column, 100)
        layout.addStretch(1)

    def offer(self, ids: tuple[str, ...]) -> None:
        """Offer these reasons."""
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        wanted = [reason for reason in REASONS if reason.id in ids]
        self.cards = []
        for place, reason in enumerate(wanted):
            card = ChoiceCard(reason.icon, reason.title, reason.sentence, str(place + 1))
            card.clicked.connect(lambda _=False, one=reason.id: self.chosen.emit(one))
            self._column.insertWidget(place + 1, card)
            self.cards.append(card)
            # A layout shows what is new a moment later; the keys may come at once.
            card.show()
        if self.cards:
            self.cards[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose; arrows walk as between all buttons."""
        digit = event.key() - Qt.Key.Key_1
        if 0 <= digit < len(self.cards):
            self.cards[digit].click()
        else:
            super().keyPressEvent(event)
