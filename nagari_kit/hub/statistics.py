"""Counts of what the hub holds."""

from __future__ import annotations

from nagari_kit.hub.database import Database

_COUNTS = """
SELECT (SELECT count(*) FROM office), (SELECT count(*) FROM device),
  (SELECT count(*) FROM container), (SELECT count(*) FROM event), (SELECT count(*) FROM letter),
  (SELECT count(*) FROM resident),
  (SELECT count(*) FROM container WHERE state = 'quarantined'),
  (SELECT count(*) FROM conflict WHERE kind = 'clone'),
  (SELECT count(*) FROM receipt WHERE level = 'applied')
"""
_NAMES = (
    "offices",
    "devices",
    "containers",
    "events",
    "letters",
    "residents",
    "quarantined",
    "forks",
    "applied_receipts",
)


def count_holdings(database: Database) -> dict[str, int]:
    """Numbers by name, all of one moment."""
    with database.transaction() as connection:
        row = connection.execute(_COUNTS).fetchone()
    assert row is not None  # noqa: S101 - a SELECT of counts has one row
    return dict(zip(_NAMES, (int(count) for count in row), strict=True))
