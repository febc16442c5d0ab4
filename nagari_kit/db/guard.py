"""Refuses to commit a change of a synced table that no event tells of."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import Connection, Engine, event

from nagari_kit.db.errors import UnrecordedChangeError
from nagari_kit.db.tables import EVENTS_OF_TABLE

GUARD = "nagari_guard"
"""Execution option that names the guard of a connection's unit of work."""

_WRITE = re.compile(
    r"\b(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|REPLACE\s+INTO|UPDATE(?:\s+OR\s+\w+)?|DELETE\s+FROM)"
    r"\s+[\"'`\[]?(\w+)",
    re.IGNORECASE,
)


class ChangeGuard:
    """Sees every statement of one unit of work, whoever built it."""

    def __init__(self) -> None:
        self._written: set[str] = set()

    def see(self, statement: str) -> None:
        """Remember which synced table a statement writes."""
        for name in _WRITE.findall(statement):
            if name.lower() in EVENTS_OF_TABLE:
                self._written.add(name.lower())

    def check(self, recorded: set[str]) -> None:
        """Raise UnrecordedChangeError unless each written table has an event of its kind.

        `recorded`: types of the events of this unit of work.
        """
        for table in sorted(self._written):
            prefix = EVENTS_OF_TABLE[table]
            if not any(kind.startswith(prefix) for kind in recorded):
                raise UnrecordedChangeError(f"{table} was written without an event {prefix}*")


def watch(engine: Engine) -> None:
    """Show every statement on this engine to the guard of its connection."""
    event.listen(engine, "before_cursor_execute", _see)


def _see(connection: Connection, _cursor: Any, statement: str, *_rest: Any) -> None:  # noqa: ANN401
    guard = connection.get_execution_options().get(GUARD)
    if guard is not None:
        guard.see(statement)
