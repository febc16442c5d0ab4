"""What office and hub say to each other in one exchange, beside the batches themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from nagari_kit.domain.canonical_json import canonical_bytes
from nagari_kit.domain.event_chain import Incarnation
from nagari_kit.sync.device_keys import signature_holds
from nagari_kit.sync.receipts import SignedReceipt
from nagari_kit.sync.strict_json import (
    MalformedError,
    ascii_field,
    count_field,
    hex_field,
    load_object,
    text_field,
)

MAX_FRAMES = 8
MAX_LIST = 256
_CONTEXT = b"nagari-sync/v1 answer\0"


@dataclass(frozen=True, slots=True)
class ChainPoint:
    """An event of a stream: its sequence number and hash (32 bytes)."""

    seq: int
    hash: bytes

    def as_json(self) -> dict[str, Any]:
        """For canonical JSON."""
        return {"hash": self.hash.hex(), "seq": self.seq}


@dataclass(frozen=True, slots=True)
class ExchangeRequest:
    """`have`: points of my chain; `open`: containers that still lack an APPLIED receipt."""

    nonce: bytes
    incarnation: Incarnation
    have: tuple[ChainPoint, ...]
    open: tuple[bytes, ...]
    cursor: int

    def to_bytes(self) -> bytes:
        """Canonical JSON."""
        inc = self.incarnation
        return canonical_bytes(
            {
                "cursor": self.cursor,
                "device": inc.device_id.hex(),
                "have": [point.as_json() for point in self.have],
                "inc": inc.inc.hex(),
                "nonce": self.nonce.hex(),
                "open": [cid.hex() for cid in self.open],
                "parent_head": inc.parent_head.hex(),
                "parent_inc": inc.parent_inc.hex(),
                "t": "exchange",
            }
        )


@dataclass(frozen=True, slots=True)
class DownlinkItem:
    """Something the hub tells an office; `n` has no gaps per office."""

    n: int
    kind: str
    detail: str

    def as_json(self) -> dict[str, Any]:
        """For canonical JSON."""
        return {"detail": self.detail, "kind": self.kind, "n": self.n}


@dataclass(frozen=True, slots=True)
class ExchangeAnswer:
    """`known`: highest point of `have` that the hub holds (0: none). `leaves`: chain ends there.

    `state` is `pending`, `approved` or `revoked`; `missing` are inclusive ranges before a gap.
    """

    nonce: bytes
    hub_epoch: bytes
    at: str
    state: str
    known: int
    leaves: tuple[ChainPoint, ...]
    missing: tuple[tuple[int, int], ...] = ()
    downlink: tuple[DownlinkItem, ...] = field(default=())

    def to_bytes(self) -> bytes:
        """Canonical JSON, the bytes that are signed."""
        return canonical_bytes(
            {
                "at": self.at,
                "downlink": [item.as_json() for item in self.downlink],
                "hub_epoch": self.hub_epoch.hex(),
                "known": self.known,
                "leaves": [leaf.as_json() for leaf in self.leaves],
                "missing": [list(gap) for gap in self.missing],
                "nonce": self.nonce.hex(),
                "state": self.state,
            }
        )


def read_request(raw: bytes) -> ExchangeRequest:
    """Read a request. Raises MalformedError."""
    found = load_object(raw)
    if found.get("t") != "exchange":
        raise MalformedError("not an exchange")
    return ExchangeRequest(
        nonce=hex_field(found, "nonce", 16),
        incarnation=Incarnation(
            hex_field(found, "inc", 16),
            hex_field(found, "device", 16),
            hex_field(found, "parent_inc", 16),
            hex_field(found, "parent_head", 32),
        ),
        have=_points(found, "have"),
        open=tuple(hex_field({"cid": cid}, "cid", 32) for cid in _items(found, "open")),
        cursor=count_field(found, "cursor"),
    )


def read_answer(raw: bytes) -> ExchangeAnswer:
    """Read an answer, signature not looked at. Raises MalformedError."""
    found = load_object(raw)
    return ExchangeAnswer(
        nonce=hex_field(found, "nonce", 16),
        hub_epoch=hex_field(found, "hub_epoch", 16),
        at=text_field(found, "at"),
        state=text_field(found, "state"),
        known=count_field(found, "known"),
        leaves=_points(found, "leaves"),
        missing=tuple(_range(gap) for gap in _items(found, "missing")),
        downlink=tuple(
            DownlinkItem(count_field(it, "n"), text_field(it, "kind"), text_field(it, "detail"))
            for it in _objects(found, "downlink")
        ),
    )


def answer_message(body: bytes) -> bytes:
    """What the hub's STORED key signs of an answer."""
    return _CONTEXT + body


def envelope(answer: bytes, signature: bytes, receipts: Sequence[SignedReceipt]) -> bytes:
    """The reply's bytes: the signed answer and each receipt with its own signature."""
    return canonical_bytes(
        {
            "answer": answer.decode("ascii"),
            "receipts": [
                {"body": it.body.decode("ascii"), "sig": it.signature.hex()} for it in receipts
            ],
            "sig": signature.hex(),
        }
    )


def open_envelope(
    raw: bytes, stored_key: bytes, nonce: bytes
) -> tuple[ExchangeAnswer, tuple[SignedReceipt, ...]]:
    """Answer and receipts (to be verified one by one). Raises MalformedError if not the hub's."""
    found = load_object(raw)
    body = ascii_field(found, "answer", 64 * 1024)
    if not signature_holds(stored_key, hex_field(found, "sig", 64), answer_message(body)):
        raise MalformedError("answer signature")
    answer = read_answer(body)
    if answer.nonce != nonce:
        raise MalformedError("answer to another question")
    receipts = tuple(
        SignedReceipt(ascii_field(it, "body", 2048), hex_field(it, "sig", 64))
        for it in _objects(found, "receipts")
    )
    return answer, receipts


def frame(containers: Sequence[bytes]) -> bytes:
    """Several containers as one body: u32 length before each."""
    return b"".join(len(raw).to_bytes(4, "big") + raw for raw in containers)


def unframe(raw: bytes) -> tuple[bytes, ...]:
    """The containers again. Raises MalformedError."""
    found: list[bytes] = []
    at = 0
    while at < len(raw):
        end = at + 4 + int.from_bytes(raw[at : at + 4], "big")
        if end > len(raw) or len(found) == MAX_FRAMES:
            raise MalformedError("frames")
        found.append(raw[at + 4 : end])
        at = end
    if not found:
        raise MalformedError("empty body")
    return tuple(found)


def _items(found: dict[str, Any], name: str) -> list[Any]:
    items = found.get(name)
    if not isinstance(items, list) or len(items) > MAX_LIST:
        raise MalformedError(f"field {name}")
    return items


def _objects(found: dict[str, Any], name: str) -> list[dict[str, Any]]:
    items = _items(found, name)
    if not all(isinstance(item, dict) for item in items):
        raise MalformedError(f"field {name}")
    return items


def _points(found: dict[str, Any], name: str) -> tuple[ChainPoint, ...]:
    return tuple(
        ChainPoint(count_field(it, "seq"), hex_field(it, "hash", 32))
        for it in _objects(found, name)
    )


def _range(gap: object) -> tuple[int, int]:
    if not isinstance(gap, list) or len(gap) != 2:
        raise MalformedError("field missing")
    pair = {"a": gap[0], "b": gap[1]}
    return count_field(pair, "a"), count_field(pair, "b")
