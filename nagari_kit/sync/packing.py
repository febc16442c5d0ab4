"""Freezes the next events of the log into containers; what is frozen is sent as it is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from nagari_kit.db.sync_store import BUILT, OutgoingContainer
from nagari_kit.db.unit_of_work import UnitOfWork
from nagari_kit.domain.event_chain import LoggedEvent
from nagari_kit.sync.container import seal
from nagari_kit.sync.container_header import ContainerHeader
from nagari_kit.sync.device_keys import SecretKeys
from nagari_kit.sync.keyset import Keyset

MAX_EVENTS = 2000
MAX_RAW = 1024 * 1024
"""Bytes of event bodies in one container; they shrink to about a quarter."""

READ_AT_ONCE = 4000


@dataclass(frozen=True, slots=True)
class Packer:
    """Whose events go to whom: `inc` is the life (16 bytes) whose log is packed."""

    inc: bytes
    office: str
    keys: SecretKeys
    keyset: Keyset


def pack_next(uow: UnitOfWork, packer: Packer, at: datetime) -> int:
    """Put the events that are in no container yet into new ones; returns how many events.

    One call reads at most READ_AT_ONCE events; call again until it returns 0.
    """
    inc, office, keys, keyset = packer.inc, packer.office, packer.keys, packer.keyset
    events = uow.events.after(inc, uow.sync.last_packed(inc), READ_AT_ONCE)
    for batch in _batches(events):
        header = ContainerHeader(
            kind="batch",
            device=keys.public.device_id,
            inc=inc,
            office=office,
            hub=keyset.hub,
            first=batch[0].seq,
            last=batch[-1].seq,
            count=len(batch),
            prev=batch[0].prev_hash,
            head=batch[-1].event_hash,
        )
        raw = seal(header, [event.body for event in batch], [keyset.recipient], keys)
        cid = hashlib.sha256(raw).digest()
        uow.sync.add_container(
            OutgoingContainer(cid, inc, header.first, header.last, raw, BUILT, at)
        )
    return len(events)


def _batches(events: list[LoggedEvent]) -> Iterator[list[LoggedEvent]]:
    batch: list[LoggedEvent] = []
    size = 0
    for event in events:
        if batch and (len(batch) == MAX_EVENTS or size + len(event.body) > MAX_RAW):
            yield batch
            batch, size = [], 0
        batch.append(event)
        size += len(event.body)
    if batch:
        yield batch
