"""Takes a whole import back by a counter-event, after asking why."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nagari_kit.domain.identity import PopulationEventId
from nagari_kit.errors import NagariError
from nagari_kit.services.population import RecordedEvent
from nagari_kit.ui.screens.resident_import.view import ResidentImportView
from nagari_kit.ui.shell import Shell
from nagari_kit.ui.widgets.reason_dialog import ReasonDialog


class ImportUndo(QObject):
    """Knows the import that was carried out last."""

    def __init__(self, shell: Shell, view: ResidentImportView) -> None:
        super().__init__(view)
        self._shell = shell
        self._view = view
        self._event: PopulationEventId | None = None
        self._file = ""
        view.done.undo_requested.connect(self.ask)

    def begin(self, event: PopulationEventId | None, file_name: str) -> None:
        """An import is done; without an event it wrote nothing."""
        self._event, self._file = event, file_name

    def ask(self) -> None:
        """Ask for the reason, then undo."""
        event = self._event
        if event is None:
            return
        dialog = ReasonDialog(
            self._view,
            title=self.tr("Urungkan seluruh impor?"),
            subtitle=self._file,
            lines=(
                ("arrow-back-up", self.tr("Warga dan KK kembali seperti sebelum impor.")),
                ("ledger", self.tr("Warga yang baru ditandai tidak valid, tidak dihapus.")),
            ),
            confirm=self.tr("Urungkan impor"),
        )
        dialog.accepted.connect(lambda: self._undo(event, dialog.words()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _undo(self, event: PopulationEventId, reason: str) -> None:
        population = self._shell.workspace.population
        file_name = self._file

        def undone(recorded: RecordedEvent) -> None:
            self._shell.changed(recorded.changes, self)
            self._shell.toast(self.tr("Impor sudah diurungkan"), file_name)
            if self._event == event:
                self._event = None
                self._view.show_undone()

        def refused(error: NagariError) -> None:
            if self._event == event:
                self._view.show_result_again()
            self._shell.show_error(error, self._view)

        self._view.show_undoing()
        self._shell.runner.start(
            lambda _progress, _token: population.undo(event, reason),
            key="resident_import:undo",
            on_success=undone,
            on_error=refused,
            lane="write",
        )
