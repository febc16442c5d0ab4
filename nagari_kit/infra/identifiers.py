"""New identities: UUID version 7 (RFC 9562), sortable by creation and random in the rest."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from nagari_kit.infra.clock import Clock

_RANDOM_BITS = 62
"""Of the lower half of a UUID; its upper two bits name the variant."""
_AT_ONCE = 256


def new_uuid7(clock: Clock) -> UUID:
    """A fresh UUIDv7. Its time part is for locality in the index only, never evidence."""
    return uuid7_of(clock.now())


def uuid7_of(moment: datetime) -> UUID:
    """The same, for a caller who has asked the clock already."""
    milliseconds = int(moment.timestamp() * 1000) & ((1 << 48) - 1)
    random = secrets.randbits(74)
    upper, lower = random >> 62, random & ((1 << 62) - 1)
    return UUID(int=(milliseconds << 80) | (0x7 << 76) | (upper << 64) | (0b10 << 62) | lower)


def many_uuid7(clock: Clock) -> Iterator[UUID]:
    """Fresh UUIDv7 without end, growing: for whoever needs thousands at once."""
    while True:
        beginning = uuid7_of(clock.now()).int >> _RANDOM_BITS << _RANDOM_BITS
        drawn = secrets.token_bytes(_AT_ONCE * 8)
        chances = sorted(
            int.from_bytes(drawn[place : place + 8], "big") >> 2
            for place in range(0, len(drawn), 8)
        )
        for chance in chances:
            yield UUID(int=beginning | chance)
