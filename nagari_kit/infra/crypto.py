"""Wraps keys with a passphrase: Argon2id (RFC 9106) and AES-256-GCM (NIST SP 800-38D)."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from nagari_kit.errors import CryptoError

KEY_BYTES = 32
NONCE_BYTES = 12
SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class PassphraseCost:
    """Argon2id parameters: memory in KiB, passes and lanes."""

    memory_kib: int = 64 * 1024
    iterations: int = 3
    lanes: int = 1


@dataclass(frozen=True, slots=True)
class WrappedKey:
    """A 32-byte key under a passphrase; `sealed` is ciphertext with its 16-byte tag."""

    salt: bytes
    nonce: bytes
    sealed: bytes
    cost: PassphraseCost


def new_key() -> bytes:
    """256 random bits."""
    return secrets.token_bytes(KEY_BYTES)


def wrap_key(key: bytes, passphrase: str, cost: PassphraseCost, context: bytes) -> WrappedKey:
    """Wrap `key`; `context` is authenticated with it and must be given again to unwrap."""
    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    sealed = AESGCM(_derive(passphrase, salt, cost)).encrypt(nonce, key, context)
    return WrappedKey(salt, nonce, sealed, cost)


def unwrap_key(wrapped: WrappedKey, passphrase: str, context: bytes) -> bytes:
    """The key again. Raises CryptoError when passphrase, context or bytes do not match."""
    derived = _derive(passphrase, wrapped.salt, wrapped.cost)
    try:
        return AESGCM(derived).decrypt(wrapped.nonce, wrapped.sealed, context)
    except InvalidTag as error:
        raise CryptoError("Kunci tidak terbuka.", detail="key unwrap failed") from error


def _derive(passphrase: str, salt: bytes, cost: PassphraseCost) -> bytes:
    argon = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.iterations,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    return argon.derive(passphrase.encode("utf-8"))
