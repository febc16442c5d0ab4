"""Keeps the form packs of an office, every version of them, as the files that they came in."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from nagari_kit.db.letter_tables import form_pack


class FormPackQueries:
    """Reads on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def newest(self) -> tuple[tuple[str, int, bytes, datetime, str], ...]:
        """Id, version, file, moment and installer of the newest version of each, by id."""
        last = select(form_pack.c.id, func.max(form_pack.c.version)).group_by(form_pack.c.id)
        versions = {row[0]: row[1] for row in self._connection.execute(last)}
        wanted = select(form_pack).order_by(form_pack.c.id)
        return tuple(
            (
                row.id,
                row.version,
                row.content,
                datetime.fromisoformat(row.installed_at),
                row.installed_by,
            )
            for row in self._connection.execute(wanted)
            if versions[row.id] == row.version
        )

    def contents(self, first: str) -> tuple[bytes, ...]:
        """Every file: those of the id `first` before the others, the newest before older ones."""
        wanted = select(form_pack.c.content).order_by(
            form_pack.c.id != first, form_pack.c.id, form_pack.c.version.desc()
        )
        return tuple(self._connection.execute(wanted).scalars())

    def highest_version(self, pack_id: str) -> int:
        """0 before the first."""
        wanted = select(func.max(form_pack.c.version)).where(form_pack.c.id == pack_id)
        return self._connection.execute(wanted).scalar_one() or 0


class FormPackRepository(FormPackQueries):
    """The same within a unit of work. `changed`: moment (ISO, UTC) and actor."""

    def __init__(self, connection: Connection, changed: tuple[str, str]) -> None:
        super().__init__(connection)
        self._changed = changed

    def add(self, pack_id: str, version: int, content: bytes) -> None:
        """Keep a version that is not there yet."""
        row = {
            "id": pack_id,
            "version": version,
            "content": content,
            "installed_at": self._changed[0],
            "installed_by": self._changed[1],
        }
        self._connection.execute(insert(form_pack), row)
