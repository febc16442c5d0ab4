"""A lock on a folder that the operating system lets go of when the process dies."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nagari_kit.infra.files import make_private_dir

PAUSE_SECONDS = 0.05


@contextmanager
def locked_folder(folder: Path, name: str, *, wait_seconds: float = 0) -> Iterator[None]:
    """Hold the lock file `name` in the folder, which is made when it is not there.

    Raises BlockingIOError when another process or thread still holds it after `wait_seconds`,
    OSError.
    """
    make_private_dir(folder)
    handle = os.open(folder / name, os.O_RDWR | os.O_CREAT, 0o600)
    limit = time.monotonic() + wait_seconds
    try:
        while True:
            try:
                _take(handle)
                break
            except BlockingIOError:
                if time.monotonic() >= limit:
                    raise
                time.sleep(PAUSE_SECONDS)
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError(*error.args) from error

else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
