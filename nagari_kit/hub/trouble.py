"""What a person has to look at: rows of conflicts, containers in quarantine, whose fault it was."""

from __future__ import annotations

from psycopg import Error, errors

from nagari_kit.errors import HubError
from nagari_kit.hub.database import Connection

_OF_CONTENT = (
    errors.DataError,
    errors.IntegrityError,
    errors.ProgrammingError,
    errors.ProgramLimitExceeded,
)
_OF_SCHEMA = (errors.UndefinedTable, errors.UndefinedColumn, errors.InsufficientPrivilege)


def lies_in_content(error: Exception) -> bool:
    """Whether trying the same bytes again must fail again; else the server may get well."""
    if isinstance(error, Error):
        return isinstance(error, _OF_CONTENT) and not isinstance(error, _OF_SCHEMA)
    return not isinstance(error, (HubError, OSError, MemoryError))


def note_conflict(connection: Connection, kind: str, office: str, one: bytes, other: bytes) -> None:
    """Two event hashes that contradict each other; noted once."""
    connection.execute(
        "INSERT INTO conflict(kind, office_id, a_hash, b_hash) VALUES (%s,%s,%s,%s)"
        " ON CONFLICT DO NOTHING",
        (kind, office, one, other),
    )


def quarantine(connection: Connection, cid: bytes, code: str, detail: str) -> None:
    """Keep the container, apply nothing of it."""
    connection.execute("UPDATE container SET state = 'quarantined' WHERE container_id = %s", (cid,))
    connection.execute(
        "INSERT INTO quarantine VALUES (%s,%s,%s) ON CONFLICT DO NOTHING", (cid, code, detail)
    )


def release_revoked(connection: Connection, device_id: bytes) -> None:
    """What was set aside because its PC was revoked waits again like anything stored."""
    connection.execute(
        "UPDATE container c SET state = 'stored' FROM quarantine q"
        " WHERE q.container_id = c.container_id AND q.code = 'revoked' AND q.released_by IS NULL"
        " AND c.device_id = %s AND c.state = 'quarantined'",
        (device_id,),
    )
    connection.execute(
        "UPDATE quarantine q SET released_by = 'approve' FROM container c"
        " WHERE q.container_id = c.container_id AND q.code = 'revoked' AND c.device_id = %s",
        (device_id,),
    )
