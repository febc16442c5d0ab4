"""Reads both desks, shows the paper of the chosen card, and writes what is decided."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.letter_steps import StepKind, StepWish
from nagari_kit.domain.signing_desk import DeskItem, DeskPaper, Desks
from nagari_kit.errors import NagariError
from nagari_kit.services.signing_desk import TAKEN_BACK
from nagari_kit.ui.screens.signing_desk.cards import item_title
from nagari_kit.ui.screens.signing_desk.view import CHECK, SIGN, SigningDeskView
from nagari_kit.ui.shell import Shell
from nagari_kit.ui.widgets.reason_dialog import ReasonDialog

if TYPE_CHECKING:
    from nagari_kit.domain.identity import DraftId, LetterId

_LETTERS = Changes.of(Kind.LETTERS)
_DRAFTS = Changes.of(Kind.DRAFTS)
_SIGNED = StepWish(StepKind.SIGNED)
_SHOWN = frozenset({Kind.LETTERS, Kind.DRAFTS, Kind.OFFICE, Kind.RESIDENTS})


class SigningDeskPresenter(QObject):
    """Each write names the card that it belongs to: the officer may have walked on."""

    def __init__(self, shell: Shell, view: SigningDeskView) -> None:
        super().__init__(view)
        self._shell = shell
        self._view = view
        view.chosen.connect(self._read_paper)
        view.approve_requested.connect(self._approve)
        view.refuse_requested.connect(self._ask_reason)
        view.many_requested.connect(self._sign_checked)
        view.retry_requested.connect(self.read)

    def enter(self, desk: str = "") -> None:
        """Show the desk that is named, else the one where something waits."""
        if desk:
            self._view.choose_desk(CHECK if desk == "check" else SIGN)
        self._view.cards.setFocus()
        self.read(choose=not desk)

    def reload(self, changes: Changes) -> None:
        """Read again when letters, drafts, officers or residents changed elsewhere."""
        if changes.kinds & _SHOWN:
            self.read()

    def read(self, *, choose: bool = False) -> None:
        """Read both desks; with `choose` go where something waits, signatures first."""
        service, clock = self._shell.workspace.signing_desk, self._shell.workspace.clock

        def show(desks: Desks) -> None:
            if choose:
                only_drafts = bool(desks.to_check) and not desks.to_sign
                self._view.choose_desk(CHECK if only_drafts else SIGN)
            self._view.show_desks(desks, clock.today())

        self._shell.runner.start(
            lambda _progress, _token: service.desks(),
            key="desk:list",
            on_success=show,
            on_error=self._view.show_trouble,
        )

    def _read_paper(self, item: DeskItem) -> None:
        service = self._shell.workspace.signing_desk

        def work(_progress: object, _token: object) -> DeskPaper:
            return service.paper(item)

        def failed(error: NagariError) -> None:
            if self._view.current() == item:
                self._view.preview.show_trouble(error)

        self._shell.runner.start(
            work, key="desk:paper", on_success=self._view.show_paper, on_error=failed
        )

    def _approve(self) -> None:
        item = self._view.current()
        if item is None:
            return
        if item.letter_id is not None:
            self._sign((item.letter_id,), item_title(item))
        elif item.draft_id is not None and item.is_ready:
            self._shell.navigate("letter_issue", draft_id=item.draft_id)
        elif item.draft_id is not None:
            self._approve_draft(item, item.draft_id)

    def _approve_draft(self, item: DeskItem, draft_id: DraftId) -> None:
        desk, note = self._shell.workspace.desk, self._view.decision.note.text()

        def back() -> None:
            # What was decided is taken from the desk, then laid there again: as it was before.
            desk.take_back(draft_id)
            desk.submit(draft_id)

        def done() -> None:
            self._shell.toast(
                f"Draf {item.person or item.kind} disetujui",
                "Menunggu nomornya di tab Tanda tangan.",
                lambda: self._write(back, _DRAFTS, lambda: None),
            )

        self._write(lambda: desk.approve(draft_id, note), _DRAFTS, done)

    def _sign_checked(self) -> None:
        letters = tuple(one.letter_id for one in self._view.checked() if one.letter_id is not None)
        if letters:
            self._sign(letters, f"{len(letters)} surat")

    def _sign(self, letters: tuple[LetterId, ...], named: str) -> None:
        steps = self._shell.workspace.steps

        def done() -> None:
            self._shell.toast(
                f"{named} disetujui",
                "Tanda tangani lembar cetaknya; cetak lagi ada di Register surat.",
                lambda: self._write(
                    lambda: steps.record_many(letters, TAKEN_BACK), _LETTERS, lambda: None
                ),
            )

        self._write(lambda: steps.record_many(letters, _SIGNED), _LETTERS, done)

    def _ask_reason(self) -> None:
        item = self._view.current()
        if item is None:
            return
        is_letter = item.letter_id is not None
        lines = (
            [
                ("hash", "Nomornya tetap di register, tercoret, dan tidak dipakai lagi"),
                ("file-x", "Surat ini tidak berlaku; penggantinya dibuat sebagai surat baru"),
            ]
            if is_letter
            else [("pencil", "Draf kembali ke penulisnya dengan alasan ini; isinya tetap ada")]
        )
        dialog = ReasonDialog(
            self._view.window(),
            title=f"Tolak surat {item_title(item)}?" if is_letter else "Kembalikan draf ini?",
            subtitle=", ".join(part for part in (item.kind, item.person) if part),
            lines=lines,
            confirm="Tolak dan batalkan" if is_letter else "Kembalikan",
        )
        dialog.accepted.connect(lambda: self._refuse(item, dialog.words()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _refuse(self, item: DeskItem, reason: str) -> None:
        workspace = self._shell.workspace
        letter_id, draft_id = item.letter_id, item.draft_id
        if letter_id is not None:
            self._write(
                lambda: workspace.register.void(letter_id, reason),
                _LETTERS,
                lambda: self._shell.toast(
                    f"{item_title(item)} ditolak dan dibatalkan", "Nomornya tetap di register."
                ),
            )
        elif draft_id is not None:
            self._write(
                lambda: workspace.desk.refuse(draft_id, reason),
                _DRAFTS,
                lambda: self._shell.toast(
                    f"Draf {item.person or item.kind} dikembalikan",
                    "Penulisnya melihat alasannya di Beranda.",
                ),
            )

    def _write(self, act: Callable[[], object], changes: Changes, done: Callable[[], None]) -> None:
        self._view.set_busy(busy=True)

        def settle(_result: object) -> None:
            self._view.set_busy(busy=False)
            self._shell.changed(changes, self)
            done()
            self.read()

        def failed(error: NagariError) -> None:
            self._view.set_busy(busy=False)
            self._shell.show_error(error)
            # Somebody else may have been faster: show how it stands now.
            self.read()

        self._shell.runner.start(
            lambda _progress, _token: act(),
            key="desk:write",
            on_success=settle,
            on_error=failed,
            lane="write",
        )
