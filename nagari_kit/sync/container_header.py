"""The clear header of a container: who sends which range of which stream, and its chain ends."""

from __future__ import annotations

from dataclasses import dataclass

from nagari_kit.domain.canonical_json import canonical_bytes
from nagari_kit.sync.strict_json import (
    MalformedError,
    count_field,
    hex_field,
    load_object,
    text_field,
)

KINDS = frozenset({"batch", "blob", "req", "rcpt", "down"})
_KEYS = frozenset({"dev", "first", "hd", "hub", "inc", "k", "last", "n", "off", "pv", "v"})


@dataclass(frozen=True, slots=True)
class ContainerHeader:
    """`device`, `inc` 16 bytes; `prev`, `head` 32; `first` to `last` inclusive; `count` events."""

    kind: str
    device: bytes
    inc: bytes
    office: str
    hub: str
    first: int
    last: int
    count: int
    prev: bytes
    head: bytes

    def to_bytes(self) -> bytes:
        """Canonical JSON."""
        return canonical_bytes(
            {
                "dev": self.device.hex(),
                "first": self.first,
                "hd": self.head.hex(),
                "hub": self.hub,
                "inc": self.inc.hex(),
                "k": self.kind,
                "last": self.last,
                "n": self.count,
                "off": self.office,
                "pv": self.prev.hex(),
                "v": 1,
            }
        )

    @classmethod
    def from_bytes(cls, raw: bytes) -> ContainerHeader:
        """Read and check. Raises MalformedError, also for another spelling of the same header."""
        found = load_object(raw)
        if set(found) != _KEYS or found["v"] != 1 or text_field(found, "k") not in KINDS:
            raise MalformedError("header keys")
        header = cls(
            kind=text_field(found, "k"),
            device=hex_field(found, "dev", 16),
            inc=hex_field(found, "inc", 16),
            office=text_field(found, "off", 64),
            hub=text_field(found, "hub", 64),
            first=count_field(found, "first"),
            last=count_field(found, "last"),
            count=count_field(found, "n"),
            prev=hex_field(found, "pv", 32),
            head=hex_field(found, "hd", 32),
        )
        if header.count < 1 or header.last - header.first + 1 != header.count:
            raise MalformedError("header range")
        if header.to_bytes() != raw:
            raise MalformedError("header spelling")
        return header
