"""Carries a draft over the sekretaris' desk: asked for, agreed to, sent back, taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.identity import DraftId
from nagari_kit.domain.letters import DraftStage, LetterDraft
from nagari_kit.errors import InputError, NagariError
from nagari_kit.ui.screens.letter_issue.form_step import FormStep
from nagari_kit.ui.screens.letter_issue.sitting import Sitting
from nagari_kit.ui.shell import Shell
from nagari_kit.ui.widgets.reason_dialog import ReasonDialog

_DONE = {
    DraftStage.CHECK: "Draf diajukan ke sekretaris",
    DraftStage.READY: "Draf disetujui, siap diberi nomor",
    DraftStage.REFUSED: "Draf dikembalikan ke pembuatnya",
    DraftStage.DRAFT: "Draf diambil kembali",
}


class DeskPresenter(QObject):
    """`left` when the draft has gone to another desk and its form may close."""

    left = Signal()

    def __init__(self, shell: Shell, view: FormStep, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._view = view
        self._sitting: Sitting | None = None
        view.body.desk.wanted.connect(self._act)

    def open(self, sitting: Sitting | None) -> None:
        """Whose draft it is from now on."""
        self._sitting = sitting

    def _act(self, name: str) -> None:
        sitting, desk = self._sitting, self._shell.workspace.desk
        if sitting is None:
            return
        draft_id = sitting.draft_id
        if name == "submit":
            self._submit(sitting)
        elif draft_id is None:
            return
        elif name == "refuse":
            self._ask_why(sitting, draft_id)
        else:
            act = {"approve": desk.approve, "take_back": desk.take_back}[name]
            self._run(sitting, lambda: act(draft_id))

    def _submit(self, sitting: Sitting) -> None:
        """With what is typed now: it is saved in the same turn of the write lane."""
        workspace = self._shell.workspace
        content = sitting.letter_input()

        def act() -> LetterDraft:
            draft = workspace.drafts.save(replace(content, draft_id=sitting.draft_id))
            sitting.draft_id = draft.id
            return workspace.desk.submit(draft.id)

        self._run(sitting, act)

    def _ask_why(self, sitting: Sitting, draft_id: DraftId) -> None:
        desk = self._shell.workspace.desk
        dialog = ReasonDialog(
            self._view.window(),
            title=self.tr("Kembalikan draf ini?"),
            subtitle=sitting.name(),
            lines=[("arrow-back-up", self.tr("Pembuatnya membaca alasan ini di atas isiannya"))],
            confirm=self.tr("Kembalikan"),
        )
        dialog.accepted.connect(
            lambda: self._run(sitting, lambda: desk.refuse(draft_id, dialog.words()))
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _run(self, sitting: Sitting, act: Callable[[], LetterDraft]) -> None:
        self._view.clear_errors()

        def work(_progress: object, _token: object) -> LetterDraft:
            return act()

        self._shell.runner.start(
            work,
            key=f"letter_issue:desk:{id(sitting):x}",
            on_success=lambda draft: self._moved(sitting, draft),
            on_error=lambda error: self._refused(sitting, error),
            lane="write",
        )

    def _moved(self, sitting: Sitting, draft: LetterDraft) -> None:
        sitting.stage, sitting.stage_by = draft.stage, draft.stage_by
        sitting.stage_note = draft.stage_note
        self._shell.toast(_DONE[draft.stage], sitting.name())
        self._shell.changed(Changes.of(Kind.DRAFTS), self.parent())
        if sitting is not self._sitting:
            return
        self._view.body.desk.show_stage(draft.stage, draft.stage_by, draft.stage_note)
        if draft.stage in {DraftStage.CHECK, DraftStage.REFUSED}:
            self.left.emit()

    def _refused(self, sitting: Sitting, error: NagariError) -> None:
        if sitting is not self._sitting:
            self._shell.show_error(error)
        elif isinstance(error, InputError) and error.fields:
            self._view.show_errors(error.fields)
        else:
            self._view.show_refusal(error)
