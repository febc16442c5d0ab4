"""Receipts: the hub's signed word, STORED or APPLIED; nothing else counts as success."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from nagari_kit.domain.canonical_json import canonical_bytes
from nagari_kit.sync.device_keys import signature_holds
from nagari_kit.sync.strict_json import (
    MalformedError,
    count_field,
    hex_field,
    load_object,
    text_field,
)

STORED = "stored"
APPLIED = "applied"
NO_RECEIPT = bytes(32)
_CONTEXT = b"nagari-sync/v1 receipt\0"


@dataclass(frozen=True, slots=True)
class ReceiptFacts:
    """`previous` is the hash of the stream's receipt before; `head` the last event known then."""

    hub_epoch: bytes
    receipt_no: int
    previous: bytes
    cid: bytes
    inc: bytes
    level: str
    head: bytes
    at: str

    def to_bytes(self) -> bytes:
        """Canonical JSON, the bytes that are signed."""
        return canonical_bytes(
            {
                "at": self.at,
                "cid": self.cid.hex(),
                "head": self.head.hex(),
                "hub_epoch": self.hub_epoch.hex(),
                "inc": self.inc.hex(),
                "level": self.level,
                "no": self.receipt_no,
                "prev": self.previous.hex(),
            }
        )


@dataclass(frozen=True, slots=True)
class SignedReceipt:
    """The exact bytes as issued and their Ed25519 signature."""

    body: bytes
    signature: bytes


def receipt_message(body: bytes) -> bytes:
    """What the hub's receipt key signs."""
    return _CONTEXT + body


def receipt_hash(body: bytes) -> bytes:
    """What the next receipt of the stream names as the one before."""
    return hashlib.sha256(_CONTEXT + body).digest()


def verify_receipt(receipt: SignedReceipt, stored_key: bytes, applied_key: bytes) -> ReceiptFacts:
    """Check the signature by the key of its level. Raises MalformedError."""
    facts = read_receipt(receipt.body)
    key = stored_key if facts.level == STORED else applied_key
    if not signature_holds(key, receipt.signature, receipt_message(receipt.body)):
        raise MalformedError("receipt signature")
    return facts


def read_receipt(body: bytes) -> ReceiptFacts:
    """The content of a receipt, signature not looked at. Raises MalformedError."""
    found = load_object(body)
    facts = ReceiptFacts(
        hub_epoch=hex_field(found, "hub_epoch", 16),
        receipt_no=count_field(found, "no"),
        previous=hex_field(found, "prev", 32),
        cid=hex_field(found, "cid", 32),
        inc=hex_field(found, "inc", 16),
        level=text_field(found, "level"),
        head=hex_field(found, "head", 32),
        at=text_field(found, "at"),
    )
    if facts.level not in (STORED, APPLIED) or facts.to_bytes() != body:
        raise MalformedError("receipt spelling")
    return facts
