"""An import that is stopped or overtaken: all of it, or nothing at all."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nagari_kit.domain.residents import ResidentPage
from nagari_kit.services.synthetic_population import generate_population, write_opensid_xlsx
from nagari_kit.ui.jobs.runner import JobRunner
from nagari_kit.ui.screens.resident_import import build
from nagari_kit.ui.screens.residents.table_model import ResidentTableModel
from tests.ui.letter_desk import show


@pytest.fixture
def screen(qtbot, shell):
    made = build(shell)
    show(qtbot, made)
    made.enter()
    return made


def added(screen) -> str:
    return screen.widget.check.tiles["added"].figure()


def test_a_file_that_changed_since_the_dry_run_is_not_imported(
    screen, shell, tmp_path, clock
) -> None:
    path = tmp_path / "warga.xlsx"
    write_opensid_xlsx(path, generate_population(80, today=clock.today()))
    screen.widget.choose_file(path)
    write_opensid_xlsx(path, generate_population(40, seed=7, today=clock.today()))
    screen.widget.check.go.click()

    assert "berubah sejak diperiksa" in screen.widget.check._banner.text()
    assert shell.workspace.residents.summary().people == 0


def test_stopping_an_import_leaves_nothing_of_it_behind(qtbot, shell, tmp_path, clock) -> None:
    path = tmp_path / "banyak.xlsx"
    write_opensid_xlsx(path, generate_population(4000, today=clock.today()))
    runner = JobRunner()
    shell.runner = runner
    screen = build(shell)
    show(qtbot, screen)
    screen.enter()
    screen.widget.choose_file(path)
    qtbot.waitUntil(lambda: added(screen) == "4.000", timeout=20_000)

    screen.widget.check.go.click()
    QTest.keyClick(screen.widget, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not runner.is_busy, timeout=20_000)

    assert shell.workspace.residents.summary().people == 0
    assert "Tidak ada satu baris pun" in screen.widget.check._banner.text()


def test_a_tile_leads_to_its_rows(screen, tmp_path, clock) -> None:
    path = tmp_path / "warga.xlsx"
    faults = {"nik_short": 1, "kk_short": 1}
    population = generate_population(80, today=clock.today())
    write_opensid_xlsx(path, population, planted_faults=faults)
    screen.widget.choose_file(path)
    assert screen.widget.check.mend_model.rowCount() == 2
    screen.widget.check.tiles["added"].clicked.emit()

    assert screen.widget.check.model.rowCount() == 78


def test_a_list_of_fifty_thousand_asks_only_for_the_pages_that_are_looked_at(qapp, clock) -> None:
    model = ResidentTableModel()
    asked: list[int] = []
    model.page_needed.connect(asked.append)
    model.begin(ResidentPage((), 0, 50_000), clock.today())

    for row in (49_990, 49_991, 25_000):
        assert model.index(row, 1).data() is None

    assert asked == [49_900, 25_000]
