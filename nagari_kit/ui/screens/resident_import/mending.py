"""Judges the cells that an officer mends, one after the other, and looks up proposals."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QObject

from nagari_kit.domain.importing import ImportPlan, MendedCell
from nagari_kit.errors import NagariError
from nagari_kit.ui.screens.resident_import.sheets import CheckedFile, checked
from nagari_kit.ui.screens.resident_import.view import ResidentImportView
from nagari_kit.ui.shell import Shell


class Mending(QObject):
    """`plan` is the dry run with everything that was mended and judged so far."""

    def __init__(self, shell: Shell, view: ResidentImportView) -> None:
        super().__init__(view)
        self._shell = shell
        self._page = view.check
        self._waiting: deque[MendedCell] = deque()
        self.plan: ImportPlan | None = None
        self._page.mend_model.mended.connect(self.mend)
        self._page.grid.typing.connect(self.suggest)

    @property
    def is_busy(self) -> bool:
        """Whether a cell is still being judged."""
        return bool(self._waiting)

    def begin(self, plan: ImportPlan) -> None:
        """A file was checked."""
        self._waiting.clear()
        self.plan = plan

    def end(self) -> None:
        """There is no checked file any more."""
        self._waiting.clear()
        self.plan = None

    def mend(self, cell: MendedCell) -> None:
        """Judge a mended cell; each on the outcome of the one before."""
        self._waiting.append(cell)
        if len(self._waiting) == 1:
            self._judge_next()

    def suggest(self, row: int, key: str) -> None:
        """Look whether the office knows what a wrong cell should say."""
        plan, imports, grid = self.plan, self._shell.workspace.imports, self._page.grid
        if plan is None:
            return
        self._shell.runner.start(
            lambda _progress, _token: imports.suggest(plan, row, key),
            key="resident_import:suggest",
            on_success=lambda found: grid.offer(row, key, found),
            lane="read",
        )

    def _judge_next(self) -> None:
        plan, imports = self.plan, self._shell.workspace.imports
        if plan is None or not self._waiting:
            self._waiting.clear()
            return
        cell = self._waiting[0]

        def work(_progress: object, _token: object) -> tuple[ImportPlan, CheckedFile]:
            return plan, checked(imports.mend(plan, cell))

        self._shell.runner.start(
            work,
            key="resident_import:mend",
            on_success=self._show,
            on_error=self._refuse,
            lane="read",
        )

    def _show(self, answer: tuple[ImportPlan, CheckedFile]) -> None:
        asked, file = answer
        if self.plan is not asked or not self._waiting:
            return
        self.plan = file.plan
        self._waiting.popleft()
        self._page.show_mended(file)
        if self._waiting:
            self._page.go.setEnabled(False)
            self._judge_next()

    def _refuse(self, error: NagariError) -> None:
        self._waiting.clear()
        self._page.show_not_mended()
        self._shell.show_error(error, self._page)
