"""Opens the names behind a number, leads to a person, and exports the names."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.figures import NamesReport
from nagari_kit.domain.identity import ResidentId
from nagari_kit.errors import NagariError
from nagari_kit.services.progress import CancelToken
from nagari_kit.ui.screens.figures.file_choice import chosen_sheet
from nagari_kit.ui.screens.figures.grids import NamesWish
from nagari_kit.ui.screens.figures.names_dialog import NamesDialog
from nagari_kit.ui.screens.figures.names_model import NamePage
from nagari_kit.ui.screens.figures.names_reading import page_reader
from nagari_kit.ui.shell import Shell


class NamesPresenter(QObject):
    """Names are read in pages beside the window."""

    def __init__(self, shell: Shell, view: QWidget) -> None:
        super().__init__(view)
        self._shell = shell
        self._view = view

    def open(self, wish: NamesWish) -> None:
        """Show the people behind a number."""
        dialog = NamesDialog(wish, self._view)
        reader = page_reader(self._shell.workspace.figures, wish.behind)
        shown: list[NamesDialog] = [dialog]

        def ask(offset: int) -> None:
            def work(_progress: object, _token: object) -> NamePage:
                return reader(offset)

            def show(page: NamePage) -> None:
                if shown:
                    dialog.show_page(page)

            def failed(error: NagariError) -> None:
                if shown:
                    dialog.model.release(offset)
                    dialog.show_trouble(error)

            key = f"figures:names:{offset}"
            self._shell.runner.start(work, key=key, on_success=show, on_error=failed)

        def close() -> None:
            shown.clear()
            dialog.deleteLater()

        dialog.model.page_needed.connect(ask)
        dialog.retry_wanted.connect(lambda: ask(0))
        dialog.person_wanted.connect(self._go_to)
        dialog.sheet_wanted.connect(lambda: self._ask_for_file(wish))
        dialog.finished.connect(close)
        dialog.open()
        ask(0)

    def export(self, wish: NamesWish, path: Path) -> None:
        """Write the names behind a number, NIK masked; the log keeps who did."""
        reports = self._shell.workspace.figures.reports
        report = NamesReport(wish.title, wish.about, wish.behind)

        def work(_progress: object, token: CancelToken) -> int:
            return reports.write_names(report, path, token=token)

        def done(people: int) -> None:
            self._shell.changed(Changes.of(Kind.SYNC), self)
            self._shell.toast(f"{people} nama diekspor", str(path))

        self._shell.runner.start(
            work, key="figures:names-file", on_success=done, on_error=self._shell.show_error
        )

    def _ask_for_file(self, wish: NamesWish) -> None:
        path = chosen_sheet(self._shell, self._view, f"Daftar {wish.title}")
        if path is not None:
            self.export(wish, path)

    def _go_to(self, resident_id: ResidentId) -> None:
        self._shell.navigate("resident_record", resident_id=resident_id)
