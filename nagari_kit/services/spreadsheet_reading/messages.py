"""What the reading child tells its parent: plain JSON, so that nothing it sends can run here."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import cast

Cell = str | float | date
"""Text ("" is an empty cell), a number as the file stores it, or a civil date."""

_AS_THEY_ARE: set[type] = {str, float}
SHEET, ROWS, END, FAILED = "sheet", "rows", "end", "failed"


def told(kind: str, text: str = "") -> bytes:
    """A message without rows: a sheet begins, the end, or what went wrong."""
    return json.dumps([kind, text]).encode()


def told_rows(rows: Sequence[Sequence[object]]) -> bytes:
    """Rows of one length, column by column, with the places of the dates beside each."""
    columns = [_plain(column) for column in zip(*rows, strict=True)]
    return json.dumps([ROWS, columns], ensure_ascii=False).encode("utf-8", "replace")


def understood(message: bytes) -> tuple[str, str | list[tuple[Cell, ...]]]:
    """The kind, and its text or its rows. Raises ValueError for what is no message."""
    kind, content = json.loads(message)
    if kind != ROWS:
        return str(kind), str(content)
    columns: list[list[Cell]] = []
    for cells, dates in content:
        for place in dates:
            cells[place] = date.fromisoformat(cells[place])
        columns.append(cells)
    return ROWS, list(zip(*columns, strict=True))


def _plain(column: Iterable[object]) -> tuple[Sequence[str | float], list[int]]:
    cells = tuple(column)
    if set(map(type, cells)) <= _AS_THEY_ARE:
        return cast("tuple[str | float, ...]", cells), []
    dates = [place for place, cell in enumerate(cells) if isinstance(cell, date)]
    return [_plain_cell(cell) for cell in cells], dates


def _plain_cell(cell: object) -> str | float:
    if isinstance(cell, str | float):
        return cell
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, int):
        return float(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time | timedelta):
        return str(cell)
    return str(cell)
