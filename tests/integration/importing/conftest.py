"""An empty office on disk with the import service on it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from nagari_kit.db.engine import open_engine
from nagari_kit.db.migrate import migrate
from nagari_kit.db.store import Store
from nagari_kit.domain import events
from nagari_kit.domain.residents import Jorong, Resident, ResidentRecord
from nagari_kit.infra.clock import FixedClock
from nagari_kit.infra.paths import OfficePaths
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.device_identity import DeviceIdentity
from nagari_kit.services.resident_export import ResidentExportService
from nagari_kit.services.resident_import import ResidentImportService
from tests.integration.services.sample_office import profile


@dataclass
class Desk:
    """The service, and questions to the file that it wrote."""

    clock: FixedClock
    store: Store
    imports: ResidentImportService
    exports: ResidentExportService

    def people(self) -> int:
        with self.store.read() as reader:
            return reader.residents.summary().people

    def find(self, nik: str) -> Resident:
        with self.store.read() as reader:
            return reader.residents.by_nik([nik])[nik]

    def record(self, nik: str) -> ResidentRecord:
        resident = self.find(nik)
        with self.store.read() as reader:
            return reader.residents.record(resident.id)

    def jorong(self) -> tuple[Jorong, ...]:
        with self.store.read() as reader:
            return reader.jorong.all()

    def events(self) -> int:
        """How many events the log holds; its chain is whole."""
        with self.store.read() as reader:
            reader.events.verify_chain()
            return reader.events.head()[0]


def make_office_file(folder: Path, key: bytes, clock: FixedClock) -> None:
    """An empty office on disk."""
    folder.mkdir(parents=True)
    paths = OfficePaths(folder)
    engine = open_engine(paths.database, key)
    migrate(engine, paths.database, paths.backups, clock)
    store = Store(engine, clock)
    with store.write("Penguji") as uow:
        uow.start_incarnation(os.urandom(16))
        uow.office.save_profile(profile())
        uow.record(events.office_configured(profile()))
        uow.commit()
    store.close()


def desk_in(folder: Path, key: bytes, clock: FixedClock) -> Desk:
    """The office of that folder, opened."""
    paths = OfficePaths(folder)
    store = Store(open_engine(paths.database, key), clock)
    identity = DeviceIdentity(paths.device_dir, bytes(32))
    context = ServiceContext(store, clock, paths, "Penguji", {}, identity)
    imports, exports = ResidentImportService(context), ResidentExportService(context)
    return Desk(clock, store, imports, exports)


@pytest.fixture
def desk(tmp_path: Path, clock: FixedClock) -> Iterator[Desk]:
    key = os.urandom(32)
    make_office_file(tmp_path / "kantor", key, clock)
    opened = desk_in(tmp_path / "kantor", key, clock)
    yield opened
    opened.store.close()
