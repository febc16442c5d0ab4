"""What the number settings ask in dialogs: reasons, reservations, numbers of the hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.letters import IssuedLetter
from nagari_kit.domain.number_gaps import GapKind, NumberGap
from nagari_kit.domain.number_reservations import Reservation, ReservationWish
from nagari_kit.errors import InputError, NagariError
from nagari_kit.ui.screens.settings.gap_words import gap_span
from nagari_kit.ui.screens.settings.hand_number_dialog import HandNumberDialog
from nagari_kit.ui.screens.settings.numbering_section import NumberingSection
from nagari_kit.ui.screens.settings.reservation_dialog import ReservationDialog
from nagari_kit.ui.shell import Shell
from nagari_kit.ui.widgets import FormDialog
from nagari_kit.ui.widgets.reason_dialog import ReasonDialog


class NumberDialogs(QObject):
    """`told`: what a write of a dialog changed, so that the page is read again."""

    def __init__(
        self,
        shell: Shell,
        section: NumberingSection,
        told: Callable[[Changes], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._shell, self._section, self._tell = shell, section, told
        self._reservations: ReservationDialog | None = None
        self._hand: HandNumberDialog | None = None

    def explain(self, gap: NumberGap) -> None:
        """Ask where a number went, or let a kept one go."""
        if gap.kind is GapKind.RESERVED:
            self._release_of_gap(gap)
            return
        report = self._section.series.current()
        if report is None:
            return
        dialog = ReasonDialog(
            self._section.window(),
            title=self.tr("Ke mana nomor {0}?").format(gap_span(gap)),
            subtitle=report.title,
            lines=[
                (
                    "info-circle",
                    self.tr("Keterangan ini tinggal di laporan sela dan tidak dihapus."),
                ),
                ("hash", self.tr("Nomornya tidak dipakai lagi.")),
            ],
            confirm=self.tr("Simpan keterangan"),
        )
        series, gaps = report.series, self._shell.workspace.number_gaps

        def save() -> None:
            words = dialog.words()
            self._write(
                lambda: gaps.explain(series, gap.first, gap.last, words),
                self._tell,
                self._tell_fault,
            )

        _open(dialog, save)

    def _release_of_gap(self, gap: NumberGap) -> None:
        kept = self._shell.workspace.reservations

        def show(found: tuple[Reservation, ...]) -> None:
            wanted = next((one for one in found if one.number == gap.number), None)
            if wanted is not None:
                self._release(wanted)

        self._read("reservations", kept.open, show)

    def _release(self, reservation: Reservation) -> None:
        dialog = ReasonDialog(
            self._reservations or self._section.window(),
            title=self.tr("Lepas nomor {0}?").format(reservation.number),
            subtitle=self.tr("Dipesan untuk: {0}").format(reservation.reason),
            lines=[("hash", self.tr("Nomor ini lalu tidak dipakai surat mana pun."))],
            confirm=self.tr("Lepas nomor"),
        )
        kept = self._shell.workspace.reservations

        def done(changes: Changes) -> None:
            self._tell(changes)
            self._show_kept()

        def save() -> None:
            words = dialog.words()
            self._write(lambda: kept.release(reservation.id, words), done, self._tell_fault)

        _open(dialog, save)

    def _tell_fault(self, faults: dict[str, str]) -> None:
        self._shell.show_error(InputError(next(iter(faults.values())), faults))

    def open_reservations(self) -> None:
        """Keep numbers; the dialog stays open until the officer leaves it."""
        workspace = self._shell.workspace
        today = workspace.clock.today()
        types = [one for one in workspace.catalogue.types() if one.numbered]
        dialog = ReservationDialog(self._section.window(), types, today)
        self._reservations = dialog
        dialog.finished.connect(self._forget)
        dialog.reserve_wanted.connect(self._reserve)
        dialog.release_wanted.connect(self._release)
        dialog.type_chosen.connect(self._show_next)
        self._show_next(dialog.wish().type_id)
        self._show_kept()
        _open(dialog)

    def _forget(self) -> None:
        """No answer is shown in a dialog that was left."""
        self._reservations = self._hand = None

    def _show_next(self, type_id: str) -> None:
        numbering, today = self._shell.workspace.numbering, self._shell.workspace.clock.today()

        def show(number: str) -> None:
            if self._reservations is not None:
                self._reservations.show_next(number)

        if type_id:
            self._read("next", lambda: numbering.next_number(type_id, today), show)

    def _show_kept(self) -> None:
        def show(found: tuple[Reservation, ...]) -> None:
            if self._reservations is not None:
                self._reservations.show_kept(found)

        self._read("reservations", self._shell.workspace.reservations.open, show)

    def _reserve(self, wish: ReservationWish) -> None:
        kept = self._shell.workspace.reservations

        def done(_kept: tuple[Reservation, ...]) -> None:
            if self._reservations is not None:
                self._reservations.show_done(_kept)
                self._show_next(wish.type_id)
            self._tell(Changes.of(Kind.NUMBERING))
            self._show_kept()

        def mark(faults: dict[str, str]) -> None:
            if self._reservations is not None:
                self._reservations.show_errors(faults)

        self._write(lambda: kept.reserve(wish), done, mark)

    def open_hand_numbers(self) -> None:
        """Enter numbers until none waits or the officer leaves."""
        dialog = HandNumberDialog(self._section.window(), self._shell.workspace.clock.today())
        self._hand = dialog
        dialog.finished.connect(self._forget)
        dialog.enter_wanted.connect(self._enter)
        self._show_waiting()
        _open(dialog)

    def _show_waiting(self) -> None:
        def show(found: tuple[IssuedLetter, ...]) -> None:
            if self._hand is None:
                return
            if found:
                self._hand.show_letters(found)
            else:
                self._hand.accept()

        self._read("waiting", self._shell.workspace.hand_numbers.waiting, show)

    def _enter(self, letter: IssuedLetter, typed: str) -> None:
        numbers = self._shell.workspace.hand_numbers

        def done(changes: Changes) -> None:
            self._tell(changes)
            self._show_waiting()

        def mark(faults: dict[str, str]) -> None:
            if self._hand is not None:
                self._hand.show_error(next(iter(faults.values())))

        self._write(lambda: numbers.enter(letter.id, typed), done, mark)

    def _read(self, name: str, work: Callable[[], Any], show: Callable[[Any], None]) -> None:
        self._shell.runner.start(
            lambda _progress, _token: work(),
            key=f"settings:{name}",
            on_success=show,
            on_error=self._shell.show_error,
            lane="read",
        )

    def _write(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        mark: Callable[[dict[str, str]], None],
    ) -> None:
        def refused(error: NagariError) -> None:
            if isinstance(error, InputError) and error.fields:
                mark(dict(error.fields))
            else:
                self._shell.show_error(error)

        self._shell.runner.start(
            lambda _progress, _token: work(),
            key="settings:save",
            on_success=done,
            on_error=refused,
            lane="write",
        )


def _open(dialog: FormDialog, accepted: Callable[[], None] | None = None) -> None:
    """Show over the page; it goes when it is answered."""
    if accepted is not None:
        dialog.accepted.connect(accepted)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
