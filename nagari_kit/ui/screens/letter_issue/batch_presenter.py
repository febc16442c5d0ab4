"""Numbers several approved drafts one after the other, prints them, and tells what was held up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.letters import IssueAnswer, LetterDraft
from nagari_kit.errors import NagariError
from nagari_kit.services.progress import CancelToken, Progress
from nagari_kit.ui.printing.print_desk import PrintDesk, tell_failure
from nagari_kit.ui.printing.target import PrintTarget
from nagari_kit.ui.screens.letter_issue.batch_dialog import BatchDialog
from nagari_kit.ui.screens.letter_issue.draft_list import DraftList
from nagari_kit.ui.shell import Shell


class BatchPresenter(QObject):
    """Each letter in a transaction of its own: one that is refused stays a draft."""

    def __init__(
        self, shell: Shell, view: DraftList, then: Callable[[], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._view = view
        self._then = then
        self.desk = PrintDesk(shell, self)
        self.desk.failed.connect(lambda failure: tell_failure(shell, failure))
        view.batch_wanted.connect(self._ask)

    def _ask(self, drafts: tuple[LetterDraft, ...]) -> None:
        if not drafts:
            return
        proposal = self.desk.memory.target() or self.desk.memory.proposal()
        dialog = BatchDialog(self._view.window(), drafts, proposal)
        dialog.accepted.connect(lambda: self._issue(drafts, dialog.target()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _issue(self, drafts: tuple[LetterDraft, ...], target: PrintTarget) -> None:
        issuing = self._shell.workspace.issuing
        self._view.set_busy(busy=True)

        def work(progress: Progress, token: CancelToken) -> tuple[IssueAnswer, ...]:
            return issuing.issue_many(
                [one.as_input() for one in drafts], progress=progress, token=token
            )

        def failed(error: NagariError) -> None:
            self._view.set_busy(busy=False)
            self._shell.show_error(error)

        self._shell.runner.start(
            work,
            key="letter_issue:batch",
            on_success=lambda answers: self._answered(answers, target),
            on_error=failed,
            lane="write",
        )

    def _answered(self, answers: tuple[IssueAnswer, ...], target: PrintTarget) -> None:
        self._view.set_busy(busy=False)
        letters = [one.letter for one in answers if one.letter is not None]
        errors = [one.error for one in answers if one.error is not None]
        for letter in letters:
            self.desk.print_letter(letter, target)
        if letters:
            self._shell.toast(
                self.tr("{0} surat bernomor dan dicetak").format(len(letters)),
                ", ".join(letter.number for letter in letters if letter.number),
            )
        if errors:
            # They stand in the list still; the first says what holds them up.
            self._shell.show_error(errors[0])
        self._shell.changed(Changes.of(Kind.LETTERS, Kind.DRAFTS, Kind.SYNC), self.parent())
        self._then()
