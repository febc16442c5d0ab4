"""The frame of the import: four steps on top, the page that is due under them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from nagari_kit.domain.importing import ColumnMatching, ImportResult
from nagari_kit.errors import NagariError
from nagari_kit.ui.screens.resident_import.check_page import CheckPage
from nagari_kit.ui.screens.resident_import.choice_page import ChoicePage
from nagari_kit.ui.screens.resident_import.matching_page import MatchingPage
from nagari_kit.ui.screens.resident_import.outcome_pages import BusyPage, DonePage
from nagari_kit.ui.screens.resident_import.sheets import CheckedFile
from nagari_kit.ui.widgets import StepLine, WorkTopBar

_STEPS = ("Pilih berkas", "Cocokkan kolom", "Periksa", "Selesai")
_CHOOSE, _MATCH, _CHECK, _DONE = range(4)


class ResidentImportView(QWidget):
    """`file_chosen` and `save_refused_requested` carry a Path."""

    file_chosen = Signal(object)
    cancel_requested = Signal()
    import_requested = Signal()
    save_refused_requested = Signal(object)
    restart_requested = Signal()
    residents_requested = Signal()
    doubts_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = StepLine([self.tr(step) for step in _STEPS])
        self.choice = ChoicePage()
        self.busy = BusyPage()
        self.matching = MatchingPage()
        self.check = CheckPage()
        self.done = DonePage()
        self._pages = QStackedWidget()
        for page in (self.choice, self.busy, self.matching, self.check, self.done):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(WorkTopBar(self.tr("Impor data penduduk"), self.steps))
        layout.addWidget(self._pages, 1)
        self.choice.file_chosen.connect(self.file_chosen)
        self.busy.cancel_requested.connect(self.cancel_requested)
        self.check.import_requested.connect(self.import_requested)
        self.check.restart_requested.connect(self.restart_requested)
        self.check.save_requested.connect(self.save_refused_requested)
        self.matching.restart_requested.connect(self.restart_requested)
        self.done.residents_requested.connect(self.residents_requested)
        self.done.doubts_requested.connect(self.doubts_requested)
        self.done.restart_requested.connect(self.restart_requested)

    def show_choice(self, error: NagariError | None = None) -> None:
        """Step 1; `error` says why the last file was not read."""
        self._go(_CHOOSE, self.choice)
        self.choice.begin(error)

    def show_busy(self, title: str, *, writing: bool) -> None:
        """A dry run or an import runs."""
        self._go(_CHECK, self.busy)
        self.busy.begin(
            title,
            self.tr("Bila dihentikan, tidak ada satu baris pun yang masuk.")
            if writing
            else self.tr("Hanya diperiksa; data nagari tidak berubah."),
        )

    def show_progress(self, done: int, total: int, words: str) -> None:
        """How far it is."""
        self.busy.show_progress(done, total, words)

    def show_cancelling(self) -> None:
        """The wish to stop was heard."""
        self.busy.show_cancelling()

    def show_undoing(self) -> None:
        """A whole import is being taken back; that is not stopped half way."""
        self._go(_DONE, self.busy)
        self.busy.begin(
            self.tr("Mengurungkan seluruh impor"),
            self.tr("Semua kembali seperti sebelum impor, atau tidak ada yang berubah."),
        )
        self.busy.cancel.setEnabled(False)

    def show_matching(self, file_name: str, matching: ColumnMatching) -> None:
        """Step 2."""
        self._go(_MATCH, self.matching)
        self.matching.show_matching(file_name, matching)

    def show_checked(self, file: CheckedFile) -> None:
        """Step 3."""
        self._go(_CHECK, self.check)
        self.check.show_checked(file)

    def show_refusal(self, error: NagariError) -> None:
        """The import failed; the dry run stays."""
        self._go(_CHECK, self.check)
        self.check.show_refusal(error)

    def show_stopped(self) -> None:
        """The import was stopped; the dry run stays."""
        self._go(_CHECK, self.check)
        self.check.show_stopped()

    def show_done(self, result: ImportResult, refused: int) -> None:
        """Step 4; every step is done."""
        self._go(_DONE, self.done)
        self.done.show_result(result, refused)

    def show_result_again(self) -> None:
        """The import was not taken back."""
        self._go(_DONE, self.done)

    def show_undone(self) -> None:
        """The import was taken back."""
        self._go(_DONE, self.done)
        self.done.show_undone()

    def choose_file(self, path: Path) -> None:
        """As if it had been dropped."""
        self.file_chosen.emit(path)

    def set_compact(self, *, compact: bool) -> None:
        """The rows need the height more than the margins do."""
        self.check.set_compact(compact=compact)
        self.matching.set_compact(compact=compact)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F9 goes on, Esc stops or goes back."""
        page, key = self._pages.currentWidget(), event.key()
        if key == Qt.Key.Key_F9 and page is self.check:
            self.check.go.click()
        elif key == Qt.Key.Key_F9 and page is self.matching:
            self.matching.go.click()
        elif key == Qt.Key.Key_Escape and page is self.busy:
            self.busy.cancel.click()
        elif key == Qt.Key.Key_F8 and page is self.check:
            self.check.go_to_fault()
        elif key == Qt.Key.Key_Escape and page in {self.check, self.matching}:
            self.restart_requested.emit()
        elif key == Qt.Key.Key_Escape:
            self.residents_requested.emit()
        else:
            super().keyPressEvent(event)

    def _go(self, step: int, page: QWidget) -> None:
        self.steps.set_current(step)
        self._pages.setCurrentWidget(page)
