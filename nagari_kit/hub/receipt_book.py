"""Receipts as issued: written once, chained per stream, handed out again byte for byte."""

from __future__ import annotations

from collections.abc import Sequence

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from nagari_kit.hub.database import Connection
from nagari_kit.sync.receipts import (
    NO_RECEIPT,
    ReceiptFacts,
    SignedReceipt,
    receipt_hash,
    receipt_message,
)

Issuer = tuple[bytes, str, Ed25519PrivateKey]
"""Hub epoch, moment in ISO 8601, key of the level."""


def find_receipt(connection: Connection, cid: bytes, level: str) -> SignedReceipt | None:
    """The receipt of a container at a level, if it was issued."""
    row = connection.execute(
        "SELECT body, sig FROM receipt WHERE container_id = %s AND level = %s", (cid, level)
    ).fetchone()
    return SignedReceipt(bytes(row[0]), bytes(row[1])) if row else None


def receipts_of(
    connection: Connection, office: str, cids: Sequence[bytes]
) -> tuple[SignedReceipt, ...]:
    """All receipts of those of these containers that the office's streams hold, oldest first."""
    rows = connection.execute(
        "SELECT body, sig FROM receipt JOIN stream USING (stream_id)"
        " WHERE container_id = ANY(%s) AND office_id = %s ORDER BY receipt_no",
        (list(cids), office),
    ).fetchall()
    return tuple(SignedReceipt(bytes(body), bytes(sig)) for body, sig in rows)


def write_receipt(
    connection: Connection, stream: bytes, cid: bytes, level: str, issuer: Issuer
) -> SignedReceipt:
    """Issue, or give again what was issued. The caller holds the stream's lock."""
    known = find_receipt(connection, cid, level)
    if known is not None:
        return known
    epoch, at, key = issuer
    previous = connection.execute(
        "SELECT body FROM receipt WHERE stream_id = %s ORDER BY receipt_no DESC LIMIT 1", (stream,)
    ).fetchone()
    number = connection.execute("SELECT nextval('receipt_number')").fetchone()
    head = connection.execute(
        "SELECT event_hash FROM event WHERE stream_id = %s ORDER BY seq DESC, event_hash LIMIT 1",
        (stream,),
    ).fetchone()
    assert number is not None  # noqa: S101 - nextval always answers
    facts = ReceiptFacts(
        hub_epoch=epoch,
        receipt_no=number[0],
        previous=receipt_hash(bytes(previous[0])) if previous else NO_RECEIPT,
        cid=cid,
        inc=stream,
        level=level,
        head=bytes(head[0]) if head else bytes(32),
        at=at,
    )
    body = facts.to_bytes()
    signature = key.sign(receipt_message(body))
    connection.execute(
        "INSERT INTO receipt VALUES (%s,%s,%s,%s,%s,%s)",
        (cid, level, facts.receipt_no, stream, body, signature),
    )
    return SignedReceipt(body, signature)
