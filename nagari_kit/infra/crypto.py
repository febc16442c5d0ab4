"""Wraps keys with a passphrase and seals small secrets: Argon2id (RFC 9106), AES-256-GCM."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

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


def seal_bytes(key: bytes, content: bytes, context: bytes) -> bytes:
    """AES-256-GCM under a 32-byte key: nonce (12), ciphertext, tag (16). `context` is bound in."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, content, context)


def open_bytes(key: bytes, sealed: bytes, context: bytes) -> bytes:
    """What `seal_bytes` closed. Raises CryptoError when key, context or bytes do not match."""
    try:
        return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], context)
    except (InvalidTag, ValueError) as error:
        raise CryptoError("Isi terkunci tidak terbuka.", detail="sealed bytes") from error


def derive_key(key: bytes, purpose: bytes) -> bytes:
    """Another 32-byte key for one purpose (HKDF-SHA-256, RFC 5869)."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=purpose).derive(key)
