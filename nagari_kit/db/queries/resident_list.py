"""The list of residents, a page at a time."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, text

from nagari_kit.db.queries.kept_lists import kept
from nagari_kit.db.queries.resident_conditions import conditions
from nagari_kit.db.queries.resident_rows import (
    AFTER_LETTERS,
    COLUMNS,
    JOINS,
    SURROUNDINGS,
    resident_list_row,
)
from nagari_kit.db.queries.text_hits import Hits, TextHits, bears_number, number_bounds, text_hits
from nagari_kit.domain.residents import ResidentFilter, ResidentPage, ResidentRow
from nagari_kit.domain.search_folding import typed_number

# Filters and order read the covering index `resident_listed`; whole rows only for one page.
_EVERYBODY = "FROM resident r"
_CHOSEN = "FROM json_each(:chosen) one JOIN resident r ON r.key = one.value"
_BY_NAME = "ORDER BY r.name COLLATE NOCASE, r.key"
_BEGINNING_FIRST = (
    "ORDER BY NOT (r.name COLLATE NOCASE >= :typed AND r.name COLLATE NOCASE < :after),"
    " r.name COLLATE NOCASE, r.key"
)
_BY_HOUSEHOLD = (
    "ORDER BY r.household_id IS NULL, (SELECT nomor_kk FROM household WHERE id = r.household_id),"
    " r.household_id, r.family_relation IS NULL, r.family_relation, r.birth_date, r.key"
)


def resident_page(
    connection: Connection, wanted: ResidentFilter, offset: int, limit: int, today: date
) -> ResidentPage:
    """Rows from `offset` on by name, and the count of the whole filter."""
    asked = _asked(connection, wanted, today)
    if asked.hits is None:
        total = kept(connection, (wanted, today), lambda: asked.count(connection))
        keys = asked.keys(connection, offset, limit) if offset < total else []
        return ResidentPage(resident_rows(connection, keys), offset, total)
    found = kept(connection, (wanted, today), lambda: _found(connection, wanted, asked))
    named = found.named[offset : offset + limit]
    start = max(offset - len(found.named), 0)
    around = found.around[start : start + limit - len(named)]
    rows = resident_rows(connection, named) + resident_rows(connection, around, asked.hits)
    total = len(found.named) + len(found.around)
    return ResidentPage(rows, offset, total, is_guess=asked.hits.is_guess and total > 0)


def resident_count(connection: Connection, wanted: ResidentFilter, today: date) -> int:
    """How many residents the filter has."""
    return resident_page(connection, wanted, 0, 0, today).total


def resident_keys(
    connection: Connection, wanted: ResidentFilter, today: date, *, by_household: bool
) -> list[int]:
    """Row keys of all residents of the filter, as the list shows them or by household."""
    asked = _asked(connection, wanted, today)
    if asked.hits is None:
        return asked.keys(connection, order=_BY_HOUSEHOLD if by_household else _BY_NAME)
    found = _found(connection, wanted, asked)
    keys = [*found.named, *found.around]
    if not by_household:
        return keys
    return _Asked(_CHOSEN, {"chosen": json.dumps(keys)}).keys(connection, order=_BY_HOUSEHOLD)


@dataclass(frozen=True, slots=True)
class _Asked:
    """FROM with WHERE and the values bound; `hits` when the filter has a text."""

    source: str
    values: dict[str, Any]
    hits: TextHits | None = None

    def count(self, connection: Connection) -> int:
        statement = text(f"SELECT count(*) {self.source}")
        return int(connection.execute(statement, self.values).scalar_one())

    def keys(
        self, connection: Connection, offset: int = 0, limit: int = -1, order: str = _BY_NAME
    ) -> list[int]:
        statement = text(f"SELECT r.key {self.source} {order} LIMIT :limit OFFSET :offset")
        bound = {**self.values, "limit": limit, "offset": offset}
        return list(connection.execute(statement, bound).scalars())


def _asked(connection: Connection, wanted: ResidentFilter, today: date) -> _Asked:
    found, values = conditions(wanted, today)
    if digits := typed_number(wanted.text):
        bounds = number_bounds(digits)
        found.append(bears_number(connection, bounds))
        return _Asked(_source(_EVERYBODY, found), {**values, **bounds})
    return _Asked(_source(_EVERYBODY, found), values, text_hits(connection, wanted.text))


@dataclass(frozen=True, slots=True)
class _Found:
    """Row keys of whom a text means: bearers of the name, those who sound so last; then others."""

    named: array[int]
    around: array[int]


def _found(connection: Connection, wanted: ResidentFilter, asked: _Asked) -> _Found:
    hits = asked.hits
    assert hits is not None  # noqa: S101 - asked only then
    typed = " ".join(wanted.text.split())
    named, sounding, around = (
        _keys_of(connection, asked, group, typed)
        for group in (hits.names, hits.sounding, hits.around)
    )
    return _Found(named + sounding, around)


def _keys_of(connection: Connection, asked: _Asked, hits: Hits, typed: str) -> array[int]:
    if not hits:
        return array("q")
    joined = " AND " if " WHERE " in asked.source else " WHERE "
    values = {**asked.values, **hits.values, "typed": typed, "after": f"{typed}{AFTER_LETTERS}"}
    narrowed = _Asked(f"{asked.source}{joined}{hits.condition}", values)
    return array("q", narrowed.keys(connection, order=_BEGINNING_FIRST))


def _source(source: str, found: list[str]) -> str:
    return f"{source} WHERE {' AND '.join(found)}" if found else source


def resident_rows(
    connection: Connection, keys: Sequence[int], around: TextHits | None = None
) -> tuple[ResidentRow, ...]:
    """The rows in the order of the keys; with `around` they say why they were found."""
    marks = ", ".join(str(int(key)) for key in keys)
    statement = (
        f"SELECT r.key AS key, {COLUMNS}, {SURROUNDINGS} FROM resident r {JOINS}"
        f" WHERE r.key IN ({marks})"
    )
    read = {row.key: row for row in connection.execute(text(statement)).all()} if keys else {}
    rows = (resident_list_row(read[key]) for key in keys)
    if around is None:
        return tuple(rows)
    return tuple(
        replace(row, found_by=around.reason(read[key])) for key, row in zip(keys, rows, strict=True)
    )
