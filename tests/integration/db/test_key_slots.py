"""The key file: the passphrase opens it, nothing else does, and damage is told from a typo."""

from __future__ import annotations

import json
import os

import pytest

from nagari_kit.db.key_slots import create_key_slots, unlock_key
from nagari_kit.errors import AccessDeniedError, NotFoundError, StorageCorruptError
from nagari_kit.infra.crypto import PassphraseCost

QUICK = PassphraseCost(memory_kib=64, iterations=1)


@pytest.fixture
def slots(tmp_path):
    path = tmp_path / "kunci.json"
    return path, create_key_slots(path, "durian runtuh", cost=QUICK)


def test_the_passphrase_gives_the_key_of_256_random_bits(slots, tmp_path):
    path, key = slots

    assert unlock_key(path, "durian runtuh") == key
    assert len(key) == 32
    assert create_key_slots(tmp_path / "lain.json", "durian runtuh", cost=QUICK) != key
    if os.name == "posix":
        assert path.stat().st_mode & 0o077 == 0


def test_a_wrong_passphrase_is_called_wrong_and_nothing_else(slots):
    with pytest.raises(AccessDeniedError) as refusal:
        unlock_key(slots[0], "durian runtuh ")

    assert refusal.value.code == "KUNCI-02"
    assert "salah" in refusal.value.user_message


def test_a_second_slot_opens_the_same_key(slots, tmp_path):
    path, key = slots
    document = json.loads(path.read_text())
    assert document["slots"][0]["kind"] == "passphrase"
    document["slots"].insert(0, {**document["slots"][0], "kind": "recovery", "id": 2})
    path.write_text(json.dumps(document))

    assert unlock_key(path, "durian runtuh") == key


@pytest.mark.parametrize("damage", [b"", b"{}", b"bukan json", b'{"format":"x","version":1}'])
def test_a_damaged_key_file_is_not_taken_for_a_wrong_passphrase(slots, damage):
    slots[0].write_bytes(damage)

    with pytest.raises(StorageCorruptError):
        unlock_key(slots[0], "durian runtuh")


def test_a_cost_that_no_pc_was_given_is_damage_and_not_tried(slots):
    path, _key = slots
    document = json.loads(path.read_text())
    document["slots"][0]["argon2id"]["memory_kib"] = 1 << 30
    path.write_text(json.dumps(document))

    with pytest.raises(StorageCorruptError):
        unlock_key(path, "durian runtuh")


def test_what_one_slot_holds_does_not_open_from_another(slots):
    path, _key = slots
    document = json.loads(path.read_text())
    document["slots"][0]["id"] = 2
    path.write_text(json.dumps(document))

    with pytest.raises(AccessDeniedError):
        unlock_key(path, "durian runtuh")


def test_a_folder_without_office_says_so(tmp_path):
    with pytest.raises(NotFoundError):
        unlock_key(tmp_path / "kunci.json", "durian runtuh")
