"""What was sent and signed: counts follow from ranges of the log, frozen things stay frozen."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import DatabaseError, IntegrityError

from nagari_kit.db.engine import open_engine
from nagari_kit.db.sync_store import (
    APPLIED,
    BUILT,
    SENT,
    STORED,
    OutgoingContainer,
    StoredReceipt,
)
from nagari_kit.domain.synchronisation import SyncRun

STATES = (BUILT, SENT, STORED, APPLIED)


def container(office, first: int, last: int, state: str) -> OutgoingContainer:
    with office.store.read() as reader:
        inc = reader.events.incarnation().inc
    return OutgoingContainer(
        os.urandom(32), inc, first, last, os.urandom(99), state, office.clock.now()
    )


def keep(office, *containers: OutgoingContainer) -> None:
    with office.store.write("Rina") as uow:
        for one in containers:
            uow.sync.add_container(one)
        uow.commit()


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.tuples(st.integers(1, 4), st.sampled_from(STATES)), max_size=6))
def test_every_event_is_counted_once_by_how_far_it_came(office, packed):
    with office.store.write("Rina") as uow:
        uow.start_incarnation(b"f" * 16)
        uow.commit()
    with office.store.read() as reader:
        before = reader.sync.counts()
    total = sum(width for width, _ in packed) + 3
    # One event tells of the entry in the books, the others of each person.
    office.register(*(office.person(f"Warga {n}", n, nik=None) for n in range(total - 1)))
    first, widths = 1, dict.fromkeys(STATES, 0)
    for width, state in packed:
        keep(office, container(office, first, first + width - 1, state))
        first += width
        widths[state] += width

    with office.store.read() as reader:
        waiting, sent, stored, applied = reader.sync.counts()
        items = reader.sync.recent_changes(total)
        inc = reader.events.incarnation().inc
        assert reader.sync.last_packed(inc) == first - 1
    assert (sent, stored, applied) == tuple(
        old + widths[state] for old, state in zip(before[1:], STATES[1:], strict=True)
    )
    assert waiting == before[0] + widths[BUILT] + 3
    told = [item.state for item in items]
    assert told.count("local") == widths[BUILT] + 3
    assert {state: told.count(state) for state in STATES[1:]} == {
        state: widths[state] for state in STATES[1:]
    }


def test_recent_changes_name_what_happened_newest_first(office):
    office.register(office.person("Yusmaniar", 1))

    with office.store.read() as reader:
        items = reader.sync.recent_changes(3)
    assert [(item.kind, item.subject) for item in items] == [
        ("resident.registered", "Yusmaniar"),
        ("population.recorded", ""),
        ("household.saved", ""),
    ]
    assert items[0].at == office.clock.now()
    assert items[0].kind == "resident.registered"


def test_a_container_and_a_receipt_are_frozen_once_kept(office):
    one = container(office, 1, 2, BUILT)
    keep(office, one)
    receipt = StoredReceipt(b"e" * 16, 4, one.cid, "STORED", b"body", b"s" * 64, office.clock.now())
    for _ in range(2):
        with office.store.write("Rina") as uow:
            uow.sync.add_receipt(receipt)
            uow.sync.mark_container(one.cid, STORED)
            uow.commit()

    engine = open_engine(office.path, office.key)
    for statement in (
        "UPDATE container_out SET bytes = x'00'",
        "UPDATE container_out SET last = 3",
        "UPDATE receipt SET level = 'APPLIED'",
        "DELETE FROM receipt",
        "REPLACE INTO receipt SELECT * FROM receipt",
    ):
        with engine.connect() as forced, pytest.raises(DatabaseError, match="append-only"):
            forced.exec_driver_sql(statement)
    engine.dispose()
    with office.store.read() as reader:
        assert reader.sync.receipts() == (receipt,)
        assert reader.sync.containers(STORED) == (replace(one, state=STORED),)
        assert reader.sync.state_of(one.cid) == STORED
        assert reader.sync.state_of(b"x" * 32) is None


def test_events_are_never_packed_twice(office):
    keep(office, container(office, 1, 2, BUILT))

    with pytest.raises(IntegrityError):
        keep(office, container(office, 1, 1, BUILT))


def test_settings_and_tries_are_remembered(office):
    run = SyncRun(office.clock.now(), "offline", "Tidak ada internet.")
    with office.store.write("Rina") as uow:
        uow.sync.set_setting("hub", b"lama")
        uow.sync.set_setting("hub", b"baru")
        uow.sync.add_run(run)
        uow.sync.add_run(replace(run, outcome="ok"))
        uow.commit()

    with office.store.read() as reader:
        assert reader.sync.setting("hub") == b"baru"
        assert reader.sync.setting("lain") is None
        assert [one.outcome for one in reader.sync.runs(5)] == ["ok", "offline"]
