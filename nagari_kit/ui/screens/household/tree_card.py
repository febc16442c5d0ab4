"""The card with the household's tree, its legend, and the way to the ranji."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.domain.family_layout import draw_family
from nagari_kit.domain.household_record import HouseholdRecord
from nagari_kit.ui.screens.household.household_words import labels
from nagari_kit.ui.widgets import Button, ElidedLabel, TreeView


class TreeCard(QFrame):
    """The tree itself is in `tree`."""

    lineage_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        title = QLabel(self.tr("Pohon keluarga"))
        title.setObjectName("rowTitle")
        self._legend = ElidedLabel(self.tr("titik hijau = menikah, garis putus = di luar KK"))
        self._legend.setObjectName("hint")
        self.lineage = Button(self.tr("Ranji kaum"), kind="ghost", icon="sitemap")
        self.whole = _square("maximize", self.tr("Lihat seluruh pohon (0)"))
        self.closer = _square("plus", self.tr("Perbesar pohon (+)"))
        self.further = _square("minus", self.tr("Perkecil pohon (−)"))
        self.tree = TreeView(self.tr("Pohon keluarga"), smallest=0.66)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title)
        head.addWidget(self._legend, 1)
        for button in (self.lineage, self.further, self.closer, self.whole):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 6, 10, 8)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.tree, 1)
        self.lineage.clicked.connect(self.lineage_requested)
        self.whole.clicked.connect(self.tree.fit)
        self.closer.clicked.connect(lambda: self.tree.zoom_by(1.2))
        self.further.clicked.connect(lambda: self.tree.zoom_by(1 / 1.2))

    def show_record(self, record: HouseholdRecord, today: date) -> None:
        """Draw another household."""
        family = record.family
        self.tree.show_tree(lambda size: draw_family(family, size), labels(record, today))


def _square(icon: str, name: str) -> Button:
    button = Button("", kind="ghost", icon=icon)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button
