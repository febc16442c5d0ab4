"""Receipts: the hub's word counts only in its own hand, at its own level."""

from __future__ import annotations

from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from nagari_kit.sync.receipts import (
    APPLIED,
    STORED,
    ReceiptFacts,
    SignedReceipt,
    read_receipt,
    receipt_hash,
    receipt_message,
    verify_receipt,
)
from nagari_kit.sync.strict_json import MalformedError

STORED_KEY, APPLIED_KEY = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
PUBLIC = (
    STORED_KEY.public_key().public_bytes_raw(),
    APPLIED_KEY.public_key().public_bytes_raw(),
)
FACTS = ReceiptFacts(
    hub_epoch=b"e" * 16,
    receipt_no=7,
    previous=bytes(32),
    cid=b"c" * 32,
    inc=b"i" * 16,
    level=STORED,
    head=b"h" * 32,
    at="2026-11-24T02:41:00+00:00",
)


def signed(facts: ReceiptFacts, key: Ed25519PrivateKey) -> SignedReceipt:
    body = facts.to_bytes()
    return SignedReceipt(body, key.sign(receipt_message(body)))


def test_each_level_counts_in_its_own_hand_alone():
    applied = replace(FACTS, level=APPLIED)

    assert verify_receipt(signed(FACTS, STORED_KEY), *PUBLIC) == FACTS
    assert verify_receipt(signed(applied, APPLIED_KEY), *PUBLIC) == applied
    for facts, key in ((FACTS, APPLIED_KEY), (applied, STORED_KEY)):
        with pytest.raises(MalformedError):
            verify_receipt(signed(facts, key), *PUBLIC)


def test_a_changed_receipt_does_not_count():
    receipt = signed(FACTS, STORED_KEY)
    changed = replace(FACTS, receipt_no=8).to_bytes()

    with pytest.raises(MalformedError):
        verify_receipt(SignedReceipt(changed, receipt.signature), *PUBLIC)
    assert receipt_hash(changed) != receipt_hash(receipt.body)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        FACTS.to_bytes().replace(b'"stored"', b'"guessed"'),
        FACTS.to_bytes().replace(b'"no":7', b'"no": 7'),
        FACTS.to_bytes().replace(b'"no":7', b'"no":-7'),
        FACTS.to_bytes().replace(b'"no":7', b'"no":7.5'),
        FACTS.to_bytes().replace(b'"no":7', b'"no":7,"no":7'),
    ],
)
def test_another_spelling_is_no_receipt(body):
    with pytest.raises(MalformedError):
        read_receipt(body)
