"""The log only grows; who changes it by force is found out when it is next read."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import DatabaseError, IntegrityError

from nagari_kit.db.engine import open_engine
from nagari_kit.domain.event_chain import genesis_hash
from nagari_kit.errors import StorageCorruptError


@pytest.fixture
def forced(office):
    """A connection behind the program's back, with the right key."""
    office.register(*(office.person(f"Warga {n}", n) for n in range(1, 6)))
    engine = open_engine(office.path, office.key)
    with engine.connect() as connection:
        yield connection
    engine.dispose()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event_log SET body = x'00' WHERE seq = 2",
        "DELETE FROM event_log WHERE seq = 2",
        "UPDATE incarnation SET device_id = zeroblob(16)",
        "DELETE FROM incarnation",
        "INSERT OR REPLACE INTO event_log SELECT * FROM event_log WHERE seq = 2",
        "REPLACE INTO incarnation SELECT * FROM incarnation",
    ],
)
def test_the_log_refuses_change(forced, statement):
    with pytest.raises((DatabaseError, IntegrityError), match="append-only"):
        forced.exec_driver_sql(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event_log SET body = CAST(body || x'20' AS BLOB) WHERE seq = 4",
        "UPDATE event_log SET prev_hash = zeroblob(32) WHERE seq = 4",
        "DELETE FROM event_log WHERE seq = 4",
    ],
)
def test_a_change_by_force_breaks_the_chain(office, forced, statement):
    for action in ("update", "delete"):
        forced.exec_driver_sql(f"DROP TRIGGER event_log_no_{action}")
    forced.exec_driver_sql(statement)
    forced.commit()

    with office.store.read() as reader, pytest.raises(StorageCorruptError) as found:
        reader.events.verify_chain()
    assert "nomor 4" in found.value.user_message


def test_a_new_life_names_where_it_comes_from(office):
    with office.store.read() as reader:
        old, (seq, head) = reader.events.incarnation(), reader.events.head()
    with office.store.write("Admin") as uow:
        uow.start_incarnation(b"e" * 16)
        uow.commit()

    with office.store.read() as reader:
        living = reader.events.incarnation()
        assert (living.parent_inc, living.parent_head) == (old.inc, head)
        assert reader.events.head() == (0, genesis_hash(living))
        assert reader.events.verify_chain() == seq
