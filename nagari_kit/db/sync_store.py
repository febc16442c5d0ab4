"""What this PC sent to the province, what the province signed, and how the tries went."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, text, update

from nagari_kit.db.queries.delivery import APPLIED, BUILT, SENT, STORED, state_of_event
from nagari_kit.db.repositories.residents import upsert
from nagari_kit.db.tables import container_out, receipt, sync_run, sync_setting
from nagari_kit.domain.synchronisation import SyncItem, SyncRun

__all__ = [
    "APPLIED",
    "BUILT",
    "SENT",
    "STORED",
    "OutgoingContainer",
    "StoredReceipt",
    "SyncQueries",
    "SyncRepository",
]

# Sequence numbers have no gap, so that the highest of each life counts its events.
_EVENTS = text(
    "SELECT coalesce(sum((SELECT max(seq) FROM event_log e WHERE e.inc = i.inc)), 0)"
    " FROM incarnation i"
)
_RECENT = text(
    f"SELECT e.type, e.body, {state_of_event('e.inc', 'e.seq')} AS state"  # noqa: S608 - constants
    " FROM incarnation i CROSS JOIN event_log e ON e.inc = i.inc"
    " ORDER BY i.key DESC, e.seq DESC LIMIT :limit"
)


@dataclass(frozen=True, slots=True)
class OutgoingContainer:
    """A container as frozen before its first send; events `first` to `last` of `inc`."""

    cid: bytes
    inc: bytes
    first: int
    last: int
    content: bytes
    state: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class StoredReceipt:
    """A receipt of the hub whose signature was verified; `level` is `STORED` or `APPLIED`."""

    hub_epoch: bytes
    receipt_no: int
    cid: bytes
    level: str
    body: bytes
    signature: bytes
    received_at: datetime


class SyncQueries:
    """Reads of the exchange on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def setting(self, name: str) -> bytes | None:
        """A stored value, or None."""
        statement = select(sync_setting.c.content).where(sync_setting.c.name == name)
        return self._connection.execute(statement).scalar_one_or_none()

    def containers(self, *states: str) -> tuple[OutgoingContainer, ...]:
        """Containers in these states, in the order of their events."""
        statement = (
            select(container_out)
            .where(container_out.c.state.in_(states))
            .order_by(container_out.c.made_at, container_out.c.first)
        )
        return tuple(
            OutgoingContainer(
                row.cid,
                row.inc,
                row.first,
                row.last,
                row.bytes,
                row.state,
                datetime.fromisoformat(row.made_at),
            )
            for row in self._connection.execute(statement)
        )

    def state_of(self, cid: bytes) -> str | None:
        """How far a container came, or None when it is not of this office."""
        statement = select(container_out.c.state).where(container_out.c.cid == cid)
        return self._connection.execute(statement).scalar_one_or_none()

    def last_applied(self, inc: bytes) -> int:
        """Sequence number of the last event that the province took; 0 when none."""
        statement = select(func.max(container_out.c.last)).where(
            container_out.c.inc == inc, container_out.c.state == APPLIED
        )
        return self._connection.execute(statement).scalar_one() or 0

    def applied_after(self, inc: bytes, seq: int) -> frozenset[bytes]:
        """Ids of the APPLIED containers that reach beyond an event."""
        statement = select(container_out.c.cid).where(
            container_out.c.inc == inc,
            container_out.c.state == APPLIED,
            container_out.c.last > seq,
        )
        return frozenset(self._connection.execute(statement).scalars())

    def last_packed(self, inc: bytes) -> int:
        """Sequence number of the last event that is in a container; 0 when none is."""
        statement = select(func.max(container_out.c.last)).where(container_out.c.inc == inc)
        return self._connection.execute(statement).scalar_one() or 0

    def receipts(self) -> tuple[StoredReceipt, ...]:
        """Every receipt, oldest first."""
        statement = select(receipt).order_by(receipt.c.received_at, receipt.c.receipt_no)
        return tuple(
            StoredReceipt(
                row.hub_epoch,
                row.receipt_no,
                row.cid,
                row.level,
                row.body,
                row.sig,
                datetime.fromisoformat(row.received_at),
            )
            for row in self._connection.execute(statement)
        )

    def counts(self) -> tuple[int, int, int, int]:
        """Events that wait, are sent, have a STORED and have an APPLIED receipt."""
        total = int(self._connection.execute(_EVENTS).scalar_one())
        width = func.sum(container_out.c.last - container_out.c.first + 1)
        by_state = {
            state: int(count)
            for state, count in self._connection.execute(
                select(container_out.c.state, width).group_by(container_out.c.state)
            )
        }
        sent, stored = by_state.get(SENT, 0), by_state.get(STORED, 0)
        applied = by_state.get(APPLIED, 0)
        return total - sent - stored - applied, sent, stored, applied

    def runs(self, limit: int) -> tuple[SyncRun, ...]:
        """The last tries, newest first."""
        statement = select(sync_run).order_by(sync_run.c.key.desc()).limit(limit)
        return tuple(
            SyncRun(datetime.fromisoformat(row.at), row.outcome, row.detail)
            for row in self._connection.execute(statement)
        )

    def recent_changes(self, limit: int) -> tuple[SyncItem, ...]:
        """The last events in words, newest first, each with how far it came."""
        rows = self._connection.execute(_RECENT, {"limit": limit})
        return tuple(_item(row.type, json.loads(row.body), row.state) for row in rows)


