"""Prints one stored letter from any screen: reads the bytes, delivers them, logs the print."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.identity import LetterId
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


@dataclass(frozen=True, slots=True)
class PrintFailure:
    """A print that came to nothing; the letter itself stands."""

    letter: IssuedLetter
    error: NagariError


@dataclass(frozen=True, slots=True)
class _Wish:
    letter: IssuedLetter
    target: PrintTarget


class PrintDesk(QObject):
    """One per screen. Letters leave one after the other; those that wait stand in a queue.

    `started` carries the letter as soon as it stands in the queue, then come `printed` with a
    `Printed` or `failed` with a `PrintFailure`: whoever listens must look whose it is.
    """

    started = Signal(object)
    printed = Signal(object)
    failed = Signal(object)

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._key = f"print:{id(self):x}"
        self._queue: deque[_Wish] = deque()
        self.memory = PrintMemory(shell.workspace.paths.device_dir)

    def is_printing(self, letter_id: LetterId) -> bool:
        """True from `started` of that letter until its `printed` or `failed`."""
        return any(wish.letter.id == letter_id for wish in self._queue)

    def print_letter(self, letter: IssuedLetter, target: PrintTarget) -> None:
        """Print the stored bytes of `letter`, remember `target`, log the print."""
        self.memory.remember(target)
        self._line_up(_Wish(letter, target))

    def save_file(self, letter: IssuedLetter, folder: Path) -> None:
        """Write the stored bytes of `letter` into `folder`; the printer stays remembered."""
        self.memory.remember_folder(folder)
        self._line_up(_Wish(letter, PrintTarget("", folder)))

    def _line_up(self, wish: _Wish) -> None:
        """Wait for the others; the same wish is never in the queue twice (a key held down)."""
        if any(
            (other.letter.id, other.target) == (wish.letter.id, wish.target)
            for other in self._queue
        ):
            return
        self._queue.append(wish)
        self.started.emit(wish.letter)
        if len(self._queue) == 1:
            self._start_first()

    def _start_first(self) -> None:
        letter, target = self._queue[0].letter, self._queue[0].target
        register, printers = self._shell.workspace.register, self._shell.workspace.printers

        def work(_progress: object, _token: object) -> Delivered:
            setting = printers.setting(target.printer)
            pdf = register.document(letter.id)
            return deliver(pdf, target, file_name(letter), setting=setting)

        def log(delivered: Delivered) -> None:
            self._log(letter, delivered)

        def refused(error: NagariError) -> None:
            self._queue.popleft()
            self.failed.emit(PrintFailure(letter, error))
            self._go_on()

        self._shell.runner.start(work, key=self._key, on_success=log, on_error=refused, lane="read")

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
        self._queue.popleft()
        self.printed.emit(printed)
        self._shell.changed(Changes.of(Kind.LETTERS), self.parent())
        self._go_on()

    def _go_on(self) -> None:
        if self._queue:
            self._start_first()


def tell_failure(shell: Shell, failure: PrintFailure) -> None:
    """Tell of a letter that the officer no longer looks at, with its number."""
    shell.toast(
        f"Surat {failure.letter.number} belum tercetak",
        f"{failure.error.user_message} Buka suratnya di register untuk mencetak lagi.",
    )
