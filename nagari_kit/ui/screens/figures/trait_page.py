"""A tab of tables, each of people by one trait beside bars."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nagari_kit.ui.screens.figures.grids import Grid
from nagari_kit.ui.screens.figures.number_card import NumberCard
from nagari_kit.ui.screens.figures.sex_legend import SexLegend


class TraitPage(QWidget):
    """`opened` carries a NamesWish."""

    opened = Signal(object)

    def __init__(self, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = [NumberCard(title) for title in titles]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for card in self.cards:
            card.head.addWidget(SexLegend())
            card.table.opened.connect(self.opened)
            layout.addWidget(card)
        layout.addStretch(1)

    def show_grids(self, grids: Sequence[Grid]) -> None:
        """Other numbers, one grid for each card."""
        for card, grid in zip(self.cards, grids, strict=True):
            card.table.show_grid(grid)
