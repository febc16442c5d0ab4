"""Where a draft stands on its way over the sekretaris' desk, and what may be done there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.domain.letters import DraftStage
from nagari_kit.ui.letter_words import stage_chip
from nagari_kit.ui.widgets import Button, Chip
from nagari_kit.ui.widgets.flow import FlowLayout

_SAID = {
    DraftStage.CHECK: "Diajukan {by}. Sekretaris membaca isian dan pratinjaunya, lalu memutuskan.",
    DraftStage.READY: "Disetujui {by}. {note}",
    DraftStage.REFUSED: "Dikembalikan {by}: {note}",
}


class DeskBar(QFrame):
    """Hidden for a plain draft, for which `wish` stands at the end of the form.

    `wanted` carries what is to be done: `submit`, `approve`, `refuse`, `take_back`.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.wish = Button(
            self.tr("Minta diperiksa sekretaris dulu"), kind="ghost", icon="user-check"
        )
        self.approve = Button(self.tr("Setujui"), kind="secondary", icon="check")
        self.refuse = Button(self.tr("Kembalikan …"), kind="secondary", icon="arrow-back-up")
        self.take_back = Button(self.tr("Ambil kembali"), kind="ghost")
        self._chip = QHBoxLayout()
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button, name in (
            (self.approve, "approve"),
            (self.refuse, "refuse"),
            (self.take_back, "take_back"),
        ):
            flow.addWidget(button)
            button.clicked.connect(lambda _=False, act=name: self.wanted.emit(act))
        self.wish.clicked.connect(lambda: self.wanted.emit("submit"))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(8)
        column.addLayout(self._chip)
        column.addWidget(self._said)
        column.addWidget(buttons)
        self.hide()

    def show_stage(self, stage: DraftStage, by: str, note: str) -> None:
        """Say where it stands, by whom, and why."""
        while (item := self._chip.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.setVisible(stage is not DraftStage.DRAFT)
        self.wish.setVisible(stage in {DraftStage.DRAFT, DraftStage.REFUSED})
        if stage is DraftStage.DRAFT:
            return
        words = stage_chip(stage)
        chip = Chip(words.text, words.kind, words.icon)
        self._chip.addWidget(chip)
        self._chip.addStretch(1)
        chip.show()
        said = _SAID[stage].format(by=f"oleh {by}" if by else "", note=note)
        self._said.setText(" ".join(said.split()))
        self.approve.setVisible(stage is DraftStage.CHECK)
        self.refuse.setVisible(stage in {DraftStage.CHECK, DraftStage.READY})
        self.take_back.setVisible(stage in {DraftStage.CHECK, DraftStage.READY})

    def said(self) -> str:
        """What it says."""
        return self._said.text()

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        return [self.approve, self.refuse, self.take_back, self.wish]
