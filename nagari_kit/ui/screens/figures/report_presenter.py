"""Shows the report of a tab for printing, and writes it as a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from nagari_kit.domain.figures import ReportWish
from nagari_kit.services.progress import CancelToken, Progress
from nagari_kit.ui.printing.sheet_viewer import MadeSheet, SheetViewer
from nagari_kit.ui.screens.figures.file_choice import chosen_sheet
from nagari_kit.ui.screens.figures.view import FiguresView
from nagari_kit.ui.shell import Shell


class ReportPresenter(QObject):
    """`wish` tells which report belongs to what is shown, None while nothing is."""

    def __init__(
        self, shell: Shell, view: FiguresView, wish: Callable[[], ReportWish | None]
    ) -> None:
        super().__init__(view)
        self._shell = shell
        self._view = view
        self._wish = wish
        view.print_requested.connect(self.print)
        view.sheet_requested.connect(self._ask_for_file)

    def print(self) -> None:
        """Lay the report of the tab out and show it; the paper is asked for there."""
        wish, reports = self._wish(), self._shell.workspace.figures.reports
        if wish is None:
            return
        stem = reports.file_stem(wish)

        def work(progress: Progress, token: CancelToken) -> bytes:
            return reports.printed(wish, progress=progress, token=token).pdf

        def show(pdf: bytes) -> None:
            SheetViewer(self._shell, MadeSheet(stem, stem, pdf), self._view).open()

        self._shell.runner.start(
            work, key="figures:print", on_success=show, on_error=self._shell.show_error
        )

    def export(self, path: Path) -> None:
        """Write the report of the tab: sums alone."""
        wish, reports = self._wish(), self._shell.workspace.figures.reports
        if wish is None:
            return

        def work(_progress: object, _token: object) -> None:
            reports.write(wish, path)

        def done(_nothing: object) -> None:
            self._shell.toast("Laporan disimpan", str(path))

        self._shell.runner.start(
            work, key="figures:export", on_success=done, on_error=self._shell.show_error
        )

    def _ask_for_file(self) -> None:
        wish = self._wish()
        if wish is not None:
            path = chosen_sheet(
                self._shell, self._view, self._shell.workspace.figures.reports.file_stem(wish)
            )
            if path is not None:
                self.export(path)
