"""Unfinished letters, what came back first; approved ones are numbered and printed in one go."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nagari_kit.domain.letters import DraftStage, LetterDraft
from nagari_kit.ui.screens.letter_issue.draft_row import DraftRow
from nagari_kit.ui.widgets import Button

_ORDER = (DraftStage.REFUSED, DraftStage.READY, DraftStage.DRAFT, DraftStage.CHECK)


class DraftList(QWidget):
    """`chosen` and `removed` carry a draft's id, `batch_wanted` the drafts that are ticked."""

    chosen = Signal(object)
    removed = Signal(object)
    batch_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[DraftRow] = []
        self._words = QLabel()
        self._words.setObjectName("secondary")
        self._words.setWordWrap(True)
        self.batch = Button("", kind="secondary", icon="printer")
        self._bar = QWidget()
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(0, 0, 0, 4)
        bar.setSpacing(12)
        bar.addWidget(self._words, 1)
        bar.addWidget(self.batch)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self._bar)
        self._bar.hide()
        self.batch.clicked.connect(lambda: self.batch_wanted.emit(self.ticked()))

    def show_drafts(self, drafts: Sequence[LetterDraft], today: date) -> None:
        """What came back first, then what was approved, each the last saved first."""
        for old in self.rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        ordered = sorted(drafts, key=lambda one: _ORDER.index(one.stage))
        self.rows = [DraftRow(draft, today) for draft in ordered]
        for row in self.rows:
            row.chosen.connect(self.chosen)
            row.removed.connect(self.removed)
            row.ticked.connect(self._count)
            self._column.addWidget(row)
            # A layout shows what is new a moment later.
            row.show()
        self._count()

    def ticked(self) -> tuple[LetterDraft, ...]:
        """Approved drafts that are to be numbered together."""
        return tuple(row.draft for row in self.rows if row.is_ticked())

    def set_busy(self, *, busy: bool) -> None:
        """One batch at a time."""
        self.setEnabled(not busy)

    def _count(self) -> None:
        ready = [row for row in self.rows if row.draft.stage is DraftStage.READY]
        self._bar.setVisible(bool(ready))
        count = len(self.ticked())
        self._words.setText(self.tr("{0} surat sudah disetujui sekretaris.").format(len(ready)))
        self.batch.setText(self.tr("Beri nomor && cetak {0} surat").format(count))
        self.batch.setEnabled(count > 0)
