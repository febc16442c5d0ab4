"""From events to the tables that people count and search; an unknown kind is kept, not judged."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias
from uuid import UUID

from nagari_kit.hub.database import Connection
from nagari_kit.hub.trouble import lies_in_content, note_conflict
from nagari_kit.sync.strict_json import (
    MalformedError,
    count_field,
    hex_field,
    load_object,
    text_field,
)

OPAQUE = "opaque"
LARGEST_VERSION = 2**31 - 1
_Place: TypeAlias = tuple[str, str, int, int | None]
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event with its place in the chain; `data` is None when its body cannot be read."""

    event_hash: bytes
    prev_hash: bytes
    seq: int
    event_id: bytes | None
    type: str
    sv: int
    body: bytes
    data: dict[str, Any] | None


def read_event(own: bytes, previous: bytes, seq: int, body: bytes) -> StoredEvent:
    """Read a body; one that is not readable becomes opaque, the chain goes on."""
    try:
        found = load_object(body)
        identity = hex_field(found, "id", 16)
        kind, version = text_field(found, "t"), count_field(found, "sv")
    except MalformedError:
        return StoredEvent(own, previous, seq, None, OPAQUE, 0, body, None)
    if version > LARGEST_VERSION:
        return StoredEvent(own, previous, seq, None, OPAQUE, 0, body, None)
    data = found.get("d")
    known = data if isinstance(data, dict) else None
    return StoredEvent(own, previous, seq, identity, kind, version, body, known)


def project(connection: Connection, office: str, events: list[StoredEvent]) -> None:
    """Apply in order. An event whose content does not fit is left to the log alone."""
    residents: dict[UUID, bytes] = {}
    for event in events:
        if event.data is None or event.sv != 1:
            continue
        if event.type.startswith("resident."):
            residents.update(dict.fromkeys(_people_of(event.type, event.data), event.event_hash))
        elif event.type in _PROJECTIONS:
            _apply(connection, office, event, event.data)
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO resident VALUES (%s,%s,%s)"
            " ON CONFLICT (resident_id) DO UPDATE SET event_hash = excluded.event_hash"
            " WHERE resident.office_id = excluded.office_id",
            [(resident, office, own) for resident, own in residents.items()],
        )


def _people_of(kind: str, data: dict[str, Any]) -> Iterator[UUID]:
    """Whom an event tells of; an identity that is none is passed over."""
    told: list[Any] = []
    if kind in ("resident.registered", "resident.changed"):
        told = [data]
    elif kind == "resident.list_registered" and isinstance(data.get("people"), list):
        told = data["people"]
    for one in told:
        if isinstance(one, dict):
            with contextlib.suppress(ValueError):
                yield UUID(str(one.get("id")))


def _apply(connection: Connection, office: str, event: StoredEvent, data: dict[str, Any]) -> None:
    try:
        with connection.transaction():
            _PROJECTIONS[event.type](connection, office, event, data)
    except Exception as error:
        # The event itself is stored; an operator sees it among those without a projection.
        if not lies_in_content(error):
            raise
        logger.warning("%s without a projection: %s", event.type, type(error).__name__)


def _letter_issued(
    connection: Connection, office: str, event: StoredEvent, data: dict[str, Any]
) -> None:
    letter = UUID(text_field(data, "letter_id"))
    place = _place(office, data)
    _note_double(connection, letter, place, event.event_hash)
    taken = connection.execute(
        "SELECT event_hash FROM letter WHERE letter_id = %s AND office_id <> %s", (letter, office)
    ).fetchone()
    if taken is not None:
        note_conflict(connection, "letter-id", office, bytes(taken[0]), event.event_hash)
    connection.execute(
        "INSERT INTO letter(letter_id, office_id, series, year, sequence, number, type_id,"
        " issue_date, status, event_hash) VALUES (%s,%s,%s,%s,%s,%s,%s,%s,'issued',%s)"
        " ON CONFLICT (letter_id) DO NOTHING",
        (
            letter,
            *place,
            text_field(data, "number"),
            text_field(data, "type_id"),
            date.fromisoformat(text_field(data, "issue_date")),
            event.event_hash,
        ),
    )
    _apply_number(connection, office, letter)
    _apply_void(connection, office, letter)


