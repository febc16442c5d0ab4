"""Keeps the unfinished letter on disk while it is typed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.letters import LetterDraft
from nagari_kit.errors import NagariError
from nagari_kit.ui.screens.letter_issue.sitting import Sitting
from nagari_kit.ui.shell import Shell

SAVE_AFTER_MS = 800


class DraftKeeper(QObject):
    """Saves a sitting 800 ms after its last change, and at once on `flush`.

    `saved` carries the moment, `failed` the error. All saves run in the write lane, one after the
    other, so that a second save finds the id that the first one was given.
    """

    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._sitting: Sitting | None = None
        self._dirty = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.flush)

    def watch(self, sitting: Sitting | None) -> None:
        """Begin with a clean sitting; what the former one still holds is saved first."""
        self.flush()
        self._sitting = sitting

    def touch(self) -> None:
        """The sitting changed."""
        self._dirty = True
        self._timer.start()

    def flush(self) -> None:
        """Save now what is not saved yet."""
        self._timer.stop()
        sitting = self._sitting
        if sitting is None or not self._dirty:
            return
        self._dirty = False
        content = sitting.letter_input()
        drafts = self._shell.workspace.drafts

        def work(_progress: object, _token: object) -> LetterDraft:
            draft = drafts.save(replace(content, draft_id=sitting.draft_id))
            sitting.draft_id = draft.id
            return draft

        def done(draft: LetterDraft) -> None:
            self.saved.emit(draft.saved_at)
            self._shell.changed(Changes.of(Kind.DRAFTS), self.parent())

        def lost(error: NagariError) -> None:
            self._dirty = True
            self.failed.emit(error)

        self._shell.runner.start(
            work, key=f"draft:{id(sitting):x}", on_success=done, on_error=lost, lane="write"
        )

    def forget(self) -> None:
        """The letter was issued or given up: nothing is to be saved any more."""
        self._timer.stop()
        self._dirty = False
        self._sitting = None
