"""Enrols this PC and exchanges with the hub on request; shows how far every change came."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.synchronisation import Enrolment, SyncItem, SyncRun, SyncStatus
from nagari_kit.errors import InputError, NagariError
from nagari_kit.services.progress import CancelToken, Progress
from nagari_kit.ui.jobs.job import Job
from nagari_kit.ui.screens.sync.enrol_card import EnrolWish
from nagari_kit.ui.screens.sync.sync_words import Notice, notice_of, standing_notice
from nagari_kit.ui.screens.sync.view import SyncView
from nagari_kit.ui.shell import Shell

SHOWN_CHANGES = 40
SHOWN_RUNS = 20
TICKET_REFUSED = "SINKRON-12"
"""The hub's word for a ticket that it does not take."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """One look at the office's side of the exchange."""

    status: SyncStatus
    items: tuple[SyncItem, ...]
    runs: tuple[SyncRun, ...]


class SyncPresenter(QObject):
    """One run at a time; the service itself refuses a second one."""

    def __init__(self, shell: Shell, view: SyncView) -> None:
        super().__init__(view)
        self._shell = shell
        self._view = view
        self._job: Job | None = None
        self._notice: Notice | None = None
        view.sync_requested.connect(self.sync_now)
        view.cancel_requested.connect(self.cancel)
        view.enrol_requested.connect(self.enrol)

    def enter(self) -> None:
        """Show how things stand."""
        self._notice = None
        self.read()

    def reload(self, changes: Changes) -> None:
        """Whatever is written also waits for the province."""
        if changes.kinds & {Kind.SYNC, Kind.LETTERS, Kind.RESIDENTS, Kind.OFFICE, Kind.NUMBERING}:
            self.read()

    def read(self) -> None:
        """Read status, changes and history."""
        sync = self._shell.workspace.sync

        def work(_progress: object, _token: object) -> _Reading:
            return _Reading(sync.status(), sync.changes(SHOWN_CHANGES), sync.history(SHOWN_RUNS))

        self._shell.runner.start(
            work, key="sync:page", on_success=self._show, on_error=self._unread, lane="read"
        )

    def sync_now(self) -> None:
        """Send what waits and fetch receipts."""
        sync = self._shell.workspace.sync

        def work(progress: Progress, token: CancelToken) -> SyncStatus:
            return sync.sync_now(progress=progress, token=token)

        self._run(work)

    def enrol(self, wish: EnrolWish) -> None:
        """Ask the hub to accept this PC."""
        missing = {
            "hub_url": "" if wish.hub_url else self.tr("Isi alamat dari surat provinsi."),
            "ca_file": "" if str(wish.ca_file) != "." else self.tr("Pilih berkas sertifikatnya."),
            "ticket": "" if wish.ticket else self.tr("Isi tiket dari surat provinsi."),
        }
        errors = {field_id: words for field_id, words in missing.items() if words}
        self._view.show_field_errors(errors)
        if errors:
            return
        sync = self._shell.workspace.sync

        def work(_progress: object, _token: object) -> Enrolment:
            return sync.enrol(wish.hub_url, wish.ca_file, wish.ticket)

        self._run(work)

    def cancel(self) -> None:
        """Stop the run; what was sent already is not sent twice."""
        if self._job is not None:
            self._job.cancel()

    def _run(self, work: Callable[[Progress, CancelToken], SyncStatus | Enrolment]) -> None:
        self._notice = None
        self._view.show_notice(None)
        self._view.show_running(running=True)
        job = self._shell.runner.start(
            work, key="sync", on_success=self._finish, on_error=self._refuse,
            on_progress=self._view.show_progress, lane="network",
        )  # fmt: skip
        if job.is_running:
            self._job = job
            job.cancelled.connect(self._stopped)

    def _show(self, reading: _Reading) -> None:
        today = self._shell.workspace.clock.today()
        self._view.show_status(reading.status, reading.items, reading.runs, today)
        self._view.show_notice(self._notice or standing_notice(reading.status))
        if self._job is not None:
            self._view.show_running(running=True)

    def _finish(self, _outcome: object) -> None:
        self._end()
        self._shell.changed(Changes.of(Kind.SYNC), self)

    def _unread(self, error: NagariError) -> None:
        self._view.show_notice(notice_of(error))

    def _refuse(self, error: NagariError) -> None:
        self._notice = notice_of(error)
        self._end()
        # The caret cannot go to a field that is still locked by the run.
        if isinstance(error, InputError):
            self._view.show_field_errors(error.fields)
        elif error.code == TICKET_REFUSED:
            self._view.show_field_errors({"ticket": self.tr("Periksa lagi tiketnya.")})
        self._shell.changed(Changes.of(Kind.SYNC), self)

    def _stopped(self) -> None:
        self._end()

    def _end(self) -> None:
        self._job = None
        self._view.show_running(running=False)
        self.read()
