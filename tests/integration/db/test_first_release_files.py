"""A file of the first release moves on with its people, who are found in every new way."""

from __future__ import annotations

import os
from uuid import UUID

import pytest
from alembic import command

from nagari_kit.db import migrate as migration
from nagari_kit.db.engine import WRITING, open_engine
from nagari_kit.db.store import Store
from nagari_kit.domain.identity import JorongId
from nagari_kit.domain.residents import ResidentFilter

AREA, HOME = UUID(int=7 << 64), UUID(int=8 << 64)
_PERSON = (
    "INSERT INTO resident(key, id, name, nik, sex, household_id, life_status, mother_name,"
    " folded_name, changed_at, changed_by) VALUES (?, ?, ?, ?, 2, ?, ?, ?, 'LAMA', '', 'Rina')"
)


@pytest.fixture
def store(tmp_path, clock):
    path = tmp_path / "nagari.db"
    engine = open_engine(path, os.urandom(32))
    with engine.execution_options(**{WRITING: True}).begin() as connection:
        config = migration._config()
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.exec_driver_sql("INSERT INTO jorong VALUES (?, 'Koto Tuo')", (AREA.bytes,))
        connection.exec_driver_sql(
            "INSERT INTO household(id, nomor_kk, address, jorong_id)"
            " VALUES (?, '1306990103150001', 'Jl. Surau Gadang No. 4', ?)",
            (HOME.bytes, AREA.bytes),
        )
        for key, name, status in ((1, "Nur Hayati", 1), (2, "Sjahroel", 1), (3, "Syahrul", 2)):
            nik = f"130699410190{key:04d}"
            values = (key, UUID(int=key << 64).bytes, name, nik, HOME.bytes, status, "Rohana")
            connection.exec_driver_sql(_PERSON, values)
    migration.migrate(engine, path, tmp_path / "cadangan", clock)
    opened = Store(engine, clock)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("nurhayati", ["Nur Hayati"]),
        ("syahrul", ["Syahrul", "Sjahroel"]),
        ("syaharul", ["Sjahroel", "Syahrul"]),
        ("surau gadang hayati", ["Nur Hayati"]),
        ("sjahroel rohana", ["Sjahroel", "Syahrul"]),
    ],
)
def test_people_of_an_older_file_are_found_in_every_new_way(store, typed, found):
    with store.read() as reader:
        assert [row.name for row in reader.residents.search(typed, 9)] == found


def test_people_of_an_older_file_stand_in_the_lists(store):
    with store.read() as reader:
        assert reader.residents.summary().people == 2
        wanted = ResidentFilter(jorong_id=JorongId(AREA))
        assert [row.name for row in reader.residents.page(wanted, 0, 9).rows] == [
            "Nur Hayati",
            "Sjahroel",
        ]
