"""The PCs that the hub knows, and what an operator decides about them."""

from __future__ import annotations

from dataclasses import dataclass

from nagari_kit.errors import NotFoundError
from nagari_kit.hub.database import Connection, Database
from nagari_kit.hub.trouble import release_revoked

_COLUMNS = "device_id, office_id, fingerprint, state, sign_key"


@dataclass(frozen=True, slots=True)
class Device:
    """`state` is `pending`, `approved` or `revoked`; `sign` the raw Ed25519 key."""

    device_id: bytes
    office: str
    fingerprint: str
    state: str
    sign: bytes

    def as_json(self) -> dict[str, str]:
        """As the command line shows it."""
        return {
            "device": self.device_id.hex(),
            "office": self.office,
            "fingerprint": self.fingerprint,
            "state": self.state,
        }


def find_device(connection: Connection, device_id: bytes) -> Device | None:
    """One device by its id of 16 bytes."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM device WHERE device_id = %s",  # noqa: S608 - a constant
        (device_id,),
    ).fetchone()
    return _device(row) if row else None


def list_devices(database: Database) -> tuple[Device, ...]:
    """All, by office and time of enrolment."""
    with database.transaction() as connection:
        rows = connection.execute(
            f"SELECT {_COLUMNS} FROM device ORDER BY office_id, enrolled_at"  # noqa: S608 - a constant
        ).fetchall()
    return tuple(_device(row) for row in rows)


def set_state(database: Database, device_hex: str, state: str) -> Device:
    """Approve or revoke. Raises NotFoundError.

    Who is approved again gets what came while revoked applied too, from the next exchange on.
    """
    try:
        device_id = bytes.fromhex(device_hex)
    except ValueError:
        device_id = b""
    with database.transaction() as connection:
        connection.execute("UPDATE device SET state = %s WHERE device_id = %s", (state, device_id))
        device = find_device(connection, device_id)
        if device is not None and state == "approved":
            release_revoked(connection, device_id)
    if device is None:
        raise NotFoundError(
            "Perangkat itu tidak terdaftar. Tidak ada yang diubah.",
            hint="Lihat kodenya dengan nagari-hub devices list.",
            code="HUB-11",
        )
    return device


def _device(row: tuple[object, ...]) -> Device:
    device_id, office, fingerprint, state, sign = row
    assert isinstance(device_id, bytes)  # noqa: S101 - the column is bytea
    assert isinstance(sign, bytes)  # noqa: S101 - the column is bytea
    return Device(device_id, str(office), str(fingerprint), str(state), sign)
