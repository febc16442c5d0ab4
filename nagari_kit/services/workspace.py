"""Makes or opens an office's folder and binds its services together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nagari_kit.domain.office import OfficeProfile
from nagari_kit.infra.clock import Clock
from nagari_kit.infra.paths import OfficePaths
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.home import HomeService
from nagari_kit.services.letter_catalogue import LetterCatalogueService
from nagari_kit.services.letter_drafts import LetterDraftService
from nagari_kit.services.letter_issue import LetterIssueService
from nagari_kit.services.letter_preview import LetterPreviewService
from nagari_kit.services.letter_register import LetterRegisterService
from nagari_kit.services.numbering import NumberingService
from nagari_kit.services.office import OfficeService
from nagari_kit.services.residents import ResidentService

if TYPE_CHECKING:
    from nagari_kit.services.resident_import import ResidentImportService
    from nagari_kit.services.sync_service import SyncService


class Workspace:
    """One open office. Close it when done; services may be called from any thread."""

    paths: OfficePaths
    clock: Clock
    actor: str
    office: OfficeService
    residents: ResidentService
    imports: ResidentImportService
    catalogue: LetterCatalogueService
    previews: LetterPreviewService
    drafts: LetterDraftService
    issuing: LetterIssueService
    register: LetterRegisterService
    numbering: NumberingService
    home: HomeService
    sync: SyncService

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def close(self) -> None:
        """Let go of the database; running calls finish first."""
        self._context.store.close()


def office_exists(paths: OfficePaths) -> bool:
    """Whether an office was made in this folder."""
    return paths.key_slots.is_file() and paths.database.is_file()


def create_workspace(
    paths: OfficePaths,
    passphrase: str,
    profile: OfficeProfile,
    *,
    clock: Clock,
    actor: str = "Petugas",
) -> Workspace:
    """Make keys, database and profile in the folder and open it.

    Raises ConflictError when there is an office already, InputError for passphrase and profile.
    """
    raise NotImplementedError


def open_workspace(
    paths: OfficePaths, passphrase: str, *, clock: Clock, actor: str = "Petugas"
) -> Workspace:
    """Open the office of this folder.

    Raises AccessDeniedError (wrong passphrase), NotFoundError (no office), StorageError.
    """
    raise NotImplementedError