def _letter_numbered(
    connection: Connection, office: str, event: StoredEvent, data: dict[str, Any]
) -> None:
    """A number that was written by hand and entered later; once."""
    letter = UUID(text_field(data, "letter_id"))
    place = _place(office, data)
    _note_double(connection, letter, place, event.event_hash)
    connection.execute(
        "INSERT INTO letter_number_later(letter_id, office_id, series, year, sequence, number,"
        " event_hash) VALUES (%s,%s,%s,%s,%s,%s,%s) ON CONFLICT DO NOTHING",
        (letter, *place, text_field(data, "number"), event.event_hash),
    )
    _apply_number(connection, office, letter)


def _place(office: str, data: dict[str, Any]) -> _Place:
    """Where a letter stands in its counter; without a sequence it stands nowhere yet."""
    sequence = None if data.get("sequence") is None else count_field(data, "sequence")
    return office, text_field(data, "series"), count_field(data, "year"), sequence


def _note_double(connection: Connection, letter: UUID, place: _Place, own: bytes) -> None:
    """Two letters at one place of a counter are a conflict that an operator looks at."""
    if place[3] is None:
        return
    rows = connection.execute(
        "SELECT event_hash FROM letter WHERE (office_id, series, year, sequence) = (%s,%s,%s,%s)"
        " AND letter_id <> %s",
        (*place, letter),
    ).fetchall()
    for row in rows:
        note_conflict(connection, "number", place[0], bytes(row[0]), own)


def _apply_number(connection: Connection, office: str, letter: UUID) -> None:
    """A number may come before its letter, from another life of the office's data."""
    connection.execute(
        "UPDATE letter SET series = n.series, year = n.year, sequence = n.sequence,"
        " number = n.number FROM letter_number_later n"
        " WHERE letter.letter_id = %s AND letter.office_id = %s AND letter.number = ''"
        " AND n.letter_id = letter.letter_id AND n.office_id = letter.office_id",
        (letter, office),
    )


def _letter_stepped(
    connection: Connection, office: str, event: StoredEvent, data: dict[str, Any]
) -> None:
    """What became of a letter; every step is a row, and none takes the place of another."""
    connection.execute(
        "INSERT INTO letter_step(event_hash, letter_id, office_id, step, progress, day)"
        " VALUES (%s,%s,%s,%s,%s,%s) ON CONFLICT DO NOTHING",
        (
            event.event_hash,
            UUID(text_field(data, "letter_id")),
            office,
            text_field(data, "step"),
            text_field(data, "progress"),
            date.fromisoformat(text_field(data, "on")),
        ),
    )


def _letter_voided(
    connection: Connection, office: str, event: StoredEvent, data: dict[str, Any]
) -> None:
    letter = UUID(text_field(data, "letter_id"))
    connection.execute(
        "INSERT INTO letter_void VALUES (%s,%s,%s) ON CONFLICT DO NOTHING",
        (letter, office, event.event_hash),
    )
    _apply_void(connection, office, letter)


def _apply_void(connection: Connection, office: str, letter: UUID) -> None:
    """A void may come before its letter, from another life of the office's data."""
    connection.execute(
        "UPDATE letter SET status = 'voided', event_hash = v.event_hash FROM letter_void v"
        " WHERE letter.letter_id = %s AND letter.office_id = %s"
        " AND v.letter_id = letter.letter_id AND v.office_id = letter.office_id",
        (letter, office),
    )


_PROJECTIONS: dict[str, Callable[[Connection, str, StoredEvent, dict[str, Any]], None]] = {
    "letter.issued": _letter_issued,
    "letter.numbered": _letter_numbered,
    "letter.stepped": _letter_stepped,
    "letter.voided": _letter_voided,
}
