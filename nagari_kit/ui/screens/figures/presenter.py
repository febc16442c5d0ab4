"""Reads what a tab of the page of figures shows, and fills the page with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.dates import long_date
from nagari_kit.domain.figures import FiguresChoices, ReportWish
from nagari_kit.domain.population import DayRule
from nagari_kit.errors import NagariError
from nagari_kit.ui.screens.figures.figure_words import lampid_words, standing_words
from nagari_kit.ui.screens.figures.grid_making import (
    CountedWhere,
    lampid_grid,
    months_grid,
    places_grid,
    trait_grid,
)
from nagari_kit.ui.screens.figures.names_presenter import NamesPresenter
from nagari_kit.ui.screens.figures.page_content import Asked, PageContent, read_content
from nagari_kit.ui.screens.figures.report_presenter import ReportPresenter
from nagari_kit.ui.screens.figures.tab_plan import LAMPID, SUMMARY, TABS, place_of, tables_of
from nagari_kit.ui.screens.figures.view import FiguresView
from nagari_kit.ui.shell import Shell

_CONCERNED = frozenset({Kind.RESIDENTS, Kind.POPULATION, Kind.OFFICE})
_XLSX = "Lembar kerja Excel (*.xlsx)"


class FiguresPresenter(QObject):
    """Late answers to an earlier choice are dropped."""

    def __init__(self, shell: Shell, view: FiguresView) -> None:
        super().__init__(view)
        self._shell = shell
        self._view = view
        self._choices: FiguresChoices | None = None
        self._asked: Asked | None = None
        self.names = NamesPresenter(shell, view)
        self.reports = ReportPresenter(shell, view, self._wish)
        view.choice_changed.connect(self.read)
        view.opened.connect(self.names.open)
        view.retry_requested.connect(self._begin)
        view.import_requested.connect(lambda: shell.navigate("resident_import"))

    def enter(self, tab: str = "") -> None:
        """Show the numbers; `tab` chooses one by its name. The arrows move between the tabs."""

        def take_caret() -> None:
            if tab:
                self._view.choose_tab(place_of(tab))
            self._view.tabs.setFocus()

        self._begin(take_caret)

    def reload(self, changes: Changes) -> None:
        """People, events and sub-areas make the numbers; the caret stays where it is."""
        if changes.kinds & _CONCERNED:
            self._begin()

    def read(self) -> None:
        """Read the numbers of the tab."""
        view, choices, period = self._view, self._choices, self._view.wanted_period()
        if choices is None or period is None:
            return
        figures, today = self._shell.workspace.figures, choices.today
        asked = Asked(
            view.tabs.current(),
            period,
            view.wanted_jorong(),
            view.lampid.wanted_rule(),
            view.lampid.is_by_month(),
        )
        self._asked = asked
        view.show_counting()

        def work(_progress: object, _token: object) -> PageContent:
            return read_content(figures, asked, today)

        def show(content: PageContent) -> None:
            if asked == self._asked:
                self._show(asked, content)

        def failed(error: NagariError) -> None:
            if asked == self._asked:
                view.show_trouble(error)

        self._shell.runner.start(work, key="figures:read", on_success=show, on_error=failed)

    def _begin(self, offered: Callable[[], None] | None = None) -> None:
        """Offer months and sub-areas, then read."""
        figures = self._shell.workspace.figures

        def work(_progress: object, _token: object) -> FiguresChoices:
            return figures.choices()

        def show(choices: FiguresChoices) -> None:
            self._choices = choices
            self._view.offer(choices)
            if offered is not None:
                offered()
            if choices.is_empty:
                self._asked = None
                self._view.show_nobody()
            else:
                self.read()

        self._shell.runner.start(
            work, key="figures:choices", on_success=show, on_error=self._view.show_trouble
        )

    def _show(self, asked: Asked, content: PageContent) -> None:
        where = self._where(asked)
        if content.overview is not None and asked.place == SUMMARY:
            self._view.summary.show_overview(content.overview, where)
        elif content.overview is not None:
            self._show_lampid(asked, content, where)
        else:
            page = self._view.traits[asked.place - LAMPID - 1]
            tables = zip(TABS[asked.place].traits, content.tables, strict=True)
            page.show_grids(
                [trait_grid(one.trait, one.first, rows, content.day, where) for one, rows in tables]
            )
        self._view.head.set_subtitle(standing_words(content.day, where.words))
        self._show_note(asked)
        self._view.show_page(asked.place)

    def _show_lampid(self, asked: Asked, content: PageContent, where: CountedWhere) -> None:
        page, overview = self._view.lampid, content.overview
        if overview is None:
            return
        report = overview.lampid
        if asked.by_month:
            grid = months_grid(content.months, report, asked.rule, where)
        else:
            grid = lampid_grid(report, asked.rule, where)
        page.show_flows(lampid_words(asked.flow_period), grid, _hint(asked, self._since))
        page.balance.show_report(report)
        page.show_places(
            f"Jiwa menurut {where.area_word}", places_grid(content.tables[0], content.day, where)
        )

    def _show_note(self, asked: Asked) -> None:
        since = self._since
        if since is None or asked.period.end >= since:
            self._view.show_note("", "")
            return
        self._view.show_note(
            f"Buku penduduk di program ini baru diisi {long_date(since)}.",
            "Angka sebelum tanggal itu dihitung mundur dari isi pertama, jadi hanya perkiraan.",
        )

    @property
    def _since(self) -> date | None:
        return self._choices.since if self._choices is not None else None

    def _where(self, asked: Asked) -> CountedWhere:
        word = self._choices.area_word if self._choices is not None else "jorong"
        if asked.jorong_id is None:
            return CountedWhere(None, f"seluruh {word}", word)
        return CountedWhere(asked.jorong_id, f"{word} {self._view.jorong.currentText()}", word)

    def _wish(self) -> ReportWish | None:
        asked = self._asked
        if asked is None:
            return None
        tables = tables_of(asked.place, by_month=asked.by_month)
        rule = asked.rule if asked.place == LAMPID else DayRule.EVENT
        return ReportWish(asked.flow_period, tables, asked.jorong_id, rule)


def _hint(asked: Asked, since: date | None) -> str:
    """What must be known to read a balance that begins before the books do."""
    if since is None or not asked.flow_period.start < since <= asked.flow_period.end:
        return ""
    return (
        f"Buku di program ini mulai diisi {long_date(since)}. "
        "Peristiwa sebelum itu hanya terhitung kalau dicatat kemudian."
    )
