"""What the hub holds, as counts; no name and no NIK."""

from __future__ import annotations

from nagari_kit.hub.database import Database

_COUNTS = {
    "offices": "SELECT count(DISTINCT office_id) FROM device",
    "devices": "SELECT count(*) FROM device",
    "containers": "SELECT count(*) FROM container",
    "events": "SELECT count(*) FROM event",
    "letters": "SELECT count(*) FROM letter",
    "residents": "SELECT count(*) FROM resident",
    "quarantined": "SELECT count(*) FROM container WHERE state = 'quarantined'",
    "forks": "SELECT count(*) FROM conflict WHERE kind = 'clone'",
    "gaps": "SELECT count(*) FROM container WHERE state = 'gap'",
    "conflicts": "SELECT count(*) FROM conflict",
}


def count_everything(database: Database) -> dict[str, int]:
    """Name to count, all of one moment."""
    query = "SELECT " + ", ".join(f"({sql})" for sql in _COUNTS.values())
    with database.transaction() as connection:
        row = connection.execute(query.encode()).fetchone()
    return dict(zip(_COUNTS, row or (), strict=True))
