"""Pages of the list of 50,000 residents: the service against bare sqlite3 on the same statements.

The peer reads the same pages by the same two statements from an unencrypted copy of the tables and
indexes in memory, and makes no values of the rows. The pages are those that somebody jumps to with
the scroll bar, of everybody and of a jorong.
"""

from __future__ import annotations

import random
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.figures import Figure, interleaved, percentile_ms
from benchmarks.letter_service import make_office
from benchmarks.search import PEOPLE, fill, plain_copy
from nagari_kit.db.queries.resident_rows import COLUMNS, JOINS, SURROUNDINGS
from nagari_kit.domain.identity import JorongId
from nagari_kit.domain.residents import ResidentFilter
from nagari_kit.services.workspace import Workspace

PAGES = 120
ROWS = 100
WARM_UP = 10
LIMIT = 4.0
_KEYS = (
    "SELECT r.key FROM resident r WHERE {} ORDER BY r.name COLLATE NOCASE, r.key LIMIT ? OFFSET ?"
)
_ALIVE = "r.life_status = 1"
_JORONG = "r.jorong_id = ? AND r.life_status = 1"


def measure() -> list[Figure]:
    """Ratio of the medians and of the 99th percentiles, taken in turn within one run."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = make_office(Path(folder) / "kantor")
        try:
            fill(workspace)
            peer = plain_copy(workspace)
            jorong = workspace.office.jorong()[0].id
            timed = {
                "everybody": _timed(workspace, peer, ResidentFilter(), None),
                "a jorong": _timed(workspace, peer, ResidentFilter(jorong_id=jorong), jorong),
            }
            peer.close()
        finally:
            workspace.close()
    return [
        _figure(f"list of {whom}, {name}", part, ours, theirs)
        for whom, (ours, theirs) in timed.items()
        for name, part in (("median", 0.5), ("99th percentile", 0.99))
    ]


def _figure(name: str, part: float, ours: list[float], theirs: list[float]) -> Figure:
    own, bare = percentile_ms(ours, part), percentile_ms(theirs, part)
    words = f"{own:.2f} ms against {bare:.2f} ms, a page of {ROWS} of {PEOPLE}"
    return Figure(name, own / bare, LIMIT, words)


def _timed(
    workspace: Workspace,
    peer: sqlite3.Connection,
    wanted: ResidentFilter,
    jorong: JorongId | None,
) -> tuple[list[float], list[float]]:
    total = workspace.residents.page(wanted, 0, 1).total
    chance = random.Random(2)
    places = [chance.randrange(max(1, total - ROWS)) for _ in range(PAGES + WARM_UP)]
    waiting = [iter(places) for _ in range(2)]
    return interleaved(
        lambda: workspace.residents.page(wanted, next(waiting[0]), ROWS),
        _bare(peer, waiting[1], jorong),
        rounds=PAGES,
        warm_up=WARM_UP,
    )


def _bare(
    peer: sqlite3.Connection, waiting: Iterator[int], jorong: JorongId | None
) -> Callable[[], object]:
    statement = _KEYS.format(_ALIVE if jorong is None else _JORONG)
    given = () if jorong is None else (jorong.bytes,)

    def page() -> object:
        keys = [row[0] for row in peer.execute(statement, (*given, ROWS, next(waiting)))]
        marks = ", ".join(str(key) for key in keys)
        return peer.execute(
            f"SELECT r.key AS key, {COLUMNS}, {SURROUNDINGS} FROM resident r {JOINS}"
            f" WHERE r.key IN ({marks})"
        ).fetchall()

    return page
