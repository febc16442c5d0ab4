"""The folded name of everybody, kept in memory between two searches for a misspelt one.

Reading 50,000 names out of the encrypted file takes 30 ms, comparing them a few.
"""

from __future__ import annotations

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine

_EVERYBODY = "SELECT key, folded_name FROM resident INDEXED BY resident_sound"
_STATE = "SELECT max(rowid) FROM event_log"
"""Residents change with an event, or not at all."""


@dataclass(frozen=True, slots=True)
class FoldedNames:
    """Row keys and names, in the same order; `state` is the log's when they were read."""

    state: int | None
    keys: tuple[int, ...]
    names: tuple[str, ...]


_kept: WeakKeyDictionary[Engine, FoldedNames] = WeakKeyDictionary()


def folded_names(connection: Connection) -> FoldedNames:
    """As they are in the database now."""
    state = connection.exec_driver_sql(_STATE).scalar_one()
    kept = _kept.get(connection.engine)
    if kept is None or kept.state != state:
        rows = connection.exec_driver_sql(_EVERYBODY).all()
        kept = FoldedNames(state, tuple(row[0] for row in rows), tuple(row[1] for row in rows))
        _kept[connection.engine] = kept
    return kept
