"""Reads one resident's record and shows the NIK in full only for a while and on request."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.identity import LetterId, ResidentId
from nagari_kit.domain.residents import ResidentRecord
from nagari_kit.ui.screens.resident_record.view import ResidentRecordView
from nagari_kit.ui.shell import Shell

REVEALED_MS = 60_000


class ResidentRecordPresenter(QObject):
    """`_wanted` is the resident on the page; a late answer for another one is dropped."""

    def __init__(self, shell: Shell, view: ResidentRecordView) -> None:
        super().__init__(view)
        self._shell = shell
        self._view = view
        self._wanted: ResidentId | None = None
        self._hide_again = QTimer(self)
        self._hide_again.setSingleShot(True)
        self._hide_again.setInterval(REVEALED_MS)
        self._hide_again.timeout.connect(self.hide_nik)
        view.back_requested.connect(lambda: shell.navigate("residents"))
        view.letter_requested.connect(self._write_letter)
        view.reveal_requested.connect(self._toggle_nik)
        view.resident_chosen.connect(self.enter)
        view.letter_chosen.connect(self._open_letter)
        view.retry_requested.connect(self.read)

    def enter(self, resident_id: ResidentId) -> None:
        """Show this resident, from the top and with a masked NIK."""
        self._wanted = resident_id
        self._hide_again.stop()
        self._view.show_waiting()
        self.read()

    def leave(self) -> None:
        """The next person at the desk must not see the number."""
        self.hide_nik()

    def reload(self, changes: Changes) -> None:
        """Read again when residents or letters changed."""
        if self._wanted is not None and changes.kinds & {Kind.RESIDENTS, Kind.LETTERS}:
            self.read()

    def read(self) -> None:
        """Read the record."""
        wanted, residents = self._wanted, self._shell.workspace.residents
        if wanted is None:
            return

        def work(_progress: object, _token: object) -> ResidentRecord:
            return residents.record(wanted)

        self._shell.runner.start(
            work,
            key="resident_record",
            on_success=self._show,
            on_error=self._view.show_trouble,
            lane="read",
        )

    def hide_nik(self) -> None:
        """Mask the number again."""
        self._hide_again.stop()
        self._view.show_nik(revealed=False)

    def _show(self, record: ResidentRecord) -> None:
        if record.resident.id == self._wanted:
            self._view.show_record(record, self._shell.workspace.clock.today())

    def _toggle_nik(self) -> None:
        if self._hide_again.isActive():
            self.hide_nik()
        elif self._wanted is not None:
            self._shell.workspace.residents.note_full_number(self._wanted)
            self._view.show_nik(revealed=True)
            self._hide_again.start()

    def _write_letter(self) -> None:
        if self._wanted is not None:
            self._shell.navigate("letter_issue", resident_id=self._wanted)

    def _open_letter(self, letter_id: LetterId) -> None:
        self._shell.navigate("letter_register", letter_id=letter_id)
