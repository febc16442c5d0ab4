"""Finds residents while somebody types: folded names by FTS5, NIK and KK numbers by B-tree."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, text

from nagari_kit.db.queries.folded_names import folded_names
from nagari_kit.db.resident_rows import sex_of
from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.residents import LifeStatus, ResidentRow
from nagari_kit.domain.search_folding import folded_words, literal_words, typed_number

CANDIDATES = 200
"""Hits of the index that are looked at; a longer list is narrowed by typing on."""

MIN_LIKENESS = 75
"""Least likeness (rapidfuzz ratio of folded names, percent) of a misspelt name."""

# The plus keeps the planner on the index of the household: one family, not everybody alive.
COLUMNS = """
    r.id, r.name, r.gelar_depan, r.gelar_belakang, r.gelar_adat, r.nik, h.nomor_kk, r.sex,
    r.birth_date, coalesce(j.name, '') AS jorong, r.family_relation, r.recording_status,
    r.life_status, coalesce((SELECT k.name FROM resident k WHERE k.household_id = r.household_id
        AND k.family_relation = 1 AND +k.life_status = 1 LIMIT 1), '') AS head_name
"""
JOINS = "LEFT JOIN household h ON h.id = r.household_id LEFT JOIN jorong j ON j.id = h.jorong_id"
_ORDER = "ORDER BY r.life_status <> 1, r.name COLLATE NOCASE, r.key"

BY_NAME = f"""
    SELECT {COLUMNS} FROM (
        SELECT r.key FROM (
            SELECT rowid FROM resident_search WHERE resident_search MATCH :match LIMIT {CANDIDATES}
        ) hit JOIN resident r ON r.key = hit.rowid {_ORDER} LIMIT :limit
    ) best JOIN resident r ON r.key = best.key {JOINS} {_ORDER}
"""
"""Never by rank: that reads every hit (`ORDER BY rank` costs 20 ms at the 99th percentile)."""

_BY_NIK = f"SELECT {COLUMNS} FROM resident r {JOINS} WHERE r.nik >= :low AND r.nik < :high"
_BY_KK = (
    f"SELECT {COLUMNS} FROM household h JOIN resident r ON r.household_id = h.id"
    " LEFT JOIN jorong j ON j.id = h.jorong_id WHERE h.nomor_kk >= :low AND h.nomor_kk < :high"
)
BY_NUMBER = f"SELECT * FROM ({_BY_NIK} LIMIT :limit) UNION SELECT * FROM ({_BY_KK} LIMIT :limit)"
_BY_KEYS = f"SELECT r.key AS key, {COLUMNS} FROM resident r {JOINS} WHERE r.key IN "

_name_statement = text(BY_NAME)
_number_statement = text(BY_NUMBER)
_any_word_statement = text(
    "SELECT r.key, r.folded_name FROM resident_search JOIN resident r"
    " ON r.key = resident_search.rowid"
    f" WHERE resident_search MATCH :match LIMIT {CANDIDATES}"
)


def search_residents(connection: Connection, typed: str, limit: int) -> tuple[ResidentRow, ...]:
    """At most `limit` residents that `typed` may mean; people who are alive come first."""
    if digits := typed_number(typed):
        bounds = {"low": digits, "high": digits + ":", "limit": limit}
        rows = connection.execute(_number_statement, bounds).all()
        return tuple(resident_list_row(row) for row in rows[:limit])
    words = folded_words(typed)
    if not words:
        return ()
    found = _named(connection, literal_words(typed), limit)
    if len(found) < limit:
        # As spelled first: who types "sya" means Syafrial before Safitri.
        for resident_id, row in _named(connection, words, limit).items():
            found.setdefault(resident_id, row)
    if found or max(len(word) for word in words) < 3:
        return tuple(found.values())[:limit]
    return _misspelt(connection, words, limit)


def _named(
    connection: Connection, words: tuple[str, ...], limit: int
) -> dict[ResidentId, ResidentRow]:
    values = {"match": match_all(words), "limit": limit}
    rows = connection.execute(_name_statement, values).all()
    return {row.id: row for row in map(resident_list_row, rows)}


def match_all(words: tuple[str, ...]) -> str:
    """FTS5 expression: every word begins a word of the name."""
    return " ".join(f'"{word}"*' for word in words)


def resident_list_row(row: Row[Any]) -> ResidentRow:
    """The value of a row with COLUMNS."""
    return ResidentRow(
        id=ResidentId(UUID(bytes=row.id)),
        name=PersonName(row.name, row.gelar_depan, row.gelar_belakang, row.gelar_adat).full(),
        nik=row.nik,
        nomor_kk=row.nomor_kk,
        sex=sex_of(row.sex),
        birth_date=date.fromisoformat(row.birth_date) if row.birth_date else None,
        jorong=row.jorong,
        family_relation=row.family_relation,
        head_name=row.head_name,
        recording_status=row.recording_status,
        life_status=LifeStatus(row.life_status),
    )


def _misspelt(
    connection: Connection, words: tuple[str, ...], limit: int
) -> tuple[ResidentRow, ...]:
    starts = {word[:4] for word in words if len(word) >= 4}
    wanted = " ".join(words)
    keys: list[int] = []
    if starts:
        either = " OR ".join(f'"{start}"*' for start in sorted(starts))
        rows = connection.execute(_any_word_statement, {"match": either}).all()
        keys = _likest(wanted, [row[0] for row in rows], [row[1] for row in rows], limit)
    if not keys:
        everybody = folded_names(connection)
        keys = _likest(wanted, everybody.keys, everybody.names, limit)
    return _by_keys(connection, keys)


def _likest(wanted: str, keys: Sequence[int], names: Sequence[str], limit: int) -> list[int]:
    from rapidfuzz import fuzz, process

    best = process.extract(wanted, names, scorer=fuzz.ratio, score_cutoff=MIN_LIKENESS, limit=limit)
    return [keys[place] for _, _, place in best]


def _by_keys(connection: Connection, keys: list[int]) -> tuple[ResidentRow, ...]:
    if not keys:
        return ()
    marks = ", ".join(str(int(key)) for key in keys)
    rows = connection.execute(text(f"{_BY_KEYS}({marks})")).all()
    found = {row.key: resident_list_row(row) for row in rows}
    return tuple(found[key] for key in keys if key in found)
