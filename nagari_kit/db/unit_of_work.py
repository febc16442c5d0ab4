"""One write transaction: repositories to change rows, `record` to tell what happened, commit."""

from __future__ import annotations

from sqlalchemy import Connection

from nagari_kit.db.errors import translated
from nagari_kit.db.event_store import EventAppender
from nagari_kit.db.guard import ChangeGuard
from nagari_kit.db.reader import Reader
from nagari_kit.db.repositories.letters import DraftRepository, LetterRepository
from nagari_kit.db.repositories.office import NumberingRepository, OfficeRepository
from nagari_kit.db.repositories.residents import (
    HouseholdRepository,
    JorongRepository,
    ResidentRepository,
)
from nagari_kit.db.sync_store import SyncRepository
from nagari_kit.domain.events import Event
from nagari_kit.infra.clock import Clock


class UnitOfWork:
    """Made by `Store.write`; holds the write lock until it is left. Not for several threads."""

    def __init__(self, connection: Connection, clock: Clock, actor: str) -> None:
        self._connection = connection
        self._guard = ChangeGuard(connection)
        self._recorded: set[str] = set()
        self._places: list[tuple[bytes, bytes, int]] = []
        today = clock.today()
        changed = (clock.now().isoformat(), actor)
        self.queries = Reader(connection, today)
        self.residents = ResidentRepository(connection, today, changed)
        self.households = HouseholdRepository(connection)
        self.jorong = JorongRepository(connection)
        self.office = OfficeRepository(connection, clock)
        self.numbering = NumberingRepository(connection)
        self.letters = LetterRepository(connection)
        self.drafts = DraftRepository(connection)
        self.sync = SyncRepository(connection)
        self.events = EventAppender(connection, clock, actor)

    def record(self, event: Event) -> None:
        """Tell what happened, in the same transaction, chained to all that happened before."""
        inc, seq = self.events.append(event)
        self._recorded.add(event.type)
        if event.type == "letter.issued":
            self._places.append((bytes.fromhex(event.data["letter_id"]), inc, seq))

    def start_incarnation(self, device_id: bytes) -> None:
        """Begin a new life of the database on this device. `device_id`: 16 bytes."""
        self.events.start_incarnation(device_id)

    def commit(self) -> None:
        """Make it durable: one disk sync.

        Raises UnrecordedChangeError when a synced table was written without its event,
        StorageError and its kinds; then nothing was written.
        """
        self._guard.check(self._recorded)
        with translated():
            for letter_id, inc, seq in self._places:
                self.letters.place_in_log(letter_id, inc, seq)
            self.events.flush()
            self._connection.commit()

    def release(self) -> None:
        """Roll back what was not committed and stop watching; called by the store."""
        self._guard.release()
        self._connection.rollback()
