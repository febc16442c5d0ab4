"""What runs in the reading child: a workbook or a text table under limits, sent row by row."""

from __future__ import annotations

import contextlib
import gc
import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from nagari_kit.services.spreadsheet_reading.child_limits import limit_this_process
from nagari_kit.services.spreadsheet_reading.messages import END, FAILED, SHEET, told, told_rows

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

CHUNK = 2000
SKIPPED_SHEETS = frozenset({"kode data"})
WORKBOOK_BEGINS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x09\x08", b"\x09\x04", b"\x09\x02")
"""ZIP (XLSX, ODS), OLE2 (XLS) and bare BIFF: content decides, never the file's name."""
_MOST_COLUMNS = 16_384


def serve_rows(path: str, connection: Connection, memory: int, seconds: float) -> None:
    """Send the sheets and their rows as `messages` says; on trouble the name of the error."""
    # Whatever a native reader writes when it gives up must not reach the officer's terminal.
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 2)
    limit_this_process(memory, seconds)
    # The child lives for one file: what it made is given back with its memory as a whole.
    gc.disable()
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - pathlib would double the start of the child
            begin = file.read(8)
        send = _send_workbook if begin.startswith(WORKBOOK_BEGINS) else _send_text
        send(path, connection)
        connection.send_bytes(told(END))
        connection.close()
        os._exit(0)
    except MemoryError:
        _report(connection, "MemoryError")
    except BaseException as error:  # noqa: BLE001 - a panic of the native reader is a BaseException
        _report(connection, type(error).__name__)


def _report(connection: Connection, name: str) -> None:
    with contextlib.suppress(OSError):
        connection.send_bytes(told(FAILED, name))


def _send_workbook(path: str, connection: Connection) -> None:
    from python_calamine import CalamineWorkbook

    with open(path, "rb") as file, CalamineWorkbook.from_filelike(file) as workbook:  # noqa: PTH123
        for name in workbook.sheet_names:
            if name.strip().lower() in SKIPPED_SHEETS:
                continue
            connection.send_bytes(told(SHEET, name))
            for chunk in _chunks(_rows_from_the_corner(workbook.get_sheet_by_name(name))):
                connection.send_bytes(told_rows(chunk))


def _rows_from_the_corner(sheet: CalamineSheet) -> Iterator[Sequence[object]]:
    """Every row one after the other, from A1; calamine leaves out empty columns on the left."""
    if sheet.start is None:
        return iter(())
    if not sheet.start[1]:
        return sheet.iter_rows()
    left = [""] * sheet.start[1]
    return ([*left, *row] for row in sheet.iter_rows())


def _send_text(path: str, connection: Connection) -> None:
    from nagari_kit.services.spreadsheet_reading.text_tables import rows_of_text

    with open(path, "rb") as file:  # noqa: PTH123
        content = file.read()
    rows = list(rows_of_text(content))
    width = min(max(map(len, rows), default=0), _MOST_COLUMNS)
    connection.send_bytes(told(SHEET, ""))
    for chunk in _chunks(rows):
        even = [[*row[:width], *[""] * (width - len(row))] for row in chunk]
        connection.send_bytes(told_rows(even))


def _chunks(rows: Iterable[Sequence[object]]) -> Iterator[list[Sequence[object]]]:
    left = iter(rows)
    while chunk := list(islice(left, CHUNK)):
        yield chunk
