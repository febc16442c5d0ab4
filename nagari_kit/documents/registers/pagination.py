"""Shares the rows of a register out over pages, and keeps the signatures with the last of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

MOVED_WITH_CLOSING = 3
"""Rows that go to a new page with the signatures, where these have no room below them."""
LEAST_WITH_CLOSING = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """A row, or a part of one that is taller than a page: its lines from `first` on."""

    row: int
    first: int
    lines: int
    height: float


def pieces_of(row: int, lines: int, most: int, height: Callable[[int], float]) -> list[Piece]:
    """The row whole; cut only where it has more than `most` lines."""
    found = []
    for first in range(0, max(lines, 1), most):
        count = min(most, max(lines, 1) - first)
        found.append(Piece(row, first, count, height(count)))
    return found


def paginated(
    pieces: Sequence[Piece], capacity: Callable[[int], float], tail: float
) -> list[list[Piece]]:
    """Pages of pieces; `capacity` of each page, from 0; `tail` is the height below the last row.

    Where the tail has no room the last rows move to a new page with it, so that nobody signs
    an empty table.
    """
    pages: list[list[Piece]] = [[]]
    used = 0.0
    for piece in pieces:
        if pages[-1] and used + piece.height > capacity(len(pages) - 1):
            pages.append([])
            used = 0.0
        pages[-1].append(piece)
        used += piece.height
    if used + tail > capacity(len(pages) - 1):
        _move_last(pages, capacity(len(pages)) - tail)
    elif len(pages) > 1:
        _fill_up(pages, capacity(len(pages) - 1) - tail)
    return pages


def _fill_up(pages: list[list[Piece]], room: float) -> None:
    """A lonely row over the signatures gets the one before it for company."""
    former, last = pages[-2:]
    while len(last) < LEAST_WITH_CLOSING and len(former) > LEAST_WITH_CLOSING:
        if former[-1].height + sum(piece.height for piece in last) > room:
            break
        last.insert(0, former.pop())


def _move_last(pages: list[list[Piece]], room: float) -> None:
    last = pages[-1]
    count = 0
    while count < min(MOVED_WITH_CLOSING, len(last) - 1):
        if sum(piece.height for piece in last[-count - 1 :]) > room:
            break
        count += 1
    pages.append(last[len(last) - count :])
    del last[len(last) - count :]
