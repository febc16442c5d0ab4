"""What is not signed, or signed for something else, leaves nothing at the hub."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nagari_kit.domain.event_chain import Incarnation
from nagari_kit.hub.receipt_book import find_receipt, write_receipt
from nagari_kit.sync.container import parse, seal
from nagari_kit.sync.receipts import APPLIED, read_receipt, receipt_hash
from nagari_kit.sync.strict_json import MalformedError
from tests.integration.hub.conftest import Desk, body_of

pytestmark = pytest.mark.hub

GOOD = [body_of(number) for number in range(1, 4)]


def forged_exchange(hub, desk: Desk, *batches: bytes) -> None:
    """An exchange of that PC with foreign cargo."""
    with pytest.raises(MalformedError):
        desk.exchange(*batches)
    assert hub.count("container") == 0


def test_a_stream_of_another_beginning_is_refused(hub):
    desk = hub.enrolled()
    desk.exchange()
    forked = replace(desk, life=replace(desk.life, parent_head=b"p" * 32))
    with pytest.raises(MalformedError):
        forked.exchange()
    assert hub.count("stream") == 1


def test_a_stream_of_another_offices_pc_is_refused(hub):
    other = hub.enrolled()
    with hub.database.transaction() as connection:
        connection.execute("INSERT INTO office VALUES ('13.06.98.2001')")
        connection.execute(
            "UPDATE device SET office_id = '13.06.98.2001' WHERE device_id = %s",
            (other.keys.public.device_id,),
        )
    thief = hub.enrolled()
    forged_exchange(hub, replace(thief, life=other.life))
    assert hub.count("stream") == 0


def test_a_batch_of_another_stream_or_of_another_kind_is_refused(hub):
    desk = hub.enrolled()
    elsewhere = replace(desk, life=Incarnation(b"Z" * 16, desk.keys.public.device_id))
    forged_exchange(hub, desk, elsewhere.batch(GOOD))
    forged_exchange(hub, desk, resealed(desk, kind="exchange"))


def test_a_batch_that_names_another_office_is_refused(hub):
    desk = hub.enrolled()
    forged_exchange(hub, desk, resealed(desk, office="13.06.98.2001"))


def test_every_container_needs_its_pcs_signature_not_the_first_alone(hub):
    desk = hub.enrolled()
    true = bytearray(desk.batch(GOOD))
    true[-1] ^= 1
    forged_exchange(hub, desk, bytes(true))


def resealed(desk: Desk, **changes: str) -> bytes:
    """A batch of the PC whose header says something else, signed as it should be."""
    header = parse(desk.batch(GOOD)).header
    return seal(replace(header, **changes), list(GOOD), [desk.hub.keys.keyset.recipient], desk.keys)


def test_receipts_of_a_stream_are_chained_and_name_its_head(hub):
    desk = hub.enrolled()
    batch = desk.batch(GOOD)
    desk.exchange(batch)
    with hub.database.transaction() as connection:
        bodies = [
            bytes(row[0])
            for row in connection.execute("SELECT body FROM receipt ORDER BY receipt_no")
        ]
    first, second = (read_receipt(body) for body in bodies)
    assert (first.level, second.level) == ("stored", "applied")
    assert first.previous == bytes(32)
    assert second.previous == receipt_hash(bodies[0])
    assert second.head == desk.head_after(list(GOOD))


def test_a_receipt_asked_for_twice_is_the_one_that_was_issued(hub):
    desk = hub.enrolled()
    batch = desk.batch(GOOD)
    desk.exchange(batch)
    cid = parse(batch).cid
    issuer = (hub.database.epoch, "2026-11-24T02:41:00+00:00", hub.keys.applied)
    with hub.database.transaction() as connection:
        issued = find_receipt(connection, cid, APPLIED)
        assert write_receipt(connection, desk.life.inc, cid, APPLIED, issuer) == issued
    assert hub.count("receipt") == 2
