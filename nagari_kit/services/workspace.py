"""Makes or opens an office's folder and binds its services together."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from nagari_kit.domain import events
from nagari_kit.domain.office import OfficeProfile, Officer
from nagari_kit.errors import ConflictError, InputError, StorageError
from nagari_kit.infra.clock import Clock
from nagari_kit.infra.files import storage_error
from nagari_kit.infra.folder_lock import locked_folder
from nagari_kit.infra.paths import OfficePaths, resource_path
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.correspondence import IncomingLetterService
from nagari_kit.services.device_identity import DeviceIdentity
from nagari_kit.services.form_packs import FormPackService
from nagari_kit.services.hand_numbers import HandNumberService
from nagari_kit.services.holidays import HolidayService
from nagari_kit.services.home import HomeService
from nagari_kit.services.households import HouseholdService
from nagari_kit.services.letter_catalogue import LetterCatalogueService
from nagari_kit.services.letter_desk import LetterDeskService
from nagari_kit.services.letter_drafts import LetterDraftService
from nagari_kit.services.letter_editor import LetterEditorService
from nagari_kit.services.letter_issue import LetterIssueService
from nagari_kit.services.letter_look import LetterLookService
from nagari_kit.services.letter_people import LetterPeopleService
from nagari_kit.services.letter_preview import LetterPreviewService
from nagari_kit.services.letter_register import LetterRegisterService
from nagari_kit.services.letter_requirements import LetterRequirementService
from nagari_kit.services.letter_steps import LetterStepService
from nagari_kit.services.lineage import LineageService
from nagari_kit.services.number_gaps import NumberGapService
from nagari_kit.services.number_reservations import NumberReservationService
from nagari_kit.services.numbering import NumberingService
from nagari_kit.services.office import OfficeService
from nagari_kit.services.office_checks import checked_officer, checked_profile
from nagari_kit.services.office_folder import (
    clear_staging,
    finish_interrupted,
    move_in,
    office_exists,
    staging_of,
)
from nagari_kit.services.outsiders import OutsiderService
from nagari_kit.services.person_pages import PersonPageService
from nagari_kit.services.printers import PrinterService
from nagari_kit.services.record_access import RecordAccessService
from nagari_kit.services.resident_documents import ResidentDocumentService
from nagari_kit.services.resident_lists import ResidentListService
from nagari_kit.services.residents import ResidentService
from nagari_kit.services.saved_filters import SavedFilterService
from nagari_kit.services.suku import SukuService

if TYPE_CHECKING:
    from nagari_kit.services.data_quality import (
        DataQualityService,
        MendService,
        RecordMergeService,
    )
    from nagari_kit.services.event_forms import EventFormService
    from nagari_kit.services.figures import FiguresService
    from nagari_kit.services.marriage import MarriageService
    from nagari_kit.services.population import PopulationService
    from nagari_kit.services.registers import BookService
    from nagari_kit.services.resident_entry import ResidentEntryService
    from nagari_kit.services.resident_export import ResidentExportService
    from nagari_kit.services.resident_import import ResidentImportService
    from nagari_kit.services.signing_desk import SigningDeskService
    from nagari_kit.services.sync_service import SyncService

_log = logging.getLogger(__name__)

SHORTEST_PASSPHRASE = 8
MAKING_LOCK = ".sedang-dibuat.kunci"
"""Stays in the folder: a lock file that is removed can be locked twice."""


class Workspace:
    """One open office. Close it when done; services may be called from any thread."""

    paths: OfficePaths
    clock: Clock
    actor: str
    office: OfficeService
    look: LetterLookService
    printers: PrinterService
    residents: ResidentService
    pages: PersonPageService
    accesses: RecordAccessService
    scans: ResidentDocumentService
    suku: SukuService
    population: PopulationService
    figures: FiguresService
    books: BookService
    households: HouseholdService
    lineage: LineageService
    quality: DataQualityService
    mends: MendService
    merges: RecordMergeService
    entry: ResidentEntryService
    event_forms: EventFormService
    imports: ResidentImportService
    exports: ResidentExportService
    filters: SavedFilterService
    lists: ResidentListService
    catalogue: LetterCatalogueService
    previews: LetterPreviewService
    letter_people: LetterPeopleService
    drafts: LetterDraftService
    desk: LetterDeskService
    signing_desk: SigningDeskService
    editor: LetterEditorService
    forms: FormPackService
    issuing: LetterIssueService
    register: LetterRegisterService
    steps: LetterStepService
    requirements: LetterRequirementService
    outsiders: OutsiderService
    numbering: NumberingService
    incoming: IncomingLetterService
    reservations: NumberReservationService
    hand_numbers: HandNumberService
    number_gaps: NumberGapService
    holidays: HolidayService
    marriages: MarriageService
    home: HomeService
    sync: SyncService

    def __init__(self, context: ServiceContext) -> None:
        self.context = context
        self.paths = context.paths
        self.clock = context.clock
        self.actor = context.actor
        self._bind_office(context)
        self._bind_letters(context)
        self._bind_population(context)

    def _bind_office(self, context: ServiceContext) -> None:
        from nagari_kit.services.sync_service import SyncService

        self.office = OfficeService(context)
        self.look = LetterLookService(context)
        self.printers = PrinterService(context)
        self.sync = SyncService(context)
        self.home = HomeService(context, self.sync.status)

    def _bind_letters(self, context: ServiceContext) -> None:
        from nagari_kit.services.marriage import MarriageService
        from nagari_kit.services.signing_desk import SigningDeskService

        self.catalogue = LetterCatalogueService(context)
        self.previews = LetterPreviewService(context)
        self.letter_people = LetterPeopleService(context)
        self.drafts = LetterDraftService(context)
        self.desk = LetterDeskService(context)
        self.signing_desk = SigningDeskService(context)
        self.editor = LetterEditorService(context)
        self.forms = FormPackService(context)
        self.issuing = LetterIssueService(context)
        self.register = LetterRegisterService(context)
        self.steps = LetterStepService(context)
        self.requirements = LetterRequirementService(context)
        self.outsiders = OutsiderService(context)
        self.numbering = NumberingService(context)
        self.incoming = IncomingLetterService(context)
        self.reservations = NumberReservationService(context)
        self.hand_numbers = HandNumberService(context)
        self.number_gaps = NumberGapService(context)
        self.holidays = HolidayService(context)
        self.marriages = MarriageService(context)

    def _bind_population(self, context: ServiceContext) -> None:
        from nagari_kit.services.data_quality import (
            DataQualityService,
            MendService,
            RecordMergeService,
        )
        from nagari_kit.services.event_forms import EventFormService
        from nagari_kit.services.figures import FiguresService
        from nagari_kit.services.population import PopulationService
        from nagari_kit.services.registers import BookService
        from nagari_kit.services.resident_entry import ResidentEntryService
        from nagari_kit.services.resident_export import ResidentExportService
        from nagari_kit.services.resident_import import ResidentImportService

        self.residents = ResidentService(context)
        self.pages = PersonPageService(context)
        self.accesses = RecordAccessService(context)
        self.scans = ResidentDocumentService(context)
        self.suku = SukuService(context)
        self.population = PopulationService(context)
        self.figures = FiguresService(context)
        self.books = BookService(context)
        self.households = HouseholdService(context)
        self.lineage = LineageService(context)
        self.quality = DataQualityService(context)
        self.mends = MendService(context, self.population)
        self.merges = RecordMergeService(context)
        self.entry = ResidentEntryService(context, self.population)
        self.event_forms = EventFormService(context, self.population)
        self.imports = ResidentImportService(context)
        self.exports = ResidentExportService(context)
        self.filters = SavedFilterService(context)
        self.lists = ResidentListService(context)

    def verify_log(self) -> int:
        """Number of events, their chain recomputed. Raises StorageCorruptError."""
        with self.context.store.read() as reader:
            return reader.events.verify_chain()

    def close(self) -> None:
        """Let go of the database. It waits for nobody: call it when no call runs any more."""
        self.context.store.close()


def create_workspace(
    paths: OfficePaths,
    passphrase: str,
    profile: OfficeProfile,
    *,
    clock: Clock,
    actor: str = "Petugas",
    officers: tuple[Officer, ...] = (),
) -> Workspace:
    """Make keys, database, profile and officers in the folder and open it, all or nothing.

    Raises ConflictError when there is an office already (code KANTOR-01) or one is being made by
    somebody else (KANTOR-02), InputError for passphrase, profile and officers, StorageError.
    """
    _refuse_short(passphrase)
    checked = checked_profile(profile)
    signing = tuple(checked_officer(one) for one in officers)
    with _making(paths):
        key = _made_in_staging(paths, passphrase, checked, signing, clock=clock, actor=actor)
    return _bind(paths, key, clock, actor)


@contextmanager
def _making(paths: OfficePaths) -> Iterator[None]:
    """One making at a time in a folder, and none where an office is already."""
    try:
        with locked_folder(paths.data_dir, MAKING_LOCK):
            finish_interrupted(paths)
            if paths.key_slots.exists() or paths.database.exists():
                raise ConflictError(
                    f"Di folder {paths.data_dir} sudah ada data kantor. Data itu tidak diubah.",
                    hint="Buka kantor itu dengan kata sandinya, atau pilih folder lain.",
                    code="KANTOR-01",
                )
            clear_staging(paths)
            try:
                yield
            finally:
                clear_staging(paths)
    except BlockingIOError as error:
        raise ConflictError(
            "Kantor di folder ini sedang dibuat oleh jendela atau perintah lain.",
            hint="Tunggu sampai selesai, lalu buka kantor itu.",
            code="KANTOR-02",
        ) from error
    except OSError as error:
        raise storage_error(error) from error


def _made_in_staging(
    paths: OfficePaths,
    passphrase: str,
    profile: OfficeProfile,
    officers: tuple[Officer, ...],
    *,
    clock: Clock,
    actor: str,
) -> bytes:
    """Make the office beside its place and move it in; returns the database's key."""
    from nagari_kit.db.key_slots import create_key_slots

    made = staging_of(paths)
    key = create_key_slots(made.key_slots, passphrase)
    _begin(_bind(made, key, clock, actor, may_begin=True), profile, officers)
    move_in(paths)
    return key


