"""Reads the letters that came in, enters new ones, mends and cancels entries."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.correspondence import IncomingLetter, IncomingReport
from nagari_kit.errors import InputError, NagariError
from nagari_kit.ui.screens.incoming_letters.letter_dialog import IncomingDialog
from nagari_kit.ui.screens.incoming_letters.view import IncomingLettersView
from nagari_kit.ui.shell import Shell
from nagari_kit.ui.widgets.reason_dialog import ReasonDialog


class IncomingLettersPresenter(QObject):
    """`_year` is the one that is shown; None: this year."""

    def __init__(self, shell: Shell, view: IncomingLettersView) -> None:
        super().__init__(view)
        self._shell = shell
        self._view = view
        self._year: int | None = None
        view.add_requested.connect(self.add)
        view.amend_requested.connect(self._amend)
        view.void_requested.connect(self._void)
        view.year_changed.connect(self._take_year)
        view.retry_requested.connect(self.read)

    def enter(self, *, add: bool = False) -> None:
        """Show the list, and the empty form when one is to be entered."""
        self._view.text.setFocus()
        self.read()
        if add:
            self.add()

    def reload(self, changes: Changes) -> None:
        """Read again when letters came in elsewhere."""
        if Kind.CORRESPONDENCE in changes.kinds:
            self.read()

    def read(self) -> None:
        """Read the letters of the year."""
        service = self._shell.workspace.incoming
        today = self._shell.workspace.clock.today()
        year = self._year or today.year

        def work(_progress: object, _token: object) -> tuple[int, tuple[IncomingLetter, ...]]:
            return service.first_year(), service.of_year(year)

        def show(read: tuple[int, tuple[IncomingLetter, ...]]) -> None:
            self._view.offer_years(read[0], today)
            self._view.show_letters(read[1], year)

        self._shell.runner.start(
            work, key="incoming:list", on_success=show, on_error=self._view.show_trouble
        )

    def add(self) -> None:
        """Ask for a letter that came in."""
        service, today = self._shell.workspace.incoming, self._shell.workspace.clock.today()

        def saved(made: tuple[IncomingLetter, Changes]) -> None:
            letter, changes = made
            self._year = None
            self._settle(changes)
            self._shell.toast(
                f"Surat masuk dicatat, nomor agenda {letter.agenda_number}",
                "Tulis nomor ini di suratnya.",
            )

        self._ask(
            "Catat surat masuk",
            "Nomor agenda diberikan saat disimpan",
            IncomingReport(today, "", ""),
            service.receive,
            saved,
        )

    def _amend(self, letter: IncomingLetter) -> None:
        service = self._shell.workspace.incoming

        def saved(changes: Changes) -> None:
            self._settle(changes)
            self._shell.toast(f"Catatan nomor agenda {letter.agenda_number} diperbaiki")

        self._ask(
            f"Perbaiki surat masuk {letter.agenda_number}",
            "Nomor agendanya tetap",
            letter.content,
            lambda report: service.amend(letter.id, report),
            saved,
        )

    def _ask(
        self,
        title: str,
        subtitle: str,
        known: IncomingReport,
        write: Callable[[IncomingReport], object],
        saved: Callable[..., None],
    ) -> None:
        today = self._shell.workspace.clock.today()
        dialog = IncomingDialog(
            self._view.window(), title=title, subtitle=subtitle, today=today, known=known
        )

        def done(result: object) -> None:
            dialog.accept()
            saved(result)

        def failed(error: NagariError) -> None:
            if isinstance(error, InputError):
                dialog.show_errors(error.fields)
            else:
                dialog.set_busy(busy=False)
                self._shell.show_error(error, dialog)

        def save(report: IncomingReport) -> None:
            self._shell.runner.start(
                lambda _progress, _token: write(report),
                key="incoming:save",
                on_success=done,
                on_error=failed,
                lane="write",
            )

        dialog.save_requested.connect(save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _void(self, letter: IncomingLetter) -> None:
        service = self._shell.workspace.incoming
        dialog = ReasonDialog(
            self._view.window(),
            title=f"Batalkan catatan nomor agenda {letter.agenda_number}?",
            subtitle=f"{letter.content.sender}, {letter.content.subject}",
            lines=[("hash", "Barisnya tetap di buku agenda, nomornya tidak dipakai lagi")],
            confirm="Batalkan catatan",
        )

        def done(changes: Changes) -> None:
            self._settle(changes)
            self._shell.toast(f"Catatan nomor agenda {letter.agenda_number} dibatalkan")

        def void() -> None:
            reason = dialog.words()
            self._shell.runner.start(
                lambda _progress, _token: service.void(letter.id, reason),
                key="incoming:void",
                on_success=done,
                on_error=self._shell.show_error,
                lane="write",
            )

        dialog.accepted.connect(void)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _settle(self, changes: Changes) -> None:
        self._shell.changed(changes, self)
        self.read()

    def _take_year(self, year: int) -> None:
        self._year = year
        self.read()
