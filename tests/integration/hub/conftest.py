"""A hub on a real PostgreSQL: one server per session, one empty database per test."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from itertools import count

import psycopg
import pytest

from nagari_kit.domain.canonical_json import canonical_bytes
from nagari_kit.domain.event_chain import Incarnation, event_hash, genesis_hash
from nagari_kit.hub.database import Database
from nagari_kit.hub.devices import set_state
from nagari_kit.hub.embedded_postgres import EmbeddedPostgres
from nagari_kit.hub.exchange import ExchangeDesk
from nagari_kit.hub.hub_keys import HubKeys, open_hub_keys
from nagari_kit.hub.intake import Intake
from nagari_kit.hub.opener import Opener
from nagari_kit.hub.tickets import TicketOffice
from nagari_kit.sync.container import seal
from nagari_kit.sync.container_header import ContainerHeader
from nagari_kit.sync.device_keys import SecretKeys
from nagari_kit.sync.enrolment import seal_enrolment, seal_request
from nagari_kit.sync.messages import ExchangeRequest, frame, open_envelope
from nagari_kit.sync.receipts import ReceiptFacts, verify_receipt

OFFICE = "13.06.99.2001"
_names = count(1)


@pytest.fixture(scope="session")
def postgres(tmp_path_factory):
    with EmbeddedPostgres(tmp_path_factory.mktemp("hub")) as server:
        yield server


@dataclass
class Hub:
    """The parts of a hub without its HTTP door."""

    database: Database
    keys: HubKeys
    desk: ExchangeDesk
    tickets: TicketOffice

    def enrolled(self, *, approved: bool = True, keys: SecretKeys | None = None) -> Desk:
        """A PC of the office that holds a ticket."""
        keys = keys or SecretKeys.generate()
        ticket = self.tickets.create(OFFICE, auto_approve=approved)
        code = ticket.replace("-", "")
        keyset = self.keys.keyset
        self.tickets.enrol(seal_enrolment(keys, code, OFFICE, keyset.hub, keyset.recipient))
        return Desk(self, keys, Incarnation(_fresh(), keys.public.device_id))

    def count(self, table: str, where: str = "true") -> int:
        with self.database.transaction() as connection:
            return connection.execute(f"SELECT count(*) FROM {table} WHERE {where}").fetchone()[0]

    def decide(self, desk: Desk, state: str) -> None:
        set_state(self.database, desk.keys.public.device_id.hex(), state)


@dataclass
class Desk:
    """One PC: makes containers of its chain and exchanges them."""

    hub: Hub
    keys: SecretKeys
    life: Incarnation

    def batch(self, bodies: list[bytes], first: int = 1, prev: bytes | None = None) -> bytes:
        prev = genesis_hash(self.life) if prev is None else prev
        head = prev
        for body in bodies:
            head = event_hash(head, body)
        header = ContainerHeader(
            "batch", self.keys.public.device_id, self.life.inc, OFFICE, self.hub.keys.hub,
            first, first + len(bodies) - 1, len(bodies), prev, head,
        )  # fmt: skip
        return seal(header, bodies, [self.hub.keys.keyset.recipient], self.keys)

    def head_after(self, bodies: list[bytes], prev: bytes | None = None) -> bytes:
        head = genesis_hash(self.life) if prev is None else prev
        for body in bodies:
            head = event_hash(head, body)
        return head

    def exchange(self, *batches: bytes, asking: tuple[bytes, ...] = ()):
        """Answer and the facts of every receipt, all signatures checked."""
        nonce = _fresh()
        request = ExchangeRequest(nonce, self.life, (), asking, 0)
        keyset = self.hub.keys.keyset
        sealed = seal_request(
            self.keys, request.to_bytes(), office=OFFICE, hub=keyset.hub, recipient=keyset.recipient
        )
        raw = self.hub.desk.answer(frame([sealed, *batches]))
        answer, receipts = open_envelope(raw, keyset.stored, nonce)
        facts = [verify_receipt(one, keyset.stored, keyset.applied) for one in receipts]
        return answer, facts


def _fresh() -> bytes:
    return hashlib.sha256(f"inc {next(_names)}".encode()).digest()[:16]


def body_of(seed: int, kind: str = "jorong.saved", /, **data) -> bytes:
    """An event's bytes."""
    return canonical_bytes(
        {
            "at": "2026-11-24T02:41:00+00:00",
            "by": "Rina",
            "d": data or {"name": f"Jorong {seed}"},
            "id": f"{seed:032x}",
            "r": f"{seed:032x}",
            "sv": 1,
            "t": kind,
        }
    )


def levels_of(facts: list[ReceiptFacts]) -> list[str]:
    return sorted(one.level for one in facts)


@pytest.fixture
def hub(postgres, tmp_path, clock):
    name = f"uji_{next(_names)}"
    with psycopg.connect(postgres.url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    database = Database(_renamed(postgres.url, name))
    keys = open_hub_keys(tmp_path / "kunci")
    opener = Opener(database, keys, clock)
    desk = ExchangeDesk(database, keys, clock, Intake(database, keys, clock), opener)
    yield Hub(database, keys, desk, TicketOffice(database, keys, clock))
    database.close()


def _renamed(url: str, name: str) -> str:
    info = psycopg.conninfo.conninfo_to_dict(url)
    return psycopg.conninfo.make_conninfo(**{**info, "dbname": name})
