"""After the number is given: print, save, write another letter, or void."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from nagari_kit.domain.letters import IssuedLetter
from nagari_kit.ui.printing.print_desk import PrintDesk, Printed, PrintFailure, tell_failure
from nagari_kit.ui.printing.receipt_desk import ReceiptDesk
from nagari_kit.ui.printing.target import PrintTarget
from nagari_kit.ui.screens.letter_issue.result_step import ResultStep
from nagari_kit.ui.shell import Shell


class ResultPresenter(QObject):
    """Prints at once when this PC remembers a printer, since F9 promised it; else asks where to."""

    another_requested = Signal(object)

    def __init__(self, shell: Shell, view: ResultStep, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._view = view
        self._letter: IssuedLetter | None = None
        self.desk = PrintDesk(shell, self)
        self.receipts = ReceiptDesk(shell, self)
        self.desk.started.connect(self._show_printing)
        self.desk.printed.connect(self._show_printed)
        self.desk.failed.connect(self._show_failure)
        view.print_requested.connect(self._print)
        view.save_requested.connect(self._save)
        view.receipt_requested.connect(self._print_receipt)
        view.another_requested.connect(self._another)
        view.void_requested.connect(self._void)
        view.register_requested.connect(self._open_register)
        view.home_requested.connect(lambda: shell.navigate("home"))

    def open(self, letter: IssuedLetter) -> None:
        """Show a letter that was just filed."""
        self._letter = letter
        remembered = self.desk.memory.target()
        self._view.show_letter(letter, remembered or self.desk.memory.proposal())
        self._show_document(letter)
        if remembered is not None:
            self.desk.print_letter(letter, remembered)

    def _show_document(self, letter: IssuedLetter) -> None:
        register = self._shell.workspace.register

        def work(_progress: object, _token: object) -> bytes:
            return register.document(letter.id)

        self._shell.runner.start(
            work,
            key="letter_issue:document",
            on_success=self._view.preview.show_pdf,
            on_error=self._view.preview.show_trouble,
            lane="read",
        )

    def _print(self, target: PrintTarget) -> None:
        if self._letter is not None:
            self.desk.print_letter(self._letter, target)

    def _print_receipt(self, target: PrintTarget) -> None:
        if self._letter is not None:
            self.receipts.print_receipt(self._letter, target)

    def _save(self, folder: Path) -> None:
        if self._letter is not None:
            self.desk.save_file(self._letter, folder)

    def _show_printing(self, letter: IssuedLetter) -> None:
        if self._is_shown(letter):
            self._view.show_printing()

    def _show_printed(self, printed: Printed) -> None:
        if self._is_shown(printed.letter):
            self._letter = printed.letter
            self._view.show_printed(printed)

    def _show_failure(self, failure: PrintFailure) -> None:
        shown = self._is_shown(failure.letter)
        if shown:
            self._view.show_print_error(failure.error)
        if not (shown and self._view.isVisible()):
            tell_failure(self._shell, failure)

    def _is_shown(self, letter: IssuedLetter) -> bool:
        return self._letter is not None and self._letter.id == letter.id

    def _another(self) -> None:
        if self._letter is not None:
            self.another_requested.emit(self._letter)

    def _void(self) -> None:
        if self._letter is not None:
            self._shell.navigate("letter_register", letter_id=self._letter.id, void=True)

    def _open_register(self) -> None:
        if self._letter is not None:
            self._shell.navigate("letter_register", letter_id=self._letter.id)