class SyncRepository(SyncQueries):
    """The exchange within a unit of work."""

    def set_setting(self, name: str, content: bytes) -> None:
        """Store a value under a name."""
        self._connection.execute(upsert(sync_setting, "name"), {"name": name, "content": content})

    def add_container(self, one: OutgoingContainer) -> None:
        """Freeze a container; its bytes never change afterwards."""
        row = {
            "cid": one.cid,
            "inc": one.inc,
            "first": one.first,
            "last": one.last,
            "bytes": one.content,
            "state": one.state,
            "made_at": one.made_at.isoformat(timespec="microseconds"),
        }
        self._connection.execute(insert(container_out), row)

    def forget_containers(self) -> None:
        """Their events wait again, as if nothing had been packed yet."""
        self._connection.execute(delete(container_out))

    def mark_container(self, cid: bytes, state: str) -> None:
        """Note how far a container came."""
        statement = update(container_out).where(container_out.c.cid == cid)
        self._connection.execute(statement.values(state=state))

    def add_receipt(self, one: StoredReceipt) -> None:
        """Keep a verified receipt; the same one again changes nothing."""
        row = {
            "hub_epoch": one.hub_epoch,
            "receipt_no": one.receipt_no,
            "cid": one.cid,
            "level": one.level,
            "body": one.body,
            "sig": one.signature,
            "received_at": one.received_at.isoformat(),
        }
        self._connection.execute(insert(receipt).prefix_with("OR IGNORE"), row)

    def add_run(self, run: SyncRun) -> None:
        """Note how a try went."""
        row = {"at": run.at.isoformat(), "outcome": run.outcome, "detail": run.detail}
        self._connection.execute(insert(sync_run), row)


def _item(kind: str, body: dict[str, object], state: str) -> SyncItem:
    data = body.get("d")
    facts: dict[str, object] = data if isinstance(data, dict) else {}
    name = facts.get("name")
    # A letter whose number is written by hand, or that bears none.
    nameless = "tanpa nomor" if kind.startswith("letter.") else ""
    subject = facts.get("number") or (name.get("name") if isinstance(name, dict) else name)
    return SyncItem(
        subject=str(subject or nameless),
        kind=kind,
        at=datetime.fromisoformat(str(body["at"])),
        state="local" if state == BUILT else state,
    )
