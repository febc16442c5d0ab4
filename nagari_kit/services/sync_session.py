"""One run of the exchange: freeze, send, verify, remember; it can stop anywhere and go on later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from nagari_kit.db.sync_store import APPLIED, BUILT, SENT, STORED, OutgoingContainer, StoredReceipt
from nagari_kit.domain.event_chain import Incarnation
from nagari_kit.domain.synchronisation import SyncRun
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.device_identity import no_keys
from nagari_kit.services.enrolment_record import (
    APPROVED,
    KEYSET,
    EnrolmentRecord,
    read_record,
    write_record,
)
from nagari_kit.services.progress import CancelToken, Progress
from nagari_kit.sync.chain_standing import chain_points, follows_another_chain
from nagari_kit.sync.client import HubClient, Standpoint, VerifiedReceipt
from nagari_kit.sync.keyset import read_keyset
from nagari_kit.sync.messages import MAX_FRAMES, ExchangeAnswer
from nagari_kit.sync.packing import Packer, pack_next
from nagari_kit.sync.receipts import STORED as STORED_LEVEL

if TYPE_CHECKING:
    from nagari_kit.db.unit_of_work import UnitOfWork
    from nagari_kit.sync.transport import HubTransport

MAX_BODY = 3 * 1024 * 1024
MAX_OPEN = 200
"""Containers that one exchange asks receipts for."""

PARTED = (
    "Data komputer ini salinan dari data lain yang sudah mengirim. Riwayat baru dimulai di sini;"
    " tidak ada yang ditimpa. Periksa nomor surat terakhir di buku agenda."
)

_RANK = {BUILT: 0, SENT: 1, STORED: 2, APPLIED: 3}


class SyncSession:
    """Made for one run. Every state that it reaches is on disk before the next step."""

    def __init__(
        self, context: ServiceContext, transport: HubTransport, record: EnrolmentRecord
    ) -> None:
        """Raises NotFoundError code KUNCI-05 when this PC's keys are not the enrolled ones."""
        self._context = context
        self._record = record
        self._keys = context.device.load()
        if self._keys.public.device_id.hex() != record.device:
            raise no_keys()
        with context.store.read() as reader:
            stored = reader.sync.setting(KEYSET)
        self._keyset = read_keyset(stored or b"")
        self._client = HubClient(transport, self._keys, record.office, self._keyset)

    def run(self, progress: Progress | None, token: CancelToken | None) -> int:
        """Exchange until nothing moves; returns how many events became APPLIED."""
        before = self._applied()
        for life in self._lives():
            self._run_life(life, progress, token)
        return self._applied() - before

    def ask_standing(self) -> None:
        """An exchange without cargo: what does the hub say of this PC?"""
        self._exchange(self._lives()[-1], (), [])

    def _lives(self) -> list[Incarnation]:
        """The lives that this PC's keys may speak for, the present one last."""
        own = self._keys.public.device_id
        with self._context.store.read() as reader:
            lives = reader.events.incarnations()
        return [life for life in lives if life.device_id == own] or lives[-1:]

    def _run_life(
        self, life: Incarnation, progress: Progress | None, token: CancelToken | None
    ) -> None:
        """A life that ended (restored copy, clone) is delivered to its end like the present one."""
        may_resend = True
        while True:
            if token is not None:
                token.raise_if_cancelled()
            self._pack(life)
            waiting = self._unfinished(life)
            batch = _fitting([one for one in waiting if one.state in {BUILT, SENT}])
            asked = [one.cid for one in waiting if one.state in {SENT, STORED}][:MAX_OPEN]
            states = {one.cid: one.state for one in waiting}
            lost = self._exchange(life, batch, asked)
            self._tell(progress)
            if lost and may_resend:
                # Once a run: a hub that forgets again at once must not keep the PC busy for ever.
                may_resend = False
                self._send_again(lost)
            if {one.cid: one.state for one in self._unfinished(life)} == states:
                return

    def _pack(self, life: Incarnation) -> None:
        packer = Packer(life.inc, self._record.office, self._keys, self._keyset)
        while True:
            with self._context.store.write(self._context.actor) as uow:
                count = pack_next(uow, packer, self._context.clock.now())
                uow.commit()
            if count == 0:
                return

    def _unfinished(self, life: Incarnation) -> tuple[OutgoingContainer, ...]:
        with self._context.store.read() as reader:
            found = reader.sync.containers(BUILT, SENT, STORED)
        return tuple(one for one in found if one.inc == life.inc)

    def _applied(self) -> int:
        with self._context.store.read() as reader:
            return reader.sync.counts()[3]

    def _exchange(
        self, life: Incarnation, batch: Sequence[OutgoingContainer], asked: list[bytes]
    ) -> frozenset[bytes]:
        """One round trip, remembered; returns the containers that the hub no longer has."""
        with self._context.store.read() as reader:
            last = reader.sync.last_applied(life.inc)
            standpoint = Standpoint(
                life,
                chain_points(reader, life.inc, last),
                tuple(asked),
                read_record(reader.sync).cursor,
            )
        answer, receipts = self._client.exchange(standpoint, [one.content for one in batch])
        lost = set(asked)
        with self._context.store.write(self._context.actor) as uow:
            if answer.known < last:
                lost |= uow.sync.applied_after(life.inc, answer.known)
            for one in batch:
                _raise_state(uow, one.cid, SENT)
            for receipt in receipts:
                self._keep(uow, receipt)
            self._remember(uow, answer)
            self._part_ways(uow, life, answer)
            uow.commit()
        if answer.state != APPROVED:
            return frozenset()
        return frozenset(lost - {receipt.facts.cid for receipt in receipts})

    def _part_ways(self, uow: UnitOfWork, life: Incarnation, answer: ExchangeAnswer) -> None:
        """A restored or cloned copy writes a history of its own from now on."""
        if life != uow.events.incarnation():
            return
        if follows_another_chain(uow.queries, life, answer):
            uow.start_incarnation(self._keys.public.device_id)
            uow.sync.add_run(SyncRun(self._context.clock.now(), "ok", PARTED))

    def _send_again(self, cids: frozenset[bytes]) -> None:
        """What a restored hub lost goes out again, byte for byte."""
        with self._context.store.write(self._context.actor) as uow:
            for cid in cids:
                uow.sync.mark_container(cid, BUILT)
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
        seen = record.cursor if record.hub_epoch in ("", epoch) else 0
        cursor = max([seen, *(item.n for item in answer.downlink)])
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


def _raise_state(uow: UnitOfWork, cid: bytes, state: str) -> bool:
    """Move a container of ours forward, never back. Says whether it is ours."""
    known = uow.sync.state_of(cid)
    if known is None:
        return False
    if _RANK[state] > _RANK[known]:
        uow.sync.mark_container(cid, state)
    return True
