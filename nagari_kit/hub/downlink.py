"""What the hub tells an office, numbered without gaps so that nothing is ever skipped."""

from __future__ import annotations

from nagari_kit.hub.database import Connection
from nagari_kit.sync.messages import DownlinkItem

PAGE = 100


def add_downlink(connection: Connection, office: str, kind: str, detail: str) -> None:
    """Append an item; the office's row is locked, so numbers are given in commit order."""
    row = connection.execute(
        "UPDATE office SET downlink_n = downlink_n + 1 WHERE office_id = %s RETURNING downlink_n",
        (office,),
    ).fetchone()
    if row is not None:
        connection.execute(
            "INSERT INTO downlink VALUES (%s,%s,%s,%s)", (office, row[0], kind, detail)
        )


def downlink_after(connection: Connection, office: str, cursor: int) -> tuple[DownlinkItem, ...]:
    """The next items after `cursor`, at most PAGE."""
    rows = connection.execute(
        "SELECT n, kind, detail FROM downlink WHERE office_id = %s AND n > %s ORDER BY n LIMIT %s",
        (office, cursor, PAGE),
    ).fetchall()
    return tuple(DownlinkItem(*row) for row in rows)
