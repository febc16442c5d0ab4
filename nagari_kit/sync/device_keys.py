"""The keys of one party: Ed25519 for signing, MLKEM768-X25519 for receiving (hybrid, HPKE)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import (
    AEAD,
    KDF,
    KEM,
    MLKEM768X25519PrivateKey,
    MLKEM768X25519PublicKey,
    Suite,
)

from nagari_kit.sync.strict_json import MalformedError

SIGN_SEED_BYTES = 32
MLKEM_SEED_BYTES = 64
X25519_BYTES = 32
SECRET_BYTES = SIGN_SEED_BYTES + MLKEM_SEED_BYTES + X25519_BYTES
SEAL_PUBLIC_BYTES = 1184 + 32
KEY_ID_BYTES = 8
DEVICE_ID_BYTES = 16

HPKE_SUITE = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


@dataclass(frozen=True, slots=True)
class PublicKeys:
    """Raw public halves: `sign` 32 bytes (Ed25519), `seal` 1216 bytes (ML-KEM-768, X25519)."""

    sign: bytes
    seal: bytes

    @property
    def device_id(self) -> bytes:
        """SHA-256 of the signing key, first 16 bytes."""
        return hashlib.sha256(self.sign).digest()[:DEVICE_ID_BYTES]

    @property
    def key_id(self) -> bytes:
        """SHA-256 of the receiving key, first 8 bytes: names a recipient slot."""
        return hashlib.sha256(self.seal).digest()[:KEY_ID_BYTES]

    @property
    def fingerprint(self) -> str:
        """Six groups of five digits, for two people to compare by telephone."""
        digest = hashlib.sha256(b"nagari-sync/v1 fingerprint\0" + self.sign + self.seal).digest()
        groups = (int.from_bytes(digest[i * 4 : i * 4 + 4], "big") % 100_000 for i in range(6))
        return " ".join(f"{group:05d}" for group in groups)


@dataclass(frozen=True, slots=True)
class SecretKeys:
    """Private halves; `to_bytes` gives 128 bytes that belong in an encrypted place only."""

    sign: Ed25519PrivateKey
    mlkem: MLKEM768PrivateKey
    x25519: X25519PrivateKey

    @classmethod
    def generate(cls) -> SecretKeys:
        """New random keys."""
        return cls(
            Ed25519PrivateKey.generate(), MLKEM768PrivateKey.generate(), X25519PrivateKey.generate()
        )

    @classmethod
    def from_bytes(cls, raw: bytes) -> SecretKeys:
        """Read what `to_bytes` wrote. Raises MalformedError."""
        if len(raw) != SECRET_BYTES:
            raise MalformedError("secret keys: length")
        middle = SIGN_SEED_BYTES + MLKEM_SEED_BYTES
        return cls(
            Ed25519PrivateKey.from_private_bytes(raw[:SIGN_SEED_BYTES]),
            MLKEM768PrivateKey.from_seed_bytes(raw[SIGN_SEED_BYTES:middle]),
            X25519PrivateKey.from_private_bytes(raw[middle:]),
        )

    def to_bytes(self) -> bytes:
        """Signing seed, ML-KEM seed, X25519 key: 32 + 64 + 32 bytes."""
        return (
            self.sign.private_bytes_raw()
            + self.mlkem.private_bytes_raw()
            + self.x25519.private_bytes_raw()
        )

    @property
    def public(self) -> PublicKeys:
        """The public halves."""
        seal = self.mlkem.public_key().public_bytes_raw()
        return PublicKeys(
            self.sign.public_key().public_bytes_raw(),
            seal + self.x25519.public_key().public_bytes_raw(),
        )

    def unwrap(self, wrapped: bytes, info: bytes) -> bytes:
        """Open what `wrap_for` closed. Raises cryptography's InvalidTag or ValueError."""
        key = MLKEM768X25519PrivateKey(self.mlkem, self.x25519)
        return HPKE_SUITE.decrypt(wrapped, key, info=info)


def wrap_for(public: PublicKeys, secret: bytes, info: bytes) -> bytes:
    """HPKE (RFC 9180) base mode to one recipient; `info` is bound in. Raises MalformedError."""
    if len(public.seal) != SEAL_PUBLIC_BYTES:
        raise MalformedError("receiving key: length")
    try:
        key = MLKEM768X25519PublicKey(
            MLKEM768PublicKey.from_public_bytes(public.seal[:-X25519_BYTES]),
            X25519PublicKey.from_public_bytes(public.seal[-X25519_BYTES:]),
        )
        return HPKE_SUITE.encrypt(secret, key, info=info)
    except ValueError as error:
        raise MalformedError("receiving key") from error


def signature_holds(public_sign: bytes, signature: bytes, message: bytes) -> bool:
    """Whether `signature` (64 bytes) of `message` is by the Ed25519 key."""
    try:
        Ed25519PublicKey.from_public_bytes(public_sign).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
