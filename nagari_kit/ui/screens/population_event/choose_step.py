"""First question: what happened. A card per kind, each with its key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.domain.population import EventKind
from nagari_kit.ui.record_forms.choice_card import ChoiceCard
from nagari_kit.ui.screens.population_event.form_kind import FormKind
from nagari_kit.ui.screens.population_event.kinds import KEY_OF
from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.widgets import ScrollPage

_CARD = 340


class ChooseStep(QWidget):
    """`chosen` carries the EventKind. Arrows walk, keys choose."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: dict[EventKind, ChoiceCard] = {}
        self._columns = 0
        self._question = QLabel()
        self._question.setObjectName("cardTitle")
        self._question.setWordWrap(True)
        self._grid = QGridLayout()
        self._grid.setSpacing(10)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(self._question)
        column.addLayout(self._grid)
        column.addStretch(1)
        self._scroll = ScrollPage(column, QMargins(28, 12, 24, 20))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)

    def offer(self, forms: Sequence[FormKind], question: str) -> None:
        """Offer these kinds."""
        self._question.setText(question)
        for card in self.cards.values():
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = {}
        for form in forms:
            card = ChoiceCard(form.icon, form.card, form.sentence, KEY_OF[form.kind])
            card.clicked.connect(lambda _=False, kind=form.kind: self.chosen.emit(kind))
            self.cards[form.kind] = card
        self._columns = 0
        self._lay_out()

    def begin(self) -> None:
        """The caret on the first card, once the page is shown."""
        if self.cards:
            next(iter(self.cards.values())).setFocus()

    def take_key(self, typed: str) -> bool:
        """Take the card of a key; whether there is one."""
        for kind, card in self.cards.items():
            if KEY_OF[kind] == typed.upper():
                card.click()
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A card's key takes it, arrows walk."""
        cards = list(self.cards.values())
        step = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: self._columns,
            Qt.Key.Key_Up: -self._columns,
        }.get(Qt.Key(event.key()), 0)
        focused = next((spot for spot, card in enumerate(cards) if card.hasFocus()), None)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and self.take_key(event.text()):
            return
        if step and focused is not None:
            target = focused + step
            if 0 <= target < len(cards):
                cards[target].setFocus()
                self._scroll.ensureWidgetVisible(cards[target], 0, 12)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as have room."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        room = self.width() - 52
        columns = max(1, min(3, room // scaled(_CARD)))
        if columns == self._columns:
            return
        self._columns = columns
        for card in self.cards.values():
            self._grid.removeWidget(card)
        for place, card in enumerate(self.cards.values()):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
