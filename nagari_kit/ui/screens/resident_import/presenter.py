"""Leads from a chosen file over the dry run to the import; nothing is written before F9."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.importing import ColumnMatching, ImportResult
from nagari_kit.errors import NagariError
from nagari_kit.services.progress import CancelToken, Progress
from nagari_kit.services.resident_import.recognition import UnmatchedColumnsError
from nagari_kit.ui.jobs.job import Job
from nagari_kit.ui.screens.resident_import.mending import Mending
from nagari_kit.ui.screens.resident_import.sheets import CheckedFile, checked
from nagari_kit.ui.screens.resident_import.undoing import ImportUndo
from nagari_kit.ui.screens.resident_import.view import ResidentImportView
from nagari_kit.ui.shell import Shell

Result = TypeVar("Result")
_KEY = "resident_import"


class ResidentImportPresenter(QObject):
    """One file at a time; what was mended of its dry run is part of what is imported."""

    def __init__(self, shell: Shell, view: ResidentImportView) -> None:
        super().__init__(view)
        self._shell = shell
        self._view = view
        self._path: Path | None = None
        self._job: Job | None = None
        self._mending = Mending(shell, view)
        self._undo = ImportUndo(shell, view)
        view.file_chosen.connect(self.check)
        view.matching.matched.connect(self.match)
        view.cancel_requested.connect(self.cancel)
        view.import_requested.connect(self.apply)
        view.save_refused_requested.connect(self.save_refused)
        view.restart_requested.connect(self.restart)
        view.residents_requested.connect(lambda: shell.navigate("residents"))
        view.doubts_requested.connect(lambda: shell.navigate("data_quality"))

    def enter(self) -> None:
        """Begin with the choice of a file, unless one is being worked on."""
        if self._job is None and self._path is None:
            self._view.show_choice()

    def restart(self) -> None:
        """Forget the file."""
        self._path = None
        self._mending.end()
        self._view.show_choice()

    def check(self, path: Path) -> None:
        """Dry run."""
        self._check(path, None)

    def match(self, matching: ColumnMatching) -> None:
        """Dry run with what the officer decided on the columns."""
        if self._path is not None:
            self._check(self._path, matching)

    def apply(self) -> None:
        """Import what the dry run promised."""
        path, plan, imports = self._path, self._mending.plan, self._shell.workspace.imports
        if path is None or plan is None or self._mending.is_busy:
            return

        def work(progress: Progress, token: CancelToken) -> ImportResult:
            return imports.apply(path, plan, progress=progress, token=token)

        self._view.show_busy(self.tr("Memasukkan {0}").format(path.name), writing=True)
        self._start(work, self._show_done, self._refuse_import, "write")

    def cancel(self) -> None:
        """Stop the running job; it says by itself when it has stopped."""
        if self._job is not None:
            self._view.show_cancelling()
            self._job.cancel()

    def save_refused(self, out: Path) -> None:
        """Write the refused rows to a file of their own."""
        plan, imports = self._mending.plan, self._shell.workspace.imports
        if plan is None:
            return

        def work(_progress: object, _token: object) -> Path:
            return imports.write_refused(plan, out)

        self._shell.runner.start(
            work,
            key=f"{_KEY}:refused",
            on_success=self._tell_saved,
            on_error=lambda error: self._shell.show_error(error, self._view),
            lane="read",
        )

    def _check(self, path: Path, matching: ColumnMatching | None) -> None:
        self._path = path
        self._mending.end()
        imports = self._shell.workspace.imports

        def work(progress: Progress, token: CancelToken) -> CheckedFile:
            plan = imports.dry_run(path, matching=matching, progress=progress, token=token)
            return checked(plan)

        self._view.show_busy(self.tr("Memeriksa {0}").format(path.name), writing=False)
        self._start(work, self._show_checked, self._refuse_file, "read")

    def _start(
        self,
        work: Callable[[Progress, CancelToken], Result],
        success: Callable[[Result], None],
        refuse: Callable[[NagariError], None],
        lane: str,
    ) -> None:
        job = self._shell.runner.start(
            work, key=_KEY, on_success=success, on_error=refuse,
            on_progress=self._view.show_progress, lane=lane,
        )  # fmt: skip
        if job.is_running:
            self._job = job
            job.cancelled.connect(self._stopped)

    def _show_checked(self, file: CheckedFile) -> None:
        self._job = None
        self._mending.begin(file.plan)
        self._view.show_checked(file)

    def _show_done(self, result: ImportResult) -> None:
        self._job = None
        plan = self._mending.plan
        refused = plan.count("refused") if plan else 0
        self._undo.begin(result.event_id, self._path.name if self._path else "")
        self._path = None
        self._mending.end()
        self._view.show_done(result, refused)
        kinds = (Kind.RESIDENTS, Kind.OFFICE, Kind.SYNC, Kind.POPULATION, Kind.DOUBTS)
        self._shell.changed(Changes.of(*kinds), self)
        quality = self._shell.workspace.quality
        self._shell.runner.start(
            lambda _progress, _token: quality.pressing(),
            key=f"{_KEY}:doubts",
            on_success=self._view.done.offer_doubts,
        )

    def _refuse_file(self, error: NagariError) -> None:
        self._job = None
        if isinstance(error, UnmatchedColumnsError) and self._path is not None:
            self._view.show_matching(self._path.name, error.matching)
            return
        self._path = None
        self._view.show_choice(error)

    def _refuse_import(self, error: NagariError) -> None:
        self._job = None
        self._view.show_refusal(error)

    def _stopped(self) -> None:
        self._job = None
        if self._mending.plan is None:
            self._path = None
            self._view.show_choice()
        else:
            self._view.show_stopped()

    def _tell_saved(self, out: Path) -> None:
        self._shell.toast(self.tr("Baris yang ditolak tersimpan"), str(out))
