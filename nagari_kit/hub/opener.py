"""T2: opens stored containers in order, checks the chain and applies what is new."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from nagari_kit.domain.event_chain import event_hash
from nagari_kit.errors import HubError
from nagari_kit.hub.database import Connection, Database, lock_stream
from nagari_kit.hub.downlink import add_downlink
from nagari_kit.hub.hub_keys import HubKeys
from nagari_kit.hub.projection import StoredEvent, project, read_event
from nagari_kit.hub.receipt_book import write_receipt
from nagari_kit.hub.trouble import lies_in_content, note_conflict, quarantine
from nagari_kit.infra.clock import Clock
from nagari_kit.sync.container import SealedContainer, parse
from nagari_kit.sync.receipts import APPLIED
from nagari_kit.sync.strict_json import MalformedError

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Stream:
    """`device` alone may continue the chain that begins after `genesis`."""

    stream_id: bytes
    device: bytes
    office: str
    genesis: bytes


@dataclass(frozen=True, slots=True)
class _Stored:
    cid: bytes
    raw: bytes
    stream: _Stream


class Opener:
    """Safe to call at any time and as often as wished: what is applied stays applied once."""

    def __init__(self, database: Database, keys: HubKeys, clock: Clock) -> None:
        self._database = database
        self._keys = keys
        self._clock = clock

    def open_all(self) -> None:
        """Go on where a killed process stopped. Raises HubError when the database is not there."""
        with self._database.transaction() as connection:
            rows = connection.execute(
                "SELECT DISTINCT stream_id FROM container WHERE state IN ('stored','gap')"
            ).fetchall()
        for row in rows:
            self.open_stream(bytes(row[0]))

    def open_stream(self, stream_id: bytes) -> None:
        """Apply every container of the stream whose beginning is known, one transaction each.

        What the server fails at stays stored for the next time, and nobody else waits for it.
        Raises HubError when the database is not there.
        """
        try:
            while self._open_next(stream_id):
                pass
        except HubError:
            raise
        except Exception as error:  # noqa: BLE001 - one stream never stops the others
            # The type alone: a database's message quotes what people wrote.
            logger.warning("stream %s waits: %s", stream_id.hex(), type(error).__name__)

    def _open_next(self, stream_id: bytes) -> bool:
        found = None
        try:
            with self._database.transaction() as connection:
                lock_stream(connection, stream_id)
                found = _next_unopened(connection, stream_id)
                if found is not None:
                    self._open(connection, found)
        except Exception as error:
            if found is None or not lies_in_content(error):
                raise
            logger.warning("container %s set aside: %s", found.cid.hex(), type(error).__name__)
            with self._database.transaction() as connection:
                lock_stream(connection, stream_id)
                quarantine(connection, found.cid, "not-applicable", type(error).__name__)
        return found is not None

    def _open(self, connection: Connection, found: _Stored) -> None:
        stream, cid = found.stream, found.cid
        try:
            container = parse(found.raw)
            bodies = container.open_with(self._keys.stored)
        except MalformedError as error:
            quarantine(connection, cid, "bad-container", str(error))
            return
        header = container.header
        if header.device != stream.device:
            note_conflict(connection, "other-device", stream.office, header.prev, header.head)
            quarantine(connection, cid, "other-device", header.device.hex())
            return
        before = _sequence_of(connection, stream, header.prev)
        if before is None:
            _set_state(connection, cid, "gap")
            return
        if header.first != before + 1:
            quarantine(connection, cid, "sequence", f"{header.first} after {before}")
            return
        events = _chain(container, bodies)
        known = {
            bytes(row[0])
            for row in connection.execute(
                "SELECT event_hash FROM event WHERE stream_id = %s AND event_hash = ANY(%s)",
                (stream.stream_id, [event.event_hash for event in events]),
            )
        }
        fresh = [event for event in events if event.event_hash not in known]
        forked = bool(fresh) and self._note_fork(connection, stream, fresh[0])
        _note_reused_ids(connection, stream, fresh)
        _insert(connection, stream, fresh)
        project(connection, stream.office, fresh)
        _set_state(connection, cid, "fork" if forked else "applied")
        at = self._clock.now().isoformat(timespec="seconds")
        issuer = (self._database.epoch, at, self._keys.applied)
        write_receipt(connection, stream.stream_id, cid, APPLIED, issuer)

    def _note_fork(self, connection: Connection, stream: _Stream, first: StoredEvent) -> bool:
        sibling = connection.execute(
            "SELECT event_hash FROM event WHERE stream_id = %s AND prev_hash = %s LIMIT 1",
            (stream.stream_id, first.prev_hash),
        ).fetchone()
        if sibling is None:
            return False
        note_conflict(connection, "clone", stream.office, bytes(sibling[0]), first.event_hash)
        add_downlink(connection, stream.office, "fork", stream.stream_id.hex())
        return True


def _next_unopened(connection: Connection, stream_id: bytes) -> _Stored | None:
    # A gap's container is looked at again only once its beginning is known.
    row = connection.execute(
        "SELECT c.container_id, c.bytes, s.device_id, s.office_id, s.genesis FROM container c"
        " JOIN stream s USING (stream_id) JOIN device d ON d.device_id = c.device_id"
        " WHERE c.stream_id = %s AND d.state = 'approved' AND (c.state = 'stored' OR"
        " c.state = 'gap' AND (c.prev = s.genesis OR EXISTS (SELECT 1 FROM event e"
        " WHERE e.stream_id = c.stream_id AND e.event_hash = c.prev)))"
        " ORDER BY c.first_seq, c.container_id LIMIT 1",
        (stream_id,),
    ).fetchone()
    if row is None:
        return None
    cid, raw, device, office, genesis = row
    stream = _Stream(stream_id, bytes(device), office, bytes(genesis))
    return _Stored(bytes(cid), bytes(raw), stream)


def _sequence_of(connection: Connection, stream: _Stream, known: bytes) -> int | None:
    """Sequence number of an event by its hash, 0 before the first; None when it never came."""
    if known == stream.genesis:
        return 0
    row = connection.execute(
        "SELECT seq FROM event WHERE stream_id = %s AND event_hash = %s", (stream.stream_id, known)
    ).fetchone()
    return int(row[0]) if row else None


def _chain(container: SealedContainer, bodies: tuple[bytes, ...]) -> list[StoredEvent]:
    events = []
    previous = container.header.prev
    for seq, body in enumerate(bodies, container.header.first):
        own = event_hash(previous, body)
        events.append(read_event(own, previous, seq, body))
        previous = own
    return events


def _insert(connection: Connection, stream: _Stream, events: list[StoredEvent]) -> None:
    """COPY is safe: under the stream's lock what is known was sorted out before."""
    columns = "stream_id, event_hash, prev_hash, seq, event_id, type, sv, office_id, payload"
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY event({columns}) FROM STDIN (FORMAT BINARY)") as copy,
    ):
        copy.set_types(
            ["bytea", "bytea", "bytea", "int8", "bytea", "text", "int4", "text", "bytea"]
        )
        for it in events:
            copy.write_row(
                (
                    stream.stream_id,
                    it.event_hash,
                    it.prev_hash,
                    it.seq,
                    it.event_id,
                    it.type,
                    it.sv,
                    stream.office,
                    it.body,
                )
            )


def _note_reused_ids(connection: Connection, stream: _Stream, fresh: list[StoredEvent]) -> None:
    ids = [event.event_id for event in fresh if event.event_id]
    rows = connection.execute(
        "SELECT event_id, event_hash FROM event WHERE event_id = ANY(%s)", (ids,)
    ).fetchall()
    hashes = {event.event_id: event.event_hash for event in fresh}
    for event_id, other in rows:
        own = hashes[bytes(event_id)]
        if own != bytes(other):
            note_conflict(connection, "id-reuse", stream.office, bytes(other), own)


def _set_state(connection: Connection, cid: bytes, state: str) -> None:
    connection.execute("UPDATE container SET state = %s WHERE container_id = %s", (state, cid))
