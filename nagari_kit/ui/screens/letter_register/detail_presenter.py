"""Runs the panel of one letter: shows it, reprints it, saves it, voids it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.identity import LetterId
from nagari_kit.domain.letter_history import LetterHistory
from nagari_kit.domain.letters import IssuedLetter, LetterStatus
from nagari_kit.errors import NagariError
from nagari_kit.ui.printing.print_desk import PrintDesk, Printed, PrintFailure, tell_failure
from nagari_kit.ui.screens.letter_register.step_dialog import ask_for_step
from nagari_kit.ui.screens.letter_register.step_keeper import StepKeeper
from nagari_kit.ui.screens.letter_register.view import LetterRegisterView
from nagari_kit.ui.screens.letter_register.void_dialog import VoidWish
from nagari_kit.ui.shell import Shell


class DetailPresenter(QObject):
    """Holds the letter that is looked at. `changed` is emitted when the list must be read again."""

    changed = Signal()

    def __init__(self, shell: Shell, view: LetterRegisterView, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._view = view
        self._letter: IssuedLetter | None = None
        self._history = LetterHistory()
        self._steps = StepKeeper(shell, self)
        self._steps.entered.connect(self._stepped)
        self._wanted: LetterId | None = None
        self._void_next = False
        self._voiding: LetterId | None = None
        self.desk = PrintDesk(shell, self)
        self.desk.started.connect(lambda _letter: self._show_busy())
        self.desk.printed.connect(self._printed)
        self.desk.failed.connect(self._not_printed)
        view.detail.closed.connect(self.close)
        view.detail.reprint_requested.connect(self._reprint)
        view.detail.show_requested.connect(self._show_document)
        view.detail.save_requested.connect(self._save)
        view.detail.void_requested.connect(self.ask_to_void)
        view.detail.step_requested.connect(self._ask_for_step)
        view.detail.letter_requested.connect(self.choose)

    @property
    def wanted(self) -> LetterId | None:
        """The letter that is shown or being read."""
        return self._wanted

    def choose(self, letter_id: LetterId, *, void: bool = False) -> None:
        """Read one letter into the panel; `void` asks for the reason as soon as it is there."""
        self._wanted = letter_id
        self._void_next = void
        if self._letter is not None and self._letter.id != letter_id:
            # Until the other one is read, no key may print or void the one still shown.
            self._letter = None
        register = self._shell.workspace.register

        def work(_progress: object, _token: object) -> tuple[IssuedLetter, LetterHistory]:
            return register.get(letter_id), register.history(letter_id)

        def done(found: tuple[IssuedLetter, LetterHistory]) -> None:
            letter, history = found
            if letter.id == self._wanted:
                self._history = history
            self._show(letter)

        self._shell.runner.start(
            work,
            key="letter_register:detail",
            on_success=done,
            on_error=self._failed,
            lane="read",
        )

    def refresh(self) -> None:
        """Read the shown letter again, if there is one."""
        if self._wanted is not None:
            self.choose(self._wanted, void=self._void_next)

    def close(self) -> None:
        """Put the panel away."""
        self._wanted = None
        self._letter = None
        self._view.hide_detail()

    def ask_to_void(self) -> None:
        """Ask for the reason, then void; a voided letter is left as it is."""
        letter = self._letter
        if letter is None:
            self._void_next = self._wanted is not None
            return
        if letter.status != LetterStatus.ISSUED:
            return
        self._view.ask_to_void(
            letter, self._shell.workspace.actor, lambda wish: self._void(letter, wish)
        )

    def _show(self, letter: IssuedLetter) -> None:
        if letter.id != self._wanted:
            return
        self._letter = letter
        self._view.show_detail(letter, self._history, self._shell.workspace.clock.today())
        self._show_busy()
        if self._void_next:
            self._void_next = False
            self.ask_to_void()

    def _show_busy(self) -> None:
        """Nothing can be pressed while the letter that is shown is printed or voided."""
        shown = self._letter
        self._view.detail.set_busy(
            shown is not None and (shown.id == self._voiding or self.desk.is_printing(shown.id))
        )

    def _void(self, letter: IssuedLetter, wish: VoidWish) -> None:
        register = self._shell.workspace.register
        self._voiding = letter.id
        self._show_busy()

        def work(_progress: object, _token: object) -> IssuedLetter:
            return register.void(letter.id, wish.reason)

        def done(voided: IssuedLetter) -> None:
            self._voiding = None
            self._show(voided)
            self._shell.toast(
                f"Surat {voided.number} dibatalkan",
                "Nomornya tetap di register, dicoret, dan tidak dipakai lagi.",
            )
            self._shell.changed(Changes.of(Kind.LETTERS, Kind.SYNC), self.parent())
            self.changed.emit()
            if wish.replace:
                self._shell.navigate(
                    "letter_issue",
                    resident_id=voided.resident_id,
                    type_id=voided.type_id,
                    replaced_id=voided.id,
                )

        def refused(error: NagariError) -> None:
            self._voiding = None
            self._failed(error)

        self._shell.runner.start(
            work,
            key=f"letter_register:void:{letter.id}",
            on_success=done,
            on_error=refused,
            lane="write",
        )

    def _ask_for_step(self) -> None:
        letter = self._letter
        if letter is None:
            return
        kinds = self._history.next_steps(voided=letter.status is LetterStatus.VOIDED)
        if kinds:
            today = self._shell.workspace.clock.today()
            self._steps.watch(letter, ask_for_step(letter, kinds, today, self._view))

    def _stepped(self, letter: IssuedLetter) -> None:
        self._shell.changed(Changes.of(Kind.LETTERS, Kind.SYNC), self.parent())
        self.changed.emit()
        if letter.id == self._wanted:
            self.refresh()

    def _reprint(self) -> None:
        letter = self._letter
        if letter is None or self.desk.is_printing(letter.id):
            return
        proposal = self.desk.memory.target() or self.desk.memory.proposal()
        self._view.ask_for_printer(
            letter, proposal, lambda target: self.desk.print_letter(letter, target)
        )

    def _save(self) -> None:
        letter = self._letter
        if letter is None:
            return

        def save() -> None:
            self.desk.save_file(letter, self.desk.memory.folder)

        if letter.status is LetterStatus.VOIDED:
            self._view.ask_to_save_voided(letter, save)
        else:
            save()

    def _printed(self, printed: Printed) -> None:
        self._show_busy()
        if printed.file is None:
            self._shell.toast(f"Surat {printed.letter.number} dicetak", printed.target.printer)
        else:
            self._shell.toast(f"Surat {printed.letter.number} disimpan", str(printed.file))
        if printed.letter.id == self._wanted:
            self._show(printed.letter)

    def _show_document(self) -> None:
        letter = self._letter
        if letter is None:
            return
        register = self._shell.workspace.register

        def work(_progress: object, _token: object) -> bytes:
            return register.document(letter.id)

        def done(pdf: bytes) -> None:
            self._view.show_document(letter, pdf, self._shell.runner)

        self._shell.runner.start(
            work,
            key="letter_register:document",
            on_success=done,
            on_error=self._failed,
            lane="read",
        )

    def _not_printed(self, failure: PrintFailure) -> None:
        if failure.letter.id == self._wanted and self._view.isVisible():
            self._failed(failure.error)
        else:
            tell_failure(self._shell, failure)

    def _failed(self, error: NagariError) -> None:
        self._show_busy()
        self._shell.show_error(error)
