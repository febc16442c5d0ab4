"""The office believes signatures only: each one that is missing or another's is refused."""

from __future__ import annotations

import secrets
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from nagari_kit.domain.event_chain import (
    Incarnation,
    LoggedEvent,
    event_hash,
    first_break,
    genesis_hash,
)
from nagari_kit.sync.device_keys import SecretKeys
from nagari_kit.sync.keyset import Keyset, keyset_message, verify_keyset
from nagari_kit.sync.messages import ExchangeAnswer, answer_message, envelope, open_envelope
from nagari_kit.sync.strict_json import MalformedError

NONCE = b"n" * 16


def public(key: Ed25519PrivateKey) -> bytes:
    return key.public_key().public_bytes_raw()


@pytest.fixture(scope="module")
def keyset() -> Keyset:
    keys = SecretKeys.generate().public
    return Keyset(3, "hub-a", keys.seal, keys.sign, keys.sign)


def test_a_keyset_is_believed_by_the_authoritys_signature_alone(keyset):
    authority, stranger = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
    body = keyset.to_bytes()
    signature = authority.sign(keyset_message(body))

    assert verify_keyset(body, signature, public(authority), 0) == keyset
    for false in (stranger.sign(keyset_message(body)), authority.sign(body), bytes(64)):
        with pytest.raises(MalformedError):
            verify_keyset(body, false, public(authority), 0)
    other = replace(keyset, hub="hub-b").to_bytes()
    with pytest.raises(MalformedError):
        verify_keyset(other, signature, public(authority), 0)


def test_a_keyset_older_than_one_seen_is_refused(keyset):
    authority = Ed25519PrivateKey.generate()
    body = keyset.to_bytes()
    signature = authority.sign(keyset_message(body))

    assert verify_keyset(body, signature, public(authority), 3) == keyset
    with pytest.raises(MalformedError):
        verify_keyset(body, signature, public(authority), 4)


def test_an_answer_is_believed_by_the_hubs_signature_and_to_my_question_alone():
    hub, stranger = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
    answer = ExchangeAnswer(NONCE, b"e" * 16, "2026-11-24T02:41:00+00:00", "approved", 0, ())
    body = answer.to_bytes()
    signed = envelope(body, hub.sign(answer_message(body)), ())

    assert open_envelope(signed, public(hub), NONCE) == (answer, ())
    with pytest.raises(MalformedError):
        open_envelope(signed, public(stranger), NONCE)
    with pytest.raises(MalformedError):
        open_envelope(envelope(body, hub.sign(body), ()), public(hub), NONCE)
    with pytest.raises(MalformedError):
        open_envelope(signed, public(hub), secrets.token_bytes(16))


def test_the_first_event_of_a_life_stands_on_its_beginning():
    life, other = (Incarnation(bytes([n]) * 16, b"d" * 16) for n in (1, 2))
    body = b'{"t":"x"}'
    start = genesis_hash(life)
    event = LoggedEvent(life.inc, 1, event_hash(start, body), start, b"i" * 16, "x", 1, body)

    assert first_break(start, 1, [event]) is None
    assert first_break(genesis_hash(other), 1, [event]) == 1
