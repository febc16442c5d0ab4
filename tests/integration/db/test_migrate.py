"""Schema steps: a dated copy before, all or nothing, and no touch of a newer file."""

from __future__ import annotations

import os

import pytest

from nagari_kit.db import migrate as migration
from nagari_kit.db.engine import open_engine
from nagari_kit.db.migrate import migrate
from nagari_kit.errors import StorageTooNewError


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
