"""A tab of tables, each of people by one trait beside bars."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nagari_kit.ui.screens.figures.grids import Grid
from nagari_kit.ui.screens.figures.number_card import NumberCard
from nagari_kit.ui.screens.figures.sex_legend import SexLegend


class TraitPage(QWidget):
    """`opened` carries a NamesWish. Its cards are made with the first numbers."""

    opened = Signal(object)

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = tuple(titles)
        self.cards: list[NumberCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def show_grids(self, grids: Sequence[Grid]) -> None:
        """Other numbers, one grid for each card."""
        if not self.cards:
            self._make_cards()
        for card, grid in zip(self.cards, grids, strict=True):
            card.table.show_grid(grid)

    def _make_cards(self) -> None:
        for title in self._titles:
            card = NumberCard(title)
            card.head.addWidget(SexLegend())
            card.table.opened.connect(self.opened)
            self._column.addWidget(card)
            self.cards.append(card)
        self._column.addStretch(1)
