"""The plaintext of a container: compressed event bodies, padded so that its size tells little."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from nagari_kit.sync.padme import padme_length
from nagari_kit.sync.strict_json import MalformedError

MAX_RAW = 16 * 1024 * 1024
MAX_RATIO = 64
_LENGTHS = 8


def pack_bodies(bodies: Sequence[bytes]) -> bytes:
    """u32 raw length, u32 compressed length, zlib of u32-prefixed bodies, zeros to Padme size."""
    raw = b"".join(len(body).to_bytes(4, "big") + body for body in bodies)
    packed = zlib.compress(raw, 9)
    if len(raw) > MAX_RAW or len(raw) > MAX_RATIO * len(packed):
        # Text so repetitive that the reader's guard against bombs would refuse it goes stored.
        packed = zlib.compress(raw, 0)
    if len(raw) > MAX_RAW:
        raise MalformedError("batch too large")
    plain = len(raw).to_bytes(4, "big") + len(packed).to_bytes(4, "big") + packed
    return plain.ljust(padme_length(len(plain)), b"\0")


def unpack_bodies(plain: bytes, count: int) -> tuple[bytes, ...]:
    """The `count` bodies again. Raises MalformedError for bombs, tails and odd padding."""
    raw_length = int.from_bytes(plain[:4], "big")
    packed_length = int.from_bytes(plain[4:_LENGTHS], "big")
    end = _LENGTHS + packed_length
    if len(plain) != padme_length(end) or any(plain[end:]):
        raise MalformedError("padding")
    if raw_length > MAX_RAW or raw_length > MAX_RATIO * packed_length:
        raise MalformedError("compression ratio")
    unpacker = zlib.decompressobj()
    try:
        raw = unpacker.decompress(plain[_LENGTHS:end], raw_length or 1)
    except zlib.error as error:
        raise MalformedError("zlib") from error
    tail = unpacker.unconsumed_tail or unpacker.unused_data
    if len(raw) != raw_length or not unpacker.eof or tail:
        raise MalformedError("zlib end")
    return _split(raw, count)


def _split(raw: bytes, count: int) -> tuple[bytes, ...]:
    bodies: list[bytes] = []
    at = 0
    while at < len(raw):
        start = at + 4
        at = start + int.from_bytes(raw[at:start], "big")
        if at > len(raw) or start > len(raw) or len(bodies) == count:
            raise MalformedError("event lengths")
        bodies.append(raw[start:at])
    if len(bodies) != count:
        raise MalformedError("event count")
    return tuple(bodies)
