"""What runs in the reading child: calamine under a memory limit, rows sent to the parent."""

from __future__ import annotations

import contextlib
import os
import sys
from datetime import date, datetime, time, timedelta
from multiprocessing.connection import Connection

Cell = str | float | date | None
"""Text, a number as the file stores it, a civil date, or an empty cell."""

CHUNK = 1000
SKIPPED_SHEETS = frozenset({"kode data"})


def serve_rows(path: str, connection: Connection, memory_limit: int) -> None:
    """Send ("sheet", name), ("rows", list) …, ("end", None); on trouble ("failed", error name)."""
    # Whatever a native reader writes when it gives up must not reach the officer's terminal.
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 2)
    _limit_memory(memory_limit)
    try:
        _send_sheets(path, connection)
        connection.send(("end", None))
    except MemoryError:
        _report(connection, "MemoryError")
    except BaseException as error:  # noqa: BLE001 - a panic of the native reader is a BaseException
        _report(connection, type(error).__name__)


def _report(connection: Connection, name: str) -> None:
    with contextlib.suppress(OSError):
        connection.send(("failed", name))


def _limit_memory(limit: int) -> None:
    """Address space, where the system offers it; elsewhere the size checks before must do."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _send_sheets(path: str, connection: Connection) -> None:
    from python_calamine import CalamineWorkbook

    with CalamineWorkbook.from_path(path) as workbook:
        for name in workbook.sheet_names:
            if name.strip().lower() in SKIPPED_SHEETS:
                continue
            rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
            connection.send(("sheet", name))
            for start in range(0, len(rows), CHUNK):
                chunk = [[plain_cell(cell) for cell in row] for row in rows[start : start + CHUNK]]
                connection.send(("rows", chunk))


def plain_cell(cell: object) -> Cell:
    """One of the four plain kinds for whatever the reader gives."""
    if cell is None or cell == "":
        return None
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, int | float):
        return float(cell)
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, time | timedelta):
        return str(cell)
    return str(cell)
