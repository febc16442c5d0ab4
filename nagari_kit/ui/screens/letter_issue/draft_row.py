"""One unfinished letter in the list: whose, what, since when; go on, or throw away."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.domain.letters import LetterDraft
from nagari_kit.ui.letter_words import near_moment
from nagari_kit.ui.widgets import Button, InitialsDisc


class DraftRow(QFrame):
    """`chosen` and `removed` carry the draft's id."""

    chosen = Signal(object)
    removed = Signal(object)

    def __init__(self, draft: LetterDraft, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        name = QLabel(draft.resident_name)
        name.setObjectName("rowTitle")
        line = QLabel(f"{draft.title}  ·  disimpan {near_moment(draft.saved_at, today)}")
        line.setObjectName("secondary")
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(name)
        words.addWidget(line)
        self.resume = Button(self.tr("Lanjutkan"), kind="secondary")
        self.resume.setAccessibleName(f"Lanjutkan {draft.title} untuk {draft.resident_name}")
        self.remove = Button("", kind="ghost", icon="trash")
        self.remove.setAccessibleName(f"Buang draf {draft.title} untuk {draft.resident_name}")
        self.remove.setToolTip(self.tr("Buang draf"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 12, 9)
        row.setSpacing(12)
        row.addWidget(InitialsDisc(draft.resident_name, 40))
        row.addLayout(words, 1)
        row.addWidget(self.resume)
        row.addWidget(self.remove)
        self.resume.clicked.connect(lambda: self.chosen.emit(draft.id))
        self.remove.clicked.connect(lambda: self.removed.emit(draft.id))
