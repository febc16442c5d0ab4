"""Refuses to commit a change of a synced table that no event tells of."""

from __future__ import annotations

import re
from typing import Any

from sqlalchemy import Connection, event

from nagari_kit.db.errors import UnrecordedChangeError
from nagari_kit.db.tables import EVENTS_OF_TABLE

_WRITE = re.compile(
    r"\s*(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|REPLACE\s+INTO|UPDATE(?:\s+OR\s+\w+)?|DELETE\s+FROM)"
    r"\s+[\"'`\[]?(\w+)",
    re.IGNORECASE,
)


class ChangeGuard:
    """Watches one connection: every statement that writes, whoever built it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._written: set[str] = set()
        event.listen(connection, "before_cursor_execute", self._see)

    def release(self) -> None:
        """Stop watching."""
        event.remove(self._connection, "before_cursor_execute", self._see)

    def check(self, recorded: set[str]) -> None:
        """Raise UnrecordedChangeError unless each written table has an event of its kind.

        `recorded`: types of the events of this unit of work.
        """
        for table in sorted(self._written):
            prefix = EVENTS_OF_TABLE[table]
            if not any(kind.startswith(prefix) for kind in recorded):
                raise UnrecordedChangeError(f"{table} was written without an event {prefix}*")

    def _see(self, *call: Any) -> None:  # noqa: ANN401 - the signature is SQLAlchemy's
        match = _WRITE.match(call[2])
        if match and match.group(1).lower() in EVENTS_OF_TABLE:
            self._written.add(match.group(1).lower())
