"""A line that never scrolls: in whose name the letter will go out."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from nagari_kit.ui.style.fonts import scaled
from nagari_kit.ui.widgets import ElidedLabel, IconLabel

_HEIGHT = 30


class SigningLine(QFrame):
    """Nobody gives a number without having seen who signs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ElidedLabel()
        self._words.setObjectName("secondary")
        self.setFixedHeight(scaled(_HEIGHT))
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 0, 24, 0)
        row.setSpacing(10)
        row.addWidget(IconLabel("signature", 18))
        row.addWidget(self._words, 1)

    def show_signer(self, words: str) -> None:
        """`Pj. Wali Nagari: Defrizal, S.Sos.`, or "" when nobody may sign."""
        self._words.setText(
            self.tr("Penanda tangan {0}").format(words)
            if words
            else self.tr("Belum ada penanda tangan")
        )

    def text(self) -> str:
        """What it says."""
        return self._words.text()
