"""The last letters that were signed today, in a few lines under the cards."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.domain.signing_desk import DeskSigned
from nagari_kit.infra.clock import WIB
from nagari_kit.ui.widgets import ElidedLabel, IconLabel

_MOST = 4


class SignedToday(QWidget):
    """A heading and at most four lines; how many more there are stands in the heading."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = QLabel()
        self._head.setObjectName("cardTitle")
        self._lines = [_Line(self) for _ in range(_MOST)]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 0)
        layout.setSpacing(4)
        layout.addWidget(self._head)
        for line in self._lines:
            layout.addWidget(line)

    def show_signed(self, signed: tuple[DeskSigned, ...]) -> None:
        """Newest first."""
        self._head.setText(self.tr("Hari ini sudah {0}").format(len(signed)))
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(signed))
            if place < len(signed):
                line.show_letter(signed[place])


class _Line(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ElidedLabel()
        self._time = QLabel()
        self._time.setObjectName("secondary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel("circle-check", 16, "ok"))
        row.addWidget(self._words, 1)
        row.addWidget(self._time)

    def show_letter(self, letter: DeskSigned) -> None:
        """Number and name, time."""
        short = "/".join(letter.number.split("/")[:2])
        self._words.setText(" · ".join(part for part in (short, letter.person) if part))
        self._time.setText(f"{letter.at.astimezone(WIB):%H.%M}")
