"""The office's own list of clans."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from nagari_kit.db.tables import suku


class SukuQueries:
    """Reads the list on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[str, ...]:
        """Every name, in the order of the alphabet; empty until the office has a list."""
        names = self._connection.execute(select(suku.c.name)).scalars()
        return tuple(sorted(names, key=str.casefold))


class SukuRepository(SukuQueries):
    """The list within a unit of work."""

    def add(self, names: Iterable[str]) -> None:
        """Add what is not there yet; spellings that differ in capitals alone are one."""
        rows = [{"name": name} for name in names]
        if rows:
            self._connection.execute(insert(suku).on_conflict_do_nothing(), rows)

    def remove(self, name: str) -> None:
        """Propose this name no longer; people who bear it keep it."""
        self._connection.execute(delete(suku).where(suku.c.name == name))
