"""All questions to the database, bound to one connection that sees one moment."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from nagari_kit.db.event_store import EventQueries
from nagari_kit.db.form_packs import FormPackQueries
from nagari_kit.db.holidays import HolidayQueries
from nagari_kit.db.import_mappings import ImportMappingQueries
from nagari_kit.db.letter_definitions import LetterDefinitionQueries
from nagari_kit.db.letter_people import LetterPeopleQueries
from nagari_kit.db.letter_requirements import LetterRequirementQueries
from nagari_kit.db.letter_steps import LetterStepQueries
from nagari_kit.db.outsiders import OutsiderQueries
from nagari_kit.db.printer_settings import PrinterQueries
from nagari_kit.db.queries.correspondence import CorrespondenceQueries
from nagari_kit.db.queries.doubts import DoubtQueries
from nagari_kit.db.queries.figures import FiguresQueries
from nagari_kit.db.queries.household_record import HouseholdRecordQueries
from nagari_kit.db.queries.household_search import HouseholdSearchQueries
from nagari_kit.db.queries.ledger import LedgerQueries
from nagari_kit.db.queries.letter_drafts import DraftQueries
from nagari_kit.db.queries.letters import LetterQueries
from nagari_kit.db.queries.lineage import LineageQueries
from nagari_kit.db.queries.number_places import NumberPlaceQueries
from nagari_kit.db.queries.numbering import NumberingQueries
from nagari_kit.db.queries.office import OfficeQueries
from nagari_kit.db.queries.registers import RegisterQueries
from nagari_kit.db.queries.resident_lists import ResidentListQueries
from nagari_kit.db.queries.residents import HouseholdQueries, JorongQueries, ResidentQueries
from nagari_kit.db.record_access import RecordAccessQueries
from nagari_kit.db.resident_documents import ResidentDocumentQueries
from nagari_kit.db.saved_filters import SavedFilterQueries
from nagari_kit.db.suku_list import SukuQueries
from nagari_kit.db.sync_store import SyncQueries


class Reader:
    """Query methods only; rows come out as frozen values."""

    def __init__(self, connection: Connection, today: date) -> None:
        self._connection = connection
        self.residents = ResidentQueries(connection, today)
        self.lists = ResidentListQueries(connection, today)
        self.import_mappings = ImportMappingQueries(connection)
        self.letter_people = LetterPeopleQueries(connection, self.residents)
        self.letter_steps = LetterStepQueries(connection)
        self.letter_requirements = LetterRequirementQueries(connection)
        self.outsiders = OutsiderQueries(connection)
        self.saved_filters = SavedFilterQueries(connection)
        self.suku = SukuQueries(connection)
        self.accesses = RecordAccessQueries(connection)
        self.correspondence = CorrespondenceQueries(connection)
        self.letter_definitions = LetterDefinitionQueries(connection)
        self.form_packs = FormPackQueries(connection)
        self.printers = PrinterQueries(connection)
        self.holidays = HolidayQueries(connection)

    @property
    def households(self) -> HouseholdQueries:
        """Kartu keluarga."""
        return HouseholdQueries(self._connection)

    @property
    def ledger(self) -> LedgerQueries:
        """What happened to the population, and its balance."""
        return LedgerQueries(self._connection)

    @property
    def registers(self) -> RegisterQueries:
        """What the population books hold."""
        return RegisterQueries(self._connection)

    @property
    def figures(self) -> FiguresQueries:
        """Counts of the population."""
        return FiguresQueries(self._connection)

    @property
    def jorong(self) -> JorongQueries:
        """Sub-areas."""
        return JorongQueries(self._connection)

    @property
    def household_search(self) -> HouseholdSearchQueries:
        """Kartu keluarga for somebody who looks for the right one."""
        return HouseholdSearchQueries(self._connection)

    @property
    def household_records(self) -> HouseholdRecordQueries:
        """Everybody who is or was in a kartu keluarga."""
        return HouseholdRecordQueries(self._connection)

    @property
    def lineage(self) -> LineageQueries:
        """Ranji."""
        return LineageQueries(self._connection)

    @property
    def doubts(self) -> DoubtQueries:
        """What the quality desk looks at."""
        return DoubtQueries(self._connection)

    @property
    def scans(self) -> ResidentDocumentQueries:
        """Scanned papers of residents."""
        return ResidentDocumentQueries(self._connection)

    @property
    def office(self) -> OfficeQueries:
        """Profile and officers."""
        return OfficeQueries(self._connection)

    @property
    def numbering(self) -> NumberingQueries:
        """Rules and counters of letter numbers."""
        return NumberingQueries(self._connection)

    @property
    def number_places(self) -> NumberPlaceQueries:
        """What stands in every counter."""
        return NumberPlaceQueries(self._connection)

    @property
    def letters(self) -> LetterQueries:
        """The register."""
        return LetterQueries(self._connection)

    @property
    def drafts(self) -> DraftQueries:
        """Unfinished letters."""
        return DraftQueries(self._connection)

    @property
    def events(self) -> EventQueries:
        """The event log."""
        return EventQueries(self._connection)

    @property
    def sync(self) -> SyncQueries:
        """The exchange with the province."""
        return SyncQueries(self._connection)
