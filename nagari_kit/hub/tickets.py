"""Tickets that let one PC of one office in, and the enrolment that uses one up."""

from __future__ import annotations

import hmac
import re
from datetime import timedelta

from nagari_kit.errors import HubError
from nagari_kit.hub.database import Connection, Database
from nagari_kit.hub.devices import Device, find_device
from nagari_kit.hub.hub_keys import HubKeys
from nagari_kit.infra.clock import Clock
from nagari_kit.sync.container import parse
from nagari_kit.sync.enrolment import (
    EnrolmentRequest,
    new_ticket,
    open_enrolment,
    plain_ticket,
    ticket_key,
    ticket_name,
    ticket_proof,
)

OFFICE_CODE = re.compile(r"\d{2}\.\d{2}\.\d{2}\.\d{4}|[0-9a-f]{32}", re.ASCII)
"""A Kemendagri code `PP.KK.CC.XXXX`, or the identity of an office that has none."""

MAX_TRIES = 10
VALID_FOR = timedelta(days=30)


class TicketRefusedError(HubError):
    """No open ticket of the office fits."""

    default_code = "SINKRON-12"

    def __init__(self) -> None:
        super().__init__(
            "Tiket tidak cocok, sudah dipakai, atau terkunci setelah 10 kali salah."
            " Data kantor tidak berubah.",
            hint="Periksa lagi tiketnya, atau minta tiket baru kepada admin provinsi.",
        )


class OfficeCodeError(HubError):
    """What was given can be no office's code."""

    default_code = "HUB-10"

    def __init__(self) -> None:
        super().__init__(
            "Kode wilayah kantor ditulis seperti 13.06.01.2001. Tiket belum dibuat.",
            hint="Periksa kodenya: dua, dua, dua, lalu empat angka, dengan titik di antaranya.",
        )


class TicketOffice:
    """Creates tickets and admits devices."""

    def __init__(self, database: Database, keys: HubKeys, clock: Clock) -> None:
        self._database = database
        self._keys = keys
        self._clock = clock

    def create(self, office: str, *, auto_approve: bool) -> str:
        """A new ticket for the office with this region code; shown once, kept as a hash.

        Raises OfficeCodeError.
        """
        if not OFFICE_CODE.fullmatch(office):
            raise OfficeCodeError
        ticket = new_ticket()
        code = plain_ticket(ticket)
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT INTO office(office_id) VALUES (%s) ON CONFLICT DO NOTHING", (office,)
            )
            connection.execute(
                "INSERT INTO ticket(office_id, name, code_key, auto_approve, expires_at)"
                " VALUES (%s,%s,%s,%s,%s)",
                (
                    office,
                    ticket_name(code),
                    ticket_key(code),
                    auto_approve,
                    self._clock.now() + VALID_FOR,
                ),
            )
        return ticket

    def enrol(self, raw: bytes) -> Device:
        """Admit the sender. The same PC again gets the same answer.

        Raises TicketRefusedError, MalformedError.
        """
        container = parse(raw)
        request = open_enrolment(container, self._keys.stored)
        office = container.header.office
        with self._database.transaction() as connection:
            # One at a time: two copies of one request must not both look for an open ticket.
            connection.execute("SELECT 1 FROM office WHERE office_id = %s FOR UPDATE", (office,))
            known = find_device(connection, request.public.device_id)
            if known is not None:
                return known
            device = self._admit(connection, office, request)
        if device is None:
            raise TicketRefusedError
        return device

    def _admit(
        self, connection: Connection, office: str, request: EnrolmentRequest
    ) -> Device | None:
        rows = connection.execute(
            "SELECT ticket_id, code_key, auto_approve FROM ticket WHERE office_id = %s"
            " AND name = %s AND used_by IS NULL AND wrong_tries < %s AND expires_at > %s",
            (office, request.ticket, MAX_TRIES, self._clock.now()),
        ).fetchall()
        for ticket_id, key, auto_approve in rows:
            proof = ticket_proof(bytes(key), request.public, office, self._keys.hub)
            if hmac.compare_digest(proof, request.proof):
                state = "approved" if auto_approve else "pending"
                return _enter(connection, office, request, (ticket_id, state))
        connection.execute(
            "UPDATE ticket SET wrong_tries = wrong_tries + 1"
            " WHERE office_id = %s AND name = %s AND used_by IS NULL",
            (office, request.ticket),
        )
        return None


def _enter(
    connection: Connection, office: str, request: EnrolmentRequest, grant: tuple[int, str]
) -> Device | None:
    public = request.public
    connection.execute(
        "INSERT INTO device(device_id, office_id, sign_key, seal_key, fingerprint, state)"
        " VALUES (%s,%s,%s,%s,%s,%s)",
        (public.device_id, office, public.sign, public.seal, public.fingerprint, grant[1]),
    )
    connection.execute(
        "UPDATE ticket SET used_by = %s WHERE ticket_id = %s", (public.device_id, grant[0])
    )
    return find_device(connection, public.device_id)
