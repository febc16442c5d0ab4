"""A runner that runs at once, on the spot: for tests and pictures, where order must be certain."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from nagari_kit.errors import NagariError
from nagari_kit.services.progress import CancelToken, Progress
from nagari_kit.ui.jobs.job import Job
from nagari_kit.ui.jobs.runner import carry_out

Result = TypeVar("Result")


class ImmediateRunner(QObject):
    """Same interface as JobRunner; callbacks have come when `start` returns."""

    failed = Signal(object)
    idle = Signal()

    def start(
        self,
        fn: Callable[[Progress, CancelToken], Result],
        *,
        key: str,
        on_success: Callable[[Result], Any],
        on_error: Callable[[NagariError], Any] | None = None,
        on_progress: Callable[[int, int, str], Any] | None = None,
        lane: str = "read",  # noqa: ARG002 - there is but one
    ) -> Job:
        """Run `fn` now; see Runner."""
        # Without a parent: Python frees it. A job that dies in the event loop would take what its
        # callbacks hold down with it, at times the runner itself.
        job = Job(key)
        job.succeeded.connect(on_success)
        job.failed.connect(on_error or self.failed.emit)
        if on_progress is not None:
            job.progress.connect(on_progress)
        job.conclude(*carry_out(fn, job.progress.emit, job.token, key))
        job.let_go()
        return job

    @property
    def is_busy(self) -> bool:
        """Never between calls."""
        return False

    def stop(self, milliseconds: int = 0) -> bool:  # noqa: ARG002 - same interface
        """Nothing runs."""
        return True
