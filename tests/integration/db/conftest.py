"""A store on a real encrypted file, with one household in it."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from nagari_kit.db.engine import open_engine
from nagari_kit.db.migrate import migrate
from nagari_kit.db.store import Store
from nagari_kit.domain import events
from nagari_kit.domain.identity import HouseholdId, JorongId, ResidentId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.residents import Household, Jorong, Resident, Sex
from nagari_kit.infra.clock import FixedClock
from nagari_kit.infra.identifiers import new_uuid7
from tests.opening import enter_people


@dataclass
class Office:
    """An open store, its file and its key."""

    store: Store
    path: Path
    key: bytes
    clock: FixedClock
    home: Household

    def person(self, name: str, number: int, **facts) -> Resident:
        resident = Resident(
            ResidentId(new_uuid7(self.clock)),
            PersonName(name),
            nik=f"130699170580{number:04d}",
            sex=Sex.MALE,
            birth_date=date(1980, 5, 17),
            household_id=self.home.id,
        )
        return replace(resident, **facts)

    def register(self, *people: Resident) -> None:
        with self.store.write("Rina") as uow:
            enter_people(uow, self.clock, people)
            uow.commit()


@pytest.fixture
def office(tmp_path, clock) -> Office:
    path, key = tmp_path / "nagari.db", os.urandom(32)
    engine = open_engine(path, key)
    migrate(engine, path, tmp_path / "cadangan", clock)
    store = Store(engine, clock)
    area = Jorong(JorongId(new_uuid7(clock)), "Koto Tangah")
    home = Household(HouseholdId(new_uuid7(clock)), "1306990103150001", "Jalan Baru", area.id)
    with store.write("Rina") as uow:
        uow.start_incarnation(b"d" * 16)
        uow.jorong.save(area)
        uow.record(events.jorong_saved(area))
        uow.households.save(home)
        uow.record(events.household_saved(home))
        uow.commit()
    yield Office(store, path, key, clock, home)
    store.close()
