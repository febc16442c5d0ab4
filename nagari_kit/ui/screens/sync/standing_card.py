"""Who this PC is to the province: its fingerprint to read out, the hub's address, the last run."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from nagari_kit.domain.synchronisation import SyncStatus
from nagari_kit.ui.letter_words import ChipWords, near_moment
from nagari_kit.ui.widgets import Card, Chip, ElidedLabel, IconLabel, KeyValueList

_STANDINGS = {
    "pending": ChipWords("Menunggu", "gold", "clock"),
    "approved": ChipWords("Disetujui", "ok", "circle-check"),
    "revoked": ChipWords("Dicabut", "err", "x"),
}
_GROUPS_A_LINE = 3
_PROMISES = (
    ("lock", "Semua disandikan di komputer ini sebelum berangkat."),
    ("circle-check", "Yang dihitung hanya tanda terima yang ditandatangani provinsi."),
    ("refresh", "Terputus di tengah jalan? Dilanjutkan, tidak ada yang ganda."),
)


class StandingCard(Card):
    """Facts only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Komputer ini", parent)
        self._chip = Chip("", "neutral")
        self._words = QLabel()
        self._words.setObjectName("secondary")
        self._words.setWordWrap(True)
        self.fingerprint = QLabel()
        self.fingerprint.setObjectName("cardTitle")
        self.fingerprint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._hub = ElidedLabel()
        self._hub.setObjectName("secondary")
        self._facts = KeyValueList()
        self.head.addWidget(self._chip)
        self.body.setSpacing(10)
        for part in (self._words, self.fingerprint, self._hub, self._facts):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._promises = [promise(icon, self.tr(words)) for icon, words in _PROMISES]
        for line in self._promises:
            self.body.addWidget(line)

    def set_compact(self, *, compact: bool) -> None:
        """Only the facts."""
        for line in self._promises:
            line.setVisible(not compact)

    def show_status(self, status: SyncStatus, today: date) -> None:
        """Fill the card anew."""
        standing = _STANDINGS.get(status.enrolment, _STANDINGS["pending"])
        self._chip.show_words(standing.text, standing.kind, standing.icon)
        pending = status.enrolment == "pending"
        self._words.setText(
            self.tr("Bacakan sidik ini kepada operator provinsi lewat telepon:")
            if pending
            else self.tr("Sidik komputer ini")
        )
        self.fingerprint.setText(_in_lines(status.fingerprint))
        self._hub.setText(self.tr("Hub {0}").format(status.hub_url.removeprefix("https://")))
        last, tried = status.last_sync, status.last_try
        self._facts.set_pairs(
            [
                (self.tr("Terakhir berhasil"), near_moment(last, today) if last else "–"),
                (self.tr("Terakhir dicoba"), near_moment(tried, today) if tried else "–"),
            ]
        )


def promise(icon: str, words: str) -> QWidget:
    """A quiet line with an icon: what the officer may count on."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    row.addWidget(IconLabel(icon, 18), 0, Qt.AlignmentFlag.AlignTop)
    label = QLabel(words)
    label.setObjectName("secondary")
    label.setWordWrap(True)
    row.addWidget(label, 1)
    return line


def _in_lines(fingerprint: str) -> str:
    groups = fingerprint.split()
    starts = range(0, len(groups), _GROUPS_A_LINE)
    return "\n".join("  ".join(groups[start : start + _GROUPS_A_LINE]) for start in starts)
