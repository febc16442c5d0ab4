"""Owns the register's filter; reads its pages as they are looked at."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.identity import LetterId
from nagari_kit.domain.letters import LetterFilter, LetterType, RegisterPage
from nagari_kit.errors import NagariError
from nagari_kit.ui.awaited_enter import AwaitedEnter
from nagari_kit.ui.screens.letter_register.detail_presenter import DetailPresenter
from nagari_kit.ui.screens.letter_register.row_window import PAGE_ROWS
from nagari_kit.ui.screens.letter_register.table_model import LetterTableModel
from nagari_kit.ui.screens.letter_register.view import LetterRegisterView
from nagari_kit.ui.shell import Shell

FILTER_AFTER_MS = 150


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one reading of the list brings."""

    page: RegisterPage
    month_total: int
    types: tuple[LetterType, ...]


class LetterRegisterPresenter(QObject):
    """`_generation` counts the readings: pages of an older filter are dropped."""

    def __init__(self, shell: Shell, view: LetterRegisterView) -> None:
        super().__init__(view)
        self._shell = shell
        self._view = view
        self._filter = LetterFilter()
        self._generation = 0
        self._enter = AwaitedEnter()
        self.model = LetterTableModel(self)
        self.detail = DetailPresenter(shell, view, self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FILTER_AFTER_MS)
        self._timer.timeout.connect(self.read)
        view.set_model(self.model)
        # Queued: the model asks while the table is being painted.
        self.model.page_needed.connect(self._read_page, Qt.ConnectionType.QueuedConnection)
        self.detail.changed.connect(self.read)
        view.filter_changed.connect(self._take_filter)
        view.letter_chosen.connect(self.detail.choose)
        view.first_wanted.connect(self._take_first)
        view.retry_requested.connect(self.read)

    def enter(self, letter_id: LetterId | None = None, *, void: bool = False) -> None:
        """Show the list; with `letter_id` that letter too, and at once the question to void it."""
        if letter_id is not None:
            self._filter = LetterFilter()
            self._view.filters.clear(quiet=True)
            self.detail.choose(letter_id, void=void)
        self._view.take_focus(on_list=letter_id is not None)
        self.read()

    def reload(self, changes: Changes) -> None:
        """Read again when letters or their way to the province changed."""
        if changes.kinds & {Kind.LETTERS, Kind.SYNC}:
            self.read()
            self.detail.refresh()

    def read(self) -> None:
        """Read the first page and the counts."""
        self._timer.stop()
        self._generation += 1
        wanted = self._filter
        workspace = self._shell.workspace
        today = workspace.clock.today()
        this_month = LetterFilter(year=today.year, month=today.month)

        def work(_progress: object, _token: object) -> _Reading:
            return _Reading(
                workspace.register.page(wanted, 0, PAGE_ROWS),
                workspace.register.page(this_month, 0, 1).total,
                workspace.catalogue.types(),
            )

        self._shell.runner.start(
            work,
            key="letter_register:first",
            on_success=lambda reading: self._show(wanted, reading),
            on_error=self._view.show_trouble,
            lane="read",
        )

    def _take_filter(self, wanted: LetterFilter) -> None:
        if wanted != self._filter:
            self._filter = wanted
            self._enter.typed()
            self._timer.start()

    def _take_first(self) -> None:
        if self._enter.pressed(self._filter):
            self._view.choose_first()
        else:
            self.read()

    def _show(self, wanted: LetterFilter, reading: _Reading) -> None:
        today = self._shell.workspace.clock.today()
        self._view.filters.offer_types(reading.types)
        self.model.begin(reading.page, today)
        self._view.show_counts(reading.month_total, reading.page.total, today)
        self._view.show_list(wanted, reading.page.total)
        if self._enter.answered(wanted, reading.page.total):
            self._view.choose_first()
        elif self.detail.wanted is not None:
            self._view.mark(self.model.index_of(self.detail.wanted))

    def _read_page(self, offset: int) -> None:
        generation = self._generation
        wanted = self._filter
        register = self._shell.workspace.register

        def work(_progress: object, _token: object) -> RegisterPage:
            return register.page(wanted, offset, PAGE_ROWS)

        def done(page: RegisterPage) -> None:
            if generation == self._generation:
                self.model.put_page(page)

        def failed(error: NagariError) -> None:
            if generation == self._generation:
                self.model.release_page(offset)
                self._view.show_trouble(error)

        self._shell.runner.start(
            work,
            key=f"letter_register:page:{offset}",
            on_success=done,
            on_error=failed,
            lane="read",
        )
