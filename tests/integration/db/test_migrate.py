"""Schema steps: a dated copy before, all or nothing, and no touch of a newer file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from nagari_kit.db import migrate as migration
from nagari_kit.db.engine import open_engine
from nagari_kit.db.migrate import migrate
from nagari_kit.errors import (
    StorageCorruptError,
    StorageError,
    StorageLockedError,
    StorageTooNewError,
)
from nagari_kit.infra.folder_lock import locked_folder


def test_a_file_that_is_up_to_date_is_neither_copied_nor_changed(office, tmp_path, clock):
    engine = open_engine(office.path, office.key)
    migrate(engine, office.path, tmp_path / "cadangan", clock)
    engine.dispose()

    assert not (tmp_path / "cadangan").exists()


def test_a_newer_file_is_refused_and_stays_as_it_is(office, tmp_path, clock):
    engine = open_engine(office.path, office.key)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(StorageTooNewError) as refusal:
        migrate(engine, office.path, tmp_path / "cadangan", clock)
    engine.dispose()

    assert "lebih baru" in refusal.value.user_message
    assert not (tmp_path / "cadangan").exists()


def test_an_older_file_is_copied_before_it_moves(office, tmp_path, clock, monkeypatch):
    office.register(office.person("Sebelum Naik", 1))
    engine = open_engine(office.path, office.key)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0000'")
    monkeypatch.setattr(migration, "_refuse_newer", lambda *_known: None)

    with pytest.raises(Exception, match="0000"):
        migrate(engine, office.path, tmp_path / "cadangan", clock)
    engine.dispose()

    copies = list((tmp_path / "cadangan").iterdir())
    assert [copy.name for copy in copies] == ["nagari-20261124-024100.db"]
    if os.name == "posix":
        assert copies[0].stat().st_mode & 0o077 == 0
    copied = open_engine(copies[0], office.key)
    with copied.connect() as connection:
        count = connection.exec_driver_sql("SELECT count(*) FROM resident").scalar_one()
    copied.dispose()
    assert count == 1


def test_programs_that_open_an_older_file_at_once_all_get_in_after_one_copy(
    office, tmp_path, clock, monkeypatch
):
    office.register(office.person("Sebelum Naik", 1))
    engine = open_engine(office.path, office.key)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
    engine.dispose()
    left = tmp_path / "cadangan" / ".nagari-20260101-000000.db"
    left.parent.mkdir()
    left.write_bytes(b"half a copy")
    monkeypatch.setattr(
        migration,
        "_upgrade",
        lambda connection: connection.exec_driver_sql(
            "UPDATE alembic_version SET version_num = '0002'"
        ),
    )

    def opened(_turn: int) -> None:
        own = open_engine(office.path, office.key)
        migrate(own, office.path, tmp_path / "cadangan", clock)
        own.dispose()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(opened, range(6)))

    copies = [path.name for path in (tmp_path / "cadangan").iterdir()]
    assert copies == ["nagari-20261124-024100.db"]


@pytest.mark.parametrize(
    "damage",
    ["DELETE FROM alembic_version", "INSERT INTO alembic_version VALUES ('0009')"],
)
def test_a_file_whose_version_cannot_be_told_is_damaged(office, tmp_path, clock, damage):
    engine = open_engine(office.path, office.key)
    with engine.begin() as connection:
        connection.exec_driver_sql(damage)
    with pytest.raises(StorageCorruptError):
        migrate(engine, office.path, tmp_path / "cadangan", clock)
    engine.dispose()


@contextmanager
def files_of_at_most(count: int) -> Iterator[None]:
    """No file of this process may grow beyond so many bytes meanwhile."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (count, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.skipif(os.name != "posix", reason="the limit is POSIX's")
def test_a_disk_that_takes_no_copy_is_told_as_such_and_nothing_is_changed(
    office, tmp_path, clock, monkeypatch
):
    office.register(office.person("Sebelum Naik", 1))
    engine = open_engine(office.path, office.key)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0000'")
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    monkeypatch.setattr(migration, "_refuse_newer", lambda *_known: None)

    with files_of_at_most(32 * 1024), pytest.raises(StorageError) as refusal:
        migrate(engine, office.path, tmp_path / "cadangan", clock)

    assert "tidak hilang" in refusal.value.user_message
    assert not list((tmp_path / "cadangan").iterdir())
    with engine.connect() as connection:
        count = connection.exec_driver_sql("SELECT count(*) FROM resident").scalar_one()
    engine.dispose()
    assert count == 1


def test_a_folder_for_copies_that_cannot_be_made_is_told_as_such(
    office, tmp_path, clock, monkeypatch
):
    engine = open_engine(office.path, office.key)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0000'")
    monkeypatch.setattr(migration, "_refuse_newer", lambda *_known: None)
    (tmp_path / "cadangan").write_text("a file in the way")

    with pytest.raises(StorageError):
        migrate(engine, office.path, tmp_path / "cadangan", clock)
    engine.dispose()


def test_an_emptied_file_of_an_office_does_not_begin_anew(tmp_path, clock):
    path = tmp_path / "nagari.db"
    engine = open_engine(path, os.urandom(32))

    with pytest.raises(StorageCorruptError):
        migrate(engine, path, tmp_path / "cadangan", clock, may_begin=False)
    engine.dispose()


def test_who_waits_too_long_for_another_upgrade_is_told_that_nothing_changed(
    tmp_path, clock, monkeypatch
):
    path = tmp_path / "nagari.db"
    engine = open_engine(path, os.urandom(32))
    monkeypatch.setattr(migration, "WAIT_SECONDS", 0)

    with (
        locked_folder(tmp_path, migration.UPGRADE_LOCK),
        pytest.raises(StorageLockedError) as refused,
    ):
        migrate(engine, path, tmp_path / "cadangan", clock)
    assert "Data tidak diubah" in refused.value.user_message
    engine.dispose()
