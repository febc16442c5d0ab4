"""Reads a spreadsheet in a child process with limits: a crafted file cannot harm the program."""

from __future__ import annotations

import hashlib
import multiprocessing
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nagari_kit.errors import ImportFileError
from nagari_kit.services.spreadsheet_reading.child import serve_rows
from nagari_kit.services.spreadsheet_reading.messages import (
    END,
    FAILED,
    SHEET,
    Cell,
    understood,
)

if TYPE_CHECKING:
    from nagari_kit.services.progress import CancelToken

MAX_FILE_BYTES = 100 * 1024 * 1024
MAX_UNPACKED_BYTES = 600 * 1024 * 1024
MAX_MEMORY_BYTES = 2 * 1024 * 1024 * 1024
MAX_SECONDS = 180.0
MAX_ROWS = 200_000
MAX_CELLS = 20_000_000
"""What the parent keeps in memory of a child that is within its own limits."""

UNHARMED = "Data nagari tidak berubah."
SAVE_AGAIN = "Buka berkas di Excel atau LibreOffice, simpan ulang sebagai .xlsx, lalu coba lagi."


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet as read: `rows[i]` is row i+1 of the spreadsheet program, all of one length."""

    name: str
    rows: list[tuple[Cell, ...]]


@dataclass(frozen=True, slots=True)
class Workbook:
    """All sheets of a file and the SHA-256 of its bytes, hex."""

    sha256: str
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """What the child may use before it is stopped: bytes of memory, seconds."""

    memory: int = MAX_MEMORY_BYTES
    seconds: float = MAX_SECONDS


def read_workbook(
    path: Path,
    *,
    token: CancelToken | None = None,
    on_rows: Callable[[int, Sheet], None] | None = None,
    limits: ReadingLimits | None = None,
) -> Workbook:
    """Read XLSX, XLSM, XLS, ODS or a table of text. `on_rows` hears how many rows have come so far.

    It hears with them the sheet that the last of them were added to.

    Raises ImportFileError with a sentence for the officer, Cancelled.
    """
    digest = file_sha256(path)
    _refuse_packed_giant(path)
    bounds = limits or ReadingLimits()
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe(duplex=False)
    asked = (str(path), theirs, bounds.memory, bounds.seconds)
    child = spawn.Process(target=serve_rows, args=asked, daemon=True)
    child.start()
    theirs.close()
    try:
        sheets = _collect(_messages(ours, child, bounds.seconds, token), on_rows)
    finally:
        ours.close()
        _stop(child)
    return Workbook(digest, sheets)


def file_sha256(path: Path) -> str:
    """SHA-256 of a file's bytes, hex. Raises ImportFileError when it cannot be opened."""
    try:
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            raise ImportFileError(
                f"Berkas {path.name} terlalu besar ({size // 1_048_576} MB). {UNHARMED}",
                hint="Bagi berkas menjadi beberapa bagian, paling besar 100 MB.",
                code="IMPOR-03",
            )
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError as error:
        raise ImportFileError(
            f"Berkas {path.name} tidak ditemukan. {UNHARMED}",
            hint="Periksa nama dan foldernya, lalu pilih lagi.",
            code="IMPOR-02",
        ) from error
    except OSError as error:
        raise ImportFileError(
            f"Berkas {path.name} tidak dapat dibuka. {UNHARMED}",
            hint="Tutup berkas itu di program lain, pastikan boleh dibaca, lalu coba lagi.",
            code="IMPOR-02",
            detail=f"cannot open spreadsheet: errno {error.errno}",
        ) from error


def _refuse_packed_giant(path: Path) -> None:
    """A small zip that unpacks to gigabytes is refused before anybody unpacks it."""
    if not zipfile.is_zipfile(path):
        return
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise _unreadable(str(type(error).__name__)) from error
    if unpacked > MAX_UNPACKED_BYTES:
        raise _too_big(f"zip declares {unpacked} bytes")


def _messages(
    connection: Connection, child: BaseProcess, seconds: float, token: CancelToken | None
) -> Iterator[tuple[str, Any]]:
    end = time.monotonic() + seconds
    while True:
        if token is not None:
            token.raise_if_cancelled()
        if time.monotonic() > end:
            raise _too_big("time limit")
        if not connection.poll(0.1):
            if child.exitcode is not None and not connection.poll(0):
                raise _unreadable(f"reader ended with {child.exitcode}")
            continue
        try:
            kind, content = understood(connection.recv_bytes())
        except (EOFError, OSError, ValueError, TypeError) as error:
            child.join(2)
            raise _unreadable(f"reader ended with {child.exitcode}") from error
        if kind == END:
            return
        yield kind, content


def _collect(
    messages: Iterator[tuple[str, Any]], on_rows: Callable[[int, Sheet], None] | None
) -> tuple[Sheet, ...]:
    sheets: list[Sheet] = []
    total = cells = 0
    for kind, content in messages:
        if kind == FAILED:
            raise _too_big(content) if content == "MemoryError" else _unreadable(content)
        if kind == SHEET:
            sheets.append(Sheet(content, []))
            continue
        sheets[-1].rows.extend(content)
        total += len(content)
        cells += len(content) * len(content[0]) if content else 0
        if total > MAX_ROWS or cells > MAX_CELLS:
            raise _too_big(f"{total} rows, {cells} cells")
        if on_rows is not None:
            on_rows(total, sheets[-1])
    return tuple(sheets)


def _stop(child: BaseProcess) -> None:
    child.join(0.5)
    if child.is_alive():
        child.kill()
        child.join()
    child.close()


def _unreadable(detail: str) -> ImportFileError:
    return ImportFileError(
        f"Berkas ini rusak atau bukan lembar kerja. {UNHARMED}",
        hint=SAVE_AGAIN,
        code="IMPOR-04",
        detail=f"spreadsheet unreadable: {detail}",
    )


def _too_big(detail: str) -> ImportFileError:
    return ImportFileError(
        f"Isi berkas ini terlalu besar untuk dibaca dengan aman. {UNHARMED}",
        hint="Salin hanya kolom dan baris warga ke lembar kerja baru, lalu simpan sebagai .xlsx.",
        code="IMPOR-03",
        detail=f"spreadsheet over the limits: {detail}",
    )
