"""One exchange: who asks, what came with it, what the hub holds, in one signed answer."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from nagari_kit.errors import HubError
from nagari_kit.hub.database import Connection, Database
from nagari_kit.hub.devices import Device, find_device
from nagari_kit.hub.downlink import downlink_after
from nagari_kit.hub.hub_keys import HubKeys
from nagari_kit.hub.intake import Intake
from nagari_kit.hub.opener import Opener
from nagari_kit.hub.receipt_book import receipts_of
from nagari_kit.infra.clock import Clock
from nagari_kit.sync.container import SealedContainer, parse
from nagari_kit.sync.messages import (
    ChainPoint,
    ExchangeAnswer,
    ExchangeRequest,
    answer_message,
    envelope,
    read_request,
    unframe,
)
from nagari_kit.sync.strict_json import MalformedError

MAX_LEAVES = 32
logger = logging.getLogger(__name__)


class UnknownDeviceError(HubError):
    """The sender was never enrolled here."""

    default_code = "SINKRON-13"

    def __init__(self) -> None:
        super().__init__(
            "Komputer ini belum terdaftar di hub. Data kantor tidak berubah.",
            hint="Daftarkan dulu dengan tiket dari admin provinsi.",
        )


@dataclass(frozen=True, slots=True)
class ExchangeDesk:
    """Answers exchanges; thread-safe."""

    database: Database
    keys: HubKeys
    clock: Clock
    intake: Intake
    opener: Opener

    def answer(self, raw: bytes) -> bytes:
        """The reply's bytes. Raises UnknownDeviceError, MalformedError: then nothing was stored."""
        containers = [parse(piece) for piece in unframe(raw)]
        device = self._sender(containers)
        if containers[0].header.kind != "req":
            raise MalformedError("first container is no request")
        request = read_request(containers[0].open_with(self.keys.stored)[0])
        batches = containers[1:]
        stream = request.incarnation.inc
        if any(it.header.inc != stream or it.header.kind != "batch" for it in batches):
            raise MalformedError("batch of another stream")
        self.intake.register_stream(device, request.incarnation)
        for batch in batches:
            self.intake.store(batch, device)
        if device.state == "approved":
            self.opener.open_stream(stream)
        return self._reply(device, request, [batch.cid for batch in batches])

    def _sender(self, containers: list[SealedContainer]) -> Device:
        with self.database.transaction() as connection:
            device = find_device(connection, containers[0].header.device)
        if device is None:
            raise UnknownDeviceError
        for container in containers:
            container.verify(device.sign)
            if container.header.office != device.office:
                raise MalformedError("office of another device")
        return device

    def _reply(self, device: Device, request: ExchangeRequest, came: list[bytes]) -> bytes:
        stream = request.incarnation.inc
        with self.database.transaction() as connection:
            receipts = receipts_of(connection, device.office, [*came, *request.open])
            leaves = _leaves(connection, stream)
            answer = ExchangeAnswer(
                nonce=request.nonce,
                hub_epoch=self.database.epoch,
                at=self.clock.now().isoformat(timespec="seconds"),
                state=device.state,
                known=_known(connection, stream, request.have),
                leaves=leaves,
                missing=_missing(connection, stream, leaves),
                downlink=downlink_after(connection, device.office, request.cursor),
            )
        body = answer.to_bytes()
        return envelope(body, self.keys.stored.sign.sign(answer_message(body)), receipts)


def _leaves(connection: Connection, stream: bytes) -> tuple[ChainPoint, ...]:
    rows = connection.execute(
        "SELECT e.seq, e.event_hash FROM event e WHERE e.stream_id = %s AND NOT EXISTS"
        " (SELECT 1 FROM event n WHERE n.prev_hash = e.event_hash AND n.stream_id = e.stream_id)"
        " ORDER BY e.seq DESC LIMIT %s",
        (stream, MAX_LEAVES),
    ).fetchall()
    return tuple(ChainPoint(seq, bytes(own)) for seq, own in rows)


def _known(connection: Connection, stream: bytes, have: tuple[ChainPoint, ...]) -> int:
    row = connection.execute(
        "SELECT max(seq) FROM event WHERE stream_id = %s AND event_hash = ANY(%s)",
        (stream, [point.hash for point in have]),
    ).fetchone()
    return int(row[0]) if row and row[0] is not None else 0


def _missing(
    connection: Connection, stream: bytes, leaves: tuple[ChainPoint, ...]
) -> tuple[tuple[int, int], ...]:
    row = connection.execute(
        "SELECT min(first_seq) FROM container WHERE stream_id = %s AND state = 'gap'", (stream,)
    ).fetchone()
    if row is None or row[0] is None:
        return ()
    first = max((leaf.seq for leaf in leaves), default=0) + 1
    return ((first, row[0] - 1),) if first < row[0] else ()
