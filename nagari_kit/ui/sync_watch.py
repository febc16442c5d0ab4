"""Exchanges with the province by itself now and then, and keeps the pill up to date."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.synchronisation import SyncStatus
from nagari_kit.errors import NagariError
from nagari_kit.ui.jobs.runner import Runner
from nagari_kit.ui.letter_words import clock_time, short_day, thousands
from nagari_kit.ui.widgets.pill import PillWords, sync_board

if TYPE_CHECKING:
    from nagari_kit.services.workspace import Workspace

EVERY = 10 * 60 * 1000
WHILE_PENDING = 60 * 1000
"""The officer may be on the telephone with the operator who approves."""
_PATIENCE_DAYS = 3
_PENDING, _APPROVED = "pending", "approved"


class SyncWatch(QObject):
    """One per window. `exchanged` carries the Changes of a run that it started."""

    exchanged = Signal(object)

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._workspace: Workspace | None = None
        self._state = ""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._exchange)

    def watch(self, workspace: Workspace | None) -> None:
        """Begin with an office, or stop with None."""
        self._workspace = workspace
        self._timer.stop()
        if workspace is not None:
            self._state = ""
            self._timer.start(EVERY)
            self.refresh()

    def refresh(self) -> None:
        """Read the counts anew."""
        workspace = self._workspace
        if workspace is not None:
            self._runner.start(
                lambda _progress, _token: workspace.sync.status(),
                key="watch:status",
                on_success=self._show,
                on_error=self._stay_quiet,
            )

    def _show(self, status: SyncStatus) -> None:
        if status.enrolment != self._state:
            self._state = status.enrolment
            self._timer.start(WHILE_PENDING if self._state == _PENDING else EVERY)
        if self._workspace is not None:
            sync_board().show_words(pill_words(status, self._workspace.clock.today()))

    def _exchange(self) -> None:
        workspace = self._workspace
        if workspace is None or self._state not in {_PENDING, _APPROVED}:
            return
        self._runner.start(
            workspace.sync.sync_now,
            key="watch:exchange",
            on_success=self._exchanged,
            on_error=self._stay_quiet,
            lane="network",
        )

    def _exchanged(self, status: SyncStatus) -> None:
        self._show(status)
        self.exchanged.emit(Changes.of(Kind.SYNC))

    def _stay_quiet(self, _error: NagariError) -> None:
        """Being offline is normal; the sync page tells what happened."""


_UNKNOWN = PillWords("cloud-off", "ink2", "Belum tersambung ke provinsi")
_STANDING = {
    "": _UNKNOWN,
    "none": _UNKNOWN,
    _PENDING: PillWords("clock", "gold_ink", "Menunggu persetujuan provinsi"),
    "revoked": PillWords("alert-triangle", "warn", "Izin sinkron dicabut"),
    "keyless": PillWords("alert-triangle", "warn", "Perlu didaftarkan lagi"),
}


def pill_words(status: SyncStatus, today: date) -> PillWords:
    """Icon and words of the state; grey when offline, for offline is normal."""
    waiting = status.waiting + status.sent
    if status.enrolment in _STANDING:
        return _STANDING[status.enrolment]
    late = status.last_sync is not None and (today - status.last_sync.date()).days
    if status.last_error and status.online is not False and late and late >= _PATIENCE_DAYS:
        return PillWords("alert-triangle", "warn", f"Sinkron gagal {late} hari")
    if status.online is False:
        words = f"Tanpa internet, {thousands(waiting)} menunggu kirim"
        return PillWords("cloud-off", "ink2", words)
    if waiting or status.last_sync is None:
        return PillWords("cloud-up", "ink2", f"{thousands(waiting)} menunggu kirim")
    if status.stored:
        return PillWords("cloud-up", "ink2", f"{thousands(status.stored)} menunggu provinsi")
    moment = status.last_sync
    when = clock_time(moment) if moment.date() == today else short_day(moment.date(), today)
    return PillWords("cloud-check", "ok", f"Tersinkron {when}")
