"""Who this PC is to the province: its fingerprint to read out, its name, the hub's address."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from nagari_kit.domain.synchronisation import SyncStatus
from nagari_kit.ui.letter_words import ChipWords, near_moment
from nagari_kit.ui.widgets import Card, Chip, KeyValueList

_STANDINGS = {
    "pending": ChipWords("Menunggu persetujuan", "gold", "clock"),
    "approved": ChipWords("Disetujui", "ok", "circle-check"),
    "revoked": ChipWords("Dicabut", "err", "x"),
}


class StandingCard(Card):
    """Facts only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Komputer ini", parent)
        self._chip_row = QHBoxLayout()
        self._words = QLabel()
        self._words.setObjectName("secondary")
        self._words.setWordWrap(True)
        self.fingerprint = QLabel()
        self.fingerprint.setObjectName("cardTitle")
        self.fingerprint.setWordWrap(True)
        self.fingerprint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._facts = KeyValueList()
        self.body.setSpacing(10)
        self.body.addLayout(self._chip_row)
        for part in (self._words, self.fingerprint, self._facts):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def show_status(self, status: SyncStatus, today: date) -> None:
        """Fill the card anew."""
        while (item := self._chip_row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        standing = _STANDINGS.get(status.enrolment, _STANDINGS["pending"])
        self._chip_row.addWidget(Chip(standing.text, standing.kind, standing.icon))
        self._chip_row.addStretch(1)
        pending = status.enrolment == "pending"
        self._words.setText(
            self.tr("Bacakan sidik ini kepada operator provinsi lewat telepon:")
            if pending
            else self.tr("Sidik komputer ini:")
        )
        self.fingerprint.setText(status.fingerprint)
        last, tried = status.last_sync, status.last_try
        self._facts.set_pairs(
            [
                (self.tr("Hub"), status.hub_url.removeprefix("https://")),
                (self.tr("Terakhir berhasil"), near_moment(last, today) if last else "–"),
                (self.tr("Terakhir dicoba"), near_moment(tried, today) if tried else "–"),
            ]
        )
