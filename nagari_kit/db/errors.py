"""Known troubles of SQLite and the disk, told as the storage errors of the house."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from nagari_kit.errors import (
    ConflictError,
    DiskFullError,
    NagariError,
    StorageCorruptError,
    StorageError,
    StorageLockedError,
)

_ROLLED_BACK = "Perubahan terakhir dibatalkan; data yang sudah tersimpan tidak hilang."
_TAKEN = {
    "resident_nik": ("NIK ini sudah tercatat atas nama orang lain.", "WARGA-01"),
    "household.nomor_kk": ("Nomor KK ini sudah dipakai keluarga lain.", "WARGA-02"),
    "population_event.reverses": ("Peristiwa ini sudah diurungkan.", "PERISTIWA-01"),
}
"""Numbers that one alone may bear, by the words in which SQLite refuses a second."""


class UnrecordedChangeError(Exception):
    """A synced table was written without its event: a bug of the program, never the officer's."""


@contextmanager
def translated() -> Iterator[None]:
    """Raise StorageError and its kinds for the SQLite result codes that an office can meet.

    A number that somebody else took in the meantime is a ConflictError. Other broken constraints
    and programming mistakes pass through as they are.
    """
    try:
        yield
    except DBAPIError as error:
        known = storage_error(error.orig)
        if known is None:
            raise
        raise known from error


def storage_error(cause: BaseException | None) -> NagariError | None:
    """The house's error for a driver error, or None when it is no trouble of the file or disk."""
    code = getattr(cause, "sqlite_errorcode", None)
    if code is None:
        return None
    if code & 0xFF == sqlite3.SQLITE_CONSTRAINT:
        return _taken(str(cause))
    return _by_code(code & 0xFF, getattr(cause, "sqlite_errorname", "") or "")


def _taken(words: str) -> ConflictError | None:
    # The driver gives no extended code, which would tell a taken number from other constraints.
    for what, (sentence, code) in _TAKEN.items():
        if words.startswith("UNIQUE") and what in words:
            return ConflictError(
                f"{sentence} Belum ada yang disimpan.",
                hint="Buka lagi datanya: mungkin baru saja dicatat di komputer atau layar lain.",
                code=code,
                detail=f"unique: {what}",
            )
    return None


def full_disk(detail: str = "") -> DiskFullError:
    """There is no room for what SQLite has to write."""
    return DiskFullError(
        f"Disk komputer penuh. {_ROLLED_BACK}",
        hint="Kosongkan sebagian disk (misalnya Keranjang Sampah), lalu coba lagi.",
        detail=detail,
    )


def corrupt_file(detail: str = "") -> StorageCorruptError:
    """The file is damaged, or none of ours."""
    return StorageCorruptError(
        "Berkas data rusak atau bukan berkas Nagari Kit. Berkas itu tidak diubah.",
        hint="Jangan hapus apa pun. Pulihkan dari cadangan terakhir atau hubungi admin.",
        detail=detail,
    )


def _by_code(code: int, name: str) -> NagariError | None:
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return StorageLockedError(
            f"Data sedang dipakai program lain terlalu lama. {_ROLLED_BACK}",
            hint="Tutup jendela Nagari Kit yang lain di komputer ini, lalu coba lagi.",
            detail=name,
        )
    if code == sqlite3.SQLITE_FULL:
        return full_disk(name)
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return corrupt_file(name)
    if code in {
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_AUTH,
    }:
        return StorageError(
            f"Berkas data tidak dapat dibaca atau ditulis. {_ROLLED_BACK}",
            hint="Periksa apakah disk terpasang dan folder data boleh ditulisi, lalu coba lagi.",
            detail=name,
        )
    return None
