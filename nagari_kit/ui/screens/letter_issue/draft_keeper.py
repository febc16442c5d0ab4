"""Keeps unfinished letters on disk while they are typed, and in memory until the disk took them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.letters import LetterDraft, LetterInput
from nagari_kit.errors import ConflictError, NagariError, NotFoundError
from nagari_kit.ui.screens.letter_issue.sitting import Request, Sitting
from nagari_kit.ui.shell import Shell

SAVE_AFTER_MS = 800
TRY_AGAIN_AFTER_MS = 5_000
_HOPELESS = (ConflictError, NotFoundError)
"""The letter was issued or its resident is gone: no later try would change that."""


class DraftKeeper(QObject):
    """Saves a sitting 800 ms after its last change, and at once on `flush`.

    `saved` carries the moment, `failed` the error, both of the sitting that is watched. A sitting
    that was left is held until a save succeeds. All saves run in the write lane, one after the
    other, so that a second save finds the id that the first one was given.
    """

    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._sitting: Sitting | None = None
        self._unsaved: dict[int, Sitting] = {}
        self._under_way: dict[int, LetterInput] = {}
        self._timer = self._flush_after(SAVE_AFTER_MS)
        self._again = self._flush_after(TRY_AGAIN_AFTER_MS)

    def watch(self, sitting: Sitting | None) -> None:
        """Turn to another sitting; what the former one still holds is saved first."""
        self.flush()
        self._sitting = sitting

    def touch(self) -> None:
        """The sitting changed."""
        if self._sitting is not None:
            self._unsaved[id(self._sitting)] = self._sitting
            self._timer.start()

    def flush(self) -> None:
        """Save now what is not saved yet."""
        self._timer.stop()
        self._again.stop()
        for sitting in tuple(self._unsaved.values()):
            if self._under_way.get(id(sitting)) != sitting.letter_input():
                self._save(sitting)

    def forget(self, sitting: Sitting) -> None:
        """The letter was issued or given up: nothing of it is to be saved any more."""
        sitting.is_over = True
        self._unsaved.pop(id(sitting), None)
        if sitting is self._sitting:
            self._timer.stop()
            self._sitting = None

    def unsaved(self) -> tuple[Sitting, ...]:
        """What the disk has not taken yet, oldest first."""
        return tuple(self._unsaved.values())

    def give_up(self) -> None:
        """The officer lets go of what could not be saved."""
        self._timer.stop()
        self._again.stop()
        self._unsaved.clear()

    def held(self, request: Request) -> Sitting | None:
        """The sitting of this request that is not on disk, with what was typed last."""
        for sitting in self._unsaved.values():
            content = sitting.letter_input()
            same = (content.resident_id, content.type_id, sitting.outsider) == (
                request.resident_id,
                request.type_id,
                request.outsider,
            )
            if request.draft_id == content.draft_id if request.draft_id else same:
                return sitting
        return None

    def _save(self, sitting: Sitting) -> None:
        content = sitting.letter_input()
        drafts = self._shell.workspace.drafts

        def work(_progress: object, _token: object) -> LetterDraft:
            draft = drafts.save(replace(content, draft_id=sitting.draft_id))
            sitting.draft_id = draft.id
            return draft

        self._under_way[id(sitting)] = content
        self._shell.runner.start(
            work,
            key=f"draft:{id(sitting):x}",
            on_success=lambda draft: self._kept(sitting, content, draft),
            on_error=lambda error: self._lost(sitting, error),
            lane="write",
        )

    def _kept(self, sitting: Sitting, content: LetterInput, draft: LetterDraft) -> None:
        self._under_way.pop(id(sitting), None)
        if sitting.letter_input() == replace(content, draft_id=sitting.draft_id):
            self._unsaved.pop(id(sitting), None)
        if sitting is self._sitting:
            self.saved.emit(draft.saved_at)
        self._shell.changed(Changes.of(Kind.DRAFTS), self.parent())

    def _lost(self, sitting: Sitting, error: NagariError) -> None:
        self._under_way.pop(id(sitting), None)
        if sitting.is_over or id(sitting) not in self._unsaved:
            return
        if sitting is self._sitting:
            self.failed.emit(error)
        elif isinstance(error, _HOPELESS):
            del self._unsaved[id(sitting)]
            self._shell.show_error(error)
            return
        else:
            self._shell.toast(
                self.tr("Draf belum tersimpan: {0}").format(sitting.name()),
                self.tr("Isiannya dipegang dan dicoba lagi sendiri. Jangan tutup program dulu."),
            )
        self._again.start()

    def _flush_after(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.flush)
        return timer
