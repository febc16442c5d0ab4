"""One office's side of the protocol: keyset, enrolment, exchange; believes signatures only."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from nagari_kit.domain.event_chain import Incarnation
from nagari_kit.sync.device_keys import SecretKeys
from nagari_kit.sync.enrolment import plain_ticket, seal_enrolment, seal_request
from nagari_kit.sync.keyset import Keyset, authority_key, verify_keyset
from nagari_kit.sync.messages import (
    ChainPoint,
    ExchangeAnswer,
    ExchangeRequest,
    frame,
    open_envelope,
)
from nagari_kit.sync.receipts import ReceiptFacts, SignedReceipt, verify_receipt
from nagari_kit.sync.strict_json import ascii_field, hex_field, load_object
from nagari_kit.sync.transport import HubTransport


@dataclass(frozen=True, slots=True)
class Standpoint:
    """What the office tells of itself: its life, points of its chain, what it still waits for."""

    incarnation: Incarnation
    have: tuple[ChainPoint, ...]
    open: tuple[bytes, ...]
    cursor: int


@dataclass(frozen=True, slots=True)
class VerifiedReceipt:
    """A receipt whose signature holds, with what it says."""

    signed: SignedReceipt
    facts: ReceiptFacts


class HubClient:
    """Speaks to one hub as one device. Not thread-safe."""

    def __init__(
        self, transport: HubTransport, keys: SecretKeys, office: str, keyset: Keyset
    ) -> None:
        self._transport = transport
        self._keys = keys
        self._office = office
        self.keyset = keyset

    def enrol(self, ticket: str) -> None:
        """Ask to be known. Raises InputError (`ticket`), SyncError."""
        code = plain_ticket(ticket)
        keyset = self.keyset
        request = seal_enrolment(self._keys, code, self._office, keyset.hub, keyset.recipient)
        self._transport.post("/v1/enrol", request)

    def exchange(
        self, standpoint: Standpoint, batches: Sequence[bytes]
    ) -> tuple[ExchangeAnswer, tuple[VerifiedReceipt, ...]]:
        """One round trip. Raises SyncError, MalformedError when the answer is not the hub's."""
        request = ExchangeRequest(
            nonce=secrets.token_bytes(16),
            incarnation=standpoint.incarnation,
            have=standpoint.have,
            open=standpoint.open,
            cursor=standpoint.cursor,
        )
        keyset = self.keyset
        sealed = seal_request(
            self._keys,
            request.to_bytes(),
            office=self._office,
            hub=keyset.hub,
            recipient=keyset.recipient,
        )
        raw = self._transport.post("/v1/exchange", frame([sealed, *batches]))
        answer, receipts = open_envelope(raw, keyset.stored, request.nonce)
        verified = tuple(
            VerifiedReceipt(receipt, verify_receipt(receipt, keyset.stored, keyset.applied))
            for receipt in receipts
        )
        return answer, verified


def fetch_keyset(transport: HubTransport, ca_pem: bytes, newest_seen: int) -> Keyset:
    """The hub's public keys, signed by its authority. Raises SyncError, MalformedError."""
    found = load_object(transport.get("/v1/keyset"))
    body = ascii_field(found, "body", 8192)
    signature = hex_field(found, "sig", 64)
    return verify_keyset(body, signature, authority_key(ca_pem), newest_seen)
