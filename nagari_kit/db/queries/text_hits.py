"""Whom a text in the list's filter means: names first, then parents and addresses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, text

from nagari_kit.db.queries.likely_names import likely_keys
from nagari_kit.db.queries.search_expressions import match_all, match_any
from nagari_kit.db.queries.search_reason import found_by
from nagari_kit.domain.search_terms import Reading, readings, surroundings_reading

MOST = 2000
"""Hits that are taken one by one; more are a filter of everybody."""

LIKELY = 100
"""People of a list who may be meant when nobody bears the name."""

BEARS_NAME = "r.key IN (SELECT rowid FROM resident_search WHERE resident_search MATCH :match)"
BEARS_NUMBER = (
    "r.key IN (SELECT key FROM resident WHERE nik >= :low AND nik < :high UNION ALL"
    " SELECT m.key FROM household home JOIN resident m ON m.household_id = home.id"
    " WHERE home.nomor_kk >= :low AND home.nomor_kk < :high)"
)
_named = text("SELECT rowid FROM resident_search WHERE resident_search MATCH :match LIMIT :most")
_around = text(
    "SELECT rowid FROM resident_surroundings WHERE resident_surroundings MATCH :match LIMIT :most"
)


@dataclass(frozen=True, slots=True)
class TextHits:
    """Row keys of who bears the name and of those around; `match` finds the first again."""

    match: str
    names: tuple[int, ...] = ()
    around: tuple[int, ...] = ()
    reading: Reading = ()

    @property
    def too_many(self) -> bool:
        """Whether `names` is only the beginning."""
        return len(self.names) > MOST

    def reason(self, row: Row[Any]) -> str:
        """Why one of `around` was found; the row has COLUMNS and SURROUNDINGS."""
        return found_by(self.reading, row)[0]


def number_bounds(digits: str) -> dict[str, str]:
    """What BEARS_NUMBER binds: every number that begins with the digits."""
    return {"low": digits, "high": digits + ":"}


def text_hits(connection: Connection, typed: str) -> TextHits | None:
    """Whom the words mean, as the search box understands them; None when there are no words."""
    understood = readings(typed)
    if not understood:
        return None
    match = match_any(understood)
    names = connection.execute(_named, {"match": match, "most": MOST + 1}).scalars().all()
    if len(names) > MOST:
        return TextHits(match, tuple(names))
    if not names:
        names = list(likely_keys(connection, understood[0], LIKELY))
    reading = surroundings_reading(typed)
    around: tuple[int, ...] = ()
    if reading:
        bound = {"match": match_all(reading), "most": MOST}
        known = frozenset(names)
        found = connection.execute(_around, bound).scalars()
        around = tuple(key for key in found if key not in known)
    return TextHits(match, tuple(names), around, reading)
