"""After saving: what happened, how to take it back, and where to go from here."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.domain.population import EventEffect
from nagari_kit.ui.screens.population_event.effect_pane import EffectCard
from nagari_kit.ui.widgets import Banner, Button, IconTile, ScrollPage, StickyFooter

_WIDTH = 640


class DoneStep(QWidget):
    """Emits what the officer wishes next."""

    undo_requested = Signal()
    again_requested = Signal()
    open_requested = Signal()
    letter_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tile = IconTile("circle-check", "ok", 44)
        self._title = QLabel()
        self._title.setObjectName("workTitle")
        self._title.setWordWrap(True)
        self._line = QLabel()
        self._line.setObjectName("secondary")
        self._line.setWordWrap(True)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        self.undo = Button(self.tr("Urungkan"), kind="ghost", icon="arrow-back-up")
        self.letter = Button("", kind="secondary", icon="file-text")
        self.open = Button("", kind="secondary", icon="external-link")
        # Without a key of its own: a second F9 of quick fingers would lead away from here.
        self.again = Button(self.tr("Catat peristiwa lain"), kind="primary", icon="plus")
        self._footer = StickyFooter()
        self._build()
        self.undo.clicked.connect(self.undo_requested)
        self.again.clicked.connect(self.again_requested)
        self.open.clicked.connect(self.open_requested)
        self.letter.clicked.connect(self.letter_requested)

    def show_done(self, title: str, line: str, effect: EventEffect) -> None:
        """Saved."""
        self._tile.show_icon("circle-check", "ok")
        self._title.setText(title)
        self._line.setText(line)
        self._show_cards(effect)
        self.undo.show()
        self.set_busy(busy=False)
        self._footer.set_note(self.tr("Tersimpan di buku peristiwa"), "circle-check", "ok")
        self.again.setFocus()

    def show_ways(self, page: str, letter: str) -> None:
        """The words of the ways on; "" hides one."""
        for button, words in ((self.open, page), (self.letter, letter)):
            button.setText(words)
            button.setVisible(bool(words))

    def show_undone(self, title: str) -> None:
        """It was taken back."""
        self._tile.show_icon("arrow-back-up", "neutral")
        self._title.setText(title)
        self._line.setText(
            self.tr("Keadaan sebelum peristiwa dipulihkan. Keduanya tetap terbaca di buku.")
        )
        self._show_cards(None)
        self.undo.hide()
        self._footer.set_note("")
        self.again.setFocus()

    def set_busy(self, *, busy: bool) -> None:
        """While it is being taken back."""
        self.undo.setEnabled(not busy)
        self.undo.setText(self.tr("Mengurungkan …") if busy else self.tr("Urungkan"))

    def title(self) -> str:
        """What happened."""
        return self._title.text()

    def _show_cards(self, effect: EventEffect | None) -> None:
        while (item := self._cards.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        if effect is None:
            return
        if effect.counts:
            self._cards.addWidget(EffectCard(effect.counts, "ok"))
        if effect.follow_ups:
            self._cards.addWidget(EffectCard(effect.follow_ups, "info"))
        for warning in effect.warnings:
            self._cards.addWidget(Banner("warn", "", warning))

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._line)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self._tile)
        head.addLayout(words, 1)
        box = QWidget()
        box.setMaximumWidth(_WIDTH)
        inner = QVBoxLayout(box)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(16)
        inner.addLayout(head)
        inner.addLayout(self._cards)
        inner.addStretch(1)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(box, 100)
        middle.addStretch(1)
        outer = QVBoxLayout()
        outer.addLayout(middle, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(ScrollPage(outer, QMargins(28, 24, 24, 20)), 1)
        layout.addWidget(self._footer)
        for button in (self.undo, self.letter, self.open, self.again):
            self._footer.add_button(button)
