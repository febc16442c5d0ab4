"""Writes files so that after a power cut there is the old one or the new one, whole."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from nagari_kit.errors import DiskFullError, StorageError


def make_private_dir(path: Path) -> None:
    """Make a folder, and those above it that are missing; only this user may enter any of them.

    Folders that are there already stay as they are. Raises OSError.
    """
    if not path.is_dir():
        # mkdir(parents=True) would give the mode to the last folder alone.
        make_private_dir(path.parent)
        path.mkdir(mode=0o700, exist_ok=True)


def write_atomically(path: Path, content: bytes) -> None:
    """Replace the file by `content`, readable by this user alone.

    Raises DiskFullError or StorageError; then the old file is still there.
    """
    try:
        _replace(path, content)
    except OSError as error:
        raise storage_error(error) from error


def storage_error(error: OSError) -> StorageError:
    """The house's error for a file or disk that refuses."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return DiskFullError(
            "Disk komputer penuh. Data yang sudah tersimpan tidak hilang.",
            hint="Kosongkan sebagian disk (misalnya Keranjang Sampah), lalu coba lagi.",
            detail=errno.errorcode.get(error.errno, ""),
        )
    return StorageError(
        "Berkas tidak dapat ditulis. Data yang sudah tersimpan tidak hilang.",
        hint="Periksa apakah disk terpasang dan folder data boleh ditulisi, lalu coba lagi.",
        detail=errno.errorcode.get(error.errno or 0, ""),
    )


def _replace(path: Path, content: bytes) -> None:
    # Late: it loads OpenSSL, and the first window makes folders only.
    import secrets

    make_private_dir(path.parent)
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Let the names in a folder survive a power cut. Raises OSError."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
