"""Writes the log that support may read: five files of one megabyte, no number of a person in it."""

from __future__ import annotations

import contextlib
import io
import logging
import os
import re
from logging.handlers import RotatingFileHandler
from pathlib import Path

from nagari_kit.infra.files import make_private_dir
from nagari_kit.infra.paths import OfficePaths

LOG_NAME = "nagari-kit.log"
FILE_BYTES = 1_000_000
FILES = 5
REDACTED = "[nomor]"

_LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_PERSONAL = re.compile(r"[0-9](?:[ .\u00a0-]?[0-9]){15,}")
"""NIK, KK and NIP: sixteen digits or more, also as people group them."""


def set_up_logging(folder: Path, *, level: int = logging.INFO) -> logging.Handler:
    """Send the log of the whole process to `folder`; a second call moves it.

    Returns the handler, so that it can be closed. Raises OSError when the folder cannot be used.
    """
    make_private_dir(folder)
    handler = _PrivateFileHandler(
        folder / LOG_NAME, maxBytes=FILE_BYTES, backupCount=FILES - 1, encoding="utf-8"
    )
    handler.setFormatter(_RedactingFormatter(_LINE))
    root = logging.getLogger()
    for old in [one for one in root.handlers if isinstance(one, _PrivateFileHandler)]:
        root.removeHandler(old)
        old.close()
    root.addHandler(handler)
    root.setLevel(level)
    return handler


def start_office_log(paths: OfficePaths) -> None:
    """Log into the office's folder from now on, once there is an office.

    A folder that cannot be written does not stop the work.
    """
    if paths.key_slots.is_file():
        with contextlib.suppress(OSError):
            set_up_logging(paths.logs)


def redacted(text: str) -> str:
    """The text with every run of sixteen or more digits replaced by `[nomor]`."""
    return _PERSONAL.sub(REDACTED, text)


class _RedactingFormatter(logging.Formatter):
    """Redacts the finished line with its traceback, wherever the number came from."""

    def format(self, record: logging.LogRecord) -> str:
        return redacted(super().format(record))


class _PrivateFileHandler(RotatingFileHandler):
    """Files of this user alone. A log that cannot be written never stops the work at the desk."""

    def _open(self) -> io.TextIOWrapper:
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        descriptor = os.open(self.baseFilename, flags, 0o600)
        return io.TextIOWrapper(os.fdopen(descriptor, "ab"), encoding=self.encoding)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """Let the line go: the disk is full, or another process holds the file (Windows)."""
