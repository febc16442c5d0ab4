"""Prints one stored letter from any screen: reads the bytes, delivers them, logs the print."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.letters import IssuedLetter
from nagari_kit.errors import NagariError
from nagari_kit.ui.printing.delivery import Delivered, deliver
from nagari_kit.ui.printing.target import PDF_WORDS, PrintMemory, PrintTarget, file_name
from nagari_kit.ui.shell import Shell


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished print. `letter` counts it already; `file` is set when it went to a folder."""

    letter: IssuedLetter
    target: PrintTarget
    file: Path | None


class PrintDesk(QObject):
    """One per screen. Only one letter is under way at a time; a second wish is ignored.

    `started` carries the letter, `printed` a `Printed`, `failed` a NagariError.
    """

    started = Signal(object)
    printed = Signal(object)
    failed = Signal(object)

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._key = f"print:{id(self):x}"
        self._busy = False
        self.memory = PrintMemory(shell.workspace.paths.device_dir)

    @property
    def is_busy(self) -> bool:
        """True from `started` until `printed` or `failed`."""
        return self._busy

    def print_letter(self, letter: IssuedLetter, target: PrintTarget) -> None:
        """Print the stored bytes of `letter`, remember `target`, log the print."""
        self.memory.remember(target)
        self._start(letter, target)

    def save_file(self, letter: IssuedLetter, folder: Path) -> None:
        """Write the stored bytes of `letter` into `folder`; the printer stays remembered."""
        self.memory.remember_folder(folder)
        self._start(letter, PrintTarget("", folder))

    def _start(self, letter: IssuedLetter, target: PrintTarget) -> None:
        if self._busy:
            return
        self._busy = True
        self.started.emit(letter)
        register = self._shell.workspace.register

        def work(_progress: object, _token: object) -> Delivered:
            return deliver(register.document(letter.id), target, file_name(letter))

        def log(delivered: Delivered) -> None:
            self._log(letter, delivered)

        self._shell.runner.start(
            work, key=self._key, on_success=log, on_error=self._refused, lane="read"
        )

    def _log(self, letter: IssuedLetter, delivered: Delivered) -> None:
        register = self._shell.workspace.register
        printer = delivered.target.printer or PDF_WORDS
        copies = delivered.target.copies

        def work(_progress: object, _token: object) -> IssuedLetter:
            return register.record_print(letter.id, printer, copies)

        def done(counted: IssuedLetter) -> None:
            self._finish(Printed(counted, delivered.target, delivered.file))

        def unlogged(error: NagariError) -> None:
            # The paper is out: say so, and that only the log lacks the line.
            self._shell.show_error(error)
            counted = replace(letter, print_count=letter.print_count + copies)
            self._finish(Printed(counted, delivered.target, delivered.file))

        self._shell.runner.start(
            work, key=f"{self._key}:log", on_success=done, on_error=unlogged, lane="write"
        )

    def _finish(self, printed: Printed) -> None:
        self._busy = False
        self.printed.emit(printed)
        self._shell.changed(Changes.of(Kind.LETTERS), self.parent())

    def _refused(self, error: NagariError) -> None:
        self._busy = False
        self.failed.emit(error)
