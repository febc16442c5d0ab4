"""One piece of work under way: where it is, how to stop it, how it ended."""

from __future__ import annotations

import threading
import warnings

from PySide6.QtCore import QObject, Signal

from nagari_kit.errors import Cancelled, NagariError


class JobToken:
    """Carries the wish to stop from the window to the work; safe between threads."""

    def __init__(self) -> None:
        self._wish = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._wish.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether anybody asked."""
        return self._wish.is_set()

    def raise_if_cancelled(self) -> None:
        """Raise errors.Cancelled when the user has cancelled."""
        if self._wish.is_set():
            raise Cancelled


class UnexpectedError(NagariError):
    """A bug came up in the work; the original is its cause and stands in the log."""

    default_code = "KIT-99"
    default_hint = "Ulangi sekali lagi; bila tetap gagal, sampaikan kodenya kepada admin."

    def __init__(self, cause: Exception) -> None:
        super().__init__(
            "Program menemui kesalahan yang belum dikenal. Data yang sudah tersimpan tidak hilang.",
            detail=type(cause).__name__,
        )
        self.__cause__ = cause


class Job(QObject):
    """Lives on the GUI side. `progress`: done, total (0 not known), Indonesian words.

    Exactly one of `succeeded`, `failed`, `cancelled` comes, then `finished`.
    """

    progress = Signal(int, int, str)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    finished = Signal()

    def __init__(self, key: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.token = JobToken()
        self._running = True

    @property
    def is_running(self) -> bool:
        """False from the moment that the result is told."""
        return self._running

    def cancel(self) -> None:
        """Ask the work to stop; `cancelled` comes when it has."""
        self.token.cancel()

    def let_go(self) -> None:
        """Forget all callbacks: what they hold must not die with the job in the event loop."""
        for signal in (self.succeeded, self.failed, self.progress, self.cancelled, self.finished):
            with warnings.catch_warnings():
                # A signal that nobody was connected to is nothing to warn of.
                warnings.simplefilter("ignore", RuntimeWarning)
                signal.disconnect()

    def conclude(self, result: object, error: NagariError | None) -> None:
        """Tell how it ended; called once by the runner."""
        self._running = False
        if isinstance(error, Cancelled):
            self.cancelled.emit()
        elif error is not None:
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)
        self.finished.emit()
