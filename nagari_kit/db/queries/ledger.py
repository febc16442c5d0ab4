"""Reads of the ledger: timelines of people and households, and which event may be taken back."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, text

from nagari_kit.db.queries.balance import BalanceQueries
from nagari_kit.db.queries.books_proof import events_at_odds, records_at_odds
from nagari_kit.db.queries.residents import chunks
from nagari_kit.db.queries.same_person import SAME_PERSON
from nagari_kit.domain.identity import HouseholdId, PopulationEventId, ResidentId
from nagari_kit.domain.population import CORRECTING, EventKind, EventRow, PopulationEvent, Reporter
from nagari_kit.errors import ConflictError, NotFoundError

NAMES_SHOWN = 5
NAMES_SORTED = 100
"""No family is larger; of an import of thousands any five do."""
_QUIET = (
    "({0}.kind = 'correction'"
    " AND NOT EXISTS (SELECT 1 FROM population_posting q WHERE q.event_key = {0}.key)"
    " AND NOT EXISTS (SELECT 1 FROM population_event_household q WHERE q.event_key = {0}.key))"
)
"""A correction of people that moved nobody in the figures: others may be taken back under it."""
_STANDING = (
    "l.kind <> 'undo' AND NOT EXISTS (SELECT 1 FROM population_event u WHERE u.reverses = l.key)"
    f" AND NOT {_QUIET.format('l')}"
)
_FOLLOWED = text(
    " UNION ALL ".join(
        f"SELECT 1 FROM {table} a JOIN {table} b ON b.{column} = a.{column}"
        " AND b.event_key > a.event_key JOIN population_event l ON l.key = b.event_key"
        f" WHERE a.event_key = :event AND {_STANDING}"
        for table, column in (
            ("population_event_person", "resident_key"),
            ("population_event_household", "household_id"),
            ("population_posting", "resident_key"),
        )
    )
    + " UNION ALL SELECT 1 FROM population_event_household a JOIN population_posting b"
    " ON b.household_id = a.household_id AND b.event_key > a.event_key AND b.flow <> 'opening'"
    f" JOIN population_event l ON l.key = b.event_key WHERE a.event_key = :event AND {_STANDING}"
    " LIMIT 1"
)
"""Whether a standing event came later upon the same people or households, or into or out of them.
"""

_CONCERNED = """
    (e.kind NOT IN ('death', 'departure', 'missing', 'gone', 'return')
        OR json_extract(p.after, '$.life_status') IS NOT NULL)
"""
"""Of whom an event tells: who died or left, not the family that got another head by it."""
_ROW = f"""
    SELECT e.*,
        (SELECT count(*) FROM population_event_person p
            WHERE p.event_key = e.key AND {_CONCERNED}) AS people,
        (SELECT json_group_array(name) FROM (SELECT trim(r.gelar_depan || ' ' || r.name) AS name
            FROM (SELECT p.resident_key FROM population_event_person p
                WHERE p.event_key = e.key AND {_CONCERNED} LIMIT {NAMES_SORTED}) p
            JOIN resident r ON r.key = p.resident_key
            ORDER BY r.family_relation, r.key LIMIT {NAMES_SHOWN})) AS names,
        EXISTS (SELECT 1 FROM population_event u WHERE u.reverses = e.key) AS undone,
        {_QUIET.format("e")} AS quiet,
        {{changed}} AS changed
    FROM population_event e
