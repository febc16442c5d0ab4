"""Runs the page of figures: reads what a tab shows, opens the names behind numbers, prints."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.dates import long_date
from nagari_kit.domain.figures import FiguresChoices, NamesReport, ReportWish
from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.population import DayRule
from nagari_kit.errors import NagariError
from nagari_kit.services.progress import CancelToken, Progress
from nagari_kit.ui.printing.sheet_viewer import MadeSheet, SheetViewer
from nagari_kit.ui.printing.target import PrintMemory
from nagari_kit.ui.screens.figures.figure_words import lampid_words, standing_words
from nagari_kit.ui.screens.figures.grid_making import (
    CountedWhere,
    lampid_grid,
    months_grid,
    places_grid,
    trait_grid,
)
from nagari_kit.ui.screens.figures.grids import NamesWish
from nagari_kit.ui.screens.figures.names_dialog import NamesDialog
from nagari_kit.ui.screens.figures.names_model import NamePage
from nagari_kit.ui.screens.figures.names_reading import page_reader
from nagari_kit.ui.screens.figures.page_content import Asked, PageContent, read_content
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
        self._memory = PrintMemory(shell.workspace.paths.device_dir)
        view.choice_changed.connect(self.read)
        view.opened.connect(self.open_names)
        view.print_requested.connect(self.print)
        view.sheet_requested.connect(self._ask_for_file)
        view.retry_requested.connect(self.enter)
        view.import_requested.connect(lambda: shell.navigate("resident_import"))

    def enter(self, tab: str = "") -> None:
        """Offer months and sub-areas, and read; `tab` chooses one by its name."""
        figures = self._shell.workspace.figures

        def work(_progress: object, _token: object) -> FiguresChoices:
            return figures.choices()

        def show(choices: FiguresChoices) -> None:
            self._choices = choices
            self._view.offer(choices)
            self._view.tabs.setFocus()
            if choices.is_empty:
                self._asked = None
                self._view.show_nobody()
                return
            if tab:
                self._view.choose_tab(place_of(tab))
            self.read()

        self._shell.runner.start(
            work, key="figures:choices", on_success=show, on_error=self._view.show_trouble
        )

    def reload(self, changes: Changes) -> None:
        """People, events and sub-areas make the numbers."""
        if changes.kinds & _CONCERNED:
            self.enter()

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

    def open_names(self, wish: NamesWish) -> None:
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
        dialog.sheet_wanted.connect(lambda: self._ask_for_names_file(wish))
        dialog.finished.connect(close)
        dialog.open()
        ask(0)

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

    def export_names(self, wish: NamesWish, path: Path) -> None:
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

    def _ask_for_file(self) -> None:
        wish = self._wish()
        if wish is not None:
            path = self._chosen_file(self._shell.workspace.figures.reports.file_stem(wish))
            if path is not None:
                self.export(path)

    def _ask_for_names_file(self, wish: NamesWish) -> None:
        path = self._chosen_file(f"Daftar {wish.title}")
        if path is not None:
            self.export_names(wish, path)

    def _chosen_file(self, stem: str) -> Path | None:
        place = str(self._memory.folder / f"{stem}.xlsx")
        chosen, _kind = QFileDialog.getSaveFileName(self._view, self.tr("Simpan"), place, _XLSX)
        if not chosen:
            return None
        path = Path(chosen)
        self._memory.remember_folder(path.parent)
        return path if path.suffix.lower() == ".xlsx" else Path(f"{path}.xlsx")

    def _go_to(self, resident_id: ResidentId) -> None:
        self._shell.navigate("resident_record", resident_id=resident_id)


def _hint(asked: Asked, since: date | None) -> str:
    """What must be known to read a balance that begins before the books do."""
    if since is None or not asked.flow_period.start < since <= asked.flow_period.end:
        return ""
    return (
        f"Buku di program ini mulai diisi {long_date(since)}. "
        "Peristiwa sebelum itu hanya terhitung kalau dicatat kemudian."
    )
