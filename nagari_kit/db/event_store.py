"""The append-only event log: writes within a unit of work, reads for sync and checks."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, text

from nagari_kit.db.queries.letter_proof import log_at_odds
from nagari_kit.db.tables import event_log, incarnation
from nagari_kit.domain.event_chain import (
    Incarnation,
    LoggedEvent,
    event_hash,
    first_break,
    genesis_hash,
)
from nagari_kit.domain.events import Event, event_body
from nagari_kit.errors import NotFoundError, StorageCorruptError
from nagari_kit.infra.clock import Clock
from nagari_kit.infra.identifiers import uuid7_of

INC_BYTES = 16
_AT_ONCE = 2000
_LAST = text(
    "SELECT i.inc, i.device_id, i.parent_inc, i.parent_head, e.seq, e.event_hash"
    " FROM incarnation i LEFT JOIN event_log e ON e.inc = i.inc"
    " AND e.seq = (SELECT max(seq) FROM event_log WHERE inc = i.inc)"
    " ORDER BY i.key DESC LIMIT 1"
)

_COUNT = text("SELECT count(*) FROM event_log WHERE inc = :inc")
_APPEND = (
    "INSERT INTO event_log(inc, seq, event_hash, prev_hash, event_id, type, sv, body)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)


class EventQueries:
    """Reads of the log on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def incarnation(self) -> Incarnation:
        """The life that this database writes now. Raises NotFoundError before the first."""
        return self._last()[0]

    def head(self) -> tuple[int, bytes]:
        """Sequence number and hash of the last event; 0 and the genesis hash before the first."""
        _, seq, digest = self._last()
        return seq, digest

    def after(self, inc: bytes, seq: int, limit: int) -> list[LoggedEvent]:
        """At most `limit` events of an incarnation that follow `seq`, in order."""
        statement = (
            select(event_log)
            .where(event_log.c.inc == inc, event_log.c.seq > seq)
            .order_by(event_log.c.seq)
            .limit(limit)
        )
        return [LoggedEvent(**row) for row in self._connection.execute(statement).mappings()]

    def count(self, inc: bytes) -> int:
        """How many events an incarnation holds."""
        return int(self._connection.execute(_COUNT, {"inc": inc}).scalar_one())

    def latest_moment(self, among: int) -> datetime | None:
        """The latest moment that the last `among` events bear, by this PC's clock of then."""
        living, seq, _ = self._last()
        bodies = [one.body for one in self.after(living.inc, max(0, seq - among), among)]
        moments = [datetime.fromisoformat(json.loads(body)["at"]) for body in bodies]
        return max(moments, default=None)

    def incarnations(self) -> list[Incarnation]:
        """Every life of this database, the first one first."""
        rows = self._connection.execute(select(incarnation).order_by(incarnation.c.key))
        return [
            Incarnation(row.inc, row.device_id, row.parent_inc, row.parent_head) for row in rows
        ]

    def verify_chain(self) -> int:
        """Number of events, every hash of every incarnation recomputed.

        Raises StorageCorruptError code SIMPAN-07 when an event was changed, lost or put between.
        """
        total = 0
        for living in self.incarnations():
            count = self.count(living.inc)
            broken = first_break(genesis_hash(living), 1, self._everything(living.inc))
            if broken is not None:
                raise StorageCorruptError(
                    f"Catatan peristiwa nomor {broken} tidak cocok dengan yang sebelumnya. "
                    "Data tidak diubah.",
                    hint="Jangan lanjutkan bekerja di komputer ini; hubungi admin kabupaten.",
                    code="SIMPAN-07",
                )
            total += count
        if log_at_odds(self._connection):
            raise StorageCorruptError(
                "Catatan peristiwa berkurang atau labelnya berubah. Data tidak diubah.",
                hint="Jangan lanjutkan bekerja di komputer ini; hubungi admin kabupaten.",
                code="SIMPAN-07",
            )
        return total

    def _last(self) -> tuple[Incarnation, int, bytes]:
        row = self._connection.execute(_LAST).one_or_none()
        if row is None:
            raise NotFoundError("Catatan peristiwa kantor ini belum dimulai.", code="SIMPAN-06")
        living = Incarnation(row.inc, row.device_id, row.parent_inc, row.parent_head)
        if row.seq is None:
            return living, 0, genesis_hash(living)
        return living, row.seq, row.event_hash

    def _everything(self, inc: bytes) -> Iterator[LoggedEvent]:
        seq = 0
        while batch := self.after(inc, seq, _AT_ONCE):
            yield from batch
            seq = batch[-1].seq


class EventAppender(EventQueries):
    """Writes of the log within a unit of work; the write lock makes `seq` gapless."""

    def __init__(self, connection: Connection, clock: Clock, actor: str) -> None:
        super().__init__(connection)
        self._clock = clock
        self._actor = actor
        self._place: tuple[bytes, int, bytes] | None = None
        self._waiting: list[tuple[Any, ...]] = []

    def start_incarnation(self, device_id: bytes) -> Incarnation:
        """Begin a new life, child of the last one. `device_id`: 16 bytes."""
        lives = self.incarnations()
        if lives:
            _, parent_head = self.head()
            living = Incarnation(_new_inc(), device_id, lives[-1].inc, parent_head)
        else:
            living = Incarnation(_new_inc(), device_id)
        row = {
            "inc": living.inc,
            "device_id": living.device_id,
            "parent_inc": living.parent_inc,
            "parent_head": living.parent_head,
            "started_at": self._clock.now().isoformat(timespec="microseconds"),
        }
        self._connection.execute(insert(incarnation), row)
        self._place = None
        return living

    def append(self, event: Event) -> tuple[bytes, int]:
        """Chain an event to the log; returns incarnation and sequence number."""
        inc, seq, previous = self._place or self._place_on_disk()
        now = self._clock.now()
        event_id = uuid7_of(now)
        nonce = secrets.token_bytes(16)
        body = event_body(event, event_id=event_id, nonce=nonce, at=now, by=self._actor)
        following = event_hash(previous, body)
        self._waiting.append(
            (inc, seq + 1, following, previous, event_id.bytes, event.type, event.sv, body)
        )
        self._place = (inc, seq + 1, following)
        if len(self._waiting) >= _AT_ONCE:
            self.flush()
        return inc, seq + 1

    def flush(self) -> None:
        """Write what was appended and is not written yet, in one statement."""
        if self._waiting:
            self._connection.exec_driver_sql(_APPEND, self._waiting)
            self._waiting = []

    def _place_on_disk(self) -> tuple[bytes, int, bytes]:
        living, seq, digest = self._last()
        return living.inc, seq, digest


def _new_inc() -> bytes:
    return secrets.token_bytes(INC_BYTES)
