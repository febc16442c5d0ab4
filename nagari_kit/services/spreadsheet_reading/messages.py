"""What the reading child tells its parent: plain JSON, so that nothing it sends can run here."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, cast

Cell = str | float | date
"""Text ("" is an empty cell), a number as the file stores it, or a civil date."""

_DATE_MARK = "\x02"
"""Begins a date; no spreadsheet holds this sign in a text (XML 1.0 forbids it)."""

_BETWEEN = "\x1f"
_LETTERS = "".join(chr(code) for code in range(0x30, 0x250) if chr(code) not in "\\\x7f")
_AS_THEY_ARE: set[type] = {str, float}
SHEET, ROWS, END, FAILED = "sheet", "rows", "end", "failed"


def told(kind: str, text: str = "") -> bytes:
    """A message without rows: a sheet begins, the end, or what went wrong."""
    return json.dumps([kind, text]).encode()


def told_rows(rows: Sequence[Sequence[object]]) -> bytes:
    """Rows of one length, column by column, each in its shortest form."""
    columns = [_packed(_plain(column)) for column in zip(*rows, strict=True)]
    return json.dumps([ROWS, columns], ensure_ascii=False).encode("utf-8", "replace")


def understood(message: bytes) -> tuple[str, str | list[tuple[Cell, ...]]]:
    """The kind, and its text or its rows. Raises ValueError or TypeError for what is no message."""
    kind, content = json.loads(message)
    if kind != ROWS:
        return str(kind), str(content)
    return ROWS, list(zip(*map(_unpacked, content), strict=True))


def _packed(cells: Sequence[str | float]) -> list[object]:
    """Few different cells as one letter each, texts between separators, others as they are.

    Columns of codes and empty cells are most of a sheet; both forms are made and read at once.
    """
    different = list(dict.fromkeys(cells))
    if len(different) <= len(_LETTERS):
        letter_of = dict(zip(different, _LETTERS, strict=False))
        return ["letters", different, "".join(map(letter_of.__getitem__, cells))]
    if not any(isinstance(cell, float) for cell in different):
        joined = _BETWEEN.join(cast("Sequence[str]", cells))
        if joined.count(_BETWEEN) == len(cells) - 1:
            return ["texts", joined]
    return ["cells", cells]


def _unpacked(column: list[Any]) -> list[Cell]:
    form = column[0]
    if form == "letters":
        cell_of = dict(zip(_LETTERS, map(_cell, column[1]), strict=False))
        return [cell_of[letter] for letter in column[2]]
    if form == "texts":
        texts: list[str] = column[1].split(_BETWEEN)
        return _cells(texts) if _DATE_MARK in column[1] else [*texts]
    return [_cell(cell) for cell in column[1]]


def _cells(texts: list[str]) -> list[Cell]:
    """Texts and dates, as fast as a column of dates asks for."""
    read = date.fromisoformat
    try:
        return [read(text[1:]) if text[:1] == _DATE_MARK else text for text in texts]
    except ValueError:
        return [*map(_cell, texts)]


def _cell(told: str | float) -> Cell:
    if isinstance(told, str) and told.startswith(_DATE_MARK):
        # A text file may hold the mark itself.
        with contextlib.suppress(ValueError):
            return date.fromisoformat(told[1:])
    return told


def _plain(column: Iterable[object]) -> Sequence[str | float]:
    cells = tuple(column)
    if set(map(type, cells)) <= _AS_THEY_ARE:
        return cast("tuple[str | float, ...]", cells)
    return [_plain_cell(cell) for cell in cells]


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
        return _DATE_MARK + cell.date().isoformat()
    if isinstance(cell, date):
        return _DATE_MARK + cell.isoformat()
    if isinstance(cell, time | timedelta):
        return str(cell)
    return str(cell)
