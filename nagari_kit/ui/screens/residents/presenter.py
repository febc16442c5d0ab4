"""Owns the filter of the residents' list; reads its pages as they are looked at."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.residents import Jorong, PopulationSummary, ResidentFilter, ResidentPage
from nagari_kit.errors import NagariError
from nagari_kit.ui.awaited_enter import AwaitedEnter
from nagari_kit.ui.screens.residents.row_window import PAGE_ROWS
from nagari_kit.ui.screens.residents.table_model import ResidentTableModel
from nagari_kit.ui.screens.residents.view import ResidentsView
from nagari_kit.ui.shell import Shell

FILTER_AFTER_MS = 120


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one reading of the list brings."""

    page: ResidentPage
    summary: PopulationSummary
    jorong: tuple[Jorong, ...]


class ResidentsPresenter(QObject):
    """`_generation` counts the readings: pages of an older filter are dropped."""

    def __init__(self, shell: Shell, view: ResidentsView) -> None:
        super().__init__(view)
        self._shell = shell
        self._view = view
        self._filter = ResidentFilter()
        self._generation = 0
        self._enter = AwaitedEnter()
        self._stale = True
        self.model = ResidentTableModel(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FILTER_AFTER_MS)
        self._timer.timeout.connect(self.read)
        view.set_model(self.model)
        # Queued: the model asks while the table is being painted.
        self.model.page_needed.connect(self._read_page, Qt.ConnectionType.QueuedConnection)
        view.filter_changed.connect(self._take_filter)
        view.resident_chosen.connect(self._open)
        view.current_wanted.connect(self._take_current)
        view.letter_wanted.connect(self._write_letter)
        view.import_requested.connect(lambda: shell.navigate("resident_import"))
        view.retry_requested.connect(self.read)

    def enter(self) -> None:
        """Show the list where it was left; read it anew only when data changed meanwhile."""
        if self._stale:
            self.read()
        self._view.focus_list()

    def reload(self, changes: Changes) -> None:
        """Read again when residents changed."""
        if Kind.RESIDENTS in changes.kinds:
            self._stale = True
            self.read()

    def read(self) -> None:
        """Read the first page, the counts and the jorong."""
        self._timer.stop()
        self._generation += 1
        wanted, workspace = self._filter, self._shell.workspace
        self._view.show_reading()

        def work(_progress: object, _token: object) -> _Reading:
            return _Reading(
                workspace.residents.page(wanted, 0, PAGE_ROWS),
                workspace.residents.summary(),
                workspace.office.jorong(),
            )

        self._shell.runner.start(
            work,
            key="residents:first",
            on_success=lambda reading: self._show(wanted, reading),
            on_error=self._view.show_trouble,
            lane="read",
        )

    def _take_current(self) -> None:
        if self._enter.pressed(self._filter):
            self._view.open_current()
        else:
            self.read()

    def _show(self, wanted: ResidentFilter, reading: _Reading) -> None:
        self._stale = False
        self.model.begin(reading.page, self._shell.workspace.clock.today())
        self._view.offer_jorong(reading.jorong)
        self._view.show_counts(reading.summary, reading.page.total)
        self._view.show_list(wanted, reading.page.total)
        if self._enter.answered(wanted, reading.page.total):
            self._view.open_current()

    def _take_filter(self, wanted: ResidentFilter) -> None:
        if wanted != self._filter:
            self._filter = wanted
            self._enter.typed()
            self._timer.start()

    def _open(self, resident_id: ResidentId) -> None:
        self._shell.navigate("resident_record", resident_id=resident_id)

    def _write_letter(self, resident_id: ResidentId) -> None:
        if self._enter.is_shown(self._filter):
            self._shell.navigate("letter_issue", resident_id=resident_id)

    def _read_page(self, offset: int) -> None:
        generation, wanted = self._generation, self._filter
        residents = self._shell.workspace.residents

        def work(_progress: object, _token: object) -> ResidentPage:
            return residents.page(wanted, offset, PAGE_ROWS)

        def done(page: ResidentPage) -> None:
            if generation == self._generation:
                self.model.put_page(page)

        def failed(error: NagariError) -> None:
            if generation == self._generation:
                self.model.release_page(offset)
                self._view.show_trouble(error)

        self._shell.runner.start(
            work,
            key=f"residents:page:{offset}",
            on_success=done,
            on_error=failed,
            lane="read",
        )
