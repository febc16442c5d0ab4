"""Keeps the office's own letter definitions, every version of them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from nagari_kit.db.letter_tables import letter_definition
from nagari_kit.domain.letter_definitions import DefinitionVersion


class LetterDefinitionQueries:
    """Reads on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def active(self) -> dict[str, tuple[bytes, str]]:
        """TOML and origin of each that is in use, by id."""
        statement = select(
            letter_definition.c.id, letter_definition.c.source, letter_definition.c.origin
        ).where(letter_definition.c.active == 1)
        return {row.id: (row.source, row.origin) for row in self._connection.execute(statement)}

    def active_versions(self) -> dict[str, int]:
        """The version of each that is in use, by id."""
        statement = select(letter_definition.c.id, letter_definition.c.version).where(
            letter_definition.c.active == 1
        )
        return {row.id: row.version for row in self._connection.execute(statement)}

    def versions(self, type_id: str) -> tuple[DefinitionVersion, ...]:
        """All that were ever made of a type, the newest first."""
        statement = (
            select(letter_definition)
            .where(letter_definition.c.id == type_id)
            .order_by(letter_definition.c.version.desc())
        )
        return tuple(
            DefinitionVersion(
                row.id,
                row.version,
                row.origin,
                row.based_on,
                bool(row.active),
                datetime.fromisoformat(row.made_at),
                row.made_by,
            )
            for row in self._connection.execute(statement)
        )

    def source(self, type_id: str, version: int) -> bytes | None:
        """The TOML of one version, None when there is none."""
        statement = select(letter_definition.c.source).where(
            letter_definition.c.id == type_id, letter_definition.c.version == version
        )
        return self._connection.execute(statement).scalar_one_or_none()

    def highest_version(self, type_id: str) -> int:
        """0 before the first."""
        statement = select(func.max(letter_definition.c.version)).where(
            letter_definition.c.id == type_id
        )
        return self._connection.execute(statement).scalar_one() or 0


class LetterDefinitionRepository(LetterDefinitionQueries):
    """The same within a unit of work. `changed`: moment (ISO, UTC) and actor."""

    def __init__(self, connection: Connection, changed: tuple[str, str]) -> None:
        super().__init__(connection)
        self._changed = changed

    def put_in_use(
        self, type_id: str, version: int, source: bytes, origin: str, based_on: str
    ) -> None:
        """Keep a new version and use it from now on."""
        self.put_out_of_use(type_id)
        row = {
            "id": type_id,
            "version": version,
            "source": source,
            "origin": origin,
            "based_on": based_on,
            "active": 1,
            "made_at": self._changed[0],
            "made_by": self._changed[1],
        }
        self._connection.execute(insert(letter_definition), row)

    def put_out_of_use(self, type_id: str) -> None:
        """None of its versions is used any more; they stay."""
        statement = update(letter_definition).where(letter_definition.c.id == type_id)
        self._connection.execute(statement.values(active=0))
