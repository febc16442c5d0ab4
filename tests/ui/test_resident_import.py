"""The import: a real spreadsheet is checked first, then comes in whole or not at all."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nagari_kit.domain.changes import Kind
from nagari_kit.services.resident_import.columns import COLUMNS
from nagari_kit.services.synthetic_population import generate_population, write_opensid_xlsx
from nagari_kit.ui.screens.resident_import import build
from tests.ui.looks import clipped_words, english_buttons, nameless

PEOPLE = 120
TODAY = date(2026, 11, 24)
FAULTS = {"nik_short": 2, "name_missing": 1}
FULL, COMPACT = (1154, 697), (1021, 558)


@pytest.fixture
def screen(shell, qtbot):
    made = build(shell)
    qtbot.addWidget(made.widget)
    made.widget.resize(*FULL)
    made.widget.show()
    qtbot.waitExposed(made.widget)
    made.widget.activateWindow()
    made.enter()
    return made


@pytest.fixture
def spreadsheet(tmp_path):
    path = tmp_path / "warga.xlsx"
    population = generate_population(PEOPLE, today=TODAY)
    write_opensid_xlsx(path, population, planted_faults=FAULTS)
    return path


def test_the_check_promises_exactly_what_f9_then_writes(screen, shell, spreadsheet) -> None:
    screen.widget.choose_file(spreadsheet)
    page = screen.widget.check
    assert shell.workspace.residents.summary().people == 0
    in_the_file = len(generate_population(PEOPLE, today=TODAY).residents)
    promised = int(page.go.text().split()[1])
    assert promised == in_the_file - sum(FAULTS.values())

    QTest.keyClick(page.go, Qt.Key.Key_F9)
    summary = shell.workspace.residents.summary()
    assert summary.people == promised
    assert Kind.RESIDENTS in shell.told[-1].kinds
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert shell.visits == [("residents", {})]


def test_the_rows_that_need_work_come_first_and_say_why(screen, spreadsheet) -> None:
    screen.widget.choose_file(spreadsheet)
    model = screen.widget.check.model
    reasons = [model.index(row, 4).data() for row in range(model.rowCount())]
    assert len(reasons) == sum(FAULTS.values())
    assert all(reasons)
    assert {model.index(row, 2).data() for row in range(model.rowCount())} <= {
        column.title for column in COLUMNS
    }
    assert "(nama kosong)" in {model.index(row, 1).data() for row in range(model.rowCount())}


def test_refused_rows_are_saved_to_be_corrected_and_imported_again(
    screen, shell, spreadsheet, tmp_path
) -> None:
    screen.widget.choose_file(spreadsheet)
    out = tmp_path / "ditolak.xlsx"
    screen.widget.check.save_requested.emit(out)
    assert shell.toasts[-1][1] == str(out)

    screen.widget.choose_file(out)
    assert not screen.widget.check.go.isEnabled()
    assert screen.widget.check.model.rowCount() >= sum(FAULTS.values())


def test_the_same_file_twice_adds_nobody(screen, shell, spreadsheet) -> None:
    screen.widget.choose_file(spreadsheet)
    screen.widget.check.go.click()
    people = shell.workspace.residents.summary().people
    screen.widget.done.again.click()
    screen.widget.choose_file(spreadsheet)

    assert not screen.widget.check.go.isEnabled()
    QTest.keyClick(screen.widget.check.back, Qt.Key.Key_F9)
    assert shell.workspace.residents.summary().people == people


def test_a_file_that_is_no_spreadsheet_is_refused_and_nothing_changes(
    screen, shell, tmp_path
) -> None:
    broken = tmp_path / "foto.xlsx"
    broken.write_bytes(b"bukan lembar kerja")
    screen.widget.choose_file(broken)

    assert screen.widget.choice._trouble.isVisible()
    assert shell.workspace.residents.summary().people == 0
    QTest.keyClick(screen.widget.choice.zone, Qt.Key.Key_Escape)
    assert shell.visits == [("residents", {})]


@pytest.mark.parametrize("size", [FULL, COMPACT])
def test_every_page_is_named_unclipped_and_indonesian(screen, spreadsheet, size) -> None:
    screen.widget.resize(*size)
    screen.set_compact(size is COMPACT)
    _looks_right(screen.widget)
    screen.widget.choose_file(spreadsheet)
    _looks_right(screen.widget)
    screen.widget.check.go.click()
    _looks_right(screen.widget)


def _looks_right(widget) -> None:
    QApplication.processEvents()
    assert not nameless(widget)
    assert not clipped_words(widget)
    assert not english_buttons(widget)
