"""Filters of the list of residents that the office keeps under a name."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, text

from nagari_kit.db.repositories.residents import upsert
from nagari_kit.db.tables import saved_filter


class SavedFilterQueries:
    """Reads of kept filters on one connection; a row is identity, name and content."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[tuple[UUID, str, str], ...]:
        """Every kept filter, by name."""
        statement = text("SELECT id, name, content FROM saved_filter ORDER BY name COLLATE NOCASE")
        rows = self._connection.execute(statement)
        return tuple((UUID(bytes=row.id), row.name, row.content) for row in rows)


class SavedFilterRepository(SavedFilterQueries):
    """Kept filters within a unit of work."""

    def save(self, identity: UUID, name: str, content: str) -> None:
        """Keep a filter, or change the one of this identity. The name is nobody else's."""
        values = {"id": identity.bytes, "name": name, "content": content}
        self._connection.execute(upsert(saved_filter, "id"), values)

    def remove(self, identity: UUID) -> None:
        """Forget a filter; the people in it stay as they are."""
        statement = text("DELETE FROM saved_filter WHERE id = :id")
        self._connection.execute(statement, {"id": identity.bytes})
