"""The hub's public keys, signed by its certificate authority.

An office reads them when it enrols, and refuses older ones of the same hub than it had. A hub that
renews its keys asks its offices to enrol again.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from nagari_kit.domain.canonical_json import canonical_bytes
from nagari_kit.sync.device_keys import SEAL_PUBLIC_BYTES, PublicKeys, signature_holds
from nagari_kit.sync.strict_json import (
    MalformedError,
    count_field,
    hex_field,
    load_object,
    text_field,
)

_CONTEXT = b"nagari-sync/v1 keyset\0"


@dataclass(frozen=True, slots=True)
class Keyset:
    """`seal` receives containers; `stored` and `applied` verify receipts (raw public keys)."""

    version: int
    hub: str
    seal: bytes
    stored: bytes
    applied: bytes

    @property
    def recipient(self) -> PublicKeys:
        """The hub as a recipient of containers."""
        return PublicKeys(self.stored, self.seal)

    def to_bytes(self) -> bytes:
        """Canonical JSON, the bytes that are signed."""
        return canonical_bytes(
            {
                "applied": self.applied.hex(),
                "hub": self.hub,
                "seal": self.seal.hex(),
                "stored": self.stored.hex(),
                "version": self.version,
            }
        )


def keyset_message(body: bytes) -> bytes:
    """What the certificate authority's key signs."""
    return _CONTEXT + body


def read_keyset(body: bytes) -> Keyset:
    """The content, signature not looked at. Raises MalformedError."""
    found = load_object(body)
    return Keyset(
        version=count_field(found, "version"),
        hub=text_field(found, "hub", 64),
        seal=hex_field(found, "seal", SEAL_PUBLIC_BYTES),
        stored=hex_field(found, "stored", 32),
        applied=hex_field(found, "applied", 32),
    )


def verify_keyset(body: bytes, signature: bytes, ca_public: bytes, newest_seen: int) -> Keyset:
    """Check signature and that the version does not go back. Raises MalformedError."""
    if not signature_holds(ca_public, signature, keyset_message(body)):
        raise MalformedError("keyset signature")
    keyset = read_keyset(body)
    if keyset.version < newest_seen:
        raise MalformedError("keyset is older than one seen before")
    return keyset


def authority_key(ca_pem: bytes) -> bytes:
    """Raw Ed25519 key of the hub's certificate authority. Raises MalformedError."""
    try:
        key = x509.load_pem_x509_certificate(ca_pem).public_key()
    except ValueError as error:
        raise MalformedError("ca certificate") from error
    if not isinstance(key, Ed25519PublicKey):
        raise MalformedError("ca certificate is not Ed25519")
    return key.public_bytes_raw()


def read_ca(path: Path) -> bytes:
    """The certificate file's bytes. Raises MalformedError when it is not there."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise MalformedError("ca file") from error
