"""Finds residents while somebody types: names and surroundings by FTS5, numbers by B-tree.

What comes first: names that begin so, names with such a word as spelled, names that sound so, and,
when there is none, names that are surely meant; then those whose parents or address the words name;
last who may be meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, text

from nagari_kit.db.queries.likely_names import SURE, likely_keys
from nagari_kit.db.queries.resident_rows import (
    AFTER_LETTERS,
    COLUMNS,
    JOINS,
    SURROUNDINGS,
    resident_list_row,
)
from nagari_kit.db.queries.search_expressions import Expressions, match_whole_name
from nagari_kit.db.queries.search_reason import found_by
from nagari_kit.domain.residents import ResidentRow
from nagari_kit.domain.search_folding import typed_number
from nagari_kit.domain.search_terms import (
    Reading,
    literal_reading,
    readings,
    surroundings_reading,
    whole_names,
)

CANDIDATES = 80
"""Hits of the index that are looked at; a longer list is narrowed by typing on."""

WHOLE = 4
"""Letters from which on a word is hardly still being typed."""

RESERVED = 4
"""One place of so many is kept for those who sound so, and for those who may be meant."""

_ORDER = "ORDER BY r.life_status <> 1, r.name COLLATE NOCASE, r.key"


def _best(index: str, columns: str) -> str:
    """Never by rank: that reads every hit (`ORDER BY rank` costs 20 ms at the 99th percentile)."""
    return f"""
    SELECT r.key AS key, {columns} FROM (
        SELECT r.key FROM (
            SELECT rowid FROM {index} WHERE {index} MATCH :match LIMIT {CANDIDATES}
        ) hit JOIN resident r INDEXED BY resident_hit ON r.key = hit.rowid {_ORDER} LIMIT :limit
    ) best JOIN resident r ON r.key = best.key {JOINS} {_ORDER}
