"""The encrypted file: unreadable without the key, one writer at a time, nothing half written."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from uuid import UUID

import pytest
from sqlalchemy import inspect
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session, registry

from nagari_kit.db.engine import open_engine
from nagari_kit.db.errors import UnrecordedChangeError
from nagari_kit.db.event_store import EventQueries
from nagari_kit.db.migrate import migrate
from nagari_kit.db.store import Store
from nagari_kit.db.tables import jorong, metadata
from nagari_kit.domain import events
from nagari_kit.domain.identity import HouseholdId, JorongId
from nagari_kit.domain.residents import Jorong
from nagari_kit.errors import (
    DiskFullError,
    NotFoundError,
    StorageCorruptError,
    StorageError,
    StorageLockedError,
)
from nagari_kit.infra.identifiers import new_uuid7


def test_nothing_of_the_office_is_readable_in_its_file(office):
    office.register(office.person("Zulfadhli Paninggahan", 1))
    office.store.close()

    content = b"".join(path.read_bytes() for path in office.path.parent.glob("nagari.db*"))
    assert b"Paninggahan" not in content
    assert b"1306991705800001" not in content
    assert b"SQLite format" not in content


@pytest.mark.skipif(os.name != "posix", reason="file rights are POSIX here")
def test_the_file_and_its_journal_belong_to_this_user_alone(office):
    office.register(office.person("Yusmaniar", 1))

    for path in office.path.parent.glob("nagari.db*"):
        assert path.stat().st_mode & 0o077 == 0, path.name


def test_another_key_does_not_open_the_file_and_leaves_no_noise(office, capfd):
    with pytest.raises(StorageCorruptError):
        open_engine(office.path, os.urandom(32))

    assert capfd.readouterr() == ("", "")


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "nagari.db"
    path.write_bytes(b"bukan basis data " * 400)

    with pytest.raises(StorageCorruptError):
        open_engine(path, os.urandom(32))

    assert path.read_bytes() == b"bukan basis data " * 400


def test_a_synced_row_without_its_event_is_not_committed(office):
    for event in (None, events.household_saved(office.home)):
        with office.store.write("R") as uow:
            uow.residents.save(office.person("Tanpa Peristiwa", 7))
            if event is not None:
                uow.record(event)
            with pytest.raises(UnrecordedChangeError, match="resident"):
                uow.commit()

    with office.store.read() as reader:
        assert reader.residents.summary().people == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE jorong SET name = 'Lain'",
        "  update or ignore \"jorong\" set name = 'Lain'",
        "WITH one AS (SELECT id FROM jorong) DELETE FROM jorong WHERE id IN one AND 0",
        "REPLACE INTO jorong SELECT * FROM jorong",
        "UPDATE main.jorong SET name = 'Lain'",
        'UPDATE "main" . "jorong" SET name = \'Lain\'',
        "UPDATE /* lewat */ jorong SET name = 'Lain'",
        "UPDATE -- lewat\n jorong SET name = 'Lain'",
    ],
)
def test_no_statement_goes_round_the_guard(office, statement):
    with office.store.write("R") as uow:
        uow.jorong._connection.exec_driver_sql(statement)
        with pytest.raises(UnrecordedChangeError, match="jorong"):
            uow.commit()


def test_a_statement_that_answers_with_its_rows_is_covered_by_no_event(office):
    one = office.person("Satu", 7)
    office.register(one)
    with office.store.write("R") as uow:
        uow.jorong._connection.exec_driver_sql("UPDATE resident SET phone = '1' RETURNING key")
        uow.record(events.resident_changed(one, None))
        with pytest.raises(UnrecordedChangeError, match="resident"):
            uow.commit()


def test_one_event_does_not_cover_two_residents(office):
    one, two = office.person("Satu", 7), office.person("Dua", 8)
    with office.store.write("R") as uow:
        uow.residents.save_many([one, two])
        uow.record(events.resident_registered(one))
        with pytest.raises(UnrecordedChangeError, match="resident"):
            uow.commit()


def test_one_event_does_not_cover_two_jorong_or_two_households(office):
    areas = [Jorong(JorongId(UUID(int=n)), f"Jorong {n}") for n in (1, 2)]
    homes = [replace(office.home, id=HouseholdId(UUID(int=n)), nomor_kk=None) for n in (1, 2)]
    for table, rows, event in (
        ("jorong", areas, events.jorong_saved(areas[0])),
        ("households", homes, events.household_saved(homes[0])),
    ):
        with office.store.write("R") as uow:
            for row in rows:
                getattr(uow, table).save(row)
            uow.record(event)
            with pytest.raises(UnrecordedChangeError, match=table.removesuffix("s")):
                uow.commit()


def test_nobody_is_deleted_from_the_books(office):
    office.register(office.person("Satu", 7))
    for table in ("resident", "household"):
        with office.store.write("R") as uow, pytest.raises(DBAPIError, match="append-only"):
            uow.jorong._connection.exec_driver_sql(f"DELETE FROM {table}")


def test_a_failed_statement_is_told_without_the_person_in_it(office):
    stranger = replace(office.person("Nabila Rahasia", 7), household_id=HouseholdId(UUID(int=9)))
    with office.store.write("R") as uow, pytest.raises(IntegrityError) as found:
        uow.residents.save(stranger)
    assert "Nabila" not in str(found.value)


def test_an_orm_session_does_not_go_round_the_guard(office):
    class Row:
        pass

    registry().map_imperatively(Row, jorong)
    row = Row()
    row.id, row.name = b"j" * 16, "Lain"
    with office.store.write("R") as uow:
        session = Session(bind=uow.jorong._connection)
        session.add(row)
        session.flush()
        with pytest.raises(UnrecordedChangeError, match="jorong"):
            uow.commit()
        session.close()


def test_the_file_is_written_as_a_power_cut_asks_for(office):
    with office.store.write("R") as uow:
        connection = uow.jorong._connection
        asked = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
        other = open_engine(office.path, office.key)
        with other.connect() as outside:
            outside.exec_driver_sql("PRAGMA busy_timeout = 0")
            # Nothing was written yet: whoever begins to write holds the lock from the first word.
            with pytest.raises(DBAPIError, match="locked"):
                outside.exec_driver_sql("CREATE TABLE sesuatu(x)")
        other.dispose()
    full = 2
    assert {name: str(value) for name, value in asked.items()} == {
        "journal_mode": "wal", "synchronous": str(full), "foreign_keys": "1",
        "busy_timeout": "5000",
    }  # fmt: skip


def test_every_life_of_the_log_is_held_against_its_beginning(office):
    office.register(office.person("Satu", 1))
    with office.store.write("R") as uow:
        uow.start_incarnation(b"e" * 16)
        uow.commit()
    office.register(office.person("Dua", 2))
    engine = open_engine(office.path, office.key)
    for order in ("ASC", "DESC"):
        with engine.connect() as connection:
            connection.exec_driver_sql("DROP TRIGGER event_log_no_update")
            connection.exec_driver_sql(
                "UPDATE event_log SET body = CAST(replace(CAST(body AS TEXT), 'R', 'T') AS BLOB)"
                f" WHERE seq = 1 AND inc = (SELECT inc FROM incarnation ORDER BY key {order})"
            )
            with pytest.raises(StorageCorruptError):
                EventQueries(connection).verify_chain()
            connection.rollback()
    engine.dispose()


def test_a_reader_cannot_write(office):
    with pytest.raises(StorageError), office.store.read() as reader:
        reader.residents._connection.exec_driver_sql("UPDATE jorong SET name = 'Lain'")
    with office.store.read() as reader:
        assert [area.name for area in reader.jorong.all()] == ["Koto Tangah"]
    office.register(office.person("Sesudah Itu", 3))


def test_what_is_not_committed_never_was(office):
    with office.store.write("Rina") as uow:
        uow.residents.save(office.person("Setengah Jadi", 1))
        uow.record(events.resident_registered(office.person("Setengah Jadi", 1)))

    with office.store.read() as reader:
        assert reader.residents.search("setengah", 5) == ()
        assert reader.events.head()[0] == 2


def test_writers_of_one_process_queue(office):
    people = [office.person(f"Warga {chr(65 + place)}ndika", place + 1) for place in range(16)]

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(office.register, people))

    with office.store.read() as reader:
        assert reader.residents.summary().people == 16
        assert reader.events.verify_chain() == 2 + 2 * 16


def test_two_processes_write_one_file_and_the_chain_holds(office):
    script = f"""
