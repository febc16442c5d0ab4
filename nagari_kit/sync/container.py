"""The container NSB1: events committed to, encrypted, signed; the same bytes on every road.

Big-endian: "NSB1", suite u8, flags u8, header length u16, header, slot count u8, slots (key id 8,
kem u8, length u16, wrapped), ciphertext length u32, ciphertext, Ed25519 signature 64.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from nagari_kit.domain.event_chain import event_hash
from nagari_kit.sync.container_body import pack_bodies, unpack_bodies
from nagari_kit.sync.container_header import ContainerHeader
from nagari_kit.sync.device_keys import PublicKeys, SecretKeys, signature_holds, wrap_for
from nagari_kit.sync.strict_json import MalformedError

MAGIC = b"NSB1"
SUITE = 1
KEM_HYBRID = 2
WRAPPED_BYTES = 1168
MAX_CONTAINER = 4_404_019
MAX_CIPHERTEXT = 4 * 1024 * 1024
MAX_HEADER = 2048
MAX_SLOTS = 8
SIGNATURE_BYTES = 64
NONCE = bytes(12)
CONTENT_KEY_BYTES = 32

_SIGNED = b"nagari-sync/v1 container\0"
_CEK = b"nagari-sync/v1 cek\0"


@dataclass(frozen=True, slots=True)
class Slot:
    """The content key for one recipient."""

    key_id: bytes
    wrapped: bytes


@dataclass(frozen=True, slots=True)
class SealedContainer:
    """A container taken apart, not yet trusted: call `verify`, then `open_with`."""

    raw: bytes
    header: ContainerHeader
    slots: tuple[Slot, ...]
    ciphertext: bytes
    preamble: bytes
    lead: bytes

    @property
    def cid(self) -> bytes:
        """SHA-256 of the whole container: its identity."""
        return hashlib.sha256(self.raw).digest()

    def verify(self, public_sign: bytes) -> None:
        """Check that the named device signed. Raises MalformedError."""
        device = hashlib.sha256(public_sign).digest()[:16]
        message = _signed_message(self.raw[:-SIGNATURE_BYTES])
        signature = self.raw[-SIGNATURE_BYTES:]
        if device != self.header.device or not signature_holds(public_sign, signature, message):
            raise MalformedError("container signature")

    def open_with(self, keys: SecretKeys) -> tuple[bytes, ...]:
        """Decrypt and check everything; the exact event bodies. Raises MalformedError."""
        key_id = keys.public.key_id
        slot = next((slot for slot in self.slots if slot.key_id == key_id), None)
        if slot is None:
            raise MalformedError("container is for another key")
        try:
            cek = keys.unwrap(slot.wrapped, _wrap_info(key_id, self.lead))
            plain = AESGCM(cek).decrypt(NONCE, self.ciphertext, _digest(self.preamble))
        except (InvalidTag, ValueError) as error:
            raise MalformedError("container does not decrypt") from error
        bodies = unpack_bodies(plain, self.header.count)
        head = self.header.prev
        for body in bodies:
            head = event_hash(head, body)
        if head != self.header.head:
            raise MalformedError("container chain")
        return bodies


def seal(
    header: ContainerHeader,
    bodies: Sequence[bytes],
    recipients: Sequence[PublicKeys],
    signer: SecretKeys,
) -> bytes:
    """Build a container with a fresh content key. Store the bytes before sending them."""
    cek = secrets.token_bytes(CONTENT_KEY_BYTES)
    lead = _lead(header)
    slots = [
        Slot(public.key_id, wrap_for(public, cek, _wrap_info(public.key_id, lead)))
        for public in recipients
    ]
    return assemble(header, bodies, slots, cek, signer)


def assemble(
    header: ContainerHeader,
    bodies: Sequence[bytes],
    slots: Sequence[Slot],
    cek: bytes,
    signer: SecretKeys,
) -> bytes:
    """The deterministic part of `seal`; apart for the frozen vectors."""
    plain = pack_bodies(bodies)
    wrapped = b"".join(
        slot.key_id + bytes([KEM_HYBRID]) + len(slot.wrapped).to_bytes(2, "big") + slot.wrapped
        for slot in slots
    )
    length = (len(plain) + 16).to_bytes(4, "big")
    if len(plain) + 16 > MAX_CIPHERTEXT:
        raise MalformedError("container too large")
    preamble = _lead(header) + bytes([len(slots)]) + wrapped + length
    sealed = AESGCM(cek).encrypt(NONCE, plain, _digest(preamble))
    unsigned = preamble + sealed
    return unsigned + signer.sign.sign(_signed_message(unsigned))


def parse(raw: bytes) -> SealedContainer:
    """Take apart by exact lengths; opens nothing. Raises MalformedError."""
    if len(raw) > MAX_CONTAINER:
        raise MalformedError("container size")
    reader = _Reader(raw)
    if reader.take(4) != MAGIC or reader.number(1) != SUITE or reader.number(1) != 0:
        raise MalformedError("container magic, suite or flags")
    header_length = reader.number(2)
    if header_length > MAX_HEADER:
        raise MalformedError("container header size")
    header = ContainerHeader.from_bytes(reader.take(header_length))
    lead = raw[: reader.at]
    slot_count = reader.number(1)
    if not 1 <= slot_count <= MAX_SLOTS:
        raise MalformedError("container slots")
    slots = tuple(_read_slot(reader) for _ in range(slot_count))
    ciphertext_length = reader.number(4)
    preamble = raw[: reader.at]
    if ciphertext_length > MAX_CIPHERTEXT:
        raise MalformedError("container ciphertext size")
    ciphertext = reader.take(ciphertext_length)
    reader.take(SIGNATURE_BYTES)
    if reader.at != len(raw):
        raise MalformedError("container tail")
    return SealedContainer(raw, header, slots, ciphertext, preamble, lead)


class _Reader:
    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self.at = 0

    def take(self, size: int) -> bytes:
        piece = self._raw[self.at : self.at + size]
        if len(piece) != size:
            raise MalformedError("container cut short")
        self.at += size
        return piece

    def number(self, size: int) -> int:
        return int.from_bytes(self.take(size), "big")


def _read_slot(reader: _Reader) -> Slot:
    key_id = reader.take(8)
    if reader.number(1) != KEM_HYBRID or reader.number(2) != WRAPPED_BYTES:
        raise MalformedError("container slot")
    return Slot(key_id, reader.take(WRAPPED_BYTES))


def _lead(header: ContainerHeader) -> bytes:
    raw = header.to_bytes()
    if len(raw) > MAX_HEADER:
        raise MalformedError("container header size")
    return MAGIC + bytes([SUITE, 0]) + len(raw).to_bytes(2, "big") + raw


def _wrap_info(key_id: bytes, lead: bytes) -> bytes:
    return _CEK + key_id + _digest(lead)


def _signed_message(unsigned: bytes) -> bytes:
    return _SIGNED + hashlib.sha512(unsigned).digest()


def _digest(raw: bytes) -> bytes:
    return hashlib.sha256(raw).digest()
