"""Runs service calls beside the window in two lanes and brings their results back to it.

The write lane has one thread, so that writers queue instead of waiting for the database's lock;
reading and rendering share the other. A later job with the same key replaces the earlier one:
its result is dropped, for nobody wants it any more.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from nagari_kit.errors import Cancelled, NagariError
from nagari_kit.services.progress import CancelToken, Progress
from nagari_kit.ui.jobs.job import Job, JobToken, UnexpectedError

Result = TypeVar("Result")
_READERS = 3
_PROGRESS_GAP = 0.1
_log = logging.getLogger(__name__)


class Runner(Protocol):
    """What screens need of a runner."""

    def start(
        self,
        fn: Callable[[Progress, CancelToken], Result],
        *,
        key: str,
        on_success: Callable[[Result], Any],
        on_error: Callable[[NagariError], Any] | None = None,
        on_progress: Callable[[int, int, str], Any] | None = None,
        lane: str = "read",
    ) -> Job:
        """Run `fn(progress, token)`; callbacks come on the GUI side. `lane`: `read`, `write`."""


class _Wire(QObject):
    """Carries words of a working thread over to the GUI thread."""

    reported = Signal(object, int, int, str)
    ended = Signal(object, object, object)


class _Work(QRunnable):
    def __init__(self, job: Job, fn: Callable[..., object], wire: _Wire, lane: str) -> None:
        super().__init__()
        self._job, self._fn, self._wire = job, fn, wire
        self._may_skip = lane == "read"
        self._token: JobToken = job.token
        self._last = 0.0

    def run(self) -> None:
        """Call the function and tell how it ended; nothing escapes."""
        if self._may_skip and self._token.is_cancelled:
            self._wire.ended.emit(self._job, None, Cancelled())
            return
        result, error = carry_out(self._fn, self._report, self._token, self._job.key)
        self._wire.ended.emit(self._job, result, error)

    def _report(self, done: int, total: int, words: str) -> None:
        now = time.monotonic()
        if now - self._last >= _PROGRESS_GAP or (total and done >= total):
            self._last = now
            self._wire.reported.emit(self._job, done, total, words)


def carry_out(
    fn: Callable[..., object], progress: Progress, token: JobToken, key: str
) -> tuple[object, NagariError | None]:
    """Call `fn` and return its result and no error, or None and the error."""
    try:
        return fn(progress, token), None
    except NagariError as error:
        return None, error
    except Exception as error:  # noqa: BLE001 - a bug must not take the lane down
        _log.exception("job %s failed", key)
        return None, UnexpectedError(error)


class JobRunner(QObject):
    """One per window. `failed` tells of errors that no screen takes up."""

    failed = Signal(object)
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = {"read": QThreadPool(self), "write": QThreadPool(self)}
        self._lanes["read"].setMaxThreadCount(_READERS)
        self._lanes["write"].setMaxThreadCount(1)
        self._latest: dict[str, Job] = {}
        self._running: set[Job] = set()
        self._wire = _Wire(self)
        self._wire.ended.connect(self._conclude, Qt.ConnectionType.QueuedConnection)
        self._wire.reported.connect(self._report, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        fn: Callable[[Progress, CancelToken], Result],
        *,
        key: str,
        on_success: Callable[[Result], Any],
        on_error: Callable[[NagariError], Any] | None = None,
        on_progress: Callable[[int, int, str], Any] | None = None,
        lane: str = "read",
    ) -> Job:
        """Run `fn(progress, token)` in a lane; see Runner. A reader that is replaced is cancelled.

        A writer that is replaced runs to its end: what it writes was asked for.
        """
        former = self._latest.get(key)
        if former is not None and lane == "read":
            former.cancel()
        job = Job(key, self)
        job.succeeded.connect(on_success)
        job.failed.connect(on_error or self.failed.emit)
        if on_progress is not None:
            job.progress.connect(on_progress)
        self._latest[key] = job
        self._running.add(job)
        self._lanes[lane].start(_Work(job, fn, self._wire, lane))
        return job

    @property
    def is_busy(self) -> bool:
        """Whether any job is under way."""
        return bool(self._running)

    def stop(self, milliseconds: int = 5000) -> bool:
        """Ask every job to stop and wait that long; False when one still runs.

        A writer that does not look at its token, such as the saving of a draft, runs to its end.
        """
        for job in self._running:
            job.cancel()
        return all(pool.waitForDone(milliseconds) for pool in self._lanes.values())

    def _report(self, job: Job, done: int, total: int, words: str) -> None:
        if self._latest.get(job.key) is job:
            job.progress.emit(done, total, words)

    def _conclude(self, job: Job, result: object, error: NagariError | None) -> None:
        self._running.discard(job)
        if self._latest.get(job.key) is job:
            del self._latest[job.key]
            job.conclude(result, error)
        job.deleteLater()
        if not self._running:
            self.idle.emit()
