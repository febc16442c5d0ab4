"""Reads the day's overview and finds residents while the officer types."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nagari_kit.domain.residents import ResidentRow
from nagari_kit.errors import NagariError
from nagari_kit.services.home import HomeOverview, doubt_attention
from nagari_kit.ui.screens.home.results import MAXIMUM_ROWS
from nagari_kit.ui.screens.home.view import HomeView
from nagari_kit.ui.shell import Shell
from nagari_kit.ui.typed_person import known_of
from nagari_kit.ui.typed_search import TypedSearch

SEARCH_AFTER_MS = 120
_FOR_ATTENTION: dict[str, tuple[str, dict[str, str]]] = {
    "signer": ("settings", {"section": "pejabat"}),
    "residents": ("resident_import", {}),
    "sync": ("sync", {}),
    "disk": ("settings", {"section": "tentang"}),
    "clock": ("settings", {"section": "tentang"}),
    "doubts": ("data_quality", {}),
}


class HomePresenter(QObject):
    """Navigation goes through the shell by name."""

    def __init__(self, shell: Shell, view: HomeView) -> None:
        super().__init__(view)
        self._shell = shell
        self._view = view
        self._typed = TypedSearch(SEARCH_AFTER_MS, self)
        self._typed.wanted.connect(lambda _text: self.search())
        self._typed.emptied.connect(view.results.close_panel)
        self._typed.take.connect(view.results.choose_current)
        view.search.text_changed.connect(self._typed.type)
        view.search.submitted.connect(self._typed.press_enter)
        view.results.chosen.connect(
            lambda resident_id: shell.navigate("letter_issue", resident_id=resident_id)
        )
        view.results.record_wanted.connect(
            lambda resident_id: shell.navigate("resident_record", resident_id=resident_id)
        )
        view.results.new_wanted.connect(self._register)
        view.type_chosen.connect(lambda type_id: shell.navigate("letter_issue", type_id=type_id))
        view.help_wanted.connect(self._help)
        view.all_types_wanted.connect(lambda: shell.navigate("letter_issue", types=True))
        view.day.draft_chosen.connect(lambda draft: shell.navigate("letter_issue", draft_id=draft))
        view.day.desk_requested.connect(lambda: shell.navigate("signing_desk"))
        view.day.letter_chosen.connect(
            lambda letter: shell.navigate("letter_register", letter_id=letter)
        )
        view.attention.chosen.connect(self._attend)

    def _register(self) -> None:
        """Who stands at the counter and is not in the books; the letter comes next."""
        typed = known_of(self._view.search.text())
        self._shell.navigate("resident_form", then="letter_issue", **typed)

    def _attend(self, kind: str) -> None:
        screen, arguments = _FOR_ATTENTION[kind]
        self._shell.navigate(screen, **arguments)

    def enter(self) -> None:
        """Greet, read, and wait for typing."""
        workspace = self._shell.workspace
        self._view.greet(workspace.clock.now(), workspace.actor)
        self._view.search.clear()
        self._view.search.take_focus()
        self.read()

    def read(self) -> None:
        """The overview anew."""
        home = self._shell.workspace.home
        self._shell.runner.start(
            lambda _progress, _token: home.overview(),
            key="home:overview",
            on_success=self._show,
            on_error=self._tell,
        )

    def search(self) -> None:
        """Look for what stands in the box."""
        text = self._view.search.text().strip()
        if not text:
            return
        residents = self._shell.workspace.residents
        self._shell.runner.start(
            # One more than is shown tells that the list was cut.
            lambda _progress, _token: residents.search(text, MAXIMUM_ROWS + 1),
            key="home:search",
            on_success=lambda rows: self._found(text, rows),
            on_error=self._tell,
        )

    def _help(self) -> None:
        self._shell.show_help()

    def _found(self, text: str, rows: tuple[ResidentRow, ...]) -> None:
        if self._typed.still_wants(text):
            self._view.show_results(text, rows, self._shell.workspace.clock.today())
            self._typed.answered(text, len(rows))

    def _show(self, overview: HomeOverview) -> None:
        self._view.show_overview(overview, self._shell.workspace.clock.today())
        quality = self._shell.workspace.quality
        self._shell.runner.start(
            lambda _progress, _token: quality.pressing(),
            key="home:doubts",
            on_success=lambda count: self._add_doubts(overview, count),
            on_error=self._tell,
        )

    def _add_doubts(self, overview: HomeOverview, count: int) -> None:
        if more := tuple(doubt_attention(count)):
            self._view.attention.show_list((*overview.attention, *more))

    def _tell(self, error: NagariError) -> None:
        self._shell.show_error(error, self._view)
