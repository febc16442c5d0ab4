"""Tickets, and the request by which a PC asks to be known; the code as a whole never travels."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass

from nagari_kit.domain.canonical_json import canonical_bytes
from nagari_kit.domain.event_chain import event_hash
from nagari_kit.errors import InputError
from nagari_kit.sync.container import SealedContainer, seal
from nagari_kit.sync.container_header import ContainerHeader
from nagari_kit.sync.device_keys import SEAL_PUBLIC_BYTES, PublicKeys, SecretKeys
from nagari_kit.sync.strict_json import MalformedError, hex_field, load_object, text_field

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
TICKET_LENGTH = 12
NAME_LENGTH = 6
_LOOKALIKES = str.maketrans("OIL", "011")


@dataclass(frozen=True, slots=True)
class EnrolmentRequest:
    """Public keys of the PC, the ticket that it names, its proof that it knows the whole code."""

    public: PublicKeys
    ticket: str
    proof: bytes


def new_ticket() -> str:
    """Twelve Crockford characters (60 random bits) in groups of four."""
    code = "".join(secrets.choice(ALPHABET) for _ in range(TICKET_LENGTH))
    return "-".join(code[i : i + 4] for i in range(0, TICKET_LENGTH, 4))


def plain_ticket(text: str) -> str:
    """The code as typed by a person, in its one spelling. Raises InputError."""
    code = "".join(text.upper().translate(_LOOKALIKES).replace("-", " ").split())
    if len(code) != TICKET_LENGTH or any(letter not in ALPHABET for letter in code):
        message = "Tiket terdiri dari 12 huruf dan angka, misalnya 7K3M-9PQR-2XWA."
        raise InputError(
            f"{message} Tidak ada yang dikirim.", {"ticket": message}, code="SINKRON-11"
        )
    return code


def ticket_name(code: str) -> str:
    """The half of a code (30 bits) that says which ticket is meant; the other half is secret.

    Wrong tries count against the named ticket alone, so who knows no name locks nobody out.
    """
    return code[:NAME_LENGTH]


def ticket_key(code: str) -> bytes:
    """What the hub keeps of a code (32 bytes)."""
    return hashlib.sha256(b"nagari-sync/v1 ticket\0" + code.encode("ascii")).digest()


def ticket_proof(key: bytes, public: PublicKeys, office: str, hub: str) -> bytes:
    """HMAC-SHA-256 that binds keys, office and hub to the ticket."""
    parts = (public.sign, public.seal, office.encode(), hub.encode())
    message = b"nagari-sync/v1 enrol\0" + b"".join(
        len(part).to_bytes(4, "big") + part for part in parts
    )
    return hmac.digest(key, message, "sha256")


def seal_enrolment(
    keys: SecretKeys, code: str, office: str, hub: str, recipient: PublicKeys
) -> bytes:
    """The `req` container that asks for enrolment; its signature proves possession."""
    public = keys.public
    body = canonical_bytes(
        {
            "proof": ticket_proof(ticket_key(code), public, office, hub).hex(),
            "seal": public.seal.hex(),
            "sign": public.sign.hex(),
            "t": "enrol",
            "ticket": ticket_name(code),
        }
    )
    return seal_request(keys, body, office=office, hub=hub, recipient=recipient)


def seal_request(
    keys: SecretKeys, body: bytes, *, office: str, hub: str, recipient: PublicKeys
) -> bytes:
    """A container of kind `req` with one message of no stream."""
    header = ContainerHeader(
        kind="req",
        device=keys.public.device_id,
        inc=bytes(16),
        office=office,
        hub=hub,
        first=1,
        last=1,
        count=1,
        prev=bytes(32),
        head=event_hash(bytes(32), body),
    )
    return seal(header, [body], [recipient], keys)


def open_enrolment(container: SealedContainer, hub_keys: SecretKeys) -> EnrolmentRequest:
    """Decrypt, read, and check that the keys inside signed it. Raises MalformedError."""
    found = load_object(container.open_with(hub_keys)[0])
    if found.get("t") != "enrol" or container.header.kind != "req":
        raise MalformedError("not an enrolment")
    public = PublicKeys(hex_field(found, "sign", 32), hex_field(found, "seal", SEAL_PUBLIC_BYTES))
    container.verify(public.sign)
    ticket = text_field(found, "ticket", NAME_LENGTH)
    return EnrolmentRequest(public, ticket, hex_field(found, "proof", 32))
