"""One window per office folder on this PC: a second one is told, not opened."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QLockFile

from nagari_kit.errors import ConflictError
from nagari_kit.infra.files import make_private_dir

_log = logging.getLogger(__name__)


class SoleWindow:
    """Holds the office's place while the process lives; a crash leaves nothing in the way.

    The lock lies beside the data folder, not in it: an empty folder stays empty, and commands may
    work on the folder at any time.
    """

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._path = data_dir.with_name(f".{data_dir.name}.jendela")
        self._lock = QLockFile(str(self._path))
        # Only a dead process makes it stale, not a long day at the desk.
        self._lock.setStaleLockTime(0)

    def take(self) -> None:
        """Take the place. Raises ConflictError when another window of this office has it."""
        try:
            make_private_dir(self._path.parent)
        except OSError:
            _log.warning("no place for the window's lock")
            return
        if self._lock.tryLock(0):
            return
        if self._lock.error() != QLockFile.LockError.LockFailedError:
            # A folder that cannot be written beside: the database guards itself.
            _log.warning("the window's lock cannot be written")
            return
        raise ConflictError(
            "Nagari Kit untuk kantor ini sudah terbuka di komputer ini. Tidak ada yang hilang.",
            hint="Cari jendelanya di bilah tugas, atau tutup dulu jendela itu.",
            code="JENDELA-01",
        )

    def release(self) -> None:
        """Leave the place to the next window."""
        self._lock.unlock()