import pathlib
from nagari_kit.db.engine import open_engine
from nagari_kit.db.store import Store
from nagari_kit.domain import events
from nagari_kit.domain.identity import JorongId
from nagari_kit.domain.residents import Jorong
from nagari_kit.infra.clock import SystemClock
from nagari_kit.infra.identifiers import new_uuid7
clock = SystemClock()
key = bytes.fromhex({office.key.hex()!r})
store = Store(open_engine(pathlib.Path({str(office.path)!r}), key), clock)
for number in range(40):
    area = Jorong(JorongId(new_uuid7(clock)), f"Jorong {{number}}")
    with store.write("lain") as uow:
        uow.jorong.save(area)
        uow.record(events.jorong_saved(area))
        uow.commit()
store.close()
"""
    other = subprocess.Popen([sys.executable, "-c", script])
    for place in range(40):
        office.register(office.person(f"Warga {place}", place + 1))
    assert other.wait(60) == 0

    with office.store.read() as reader:
        assert reader.events.verify_chain() == 2 + 40 + 2 * 40
        assert len(reader.office.jorong()) == 41


def test_a_file_held_by_another_program_is_said_to_be_busy(office):
    other = open_engine(office.path, office.key)
    with other.connect() as blocking:
        blocking.exec_driver_sql("ROLLBACK")
        blocking.exec_driver_sql("BEGIN IMMEDIATE")
        with office.store.read() as reader:
            reader.residents._connection.exec_driver_sql("PRAGMA busy_timeout = 50")
        with pytest.raises(StorageLockedError) as refusal:
            office.register(office.person("Menunggu", 1))
        blocking.exec_driver_sql("ROLLBACK")
    other.dispose()
    assert "tidak hilang" in refusal.value.user_message


@pytest.fixture
def small_disk(tmp_path):
    """A file system of two megabytes; only root may make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = sys.platform == "linux" and os.geteuid() == 0
    if mounted:
        command = ["mount", "-t", "tmpfs", "-o", "size=2m,mode=700", "tmpfs", str(folder)]
        mounted = subprocess.run(command, check=False, capture_output=True).returncode == 0
    if not mounted:
        pytest.skip("a small disk can only be mounted by root on Linux")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_loses_nothing_that_was_saved(small_disk, clock):
    path, key = small_disk / "nagari.db", os.urandom(32)
    engine = open_engine(path, key)
    migrate(engine, path, small_disk / "cadangan", clock)
    store = Store(engine, clock)

    saved: list[Jorong] = []

    def save_for_ever() -> None:
        while True:
            area = Jorong(JorongId(new_uuid7(clock)), f"Jorong {len(saved)} {'x' * 4000}")
            with store.write("Rina") as uow:
                uow.jorong.save(area)
                uow.record(events.jorong_saved(area))
                uow.commit()
            saved.append(area)

    with store.write("Rina") as uow:
        uow.start_incarnation(b"d" * 16)
        uow.commit()
    with pytest.raises(DiskFullError) as refusal:
        save_for_ever()

    assert "penuh" in refusal.value.user_message
    assert "tidak hilang" in refusal.value.user_message
    assert len(saved) > 10
    with store.read() as reader:
        assert set(reader.office.jorong()) == set(saved)
        assert reader.events.verify_chain() == len(saved)
    store.close()
    reopened = Store(open_engine(path, key), clock)
    with reopened.read() as reader:
        assert reader.events.verify_chain() == len(saved)
    reopened.close()


def test_a_file_that_may_not_grow_loses_nothing_that_was_saved(office):
    office.register(office.person("Sudah Tersimpan", 1))
    with office.store.read() as reader:
        connection = reader.residents._connection
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")

    with pytest.raises(DiskFullError):
        office.register(*(office.person(f"Warga {n}", n) for n in range(2, 900)))

    with office.store.read() as reader:
        assert [row.name for row in reader.residents.search("sudah", 5)] == ["Sudah Tersimpan"]
        assert reader.residents.summary().people == 1
        assert reader.events.verify_chain() == 4


def test_the_tables_are_those_that_the_code_names(office):
    engine = open_engine(office.path, office.key)
    made = inspect(engine)
    for table in metadata.sorted_tables:
        columns = {column["name"] for column in made.get_columns(table.name)}
        assert columns == {column.name for column in table.columns}, table.name
    engine.dispose()


def test_a_missing_resident_is_told_in_a_sentence(office):
    with office.store.read() as reader, pytest.raises(NotFoundError):
        reader.residents.get(office.person("Tidak Ada", 1).id)


def test_the_driver_is_not_pythons_own_sqlite(office):
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(office.path).execute("SELECT * FROM resident")