"""
_CHANGED = (
    "(SELECT json_group_array(j.key) FROM population_event_person p"
    " JOIN same ON same.key = p.resident_key, json_each(p.after) j WHERE p.event_key = e.key)"
)
_PLAIN_ROW = _ROW.format(changed="NULL")
_NEWEST_FIRST = "ORDER BY e.event_date DESC, e.key DESC LIMIT :limit"
_OF_PERSON = text(
    f"{SAME_PERSON} {_ROW.format(changed=_CHANGED)}"
    " WHERE e.key IN (SELECT p.event_key FROM population_event_person p"
    " JOIN same ON same.key = p.resident_key UNION SELECT p.event_key FROM population_posting p"
    f" JOIN same ON same.key = p.resident_key) {_NEWEST_FIRST}"
)
_OF_HOUSEHOLD = text(
    f"{_PLAIN_ROW} WHERE NOT quiet AND e.key IN (SELECT event_key FROM population_event_household"
    " WHERE household_id = :wanted UNION SELECT p.event_key FROM population_event_person p"
    " JOIN resident r ON r.key = p.resident_key WHERE r.household_id = :wanted"
    " UNION SELECT p.event_key FROM population_posting p WHERE p.household_id = :wanted"
    " AND p.flow <> 'opening')"
    f" {_NEWEST_FIRST}"
)
_RECENT = text(f"{_PLAIN_ROW} WHERE NOT quiet ORDER BY e.key DESC LIMIT :limit")
_ONE = text(f"{_PLAIN_ROW} WHERE e.id = :wanted")
_NO_STEPS = ", ".join(
    repr(kind.value)
    for kind in sorted({*CORRECTING, EventKind.UNDO, EventKind.OPENING, EventKind.REGISTRATION})
)
_LATEST_STEP = text(
    "SELECT max(day) FROM ("
    + " UNION ALL ".join(
        "SELECT l.event_date AS day FROM resident r"
        f" JOIN {table} p ON p.resident_key = r.key JOIN population_event l ON l.key = p.event_key"
        f" WHERE r.id IN :people AND {_STANDING} AND l.kind NOT IN ({_NO_STEPS})"
        for table in ("population_event_person", "population_posting")
    )
    + ")"
).bindparams(bindparam("people", expanding=True))
_TOUCHED_SINCE = text(
    f"SELECT 1 FROM population_posting b JOIN population_event l ON l.key = b.event_key"
    f" WHERE b.household_id IN :homes AND b.flow <> 'opening' AND l.key > :event AND {_STANDING}"
    " UNION ALL SELECT 1 FROM resident r"
    " JOIN population_event_person b ON b.resident_key = r.key"
    " JOIN population_event l ON l.key = b.event_key"
    f" WHERE r.household_id IN :homes AND l.key > :event AND {_STANDING} LIMIT 1"
).bindparams(bindparam("homes", expanding=True))
_LETTERS_OF_THE_NEW = text(
    "WITH newcomer(id) AS (SELECT r.id FROM population_event_person p"
    " JOIN resident r ON r.key = p.resident_key WHERE p.event_key = :event AND p.before IS NULL)"
    " SELECT CASE number WHEN '' THEN short_title ELSE number END FROM letter"
    " WHERE status <> 'voided' AND (resident_id IN (SELECT id FROM newcomer) OR id IN (SELECT"
    " letter_id FROM letter_person WHERE resident_id IN (SELECT id FROM newcomer)))"
    " ORDER BY issue_date, issued_at"
)
TIMELINE_LIMIT = 200
_NEVER_HERE = frozenset({EventKind.UNDO, EventKind.OPENING, EventKind.IMPORT})
"""Kinds that a timeline does not offer to take back."""


class LedgerQueries(BalanceQueries):
    """Reads of events on one connection."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._connection = connection

    def timeline(
        self, resident_id: ResidentId, limit: int = TIMELINE_LIMIT
    ) -> tuple[EventRow, ...]:
        """What happened to a person, the newest first."""
        return self._timeline(_OF_PERSON, wanted=resident_id.bytes, limit=limit)

    def household_timeline(
        self, household_id: HouseholdId, limit: int = TIMELINE_LIMIT
    ) -> tuple[EventRow, ...]:
        """What happened to a household and its people, the newest first."""
        return self._timeline(_OF_HOUSEHOLD, wanted=household_id.bytes, limit=limit)

    def latest_step(self, people: Iterable[ResidentId]) -> date | None:
        """The day of what happened last to any of these people.

        The filling and the mending of the books are no steps: they tell of no day of a life.
        """
        days = []
        for chunk in chunks(one.bytes for one in people):
            raw = self._connection.execute(_LATEST_STEP, {"people": chunk}).scalar_one()
            days += [date.fromisoformat(raw)] if raw else []
        return max(days, default=None)

    def recent(self, limit: int) -> tuple[EventRow, ...]:
        """What was recorded last, the newest first."""
        return self._rows(_RECENT, limit=limit)

    def event(self, event_id: PopulationEventId) -> tuple[PopulationEvent, EventRow]:
        """One event, whole; its row knows exactly whether it may be taken back.

        Raises NotFoundError.
        """
        row = self._one(event_id)
        shown = _row(row)
        followed = self._connection.execute(_FOLLOWED, {"event": row.key}).first() is not None
        shown = dataclasses.replace(shown, can_be_undone=shown.can_be_undone and not followed)
        whole = PopulationEvent(
            shown.id,
            shown.kind,
            shown.event_date,
            shown.report_date,
            Reporter(**_facts(row.reporter)),
            shown.facts,
            shown.note,
            self._identity(row.reverses),
        )
        return whole, shown

    def events_at_odds(self) -> int:
        """How many events are not as the log tells them, or are in one of the two alone."""
        return events_at_odds(self._connection)

    def records_at_odds(self) -> int:
        """How many people, KK and sub-areas are not as the log told them last."""
        return records_at_odds(self._connection)

    def undoable_key(self, event_id: PopulationEventId) -> int:
        """The key of an event that may be taken back.

        Raises NotFoundError, ConflictError code PERISTIWA-01 when it was undone or is followed.
        """
        _, shown = self.event(event_id)
        if shown.can_be_undone:
            return int(self._one(event_id).key)
        if shown.undone:
            sentence = "Peristiwa ini sudah diurungkan."
        elif shown.kind is EventKind.UNDO:
            sentence = "Catatan pengurungan tidak dapat diurungkan lagi."
        else:
            sentence = (
                "Sesudah peristiwa ini sudah ada peristiwa lain pada orang atau KK yang sama."
            )
        raise ConflictError(
            f"{sentence} Belum ada yang berubah.",
            hint="Urungkan dulu yang paling baru, atau catat peristiwa yang benar.",
            code="PERISTIWA-01",
        )

    def touched_since(self, key: int, homes: Iterable[HouseholdId]) -> bool:
        """Whether an event that stands came after this one upon anybody of these households."""
        return any(
            self._connection.execute(_TOUCHED_SINCE, {"homes": chunk, "event": key}).first()
            for chunk in chunks(one.bytes for one in homes)
        )

    def letters_of_newcomers(self, key: int) -> tuple[str, ...]:
        """Numbers of the letters, void ones aside, of whom this event brought into the books."""
        return tuple(self._connection.execute(_LETTERS_OF_THE_NEW, {"event": key}).scalars())

    def _one(self, event_id: PopulationEventId) -> Any:  # noqa: ANN401 - a row of _ROW
        row = self._connection.execute(_ONE, {"wanted": event_id.bytes}).one_or_none()
        if row is None:
            raise NotFoundError(
                "Peristiwa ini tidak ada di data kantor.",
                hint="Buka lagi daftar peristiwanya.",
                code="PERISTIWA-03",
            )
        return row

    def _identity(self, key: int | None) -> PopulationEventId | None:
        if key is None:
            return None
        statement = text("SELECT id FROM population_event WHERE key = :key")
        raw = self._connection.execute(statement, {"key": key}).scalar_one()
        return PopulationEventId(UUID(bytes=raw))

    def _rows(self, statement: Any, **values: Any) -> tuple[EventRow, ...]:  # noqa: ANN401
        return tuple(_row(row) for row in self._connection.execute(statement, values))

    def _timeline(self, statement: Any, **values: Any) -> tuple[EventRow, ...]:  # noqa: ANN401
        """One timeline: only the event recorded last may be taken back, and no filling of books.

        Corrections that moved nobody stand apart: the last of them may be taken back too.
        """
        rows = self._connection.execute(statement, values).all()
        standing = [row for row in rows if not row.undone and row.kind not in _NEVER_HERE]
        last = {
            max((row.key for row in standing if row.quiet == quiet), default=None)
            for quiet in (False, True)
        }
        return tuple(dataclasses.replace(_row(row), can_be_undone=row.key in last) for row in rows)


def _row(row: Any) -> EventRow:  # noqa: ANN401 - a row of _ROW
    kind = EventKind(row.kind)
    return EventRow(
        id=PopulationEventId(UUID(bytes=row.id)),
        kind=kind,
        event_date=date.fromisoformat(row.event_date),
        report_date=date.fromisoformat(row.report_date),
        people=tuple(json.loads(row.names)),
        count=row.people,
        facts=_facts(row.facts),
        note=row.note,
        recorded_at=datetime.fromisoformat(row.recorded_at),
        recorded_by=row.recorded_by,
        undone=bool(row.undone),
        can_be_undone=not row.undone and kind is not EventKind.UNDO,
        changed=_changed(row) if kind is EventKind.CORRECTION else (),
    )


def _changed(row: Any) -> tuple[str, ...]:  # noqa: ANN401 - a row of _ROW
    return tuple(json.loads(row.changed)) if row.changed else ()


def _facts(raw: str) -> dict[str, str]:
    return dict(json.loads(raw)) if raw else {}
