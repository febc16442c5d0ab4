"""The keys of a PC lie beside the database, sealed by a key that is made from its key."""

from __future__ import annotations

import os

import pytest

from nagari_kit.errors import CryptoError, NotFoundError
from nagari_kit.infra.crypto import open_bytes
from nagari_kit.services.device_identity import FILE_NAME, DeviceIdentity


def test_the_keys_open_with_the_databases_key_and_not_by_it_alone(tmp_path):
    key = os.urandom(32)
    identity = DeviceIdentity(tmp_path, key)
    made = identity.create()

    assert identity.load().to_bytes() == made.to_bytes()
    assert identity.holds(made.public.device_id.hex())
    sealed = (tmp_path / FILE_NAME).read_bytes()
    # A use of the database's own key for a second purpose would tie both to one nonce space.
    with pytest.raises(CryptoError):
        open_bytes(key, sealed, b"nagari-kit/device-keys/1")


def test_a_damaged_file_and_another_offices_file_are_told_from_a_missing_one(tmp_path):
    key = os.urandom(32)
    device = DeviceIdentity(tmp_path, key).create().public.device_id.hex()

    assert not DeviceIdentity(tmp_path, os.urandom(32)).holds(device)
    with pytest.raises(CryptoError):
        DeviceIdentity(tmp_path, os.urandom(32)).load()
    (tmp_path / FILE_NAME).unlink()
    with pytest.raises(NotFoundError):
        DeviceIdentity(tmp_path, key).load()
