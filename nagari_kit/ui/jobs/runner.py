"""Runs service calls beside the window in three lanes and brings their results back to it.

The write lane has one thread, so that writers queue instead of waiting for the database's lock;
reading and rendering share another; what waits for the network has a thread of its own, so that a
slow line holds up no letter. A later reader with the same key replaces the earlier one: its result
is dropped, for nobody wants it any more. Whoever wrote is always answered.
"""

from __future__ import annotations

import contextlib
import logging
import sys
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from nagari_kit.errors import Cancelled, NagariError
from nagari_kit.services.progress import CancelToken, Progress
from nagari_kit.ui.jobs.job import Job, JobToken, UnexpectedError

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

Result = TypeVar("Result")
_THREADS = {"read": 3, "write": 1, "network": 1}
_PROGRESS_GAP = 0.1
_TURN = 0.0002
"""Seconds after which a working thread makes way when the window asks; 5 ms are the default."""
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
        """Run `fn(progress, token)`; callbacks come on the GUI side.

        `lane`: `read`, `write` or `network`.
        """


class _Wire(QObject):
    """Wakes the GUI thread; what was to be told lies in the inbox.

    Nothing but the call crosses the threads inside Qt: an argument of a queued signal would be
    freed wherever the last copy of the event happens to die.
    """

    filled = Signal()


@dataclass(frozen=True, slots=True)
class _Ended:
    job: Job
    result: object
    error: NagariError | None


@dataclass(frozen=True, slots=True)
class _Reported:
    job: Job
    done: int
    total: int
    words: str


class _Work:
    """One call in a working thread. Plain Python: no Qt object is made or freed over there."""

    def __init__(
        self, job: Job, fn: Callable[..., object], tell: Callable[[_Ended | _Reported], None]
    ) -> None:
        self._job, self._fn, self._tell = job, fn, tell
        self._token: JobToken = job.token
        self._key = job.key
        self._last = 0.0

    def run(self, *, may_skip: bool) -> None:
        """Call the function and tell how it ended; nothing escapes."""
        if may_skip and self._token.is_cancelled:
            self._tell(_Ended(self._job, None, Cancelled()))
            return
        result, error = carry_out(self._fn, self._report, self._token, self._key)
        self._tell(_Ended(self._job, result, error))

    def _report(self, done: int, total: int, words: str) -> None:
        now = time.monotonic()
        if now - self._last >= _PROGRESS_GAP or (total and done >= total):
            self._last = now
            self._tell(_Reported(self._job, done, total, words))


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
        sys.setswitchinterval(_TURN)
        self._lanes: dict[str, ThreadPoolExecutor] = {}
        self._latest: dict[str, Job] = {}
        self._running: dict[Job, Future[None]] = {}
        self._writers: set[Job] = set()
        self._inbox: deque[_Ended | _Reported] = deque()
        self._wire = _Wire(self)
        self._wire.filled.connect(self._empty_inbox, Qt.ConnectionType.QueuedConnection)

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
        # Without a parent: Python frees it, and never from within the event loop.
        job = Job(key)
        job.succeeded.connect(on_success)
        job.failed.connect(on_error or self.failed.emit)
        if on_progress is not None:
            job.progress.connect(on_progress)
        self._latest[key] = job
        if lane != "read":
            self._writers.add(job)
        work = _Work(job, fn, self._tell)
        self._running[job] = self._lane(lane).submit(work.run, may_skip=lane == "read")
        return job

    @property
    def is_busy(self) -> bool:
        """Whether any job is under way."""
        return bool(self._running)

    def stop(self, milliseconds: int = 5000) -> bool:
        """Ask every job to stop and wait that long; False when one still runs.

        A writer that does not look at its token, such as the saving of a draft, runs to its end.
        """
        if not self._running:
            return True
        from concurrent.futures import wait

        for job in self._running:
            job.cancel()
        left = wait(tuple(self._running.values()), timeout=milliseconds / 1000).not_done
        return not left

    def _lane(self, name: str) -> ThreadPoolExecutor:
        """Threads are set up with the first job: the first window needs none."""
        if name not in self._lanes:
            from concurrent.futures import ThreadPoolExecutor

            self._lanes[name] = ThreadPoolExecutor(_THREADS[name], thread_name_prefix=name)
        return self._lanes[name]

    def _tell(self, news: _Ended | _Reported) -> None:
        """Called in working threads."""
        self._inbox.append(news)
        if isValid(self._wire):
            self._wire.filled.emit()

    def _empty_inbox(self) -> None:
        # What comes meanwhile has its own turn: keys and paint come first. A callback may wait in a
        # loop of its own, where an inner call takes what was counted here.
        with contextlib.suppress(IndexError):
            for _ in range(len(self._inbox)):
                self._pass_on(self._inbox.popleft())

    def _pass_on(self, news: _Ended | _Reported) -> None:
        if isinstance(news, _Ended):
            self._conclude(news.job, news.result, news.error)
        elif self._latest.get(news.job.key) is news.job:
            news.job.progress.emit(news.done, news.total, news.words)

    def _conclude(self, job: Job, result: object, error: NagariError | None) -> None:
        self._running.pop(job, None)
        is_latest = self._latest.get(job.key) is job
        if is_latest:
            del self._latest[job.key]
        if is_latest or job in self._writers:
            job.conclude(result, error)
        self._writers.discard(job)
        job.let_go()
        if not self._running:
            self.idle.emit()
