"""Owns the filter of the residents' list; reads its pages as they are looked at."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.residents import Jorong, PopulationSummary, ResidentFilter, ResidentPage
from nagari_kit.errors import NagariError
from nagari_kit.services.saved_filters import CountedFilter
from nagari_kit.ui.awaited_enter import AwaitedEnter
from nagari_kit.ui.screens.residents.filter_words import FilterTag, tags, without
from nagari_kit.ui.screens.residents.list_actions import ListActions
from nagari_kit.ui.screens.residents.list_tabs import EVERYBODY, HEADS
from nagari_kit.ui.screens.residents.more_dialog import MoreFiltersDialog
from nagari_kit.ui.screens.residents.row_window import PAGE_ROWS
from nagari_kit.ui.screens.residents.selection import Selection
from nagari_kit.ui.screens.residents.table_model import ResidentTableModel
from nagari_kit.ui.screens.residents.view import ResidentsView
from nagari_kit.ui.shell import Shell, has_page

FILTER_AFTER_MS = 120
_CONCERNED = frozenset({Kind.RESIDENTS, Kind.POPULATION, Kind.FILTERS, Kind.OFFICE})


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around the rows and costs a walk over everybody."""

    summary: PopulationSummary
    everybody: int
    heads: int
    jorong: tuple[Jorong, ...]
    area_word: str
    kept: tuple[CountedFilter, ...]


