"""Runs what a letter is filed with: papers, number, date, and who may sign on that date."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal

from nagari_kit.domain.letter_requirements import RequirementAnswer
from nagari_kit.domain.number_options import NumberOptions
from nagari_kit.domain.office import Officer
from nagari_kit.ui.screens.letter_issue.filing_dialog import FilingDialog
from nagari_kit.ui.screens.letter_issue.form_step import FormStep
from nagari_kit.ui.screens.letter_issue.sitting import Sitting
from nagari_kit.ui.shell import Shell


class FilingPresenter(QObject):
    """`changed` after the sitting took something else."""

    changed = Signal()

    def __init__(self, shell: Shell, view: FormStep, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._view = view
        self._sitting: Sitting | None = None
        view.requirements.changed.connect(self._take_papers)
        view.filing.change_requested.connect(self._ask)

    def open(self, sitting: Sitting | None) -> None:
        """Whose number and papers they are from now on."""
        self._sitting = sitting

    def _take_papers(self, answers: tuple[RequirementAnswer, ...]) -> None:
        if self._sitting is not None and self._sitting.requirements != answers:
            self._sitting.requirements = answers
            self.changed.emit()

    def _ask(self) -> None:
        sitting = self._sitting
        if sitting is None:
            return
        today = self._shell.workspace.clock.today()
        kind = sitting.letter_type
        dialog = FilingDialog(
            self._view.window(), kind.title, today, numbered=sitting.options is not None
        )
        options = sitting.options or NumberOptions("", by_hand=False, reserved=(), back_dating=None)
        dialog.begin(sitting.issue_date or today, options, sitting.number)
        dialog.day_changed.connect(lambda day: self._read_day(sitting, dialog, day))
        dialog.accepted.connect(lambda: self._take(sitting, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _read_day(self, sitting: Sitting, dialog: FilingDialog, day: date) -> None:
        """What another date allows, as long as it can be the date of a letter."""
        workspace = self._shell.workspace
        if day > workspace.clock.today() or sitting.options is None:
            return
        type_id = sitting.letter_type.id

        def work(_progress: object, _token: object) -> NumberOptions:
            return workspace.numbering.options(type_id, day)

        def done(options: NumberOptions) -> None:
            if dialog.isVisible() and dialog.day.date() == day:
                dialog.show_options(options)

        self._shell.runner.start(
            work,
            key="letter_issue:number",
            on_success=done,
            on_error=self._shell.show_error,
            lane="read",
        )

    def _take(self, sitting: Sitting, dialog: FilingDialog) -> None:
        sitting.issue_date, sitting.number = dialog.issue_date(), dialog.choice()
        workspace = self._shell.workspace
        today = workspace.clock.today()
        day = sitting.issue_date or today
        type_id = sitting.letter_type.id
        numbered = sitting.options is not None

        def work(
            _progress: object, _token: object
        ) -> tuple[NumberOptions | None, tuple[Officer, ...]]:
            options = workspace.numbering.options(type_id, day) if numbered else None
            return options, workspace.office.signers(day)

        def done(found: tuple[NumberOptions | None, tuple[Officer, ...]]) -> None:
            sitting.options, sitting.signers = found
            known = {one.id for one in sitting.signers}
            if sitting.signer_id not in known:
                # On that day somebody else was in office.
                sitting.signer_id = sitting.signers[0].id if sitting.signers else None
            if sitting is self._sitting:
                self._view.show_filing(sitting, today)
                self.changed.emit()

        self._shell.runner.start(
            work,
            key="letter_issue:filing",
            on_success=done,
            on_error=self._shell.show_error,
            lane="read",
        )
