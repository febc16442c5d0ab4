"""The choice of the kind of letter: one card each, with the digit that picks it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.domain.letters import LetterType
from nagari_kit.domain.residents import ResidentRecord
from nagari_kit.ui.letter_words import short_day
from nagari_kit.ui.screens.letter_issue.cautions import standing_cautions
from nagari_kit.ui.screens.letter_issue.person_card import PersonCard
from nagari_kit.ui.screens.letter_issue.type_card import TypeCard
from nagari_kit.ui.widgets import Banner

WIDTH = 720


class TypeStep(QWidget):
    """`chosen` carries the type id. Digits choose, arrows move, Enter takes."""

    chosen = Signal(str)
    change_resident_requested = Signal()
    record_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person = PersonCard()
        self.person.change_requested.connect(self.change_resident_requested)
        self.barred = Banner("warn", "", "", action=self.tr("Buka data warga"))
        self.barred.action_requested.connect(self.record_requested)
        self.barred.hide()
        self._heading = QLabel(self.tr("Surat apa yang dibuat?"))
        self._heading.setObjectName("cardTitle")
        self._cards: list[TypeCard] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        column = QWidget()
        column.setMaximumWidth(WIDTH)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(14)
        inner.addWidget(self.person)
        inner.addWidget(self.barred)
        inner.addWidget(self._heading)
        inner.addLayout(self._list)
        inner.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 24)
        layout.addStretch(1)
        layout.addWidget(column, 100)
        layout.addStretch(1)

    def show_choice(
        self, record: ResidentRecord, types: tuple[LetterType, ...], today: date
    ) -> None:
        """Offer `types` for this resident, and say when each was last made for them."""
        self.person.show_record(record, today)
        for card in self._cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = []
        for place, letter_type in enumerate(types, start=1):
            card = TypeCard(letter_type, place, last_words(record, letter_type, today))
            card.clicked.connect(
                lambda _checked=False, wanted=letter_type.id: self.chosen.emit(wanted)
            )
            self._list.addWidget(card)
            # A layout shows what is new a moment later; the caret is wanted at once.
            card.show()
            self._cards.append(card)
        if self._cards:
            self._cards[0].setFocus()
        self._bar(record)

    def _bar(self, record: ResidentRecord) -> None:
        """Say before anything is typed that no number can be given, and where to put it right."""
        reasons = standing_cautions(record.resident)
        self.barred.setVisible(bool(reasons))
        for card in self._cards:
            card.setEnabled(not reasons)
        if reasons:
            self.barred.show_words("warn", reasons[0].title, reasons[0].sentence)
            self.barred.take_focus()

    def cards(self) -> tuple[TypeCard, ...]:
        """The cards in their order."""
        return tuple(self._cards)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 9 choose at once; up and down move."""
        digit = event.text()
        if digit.isdigit() and 1 <= int(digit) <= len(self._cards):
            self._cards[int(digit) - 1].click()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._move(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _move(self, step: int) -> None:
        focused = [place for place, card in enumerate(self._cards) if card.hasFocus()]
        place = (focused[0] + step) if focused else 0
        if self._cards:
            self._cards[place % len(self._cards)].setFocus()


def last_words(record: ResidentRecord, letter_type: LetterType, today: date) -> str:
    """`Terakhir dibuat 20 Nov, 500.3/012/KN/2026`, or ""."""
    for letter in record.letters:
        if letter.status == "issued" and letter.title in {
            letter_type.title,
            letter_type.short_title,
        }:
            return f"Terakhir dibuat {short_day(letter.issue_date, today)}, {letter.number}"
    return ""
