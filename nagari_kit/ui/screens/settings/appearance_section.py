"""How the window looks on this PC: light or dark, size of letters."""

from __future__ import annotations

import sys

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nagari_kit.ui.office_forms.choice import Choice
from nagari_kit.ui.screens.settings.section import Section
from nagari_kit.ui.widgets import Card, LabeledField


class AppearanceSection(Section):
    """`changed` carries theme and scale; it holds at once, without a button."""

    changed = Signal(str, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "Tampilan",
            "Hanya untuk komputer ini. Surat yang dicetak tidak berubah.",
            parent,
        )
        self.theme = Choice(
            self.tr("Warna"),
            (
                ("terang", self.tr("Terang")),
                ("gelap", self.tr("Gelap")),
                (
                    "sistem",
                    self.tr("Ikut Windows") if sys.platform == "win32" else self.tr("Ikut sistem"),
                ),
            ),
        )
        self.scale = Choice(
            self.tr("Ukuran huruf"),
            (("1.0", self.tr("Biasa")), ("1.15", self.tr("Besar")), ("1.3", self.tr("Terbesar"))),
        )
        card = Card()
        card.body.setSpacing(16)
        card.body.addWidget(LabeledField(self.tr("Warna"), self.theme))
        card.body.addWidget(LabeledField(self.tr("Ukuran huruf"), self.scale))
        self.column.addWidget(card)
        self.finish()
        self.theme.changed.connect(self._tell)
        self.scale.changed.connect(self._tell)

    def show_choice(self, theme: str, scale: float) -> None:
        """Fill in what holds now."""
        self.theme.set_value(theme)
        self.scale.set_value(str(scale))

    def _tell(self, _value: str) -> None:
        self.changed.emit(self.theme.value(), float(self.scale.value()))