class ResidentsPresenter(QObject):
    """`_generation` counts the readings: pages of an older filter are dropped."""

    def __init__(self, shell: Shell, view: ResidentsView) -> None:
        super().__init__(view)
        self._shell = shell
        self._view = view
        self._filter = ResidentFilter()
        self._generation = 0
        self._people = 0
        self._is_guess = False
        self._enter = AwaitedEnter()
        self._stale = True
        self.model = ResidentTableModel(self)
        self.selection = Selection(shell, view, self.model)
        self.actions = ListActions(shell, view, self.model, self.selection)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FILTER_AFTER_MS)
        self._timer.timeout.connect(self._read_rows)
        view.set_model(self.model)
        # Queued: the model asks while the table is being painted.
        self.model.page_needed.connect(self._read_page, Qt.ConnectionType.QueuedConnection)
        self._connect(shell, view)

    def enter(self, wanted: ResidentFilter | None = None) -> None:
        """Show the list where it was left, or that of a filter; read only what is not there."""
        if wanted is not None and wanted != self._filter:
            self._filter, self._stale = wanted, True
            self._enter.typed()
        if self._stale:
            self.read()
        self._view.focus_list()

    def reload(self, changes: Changes) -> None:
        """Read again when residents, their counts or the kept filters changed."""
        if changes.kinds & _CONCERNED:
            self._stale = True
            self.read()

    def read(self) -> None:
        """Read the first page, then what stands around it."""
        self._read_rows()
        self._read_around()

    def _connect(self, shell: Shell, view: ResidentsView) -> None:
        view.tabs.chosen.connect(self._take_filter)
        view.filters.changed.connect(self._narrow)
        view.filters.more.clicked.connect(self._ask_for_more)
        view.tags.removed.connect(self._drop)
        view.tags.clear.clicked.connect(self._clear)
        view.wider_wanted.connect(self._widen)
        view.resident_chosen.connect(self._open)
        view.current_wanted.connect(self._take_current)
        view.letter_wanted.connect(self._write_letter)
        view.import_requested.connect(lambda: shell.navigate("resident_import"))
        view.form_requested.connect(lambda: shell.navigate("resident_form"))
        view.check.setVisible(has_page("data_quality"))
        view.foot.newcomer.setVisible(has_page("resident_form"))
        view.foot.event_button.setVisible(has_page("population_event"))
        view.foot.event_button.clicked.connect(lambda: shell.navigate("population_event"))
        view.check.clicked.connect(lambda: shell.navigate("data_quality"))
        view.retry_requested.connect(self.read)

    def _read_rows(self) -> None:
        self._timer.stop()
        self._generation += 1
        wanted, workspace = self._filter, self._shell.workspace
        self._view.show_reading()

        def work(_progress: object, _token: object) -> ResidentPage:
            return workspace.residents.page(wanted, 0, PAGE_ROWS)

        self._shell.runner.start(
            work,
            key="residents:first",
            on_success=lambda page: self._show(wanted, page),
            on_error=self._view.show_trouble,
            lane="read",
        )

    def _read_around(self) -> None:
        workspace = self._shell.workspace

        def work(_progress: object, _token: object) -> _Around:
            return _Around(
                workspace.residents.summary(),
                workspace.lists.count(EVERYBODY),
                workspace.lists.count(HEADS),
                workspace.office.jorong(),
                workspace.office.profile().area_word,
                workspace.filters.counted(),
            )

        self._shell.runner.start(
            work,
            key="residents:around",
            on_success=self._show_around,
            on_error=self._view.show_trouble,
            lane="read",
        )

    def _show(self, wanted: ResidentFilter, page: ResidentPage) -> None:
        self._stale = False
        self._is_guess = page.is_guess
        self.model.begin(page, self._shell.workspace.clock.today())
        self._view.show_list(wanted, page.total, self._people)
        self._show_filter()
        self._view.table.show_share(len(self.selection.ids()))
        # Who is merely like the text is chosen by looking, not by an Enter from before.
        if self._enter.answered(wanted, 0 if page.is_guess else page.total):
            self._view.open_current()

    def _show_around(self, around: _Around) -> None:
        self._people = around.everybody
        word = around.area_word.capitalize()
        self.actions.jorong = {one.id: f"{word} {one.name}" for one in around.jorong}
        self.model.call_areas(word)
        self._view.show_counts(around.summary)
        self._view.filters.offer_jorong(around.jorong, around.area_word)
        self._view.tabs.show_counts(around.everybody, around.heads)
        self._view.tabs.show_kept(around.kept)
        self._view.show_list(self._filter, self.model.rowCount(), self._people)
        self._show_filter()

    def _show_filter(self) -> None:
        """The filter in all the places that show it."""
        wanted = self._filter
        self.actions.wanted = self.selection.wanted = wanted
        self._view.filters.show_filter(wanted)
        self._view.tabs.show_filter(wanted)
        named = self._view.tabs.name_of(wanted)
        asked = tags(wanted, self.actions.jorong, is_guess=self._is_guess)
        self._view.tags.show_tags(asked, named)

    def _narrow(self, wanted: ResidentFilter) -> None:
        """What the row of filters asks; letters that follow each other are one question."""
        if wanted != self._filter:
            self._filter, self._is_guess = wanted, False
            self._enter.typed()
            self._timer.start()

    def _take_filter(self, wanted: ResidentFilter) -> None:
        self._filter, self._is_guess = wanted, False
        self._enter.typed()
        self._show_filter()
        self._read_rows()

    def _drop(self, tag: FilterTag) -> None:
        self._take_filter(without(self._filter, tag))

    def _clear(self) -> None:
        self._widen(ResidentFilter())

    def _widen(self, wanted: ResidentFilter) -> None:
        self._take_filter(wanted)
        self._view.filters.text.setFocus()

    def _ask_for_more(self) -> None:
        workspace, given = self._shell.workspace, self._filter

        def work(_progress: object, _token: object) -> tuple[str, ...]:
            return workspace.lists.suku()

        def ask(suku: tuple[str, ...]) -> None:
            dialog = MoreFiltersDialog(self._view, given, suku)
            dialog.accepted.connect(lambda: self._take_filter(dialog.wanted()))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

        self._shell.runner.start(
            work,
            key="residents:more",
            on_success=ask,
            on_error=self._shell.show_error,
            lane="read",
        )

    def _take_current(self) -> None:
        if self._enter.pressed(self._filter):
            self._view.open_current()
        else:
            self._read_rows()

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
