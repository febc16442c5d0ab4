"""One unfinished letter in the list: whose, what, where it stands; go on, or throw away."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from nagari_kit.domain.letters import DraftStage, LetterDraft
from nagari_kit.ui.letter_words import near_moment, stage_chip
from nagari_kit.ui.widgets import Button, CheckRow, Chip, ElidedLabel, InitialsDisc


class DraftRow(QFrame):
    """`chosen` and `removed` carry the draft's id; an approved one can be `ticked`."""

    chosen = Signal(object)
    removed = Signal(object)
    ticked = Signal()

    def __init__(self, draft: LetterDraft, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.draft = draft
        whose = draft.resident_name or draft.title
        name = ElidedLabel(whose)
        name.setObjectName("rowTitle")
        line = ElidedLabel(_second_line(draft, today))
        line.setObjectName("secondary")
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(name)
        words.addWidget(line)
        self.tick: CheckRow | None = None
        self.resume = Button(self.tr("Lanjutkan"), kind="secondary")
        self.resume.setAccessibleName(f"Lanjutkan {draft.title} untuk {draft.resident_name}")
        self.remove = Button("", kind="ghost", icon="trash")
        self.remove.setAccessibleName(f"Buang draf {draft.title} untuk {draft.resident_name}")
        self.remove.setToolTip(self.tr("Buang draf"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 12, 9)
        row.setSpacing(12)
        if draft.stage is DraftStage.READY:
            self.tick = CheckRow("")
            self.tick.setAccessibleName(f"Pilih {draft.title} untuk {draft.resident_name}")
            self.tick.setChecked(True)
            self.tick.setFixedWidth(32)
            self.tick.toggled.connect(lambda _on: self.ticked.emit())
            row.addWidget(self.tick)
        row.addWidget(InitialsDisc(whose, 40))
        row.addLayout(words, 1)
        if draft.stage is not DraftStage.DRAFT:
            words_of_stage = stage_chip(draft.stage)
            row.addWidget(Chip(words_of_stage.text, words_of_stage.kind, words_of_stage.icon))
        row.addWidget(self.resume)
        row.addWidget(self.remove)
        self.resume.clicked.connect(lambda: self.chosen.emit(draft.id))
        self.remove.clicked.connect(lambda: self.removed.emit(draft.id))

    def is_ticked(self) -> bool:
        """Whether it is to be numbered with the others."""
        return self.tick is not None and self.tick.isChecked()


def _second_line(draft: LetterDraft, today: date) -> str:
    title = draft.title if draft.resident_name else "Surat dinas"
    if draft.stage is DraftStage.REFUSED and draft.stage_note:
        return f"{title}  ·  {draft.stage_note}"
    return f"{title}  ·  disimpan {near_moment(draft.saved_at, today)}"
