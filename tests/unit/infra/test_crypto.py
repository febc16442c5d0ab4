"""Keys open with the right passphrase, in the right place, and not otherwise."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nagari_kit.errors import CryptoError
from nagari_kit.infra.crypto import (
    PassphraseCost,
    derive_key,
    new_key,
    open_bytes,
    seal_bytes,
    unwrap_key,
    wrap_key,
)

QUICK = PassphraseCost(memory_kib=64, iterations=1)


def test_a_wrapped_key_opens_with_its_passphrase_and_context_alone():
    key = new_key()
    wrapped = wrap_key(key, "durian runtuh", QUICK, b"slot 1")

    assert unwrap_key(wrapped, "durian runtuh", b"slot 1") == key
    for passphrase, context in (("durian", b"slot 1"), ("durian runtuh", b"slot 2")):
        with pytest.raises(CryptoError):
            unwrap_key(wrapped, passphrase, context)
    harder = replace(wrapped, cost=replace(QUICK, iterations=2))
    with pytest.raises(CryptoError):
        unwrap_key(harder, "durian runtuh", b"slot 1")


def test_sealed_bytes_open_unharmed_or_not_at_all():
    key = new_key()
    sealed = seal_bytes(key, b"rahasia", b"perangkat")

    assert open_bytes(key, sealed, b"perangkat") == b"rahasia"
    assert b"rahasia" not in sealed
    for place in range(len(sealed)):
        harmed = bytearray(sealed)
        harmed[place] ^= 1
        with pytest.raises(CryptoError):
            open_bytes(key, bytes(harmed), b"perangkat")
    with pytest.raises(CryptoError):
        open_bytes(key, b"", b"perangkat")


def test_one_key_gives_another_for_every_purpose():
    key = new_key()

    assert derive_key(key, b"a") != derive_key(key, b"b")
    assert derive_key(key, b"a") == derive_key(key, b"a")
