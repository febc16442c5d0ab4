"""One open office database: many readers, one writer lane."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from sqlalchemy import Engine

from nagari_kit.db.engine import READING, WRITING
from nagari_kit.db.errors import corrupt_file, translated
from nagari_kit.db.guard import GUARD, ChangeGuard, watch
from nagari_kit.db.migrate import has_newest_schema
from nagari_kit.db.reader import Reader
from nagari_kit.db.unit_of_work import UnitOfWork
from nagari_kit.infra.clock import Clock

__all__ = ["Reader", "Store", "UnitOfWork"]


class Store:
    """Thread-safe. Several processes may hold one file; SQLite's lock keeps writers apart."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock
        self._writer_lane = Lock()
        watch(engine)

    @contextmanager
    def write(self, actor: str) -> Iterator[UnitOfWork]:
        """A unit of work under the write lock; rolled back unless it commits.

        `actor`: who is at the desk, as events record it. Raises StorageError and its kinds.
        """
        with self._writer_lane, translated(), self._engine.connect() as plain:
            guard = ChangeGuard()
            connection = plain.execution_options(**{WRITING: True, GUARD: guard})
            connection.begin()
            uow = UnitOfWork(connection, guard, self._clock, actor)
            try:
                yield uow
            finally:
                uow.release()

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """Queries that all see the same moment. Raises StorageError and its kinds."""
        with translated(), self._engine.connect() as plain:
            connection = plain.execution_options(**{READING: True})
            yield Reader(connection, self._clock.today())

    def is_up_to_date(self) -> bool:
        """Whether the file has this program's schema; an older one is upgraded when opened."""
        return has_newest_schema(self._engine)

    def check_pages(self) -> None:
        """Read every page of the file. Raises StorageCorruptError when one is not as written."""
        with self._engine.connect() as connection, translated():
            bad = connection.exec_driver_sql("PRAGMA cipher_integrity_check").first()
            if bad is None:
                bad = connection.exec_driver_sql("PRAGMA quick_check(1)").first()
        if bad is not None and bad[0] != "ok":
            raise corrupt_file("integrity check")

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()
