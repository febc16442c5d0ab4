"""New identities: UUID version 7 (RFC 9562), sortable by creation and random in the rest."""

from __future__ import annotations

import secrets
from datetime import datetime
from uuid import UUID

from nagari_kit.infra.clock import Clock


def new_uuid7(clock: Clock) -> UUID:
    """A fresh UUIDv7. Its time part is for locality in the index only, never evidence."""
    return uuid7_of(clock.now())


def uuid7_of(moment: datetime) -> UUID:
    """The same, for a caller who has asked the clock already."""
    milliseconds = int(moment.timestamp() * 1000) & ((1 << 48) - 1)
    random = secrets.randbits(74)
    upper, lower = random >> 62, random & ((1 << 62) - 1)
    return UUID(int=(milliseconds << 80) | (0x7 << 76) | (upper << 64) | (0b10 << 62) | lower)
