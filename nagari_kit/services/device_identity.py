"""This PC's own keys, in a sealed file outside the database: a copy of the data is no twin."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from nagari_kit.errors import CryptoError, NotFoundError
from nagari_kit.infra.crypto import derive_key, open_bytes, seal_bytes
from nagari_kit.infra.files import write_atomically

if TYPE_CHECKING:
    from nagari_kit.sync.device_keys import SecretKeys

FILE_NAME = "kunci-perangkat"
_CONTEXT = b"nagari-kit/device-keys/1"
_ENROL_AGAIN = "Daftarkan komputer ini lagi di halaman Sinkron dengan tiket baru dari provinsi."


class DeviceIdentity:
    """The key file of one PC and office; it opens with the database key alone."""

    def __init__(self, device_dir: Path, database_key: bytes) -> None:
        self._path = device_dir / FILE_NAME
        self._key = derive_key(database_key, _CONTEXT)

    def create(self) -> SecretKeys:
        """Make new keys and store them, in place of any that were there."""
        from nagari_kit.sync.device_keys import SecretKeys

        keys = SecretKeys.generate()
        write_atomically(self._path, seal_bytes(self._key, keys.to_bytes(), _CONTEXT))
        return keys

    def load(self) -> SecretKeys:
        """The keys. Raises NotFoundError when this PC has none, CryptoError when damaged."""
        from nagari_kit.sync.device_keys import SecretKeys

        try:
            sealed = self._path.read_bytes()
        except FileNotFoundError as error:
            raise no_keys() from error
        try:
            return SecretKeys.from_bytes(open_bytes(self._key, sealed, _CONTEXT))
        except ValueError as error:
            raise CryptoError(
                "Kunci komputer ini rusak; data kantor tetap utuh.",
                hint=_ENROL_AGAIN,
                code="KUNCI-06",
            ) from error

    def holds(self, device: str) -> bool:
        """Whether this PC has the keys of that device (its id in hex)."""
        try:
            return self.load().public.device_id.hex() == device
        except (NotFoundError, CryptoError):
            return False


def no_keys() -> NotFoundError:
    """This PC has no keys that the hub knows."""
    return NotFoundError(
        "Kunci komputer ini tidak ada; data kantor tetap utuh.",
        hint=_ENROL_AGAIN,
        code="KUNCI-05",
    )
