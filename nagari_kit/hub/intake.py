"""T1: stores a signed container before anybody judges it, and answers with a STORED receipt."""

from __future__ import annotations

import hashlib

from nagari_kit.domain.event_chain import Incarnation, genesis_hash
from nagari_kit.errors import HubError
from nagari_kit.hub.database import Connection, Database, lock_stream
from nagari_kit.hub.devices import Device, find_device
from nagari_kit.hub.hub_keys import HubKeys
from nagari_kit.hub.receipt_book import find_receipt, write_receipt
from nagari_kit.infra.clock import Clock
from nagari_kit.sync.container import SealedContainer
from nagari_kit.sync.receipts import STORED, SignedReceipt
from nagari_kit.sync.strict_json import MalformedError


class Intake:
    """Needs no key that opens containers; the device's signature was checked before."""

    def __init__(self, database: Database, keys: HubKeys, clock: Clock) -> None:
        self._database = database
        self._keys = keys
        self._clock = clock

    def register_stream(self, device: Device, incarnation: Incarnation) -> None:
        """Make the stream known. Raises MalformedError when it belongs to another office."""
        genesis = genesis_hash(incarnation)
        with self._database.transaction() as connection:
            owner = _owner(connection, device, incarnation)
            connection.execute(
                "INSERT INTO stream VALUES (%s,%s,%s,%s,%s,%s) ON CONFLICT DO NOTHING",
                (
                    incarnation.inc,
                    owner,
                    device.office,
                    incarnation.parent_inc,
                    incarnation.parent_head,
                    genesis,
                ),
            )
            row = connection.execute(
                "SELECT device_id, office_id, genesis FROM stream WHERE stream_id = %s",
                (incarnation.inc,),
            ).fetchone()
            if row is None or row[1] != device.office or bytes(row[2]) != genesis:
                raise MalformedError("stream of another office or with another beginning")
            if owner == incarnation.device_id != bytes(row[0]):
                connection.execute(
                    "UPDATE stream SET device_id = %s WHERE stream_id = %s",
                    (owner, incarnation.inc),
                )

    def store(self, container: SealedContainer, device: Device) -> SignedReceipt:
        """Commit the exact bytes, read them back, sign. The same container: the same receipt."""
        cid = container.cid
        with self._database.transaction() as connection:
            known = find_receipt(connection, cid, STORED)
            if known is not None:
                return known
            lock_stream(connection, container.header.inc)
            self._insert(connection, container, device)
        with self._database.transaction() as connection:
            lock_stream(connection, container.header.inc)
            self._check_disk(connection, cid)
            at = self._clock.now().isoformat(timespec="seconds")
            return write_receipt(
                connection,
                container.header.inc,
                cid,
                STORED,
                (self._database.epoch, at, self._keys.stored.sign),
            )

    def _insert(self, connection: Connection, container: SealedContainer, device: Device) -> None:
        header = container.header
        revoked = device.state == "revoked"
        inserted = connection.execute(
            "INSERT INTO container(container_id, stream_id, device_id, first_seq, last_seq, prev,"
            " head, bytes, state) VALUES (%s,%s,%s,%s,%s,%s,%s,%s,%s)"
            " ON CONFLICT (container_id) DO NOTHING RETURNING 1",
            (
                container.cid,
                header.inc,
                device.device_id,
                header.first,
                header.last,
                header.prev,
                header.head,
                container.raw,
                "quarantined" if revoked else "stored",
            ),
        ).fetchone()
        if inserted and revoked:
            connection.execute(
                "INSERT INTO quarantine VALUES (%s, 'revoked', 'perangkat sudah dicabut')",
                (container.cid,),
            )

    def _check_disk(self, connection: Connection, cid: bytes) -> None:
        row = connection.execute(
            "SELECT bytes FROM container WHERE container_id = %s", (cid,)
        ).fetchone()
        if row is None or hashlib.sha256(row[0]).digest() != cid:
            raise HubError(
                "Kiriman yang disimpan tidak terbaca sama. Kiriman belum dianggap diterima.",
                hint="Periksa disk server.",
                code="HUB-05",
            )


def _owner(connection: Connection, device: Device, incarnation: Incarnation) -> bytes:
    """The device that the stream's beginning names; its first sender while that one is unknown.

    Raises MalformedError when it is a device of another office.
    """
    named = find_device(connection, incarnation.device_id)
    if named is None:
        return device.device_id
    if named.office != device.office:
        raise MalformedError("stream of a device of another office")
    return named.device_id