def open_workspace(
    paths: OfficePaths, passphrase: str, *, clock: Clock, actor: str = "Petugas"
) -> Workspace:
    """Open the office of this folder.

    Raises AccessDeniedError (wrong passphrase), NotFoundError (no office), StorageError.
    """
    from nagari_kit.db.key_slots import unlock_key

    office_exists(paths)
    key = unlock_key(paths.key_slots, passphrase)
    if paths.database.stat().st_size == 0:
        # SQLite would take it for a new file and write into it.
        from nagari_kit.db.errors import corrupt_file

        raise corrupt_file("no content")
    workspace = _bind(paths, key, clock, actor)
    workspace.exports.clear_stale()
    try:
        workspace.scans.purge_due()
    except StorageError:
        # A full disk shuts nobody out; scans that are due are not shown and go another day.
        _log.warning("scans that are due could not be deleted")
    return workspace


def _bind(
    paths: OfficePaths, key: bytes, clock: Clock, actor: str, *, may_begin: bool = False
) -> Workspace:
    from nagari_kit.db.engine import open_engine
    from nagari_kit.db.migrate import migrate
    from nagari_kit.db.store import Store
    from nagari_kit.documents.definition_library import DefinitionLibrary, OwnSource

    engine = open_engine(paths.database, key)
    store = Store(engine, clock)
    try:
        migrate(engine, paths.database, paths.backups, clock, may_begin=may_begin)
    except BaseException:
        store.close()
        raise
    with store.read() as reader:
        own = reader.letter_definitions.active()
    definitions = DefinitionLibrary(
        resource_path("letters"), {name: OwnSource(*one) for name, one in own.items()}
    )
    device = DeviceIdentity(paths.device_dir, key)
    return Workspace(ServiceContext(store, clock, paths, actor, definitions, device))


def _begin(workspace: Workspace, profile: OfficeProfile, officers: tuple[Officer, ...]) -> None:
    """The first life of the database: this PC's keys, the log's genesis, the office."""
    context = workspace.context
    try:
        keys = context.device.create()
        with context.store.write(context.actor) as uow:
            uow.start_incarnation(keys.public.device_id)
            uow.office.save_profile(profile)
            uow.record(events.office_configured(profile))
            for officer in officers:
                uow.office.save_officer(officer)
                uow.record(events.officer_saved(officer))
            uow.commit()
    finally:
        workspace.close()


def _refuse_short(passphrase: str) -> None:
    if len(passphrase.strip()) < SHORTEST_PASSPHRASE:
        sentence = f"Kata sandi paling sedikit {SHORTEST_PASSPHRASE} huruf atau angka."
        raise InputError(f"{sentence} Kantor belum dibuat.", {"passphrase": sentence})
