"""One write transaction: repositories to change rows, `record` to tell what happened, commit."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import Connection

from nagari_kit.db.doubt_decisions import DoubtRepository
from nagari_kit.db.errors import translated
from nagari_kit.db.event_store import EventAppender
from nagari_kit.db.form_packs import FormPackRepository
from nagari_kit.db.guard import ChangeGuard
from nagari_kit.db.holidays import HolidayRepository
from nagari_kit.db.import_mappings import ImportMappingRepository
from nagari_kit.db.ledger import LedgerRepository
from nagari_kit.db.letter_definitions import LetterDefinitionRepository
from nagari_kit.db.letter_people import LetterPeopleRepository
from nagari_kit.db.letter_requirements import LetterRequirementRepository
from nagari_kit.db.letter_steps import LetterStepRepository
from nagari_kit.db.outsiders import OutsiderRepository
from nagari_kit.db.printer_settings import PrinterRepository
from nagari_kit.db.reader import Reader
from nagari_kit.db.record_access import RecordAccessRepository
from nagari_kit.db.repositories.correspondence import CorrespondenceRepository
from nagari_kit.db.repositories.letter_drafts import DraftRepository
from nagari_kit.db.repositories.letters import LetterRepository
from nagari_kit.db.repositories.lineage import LineageRepository
from nagari_kit.db.repositories.numbering import NumberingRepository
from nagari_kit.db.repositories.office import OfficeRepository
from nagari_kit.db.repositories.residents import (
    HouseholdRepository,
    JorongRepository,
    ResidentRepository,
)
from nagari_kit.db.resident_documents import ResidentDocumentRepository
from nagari_kit.db.saved_filters import SavedFilterRepository
from nagari_kit.db.suku_list import SukuRepository
from nagari_kit.db.sync_store import SyncRepository
from nagari_kit.domain.events import Event
from nagari_kit.domain.letters import IssuedLetter
from nagari_kit.infra.clock import Clock


class UnitOfWork:
    """Made by `Store.write`; holds the write lock until it is left. Not for several threads."""

    def __init__(
        self, connection: Connection, guard: ChangeGuard, clock: Clock, actor: str
    ) -> None:
        self._connection = connection
        self._guard = guard
        self._recorded: Counter[str] = Counter()
        today = clock.today()
        changed = (clock.now().isoformat(), actor)
        self.queries = Reader(connection, today)
        self.residents = ResidentRepository(connection, today, changed)
        self.households = HouseholdRepository(connection)
        self.jorong = JorongRepository(connection)
        self.suku = SukuRepository(connection)
        self.scans = ResidentDocumentRepository(connection)
        self.accesses = RecordAccessRepository(connection)
        self.office = OfficeRepository(connection, clock)
        self.numbering = NumberingRepository(connection, changed)
        self.letters = LetterRepository(connection)
        self.drafts = DraftRepository(connection)
        self.letter_people = LetterPeopleRepository(connection, self.residents)
        self.letter_steps = LetterStepRepository(connection)
        self.letter_requirements = LetterRequirementRepository(connection)
        self.outsiders = OutsiderRepository(connection, changed)
        self.letter_definitions = LetterDefinitionRepository(connection, changed)
        self.form_packs = FormPackRepository(connection, changed)
        self.correspondence = CorrespondenceRepository(connection, changed)
        self.printers = PrinterRepository(connection)
        self.holidays = HolidayRepository(connection)
        self.saved_filters = SavedFilterRepository(connection)
        self.import_mappings = ImportMappingRepository(connection)
        self.lineage = LineageRepository(connection)
        self.doubts = DoubtRepository(connection)
        self.sync = SyncRepository(connection)
        self.events = EventAppender(connection, clock, actor)
        self.ledger = LedgerRepository(
            connection, changed, self.residents, self.households, self.record
        )

    def record(self, event: Event) -> None:
        """Tell what happened, in the same transaction, chained to all that happened before."""
        self.events.append(event)
        self._recorded[event.type] += event.records

    def file_letter(
        self, letter: IssuedLetter, snapshot_json: bytes, pdf: bytes, event: Event
    ) -> None:
        """Enter a letter with its document and the event that tells of it, never one alone.

        Raises ConflictError when the number is taken.
        """
        place = self.events.append(event)
        self._recorded[event.type] += 1
        self.letters.add(letter, snapshot_json, pdf, place)

    def start_incarnation(self, device_id: bytes) -> None:
        """Begin a new life of the database on this device. `device_id`: 16 bytes."""
        self.events.start_incarnation(device_id)

    def commit(self) -> None:
        """Make it durable: one disk sync.

        Raises UnrecordedChangeError when a synced table was written without its event or the
        counted facts of people without an entry of the ledger, StorageError and its kinds; then
        nothing was written.
        """
        self.ledger.refuse_loose()
        self._guard.check(self._recorded)
        with translated():
            self.events.flush()
            self._connection.commit()

    def release(self) -> None:
        """Roll back what was not committed; called by the store."""
        self._connection.rollback()
