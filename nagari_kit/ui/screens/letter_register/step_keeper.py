"""Enters the step that the dialog asks for, and keeps the dialog while it is refused."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from nagari_kit.domain.identity import LetterId
from nagari_kit.domain.letter_steps import StepWish
from nagari_kit.domain.letters import IssuedLetter
from nagari_kit.errors import InputError, NagariError
from nagari_kit.ui.letter_words import progress_chip, short_number
from nagari_kit.ui.screens.letter_register.step_dialog import StepDialog
from nagari_kit.ui.shell import Shell


class StepKeeper(QObject):
    """`entered` carries the letter as it stands after the step."""

    entered = Signal(object)

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._running: set[LetterId] = set()
        self._open: dict[LetterId, StepDialog] = {}

    def watch(self, letter: IssuedLetter, dialog: StepDialog) -> None:
        """Enter what this dialog wishes for this letter."""
        self._open[letter.id] = dialog
        dialog.wished.connect(lambda wish: self._enter(letter, wish))
        # The officer may close it while the step is being entered.
        dialog.finished.connect(lambda _result: self._open.pop(letter.id, None))

    def _enter(self, letter: IssuedLetter, wish: StepWish) -> None:
        if letter.id in self._running:
            return
        self._running.add(letter.id)
        steps = self._shell.workspace.steps

        def work(_progress: object, _token: object) -> IssuedLetter:
            return steps.record(letter.id, wish)

        self._shell.runner.start(
            work,
            key=f"letter_register:step:{letter.id}",
            on_success=self._done,
            on_error=lambda error: self._refused(letter, error),
            lane="write",
        )

    def _done(self, letter: IssuedLetter) -> None:
        self._running.discard(letter.id)
        dialog = self._open.get(letter.id)
        if dialog is not None:
            dialog.accept()
        said = short_number(letter.number, letter.sequence)
        self._shell.toast(f"Langkah surat {said} dicatat", progress_chip(letter.progress).text)
        self.entered.emit(letter)

    def _refused(self, letter: IssuedLetter, error: NagariError) -> None:
        self._running.discard(letter.id)
        dialog = self._open.get(letter.id)
        if dialog is not None and isinstance(error, InputError) and error.fields:
            dialog.show_errors(error.fields)
            return
        if dialog is not None:
            dialog.reject()
        self._shell.show_error(error)
