"""Who looked at whose record: rows are only added."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from nagari_kit.db.tables import record_access
from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.record_access import RecordAccess

_ADD = insert(record_access)


class RecordAccessQueries:
    """Reads the looks at one record."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, resident_id: ResidentId, limit: int) -> tuple[RecordAccess, ...]:
        """The last looks, newest first."""
        statement = (
            select(record_access)
            .where(record_access.c.resident_id == resident_id.bytes)
            .order_by(record_access.c.key.desc())
            .limit(limit)
        )
        return tuple(
            RecordAccess(datetime.fromisoformat(row.at), row.by, row.purpose)
            for row in self._connection.execute(statement)
        )

    def count_since(self, resident_id: ResidentId, since: datetime) -> int:
        """How many looks there were from a moment on."""
        statement = select(func.count()).where(
            record_access.c.resident_id == resident_id.bytes,
            record_access.c.at >= since.isoformat(),
        )
        return self._connection.execute(statement).scalar_one()


class RecordAccessRepository(RecordAccessQueries):
    """The looks within a unit of work."""

    def add(self, resident_id: ResidentId, access: RecordAccess) -> None:
        """Remember one look; it cannot be taken back."""
        self._connection.execute(
            _ADD,
            {
                "resident_id": resident_id.bytes,
                "at": access.at.isoformat(),
                "by": access.by,
                "purpose": access.purpose,
            },
        )
