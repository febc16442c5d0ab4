"""The list of residents, a page at a time."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, text

from nagari_kit.db.queries.resident_conditions import conditions
from nagari_kit.db.queries.resident_rows import COLUMNS, JOINS, SURROUNDINGS, resident_list_row
from nagari_kit.db.queries.text_hits import (
    BEARS_NAME,
    BEARS_NUMBER,
    TextHits,
    number_bounds,
    text_hits,
)
from nagari_kit.domain.residents import ResidentFilter, ResidentPage, ResidentRow
from nagari_kit.domain.search_folding import typed_number

# Filters and order read the covering index `resident_living`; whole rows only for one page.
_EVERYBODY = "FROM resident r"
_HITS = "FROM json_each(:hits) hit JOIN resident r ON r.key = hit.value"
_BY_NAME = "ORDER BY r.name COLLATE NOCASE, r.key"
_BY_RANK = "ORDER BY hit.key >= :names, r.name COLLATE NOCASE, r.key"
_BY_HOUSEHOLD = (
    "ORDER BY r.household_id IS NULL, (SELECT nomor_kk FROM household WHERE id = r.household_id),"
    " r.household_id, r.family_relation IS NULL, r.family_relation, r.birth_date, r.key"
)


def resident_page(
    connection: Connection, wanted: ResidentFilter, offset: int, limit: int, today: date
) -> ResidentPage:
    """Rows from `offset` on by name, and the count of the whole filter."""
    asked = _asked(connection, wanted, today)
    if asked.hits is not None:
        everybody = asked.keys(connection)
        keys, total = everybody[offset : offset + limit], len(everybody)
    else:
        total = asked.count(connection)
        keys = asked.keys(connection, " LIMIT :limit OFFSET :offset", limit=limit, offset=offset)
    return ResidentPage(_rows(connection, keys, asked.hits), offset, total)


def resident_count(connection: Connection, wanted: ResidentFilter, today: date) -> int:
    """How many residents the filter has."""
    return _asked(connection, wanted, today).count(connection)


def resident_keys(
    connection: Connection, wanted: ResidentFilter, today: date, *, by_household: bool
) -> list[int]:
    """Row keys of all residents of the filter, by name or by household with the head first."""
    asked = _asked(connection, wanted, today)
    if by_household:
        asked = replace(asked, order=_BY_HOUSEHOLD)
    return asked.keys(connection)


@dataclass(frozen=True, slots=True)
class _Asked:
    """FROM with WHERE, ORDER BY, the values bound; `hits` when a text names not too many people."""

    source: str
    order: str
    values: dict[str, Any]
    hits: TextHits | None = None

    def count(self, connection: Connection) -> int:
        statement = text(f"SELECT count(*) {self.source}")
        return int(connection.execute(statement, self.values).scalar_one())

    def keys(self, connection: Connection, part: str = "", **bounds: int) -> list[int]:
        statement = text(f"SELECT r.key {self.source} {self.order}{part}")
        return list(connection.execute(statement, {**self.values, **bounds}).scalars())


def _asked(connection: Connection, wanted: ResidentFilter, today: date) -> _Asked:
    found, values = conditions(wanted, today)
    if digits := typed_number(wanted.text):
        found.append(BEARS_NUMBER)
        return _Asked(_source(_EVERYBODY, found), _BY_NAME, {**values, **number_bounds(digits)})
    hits = text_hits(connection, wanted.text)
    if hits is None:
        return _Asked(_source(_EVERYBODY, found), _BY_NAME, values)
    if hits.too_many:
        # The index of names is walked, not a list of thousands of people.
        found.append(BEARS_NAME)
        return _Asked(_source(_EVERYBODY, found), _BY_NAME, {**values, "match": hits.match})
    keys = json.dumps((*hits.names, *hits.around))
    values |= {"hits": keys, "names": len(hits.names)}
    return _Asked(_source(_HITS, found), _BY_RANK, values, hits)


def _source(source: str, found: list[str]) -> str:
    return f"{source} WHERE {' AND '.join(found)}" if found else source


def _rows(
    connection: Connection, keys: Sequence[int], hits: TextHits | None
) -> tuple[ResidentRow, ...]:
    marks = ", ".join(str(int(key)) for key in keys)
    statement = (
        f"SELECT r.key AS key, {COLUMNS}, {SURROUNDINGS} FROM resident r {JOINS}"
        f" WHERE r.key IN ({marks})"
    )
    read = {row.key: row for row in connection.execute(text(statement)).all()}
    around = frozenset(hits.around) if hits else frozenset()
    return tuple(
        replace(
            resident_list_row(read[key]),
            found_by=hits.reason(read[key]) if hits and key in around else "",
        )
        for key in keys
    )
