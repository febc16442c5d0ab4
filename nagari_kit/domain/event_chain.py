"""The hash chain that binds each event to all before it: a changed or lost one is seen.

Formulas: protocol nagari-sync/v1, event and genesis hashes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

HASH_BYTES = 32
NO_PARENT = bytes(16)
NO_HEAD = bytes(HASH_BYTES)

_EVENT = b"nagari-sync/v1 event\0"
_GENESIS = b"nagari-sync/v1 genesis\0"


@dataclass(frozen=True, slots=True)
class Incarnation:
    """One life of a database on one device; a restore or a clone begins another.

    `inc`, `device_id` and `parent_inc` are 16 bytes, `parent_head` 32; zero bytes: no parent.
    """

    inc: bytes
    device_id: bytes
    parent_inc: bytes = NO_PARENT
    parent_head: bytes = NO_HEAD


@dataclass(frozen=True, slots=True)
class LoggedEvent:
    """An event as it stands in the log. `body` are the exact bytes that are hashed and sent."""

    inc: bytes
    seq: int
    event_hash: bytes
    prev_hash: bytes
    event_id: bytes
    type: str
    sv: int
    body: bytes


def genesis_hash(incarnation: Incarnation) -> bytes:
    """What stands before the first event of an incarnation."""
    parts = (
        incarnation.inc,
        incarnation.device_id,
        incarnation.parent_inc,
        incarnation.parent_head,
    )
    return hashlib.sha256(_GENESIS + b"".join(parts)).digest()


def event_hash(previous: bytes, body: bytes) -> bytes:
    """Hash of an event that follows the hash `previous`."""
    length = len(body).to_bytes(4, "big")
    return hashlib.sha256(_EVENT + previous + length + body).digest()


def first_break(start: bytes, first_seq: int, events: Iterable[LoggedEvent]) -> int | None:
    """Sequence number of the first event that does not continue the chain, or None.

    `start` is the hash before `first_seq`: the genesis hash for 1.
    """
    previous, expected = start, first_seq
    for event in events:
        sound = (
            event.seq == expected
            and event.prev_hash == previous
            and event.event_hash == event_hash(previous, event.body)
        )
        if not sound:
            return expected
        previous, expected = event.event_hash, expected + 1
    return None
