"""The import: a real spreadsheet is checked first, then comes in whole or not at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from nagari_kit.domain.changes import Kind
from nagari_kit.services.synthetic_population import generate_population, write_opensid_xlsx
from nagari_kit.ui.screens.resident_import import build
from nagari_kit.ui.widgets.reason_dialog import ReasonDialog
from tests.integration.importing.sheets import person, write_sheet
from tests.ui.looks import clipped_words, english_buttons, nameless

PEOPLE = 120
IMPORTS = Path(__file__).parents[1] / "data" / "imports"
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
    model = screen.widget.check.mend_model
    last = model.columnCount() - 1
    reasons = [model.index(row, last).data() for row in range(model.rowCount())]
    assert len(reasons) == sum(FAULTS.values())
    assert all(reasons)
    faulty = {
        model.headerData(column, Qt.Orientation.Horizontal)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
        if model.has_fault(model.index(row, column))
    }
    assert faulty == {"NIK", "Nama"}
    texts = {model.index(row, 1).data() for row in range(model.rowCount())}
    assert "(kosong)" in texts


def test_a_mended_row_leaves_the_refused_and_counts_at_once(screen, shell, tmp_path) -> None:
    path = write_sheet(tmp_path / "w.xlsx", person(agama_id="JEDI"), person(nik="130699450982000"))
    screen.widget.choose_file(path)
    page = screen.widget.check
    assert page.tiles["refused"].figure() == "2"
    page.go_to_fault()
    _type(page, "ISLAM")
    assert (page.tiles["refused"].figure(), page.tiles["added"].figure()) == ("1", "1")
    assert page.mend_model.rowCount() == 2, "it stays while the cursor is on it"
    page.go_to_fault()
    QApplication.processEvents()
    assert page.mend_model.rowCount() == 1
    _type(page, "1306990101600001")
    assert page.tiles["refused"].figure() == "0"
    page.go.click()
    assert shell.workspace.residents.summary().people == 2


def test_a_cell_left_with_esc_stays_as_the_file_has_it(screen, tmp_path) -> None:
    path = write_sheet(tmp_path / "w.xlsx", person(agama_id="JEDI"))
    screen.widget.choose_file(path)
    page = screen.widget.check
    page.go_to_fault()
    QTest.keyClick(page.grid, Qt.Key.Key_Return)
    editor = page.grid.findChild(QLineEdit, "cellEditor")
    editor.setText("ISLAM")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert page.tiles["refused"].figure() == "1"
    assert page.grid.currentIndex().data() == "JEDI"


def test_what_the_office_knows_is_proposed_for_a_wrong_cell(screen, shell, tmp_path) -> None:
    screen.widget.choose_file(write_sheet(tmp_path / "a.xlsx", person()))
    screen.widget.check.go.click()
    screen.widget.done.again.click()
    screen.widget.choose_file(
        write_sheet(tmp_path / "b.xlsx", person(nik="130699450982000", suku="Koto"))
    )
    page = screen.widget.check
    page.go_to_fault()
    QTest.keyClick(page.grid, Qt.Key.Key_Return)
    popover = page.grid._popover
    assert popover.isVisible()
    assert popover.text() == "1306994509820003"
    editor = page.grid.findChildren(QLineEdit, "cellEditor")[-1]
    QTest.keyClick(editor, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert not popover.isVisible()
    assert (page.tiles["refused"].figure(), page.tiles["changed"].figure()) == ("0", "1")


def _type(page, words: str) -> None:
    """In the cell where the cursor stands, as a person types."""
    QTest.keyClick(page.grid, Qt.Key.Key_Return)
    editor = page.grid.findChildren(QLineEdit, "cellEditor")[-1]
    editor.setText(words)
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    QApplication.processEvents()


def test_the_columns_of_an_unknown_sheet_are_matched_once(screen, shell) -> None:
    path = IMPORTS / "kolom-asing.xlsx"
    screen.widget.choose_file(path)
    page = screen.widget.matching
    assert page.isVisible()
    assert page.go.isEnabled()
    name = next(one for one in page.choices if one.currentData() == "nama")
    name.setCurrentIndex(0)
    assert not page.go.isEnabled(), "without a column of names nothing can be judged"
    name.setCurrentIndex(name.findData("nama"))
    _looks_right(screen.widget)
    QTest.keyClick(page.go, Qt.Key.Key_F9)
    assert screen.widget.check.tiles["added"].figure() == "12"
    screen.widget.check.go.click()
    screen.widget.done.again.click()
    screen.widget.choose_file(path)
    assert screen.widget.check.isVisible(), "the decision was remembered"
    assert screen.widget.check.tiles["unchanged"].figure() == "12"


def test_a_whole_import_is_taken_back_with_a_reason(screen, shell, spreadsheet) -> None:
    screen.widget.choose_file(spreadsheet)
    screen.widget.check.go.click()
    assert shell.workspace.residents.summary().people == PEOPLE - sum(FAULTS.values())
    screen.widget.done.undo.click()
    dialog = screen.widget.findChild(ReasonDialog)
    dialog.reason.setText("berkas tahun lalu")
    dialog.confirm.click()
    assert shell.workspace.residents.summary().people == 0
    assert not screen.widget.done.undo.isVisible()
    assert Kind.POPULATION in shell.told[-1].kinds
    _looks_right(screen.widget)


def test_refused_rows_are_saved_to_be_corrected_and_imported_again(
    screen, shell, spreadsheet, tmp_path
) -> None:
    screen.widget.choose_file(spreadsheet)
    out = tmp_path / "ditolak.xlsx"
    screen.widget.check.save_requested.emit(out)
    assert shell.toasts[-1][1] == str(out)

    screen.widget.choose_file(out)
    assert not screen.widget.check.go.isEnabled()
    assert screen.widget.check.mend_model.rowCount() == sum(FAULTS.values())


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
