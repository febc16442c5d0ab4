"""Refuses to commit a change of a synced table that no event tells of."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Engine, event

from nagari_kit.db.errors import UnrecordedChangeError
from nagari_kit.db.tables import EVENTS_OF_TABLE

GUARD = "nagari_guard"
"""Execution option that names the guard of a connection's unit of work."""

_TOLD_ROW_BY_ROW = frozenset({"resident", "household", "jorong", "letter"})
"""Tables of which each written row needs an event of its own."""
_COMMENT = re.compile(r"/\*.*?\*/|--[^\n]*", re.DOTALL)
_RETURNING = re.compile(r"\bRETURNING\b", re.IGNORECASE)
UNCOUNTED = 1 << 40
"""Rows of a statement that answers with them: nobody knows how many before they are read."""
_NAME = r"[\"'`\[]?(?:\w+)[\"'`\]]?"
_WRITE = re.compile(
    r"\b(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|REPLACE\s+INTO|UPDATE(?:\s+OR\s+\w+)?|DELETE\s+FROM)"
    rf"\s+(?:{_NAME}\s*\.\s*)?[\"'`\[]?(\w+)",
    re.IGNORECASE,
)


class ChangeGuard:
    """Sees every statement of one unit of work, whoever built it."""

    def __init__(self) -> None:
        self._written: Counter[str] = Counter()

    def see(self, statement: str, rows: int) -> None:
        """Remember which synced table a statement wrote, and how many rows of it (-1: unknown)."""
        tables, uncounted = _written_by(statement)
        for name in tables:
            self._written[name] += UNCOUNTED if uncounted else max(rows, 1)

    def check(self, recorded: Counter[str]) -> None:
        """Raise UnrecordedChangeError unless each written table has its events.

        `recorded`: how many events of each type this unit of work has.
        """
        for table, rows in sorted(self._written.items()):
            prefix = EVENTS_OF_TABLE[table]
            events = sum(count for kind, count in recorded.items() if kind.startswith(prefix))
            if events < (rows if table in _TOLD_ROW_BY_ROW else 1):
                raise UnrecordedChangeError(f"{rows} of {table}, {events} events {prefix}*")


@lru_cache(maxsize=512)
def _written_by(statement: str) -> tuple[tuple[str, ...], bool]:
    """The synced tables that a statement writes, and whether it answers with the rows."""
    plain = _COMMENT.sub(" ", statement)
    written = (name.lower() for name in _WRITE.findall(plain))
    synced = tuple(name for name in written if name in EVENTS_OF_TABLE)
    return synced, _RETURNING.search(plain) is not None


def watch(engine: Engine) -> None:
    """Show every statement on this engine to the guard of its connection."""
    event.listen(engine, "after_cursor_execute", _see)


def _see(connection: Connection, cursor: Any, statement: str, *_rest: Any) -> None:  # noqa: ANN401
    guard = connection.get_execution_options().get(GUARD)
    if guard is not None:
        guard.see(statement, cursor.rowcount)