"""


BY_NAME = _best("resident_search", COLUMNS)
BY_SURROUNDINGS = _best("resident_surroundings", f"{COLUMNS}, {SURROUNDINGS}")
_BY_NIK = (
    f"SELECT r.key AS key, {COLUMNS} FROM resident r {JOINS} WHERE r.nik >= :low AND r.nik < :high"
)
_BY_KK = (
    f"SELECT r.key AS key, {COLUMNS} FROM household h JOIN resident r ON r.household_id = h.id"
    " LEFT JOIN jorong j ON j.id = h.jorong_id WHERE h.nomor_kk >= :low AND h.nomor_kk < :high"
)
BY_NUMBER = f"SELECT * FROM ({_BY_NIK} LIMIT :limit) UNION SELECT * FROM ({_BY_KK} LIMIT :limit)"

_name_statement = text(BY_NAME)
_surroundings_statement = text(BY_SURROUNDINGS)
_number_statement = text(BY_NUMBER)
_beginning_statement = text(
    f"SELECT r.key AS key, {COLUMNS} FROM (SELECT key FROM resident INDEXED BY resident_listed"
    " WHERE name COLLATE NOCASE >= :low AND name COLLATE NOCASE < :high AND life_status = 1"
    " ORDER BY name COLLATE NOCASE, key LIMIT :limit) best"
    f" JOIN resident r ON r.key = best.key {JOINS} ORDER BY r.name COLLATE NOCASE, r.key"
)
_anybody = text("SELECT 1 FROM resident_search WHERE resident_search MATCH :match LIMIT 1")


def search_residents(connection: Connection, typed: str, limit: int) -> tuple[ResidentRow, ...]:
    """At most `limit` residents that `typed` may mean; people who are alive come first."""
    if digits := typed_number(typed):
        bounds = {"low": digits, "high": digits + ":", "limit": limit}
        rows = connection.execute(_number_statement, bounds).all()
        return tuple(resident_list_row(row) for row in rows[:limit])
    understood = readings(typed)
    if not understood:
        return ()
    found = _bearing(connection, understood, typed, limit)
    around = _around(connection, surroundings_reading(typed), limit, found)
    if found or len(around) >= limit:
        return tuple((found | around).values())[:limit]
    likely = likely_keys(connection, understood, limit)
    sure = _by_keys(connection, [key for key, like in likely.items() if like >= SURE])
    unsure = [key for key, like in likely.items() if like < SURE and key not in around]
    found = _with_places_kept(sure | around, _by_keys(connection, unsure), limit)
    return tuple(found.values())[:limit]


def _with_places_kept(
    first: dict[int, ResidentRow], others: dict[int, ResidentRow], limit: int
) -> dict[int, ResidentRow]:
    """The first, then the others, who get a part of the places even when the first fill all."""
    new = [key for key in others if key not in first]
    kept = min(len(new), max(limit - len(first), limit // RESERVED))
    shown = dict(list(first.items())[: limit - kept])
    return shown | {key: others[key] for key in new[:kept]}


def _beginning(connection: Connection, typed: str, limit: int) -> dict[int, ResidentRow]:
    """Whose whole name begins with the letters: who types "sya" looks for Syafrial first."""
    low = " ".join(typed.split())
    bounds = {"low": low, "high": low + AFTER_LETTERS, "limit": limit}
    rows = connection.execute(_beginning_statement, bounds).all()
    return {row.key: resident_list_row(row) for row in rows}


def _bearing(
    connection: Connection, understood: Sequence[Reading], typed: str, limit: int
) -> dict[int, ResidentRow]:
    """Who bears the name: as spelled, then who is called just that by its sound, then the others.

    A union keeps the place of who is there already.
    """
    found = _beginning(connection, typed, limit)
    expressions = Expressions(connection)
    literal = literal_reading(typed)
    sounding = expressions.match_any(understood) if len(found) < limit else ""
    if sounding and _is_whole(literal):
        # That nobody has all of several words takes longest to find: it is found once.
        somebody = connection.execute(_anybody, {"match": sounding}).first()
        sounding = sounding if somebody else ""
    if sounding:
        found |= _named(connection, expressions.match_all(literal), limit)
    if sounds := whole_names(typed):
        alike = _named(connection, match_whole_name(sounds), limit)
        found = _with_places_kept(found, alike, limit)
    if sounding and len(found) < limit:
        found |= _named(connection, sounding, limit)
    return found


def _is_whole(literal: Reading) -> bool:
    return len(literal) > 1 and all(len(word) >= WHOLE for (word,) in literal)


def _around(
    connection: Connection, reading: Reading, limit: int, found: dict[int, ResidentRow]
) -> dict[int, ResidentRow]:
    """With whose parents or address the words name; first whose own name has some of them."""
    if not reading or len(found) >= limit:
        return {}
    expressions = Expressions(connection, surroundings=True)
    values = {"match": expressions.match_all(reading), "limit": limit}
    hits = [
        hit
        for hit in connection.execute(_surroundings_statement, values).all()
        if hit.key not in found
    ]
    reasons = {hit.key: found_by(reading, hit) for hit in hits}
    hits.sort(key=lambda hit: -reasons[hit.key][1])
    return {hit.key: replace(resident_list_row(hit), found_by=reasons[hit.key][0]) for hit in hits}


def _named(connection: Connection, match: str, limit: int) -> dict[int, ResidentRow]:
    rows = connection.execute(_name_statement, {"match": match, "limit": limit}).all()
    return {row.key: resident_list_row(row) for row in rows}


def _by_keys(connection: Connection, keys: Sequence[int]) -> dict[int, ResidentRow]:
    if not keys:
        return {}
    marks = ", ".join(str(int(key)) for key in keys)
    statement = f"SELECT r.key AS key, {COLUMNS} FROM resident r {JOINS} WHERE r.key IN ({marks})"
    rows = {row.key: resident_list_row(row) for row in connection.execute(text(statement)).all()}
    return {key: rows[key] for key in keys if key in rows}
