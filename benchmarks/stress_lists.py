"""Every list of the program but that of residents, over 500,000 residents and years of papers.

Only when it is named (`python -m benchmarks stress_lists`). Each is opened as its screen opens it,
and held against 300 ms. The doubts are found by a walk through all books, which goes on behind the
screen and is kept until the books change; held against 300 ms is the list of what was found. A book
is laid out for paper behind its page; held against 300 ms is the page, each book and the walk
against seconds of the processor.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.figures import Figure, seconds
from benchmarks.stress import AGAIN, LARGE, LIST_LIMIT_MS, forget_counts
from benchmarks.stress_office import stress_office
from nagari_kit.domain.doubts import DoubtRule
from nagari_kit.domain.letters import LetterFilter
from nagari_kit.domain.registers import RegisterPeriod, RegisterWish
from nagari_kit.services.synthetic_population import generate_population, write_opensid_xlsx
from nagari_kit.services.synthetic_population.spreadsheet import FAULTS
from nagari_kit.services.workspace import Workspace

PAGE = 100
SHEET_ROWS = 50_000
SCAN_LIMIT_S = 60.0
BOOK_LIMIT_S = 60.0


def measure() -> list[Figure]:
    """Median of the looks at each list, in milliseconds against 300."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    figures: list[Figure] = []
    with stress_office(LARGE, papers=True) as workspace:
        scan = seconds(lambda: workspace.quality.overview(afresh=True), time.thread_time)
        figures += [_figure(name, look, workspace) for name, look in _lists(workspace)]
        figures += _books(workspace)
        figures += _import_grid(workspace)
    figures.append(
        Figure("the walk for doubts, behind the screen", scan / SCAN_LIMIT_S, 1.0, f"{scan:.0f} s")
    )
    return figures


def _figure(name: str, look: Callable[[], object], workspace: Workspace) -> Figure:
    taken = []
    for _ in range(AGAIN):
        forget_counts(workspace)
        taken.append(seconds(look) * 1000)
    median = statistics.median(taken)
    detail = f"{median:.0f} ms, the first {taken[0]:.0f} ms"
    return Figure(f"list: {name}", median / LIST_LIMIT_MS, 1.0, detail)


def _lists(workspace: Workspace) -> Iterator[tuple[str, Callable[[], object]]]:
    one = workspace
    yield "home page", one.home.overview
    yield "counts over the residents", one.residents.summary
    yield "clans to choose from", one.lists.suku
    for typed in ("nurhayati", "surau gadang 4", "130699"):
        yield f"households by {typed}", partial(one.entry.households, typed, 8)
    for name, wanted, offset in _registers():
        yield f"letters, {name}", partial(one.register.page, wanted, offset, PAGE)
    yield "incoming letters of a year", lambda: one.incoming.of_year(2025)
    yield "events of the population", lambda: one.population.recent(200)
    yield "exchange, state", one.sync.status
    yield "exchange, changes", lambda: one.sync.changes(PAGE)
    yield "exchange, history", lambda: one.sync.history(PAGE)
    yield "doubts, by rule", one.quality.overview
    for rule in DoubtRule:
        yield f"doubts, {rule.value}", partial(one.quality.items, rule, 0, PAGE)
    yield "doubts, decided", lambda: one.quality.decided(0, PAGE)
    yield "kaum with a ranji", one.lineage.kaum
    yield "books to choose from", one.books.choices


def _registers() -> Iterator[tuple[str, LetterFilter, int]]:
    yield "all", LetterFilter(), 0
    yield "all, the middle", LetterFilter(), 50_000
    yield "all, the end", LetterFilter(), 99_900
    yield "a year", LetterFilter(year=2025), 0
    yield "a month", LetterFilter(year=2025, month=6), 0
    yield "a type", LetterFilter(type_id="usaha"), 0
    yield "a name", LetterFilter(text="nurhayati"), 0
    yield "a number", LetterFilter(text="1234/SK"), 0
    yield "nobody", LetterFilter(text="xqzvw"), 0


def _books(workspace: Workspace) -> Iterator[Figure]:
    choices = workspace.books.choices()
    period = RegisterPeriod(choices.today.replace(day=1), choices.today)
    for title in choices.titles:
        look = partial(workspace.books.look, RegisterWish(title.book, period))
        taken = seconds(look, time.thread_time)
        name = f"book {title.book.value} laid out, behind its page"
        yield Figure(name, taken / BOOK_LIMIT_S, 1.0, f"{taken:.2f} s")


def _import_grid(workspace: Workspace) -> Iterator[Figure]:
    """The grid of refused rows and the tabs of a dry run of 50,000 rows, without reading them."""
    from PySide6.QtWidgets import QApplication

    from nagari_kit.ui.screens.resident_import.mend_model import MendModel

    application = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        sheet = Path(folder) / "penduduk.xlsx"
        faults = dict.fromkeys(FAULTS, SHEET_ROWS // 100)
        write_opensid_xlsx(sheet, generate_population(SHEET_ROWS, seed=8), planted_faults=faults)
        plan = workspace.imports.dry_run(sheet)
    model = MendModel()
    name = f"import, {len(plan.refused_rows)} refused of {SHEET_ROWS} rows"
    yield _figure(name, lambda: model.begin(plan), workspace)
    del application
