"""Holds the books of people and events against the event log, which nobody can amend unnoticed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, text

from nagari_kit.db.queries.residents import (
    HouseholdQueries,
    JorongQueries,
    ResidentQueries,
    chunks,
)
from nagari_kit.domain.events import facts_told
from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.plain_facts import plain_facts
from nagari_kit.domain.population import EventKind

_NEWEST_FIRST = (
    "SELECT e.body FROM event_log e JOIN incarnation i ON i.inc = e.inc"
    " WHERE e.type IN ({types}) ORDER BY i.key DESC, e.seq DESC"
)
_LISTS = {"resident.list_registered": "people", "household.list_saved": "households"}
"""Events of many records, and what the list in them is called."""
_OF_PEOPLE = ("resident.registered", "resident.changed", "resident.list_registered")
_OF_HOMES = ("household.saved", "household.list_saved")
_UNREADABLE = (TypeError, ValueError, LookupError, AttributeError)
"""What comes of a column that holds another kind of value than was ever written there."""
_SINCE_LATER = {"residency": 1}
"""Facts that older events do not tell, and what they were."""
_REMARKS = frozenset({"base", "note", "invalid_reason"})
"""What the log does not tell of a person, or told once and tells no more."""
_RECORDED = text("SELECT body FROM event_log WHERE type = 'population.recorded'")
_EVENTS = text(
    "SELECT lower(hex(e.id)) AS id, e.kind, e.event_date, e.report_date,"
    " (SELECT lower(hex(o.id)) FROM population_event o WHERE o.key = e.reverses) AS reverses,"
    " (SELECT count(*) FROM population_event_person p WHERE p.event_key = e.key) AS people"
    " FROM population_event e"
)


def events_at_odds(connection: Connection) -> int:
    """Peristiwa whose kind, days or number of people are not those of the log, or that it lacks.

    The filling that came with an upgrade of the file is in no log; there is one at most.
    """
    told: dict[str, tuple[Any, ...]] = {}
    for row in connection.execute(_RECORDED):
        data = json.loads(row.body)["d"]
        told[data["id"]] = tuple(
            data[name] for name in ("kind", "event_date", "report_date", "reverses", "count")
        )
    odd = upgraded = 0
    for row in connection.execute(_EVENTS):
        kept = (row.kind, row.event_date, row.report_date, row.reverses, row.people)
        known = told.pop(row.id, None)
        if known is None and row.kind == EventKind.OPENING.value and not row.people:
            upgraded += 1
        else:
            odd += known != kept
    return odd + len(told) + max(0, upgraded - 1)


def records_at_odds(connection: Connection) -> int:
    """People, KK and sub-areas that are not as the log told them last, or that it never told."""
    people, homes = ResidentQueries(connection, date.min), HouseholdQueries(connection)

    def facts_of_people(ids: Iterable[UUID]) -> Mapping[str, Any]:
        found = people.by_ids(map(ResidentId, ids))
        return {one.id.hex: facts_told(one) for one in found.values()}

    def facts_of_homes(ids: Iterable[UUID]) -> Mapping[str, Any]:
        found = homes.by_ids([one.bytes for one in ids])
        return {one.id.hex: plain_facts(one) for one in found.values()}

    def facts_of_areas(ids: Iterable[UUID]) -> Mapping[str, Any]:
        wanted = set(ids)
        areas = JorongQueries(connection).all()
        return {one.id.hex: plain_facts(one) for one in areas if one.id in wanted}

    return (
        _odd(connection, "resident", _OF_PEOPLE, facts_of_people)
        + _odd(connection, "household", _OF_HOMES, facts_of_homes)
        + _odd(connection, "jorong", ("jorong.saved",), facts_of_areas)
    )


def _odd(
    connection: Connection,
    table: str,
    types: tuple[str, ...],
    kept: Callable[[Iterable[UUID]], Mapping[str, Any]],
) -> int:
    seen: set[str] = set()
    odd = 0
    for batch in chunks(_told_last(connection, types, seen)):
        told = dict(batch)
        try:
            odd += _differing(told, kept([UUID(hex=one) for one in told]))
        except _UNREADABLE:
            odd += sum(_is_odd(one, facts, kept) for one, facts in told.items())
    rows = connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()
    return odd + max(0, int(rows) - len(seen))


def _told_last(
    connection: Connection, types: tuple[str, ...], seen: set[str]
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Identity and facts of everybody whom events of these types tell, as the newest tells them."""
    named = ", ".join(f"'{one}'" for one in types)
    for row in connection.execute(text(_NEWEST_FIRST.format(types=named))):
        body = json.loads(row.body)
        data, listed = body["d"], _LISTS.get(body["t"])
        for told in data[listed] if listed else (data,):
            if told["id"] not in seen:
                seen.add(told["id"])
                yield told["id"], told


def _is_odd(
    identity: str,
    facts: Mapping[str, Any],
    kept: Callable[[Iterable[UUID]], Mapping[str, Any]],
) -> bool:
    try:
        return bool(_differing({identity: facts}, kept([UUID(hex=identity)])))
    except _UNREADABLE:
        return True


def _differing(told: Mapping[str, Any], kept: Mapping[str, Any]) -> int:
    return sum(
        identity not in kept or _said(facts) != _said(kept[identity])
        for identity, facts in told.items()
    )


def _said(facts: Mapping[str, Any]) -> dict[str, Any]:
    """What is known of them, in the words of today's events."""
    found = {name: value for name, value in facts.items() if name not in _REMARKS}
    if "life_status" in found:
        found = _SINCE_LATER | found
    return _known(found)


def _known(facts: Mapping[str, Any]) -> dict[str, Any]:
    parts = {
        name: _known(value) if isinstance(value, Mapping) else value
        for name, value in facts.items()
    }
    return {name: value for name, value in parts.items() if value not in (None, "", {})}
