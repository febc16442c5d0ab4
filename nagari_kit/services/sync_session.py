"""One run of the exchange: freeze, send, verify, remember; it can stop anywhere and go on later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from nagari_kit.db.sync_store import APPLIED, BUILT, SENT, STORED, OutgoingContainer, StoredReceipt
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.enrolment_record import (
    KEYSET,
    EnrolmentRecord,
    read_record,
    write_record,
)
from nagari_kit.services.progress import CancelToken, Progress
from nagari_kit.sync.client import HubClient, Standpoint, VerifiedReceipt
from nagari_kit.sync.keyset import read_keyset
from nagari_kit.sync.messages import MAX_FRAMES, ChainPoint, ExchangeAnswer
from nagari_kit.sync.packing import pack_next
from nagari_kit.sync.receipts import STORED as STORED_LEVEL

if TYPE_CHECKING:
    from nagari_kit.db.reader import Reader
    from nagari_kit.db.unit_of_work import UnitOfWork
    from nagari_kit.sync.transport import HubTransport

MAX_BODY = 3 * 1024 * 1024
MAX_OPEN = 200
"""Containers that one exchange asks receipts for."""

_RANK = {BUILT: 0, SENT: 1, STORED: 2, APPLIED: 3}


class SyncSession:
    """Made for one run. Every state that it reaches is on disk before the next step."""

    def __init__(
        self, context: ServiceContext, transport: HubTransport, record: EnrolmentRecord
    ) -> None:
        self._context = context
        self._record = record
        self._keys = context.device.load()
        with context.store.read() as reader:
            stored = reader.sync.setting(KEYSET)
        self._keyset = read_keyset(stored or b"")
        self._client = HubClient(transport, self._keys, record.office, self._keyset)

    def run(self, progress: Progress | None, token: CancelToken | None) -> int:
        """Exchange until nothing moves; returns how many events became APPLIED."""
        before = self._applied()
        while True:
            if token is not None:
                token.raise_if_cancelled()
            self._pack()
            waiting = self._unfinished()
            batch = _fitting([one for one in waiting if one.state in {BUILT, SENT}])
            asked = [one.cid for one in waiting if one.state in {SENT, STORED}][:MAX_OPEN]
            states = {one.cid: one.state for one in waiting}
            self._exchange(batch, asked)
            self._tell(progress)
            if {one.cid: one.state for one in self._unfinished()} == states:
                return self._applied() - before

    def ask_standing(self) -> None:
        """An exchange without cargo: what does the hub say of this PC?"""
        self._exchange((), [])

    def _pack(self) -> None:
        while True:
            with self._context.store.write(self._context.actor) as uow:
                count = pack_next(
                    uow, self._keys, self._keyset, self._record.office, self._context.clock.now()
                )
                uow.commit()
            if count == 0:
                return

    def _unfinished(self) -> tuple[OutgoingContainer, ...]:
        with self._context.store.read() as reader:
            return reader.sync.containers(BUILT, SENT, STORED)

    def _applied(self) -> int:
        with self._context.store.read() as reader:
            return reader.sync.counts()[3]

    def _exchange(self, batch: Sequence[OutgoingContainer], asked: list[bytes]) -> None:
        with self._context.store.read() as reader:
            standpoint = Standpoint(
                reader.events.incarnation(),
                _points(reader),
                tuple(asked),
                read_record(reader.sync).cursor,
            )
        answer, receipts = self._client.exchange(standpoint, [one.content for one in batch])
        with self._context.store.write(self._context.actor) as uow:
            for one in batch:
                _raise_state(uow, one.cid, SENT)
            for receipt in receipts:
                self._keep(uow, receipt)
            self._remember(uow, answer)
            uow.commit()

    def _keep(self, uow: UnitOfWork, receipt: VerifiedReceipt) -> None:
        facts = receipt.facts
        state = STORED if facts.level == STORED_LEVEL else APPLIED
        if not _raise_state(uow, facts.cid, state):
            return
        uow.sync.add_receipt(
            StoredReceipt(
                facts.hub_epoch,
                facts.receipt_no,
                facts.cid,
                facts.level,
                receipt.signed.body,
                receipt.signed.signature,
                self._context.clock.now(),
            )
        )

    def _remember(self, uow: UnitOfWork, answer: ExchangeAnswer) -> None:
        record = read_record(uow.sync)
        epoch = answer.hub_epoch.hex()
        if record.hub_epoch and record.hub_epoch != epoch:
            # The hub was restored from an older day: what it lost is sent again.
            for one in uow.sync.containers(SENT, STORED, APPLIED):
                if one.last > answer.known:
                    uow.sync.mark_container(one.cid, BUILT)
        cursor = max([record.cursor, *(item.n for item in answer.downlink)])
        write_record(uow.sync, replace(record, state=answer.state, hub_epoch=epoch, cursor=cursor))

    def _tell(self, progress: Progress | None) -> None:
        if progress is None:
            return
        with self._context.store.read() as reader:
            waiting, sent, stored, applied = reader.sync.counts()
        progress(applied + stored, waiting + sent + stored + applied, "Mengirim ke provinsi")


def _fitting(containers: list[OutgoingContainer]) -> list[OutgoingContainer]:
    """The first containers that one request may carry; at least one."""
    chosen: list[OutgoingContainer] = []
    size = 0
    for one in containers:
        size += len(one.content)
        if chosen and (size > MAX_BODY or len(chosen) == MAX_FRAMES - 1):
            break
        chosen.append(one)
    return chosen


def _points(reader: Reader) -> tuple[ChainPoint, ...]:
    """Points of the chain at growing distances from its head, as git names commits it has."""
    inc = reader.events.incarnation().inc
    head, _hash = reader.events.head()
    points: list[ChainPoint] = []
    distance = 0
    while head - distance >= 1:
        event = reader.events.after(inc, head - distance - 1, 1)[0]
        points.append(ChainPoint(event.seq, event.event_hash))
        distance = distance * 2 + 1
    return tuple(points)


def _raise_state(uow: UnitOfWork, cid: bytes, state: str) -> bool:
    """Move a container of ours forward, never back. Says whether it is ours."""
    known = uow.sync.state_of(cid)
    if known is None:
        return False
    if _RANK[state] > _RANK[known]:
        uow.sync.mark_container(cid, state)
    return True
