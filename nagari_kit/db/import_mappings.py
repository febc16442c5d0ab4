"""What the columns of a spreadsheet of no known form hold, as an officer once decided."""

from __future__ import annotations

from sqlalchemy import Connection, text

from nagari_kit.db.repositories.residents import upsert
from nagari_kit.db.tables import import_mapping


class ImportMappingQueries:
    """Reads on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def content(self, headings: str) -> str | None:
        """The decision for these headings; None when there was none."""
        statement = text("SELECT content FROM import_mapping WHERE headings = :headings")
        return self._connection.execute(statement, {"headings": headings}).scalar()


class ImportMappingRepository(ImportMappingQueries):
    """Decisions within a unit of work."""

    def save(self, headings: str, content: str, used_at: str) -> None:
        """Remember a decision, in place of an earlier one for the same headings."""
        values = {"headings": headings, "content": content, "used_at": used_at}
        self._connection.execute(upsert(import_mapping, "headings"), values)
