"""What happens after the enrolment, and what does not depend on it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nagari_kit.ui.screens.sync.standing_card import promise
from nagari_kit.ui.widgets import Card

_STEPS = (
    ("plug-connected", "Komputer ini memperkenalkan diri kepada provinsi dengan tiketnya."),
    ("phone", "Operator provinsi menelepon dan mencocokkan sidik komputer ini."),
    ("cloud-check", "Sesudah disetujui, semua perubahan terkirim sendiri saat ada internet."),
    ("shield-check", "Surat, nomor, dan cetak tidak menunggu semua itu. Kantor bekerja penuh."),
)


class StepsCard(Card):
    """Four quiet lines beside the form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Sesudah didaftarkan", parent)
        self.body.setSpacing(14)
        for icon, words in _STEPS:
            self.body.addWidget(promise(icon, self.tr(words)))
        self.body.addStretch(1)
