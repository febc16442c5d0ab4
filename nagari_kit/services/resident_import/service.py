"""The two steps of an import: look without touching, then write all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from nagari_kit.domain.importing import ImportPlan, ImportResult

if TYPE_CHECKING:
    from nagari_kit.services.context import ServiceContext
    from nagari_kit.services.progress import CancelToken

Progress = Callable[[int, int, str], None]


class ResidentImportService:
    """Imports the residents' spreadsheet of OpenSID (43 columns)."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def dry_run(
        self,
        path: Path,
        *,
        format: str = "auto",  # noqa: A002 - the word of the command line
        progress: Progress | None = None,
        token: CancelToken | None = None,
    ) -> ImportPlan:
        """Judge every row of the file against the office's data; writes nothing.

        Raises ImportFileError when the file cannot be read or is of no known form, Cancelled.
        """
        raise NotImplementedError

    def apply(
        self,
        path: Path,
        plan: ImportPlan,
        *,
        progress: Progress | None = None,
        token: CancelToken | None = None,
    ) -> ImportResult:
        """Write what the plan says, all of it in one transaction.

        Raises ConflictError when the file is no longer the one that was judged, Cancelled (then
        nothing was written), StorageError.
        """
        raise NotImplementedError

    def write_refused(self, plan: ImportPlan, out: Path) -> Path:
        """Write the refused rows as XLSX of the same form with a column of reasons."""
        raise NotImplementedError
