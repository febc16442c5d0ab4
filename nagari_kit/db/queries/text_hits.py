"""Whom a text in the list's filter means: names first, then parents and addresses."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, text

from nagari_kit.db.queries.likely_names import likely_keys
from nagari_kit.db.queries.search_expressions import Expressions
from nagari_kit.db.queries.search_reason import found_by
from nagari_kit.domain.search_terms import Reading, readings, surroundings_reading

MOST = 2000
"""Hits that are looked up one by one; for more, the list of everybody is walked through."""

LIKELY = 100
"""People of a list who may be meant when nobody bears the name."""

# The plus keeps the planner on the index of the list, which has every fact in the right order.
_NIK = "+r.nik >= :low AND +r.nik < :high"
_INITIAL = "r.name COLLATE NOCASE >= :initial AND r.name COLLATE NOCASE < :following"
_NIK_OR_KK = (
    "r.key IN (SELECT key FROM resident WHERE nik >= :low AND nik < :high UNION ALL"
    " SELECT m.key FROM household home JOIN resident m ON m.household_id = home.id"
    " WHERE home.nomor_kk >= :low AND home.nomor_kk < :high)"
)
_bearers = text(
    "SELECT count(*) FROM (SELECT 1 FROM resident WHERE nik >= :low AND nik < :high LIMIT :most)"
)


@dataclass(frozen=True, slots=True)
class Hits:
    """A condition on `resident r`, and the values bound in it; false when there are none."""

    condition: str = ""
    values: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.condition)


@dataclass(frozen=True, slots=True)
class TextHits:
    """Who bears the name, and who has it around; nobody is in both."""

    names: Hits
    around: Hits
    reading: Reading

    def reason(self, row: Row[Any]) -> str:
        """Why one of `around` was found; the row has COLUMNS and SURROUNDINGS."""
        return found_by(self.reading, row)[0]


def number_bounds(digits: str) -> dict[str, str]:
    """What `bears_number` binds: every number that begins with the digits."""
    return {"low": digits, "high": digits + ":"}


def bears_number(connection: Connection, bounds: Mapping[str, str]) -> str:
    """The condition that the NIK or the number of the KK begins so.

    So few digits that thousands of NIK fit tell no family apart: then the NIK alone is looked at.
    """
    found = connection.execute(_bearers, {**bounds, "most": MOST + 1}).scalar_one()
    return _NIK if found > MOST else _NIK_OR_KK


def text_hits(connection: Connection, typed: str) -> TextHits | None:
    """Whom the words mean, as the search box understands them; None when there are no words."""
    understood = readings(typed)
    if not understood:
        return None
    if len(understood[0]) == 1 and len(initial := understood[0][0][0]) == 1:
        return TextHits(_beginning(initial), Hits(), ())
    match = Expressions(connection).match_any(understood)
    names = _keys(connection, "resident_search", match)
    if len(names) > MOST:
        return TextHits(_matching("resident_search", "named", match), Hits(), ())
    if not names:
        names = list(likely_keys(connection, understood, LIKELY))
    reading = surroundings_reading(typed)
    around = Hits()
    if reading:
        around = _around(
            connection, Expressions(connection, surroundings=True).match_all(reading), names
        )
    return TextHits(_among(names), around, reading)


def _around(connection: Connection, match: str, names: Collection[int]) -> Hits:
    found = _keys(connection, "resident_surroundings", match)
    if len(found) <= MOST:
        known = frozenset(names)
        return _among([key for key in found if key not in known])
    hits = _matching("resident_surroundings", "around", match)
    if not names:
        return hits
    return Hits(f"{hits.condition} AND NOT {_among(names).condition}", hits.values)


def _keys(connection: Connection, index: str, match: str) -> list[int]:
    statement = text(f"SELECT rowid FROM {index} WHERE {index} MATCH :match LIMIT :most")
    rows = connection.execute(statement, {"match": match, "most": MOST + 1})
    return list(rows.scalars())


def _beginning(initial: str) -> Hits:
    """A single letter is the beginning of the name, as in a card index."""
    return Hits(_INITIAL, {"initial": initial, "following": chr(ord(initial) + 1)})


def _matching(index: str, name: str, match: str) -> Hits:
    condition = f"+r.key IN (SELECT rowid FROM {index} WHERE {index} MATCH :{name})"
    return Hits(condition, {name: match})


def _among(keys: Collection[int]) -> Hits:
    marks = ", ".join(str(int(key)) for key in keys)
    return Hits(f"r.key IN ({marks})") if keys else Hits()
