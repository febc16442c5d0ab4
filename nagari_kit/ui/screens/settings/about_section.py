"""What runs here and whether it is well: version, folder, health, licences."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.services.doctor import HealthReport
from nagari_kit.ui.screens.settings.section import Section
from nagari_kit.ui.widgets import Button, Card, IconLabel, KeyValueList

_LICENCES = (
    "Nagari Kit: Apache-2.0. Huruf Inter, Tinos dan Arimo: OFL dan Apache-2.0. Ikon Tabler: MIT. "
    "Daftar wilayah: MIT, Cahya DSN. Qt for Python: LGPL-3."
)


class AboutSection(Section):
    """`check_requested` asks for a look at the health of this office."""

    check_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Tentang", "Untuk dibacakan bila meminta bantuan lewat telepon.", parent)
        self.facts = KeyValueList()
        card = Card(self.tr("Program ini"))
        card.body.addWidget(self.facts)
        health = Card(self.tr("Kesehatan data"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        health.body.addLayout(self._lines)
        self.again = Button(self.tr("Periksa"), icon="refresh")
        row = QHBoxLayout()
        row.addWidget(self.again)
        row.addStretch(1)
        health.body.addLayout(row)
        licences = Card(self.tr("Lisensi"))
        words = QLabel(self.tr(_LICENCES))
        words.setObjectName("secondary")
        words.setWordWrap(True)
        licences.body.addWidget(words)
        for part in (card, health, licences):
            self.column.addWidget(part)
        self.finish()
        self.again.clicked.connect(self.check_requested)

    def show_facts(self, pairs: list[tuple[str, str]]) -> None:
        """Version, folder, office."""
        self.facts.set_pairs(pairs)

    def show_busy(self) -> None:
        """The check runs."""
        self.again.setEnabled(False)

    def show_report(self, report: HealthReport) -> None:
        """One line per check."""
        self.again.setEnabled(True)
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for check in report.checks:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            name = "circle-check" if check.ok else "alert-triangle"
            row.addWidget(IconLabel(name, 18, "ok" if check.ok else "warn"))
            words = QLabel(check.detail)
            words.setWordWrap(True)
            row.addWidget(words, 1)
            self._lines.addWidget(line)
