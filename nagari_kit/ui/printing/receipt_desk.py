"""Prints the receipt of a letter's papers for the citizen, and counts it apart from the letter."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nagari_kit.domain.letters import IssuedLetter
from nagari_kit.ui.printing.delivery import Delivered, deliver
from nagari_kit.ui.printing.target import PDF_WORDS, PrintTarget, file_name
from nagari_kit.ui.shell import Shell


class ReceiptDesk(QObject):
    """One sheet at a time, to the same printer or folder as the letter."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell

    def print_receipt(self, letter: IssuedLetter, target: PrintTarget) -> None:
        """Draw it, deliver it, log it; a toast says where it went."""
        workspace = self._shell.workspace

        def work(_progress: object, _token: object) -> Delivered:
            page = workspace.requirements.receipt_page(letter.id)
            setting = workspace.printers.setting(target.printer)
            name = f"bukti-terima-{file_name(letter)}"
            return deliver(page, target, name, setting=setting)

        self._shell.runner.start(
            work,
            key=f"receipt:{letter.id}",
            on_success=lambda delivered: self._log(letter, delivered),
            on_error=self._shell.show_error,
            lane="read",
        )

    def _log(self, letter: IssuedLetter, delivered: Delivered) -> None:
        register = self._shell.workspace.register
        printer = delivered.target.printer or PDF_WORDS
        copies = delivered.target.copies

        def work(_progress: object, _token: object) -> IssuedLetter:
            return register.record_print(letter.id, printer, copies, receipt=True)

        def done(_letter: IssuedLetter) -> None:
            where = str(delivered.file) if delivered.file is not None else printer
            self._shell.toast(self.tr("Bukti penerimaan berkas dicetak"), where)

        self._shell.runner.start(
            work,
            key=f"receipt:log:{letter.id}",
            on_success=done,
            on_error=self._shell.show_error,
            lane="write",
        )
