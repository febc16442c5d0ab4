"""The residents' list: found while typing, opened and served with the keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.residents import ResidentFilter
from nagari_kit.ui.screens.residents import build
from nagari_kit.ui.screens.residents.row_window import PAGE_ROWS
from nagari_kit.ui.screens.residents.table_model import Column, ResidentRole
from nagari_kit.ui.style.fonts import ui_font
from tests.ui.looks import clipped_words, english_buttons, nameless

FULL, COMPACT = (1154, 697), (1021, 558)


@pytest.fixture
def screen(demonstration_shell, qtbot):
    return _shown(demonstration_shell, qtbot)


def test_the_head_counts_what_the_register_holds(screen, demonstration_shell) -> None:
    residents = demonstration_shell.workspace.residents
    summary = residents.summary()
    words = " ".join(label.text() for label in screen.widget.head.findChildren(QLabel))
    assert f"{summary.people} jiwa" in words
    assert screen.presenter.model.rowCount() == residents.page(ResidentFilter(), 0, 1).total


def test_a_name_that_is_typed_narrows_the_list_and_enter_opens_it(
    screen, demonstration_shell, qtbot
) -> None:
    wanted = _row(screen, 7)
    QTest.keyClick(screen.widget.table, Qt.Key.Key_F2)
    assert screen.widget.filters.text.hasFocus()
    QTest.keyClicks(screen.widget.filters.text, wanted.name)
    everybody = screen.presenter.model.rowCount()
    qtbot.waitUntil(lambda: screen.presenter.model.rowCount() < everybody)

    found = [_row(screen, row) for row in range(screen.presenter.model.rowCount())]
    assert wanted.id in {one.id for one in found}
    QTest.keyClick(screen.widget.filters.text, Qt.Key.Key_Return)
    assert demonstration_shell.visits == [("resident_record", {"resident_id": found[0].id})]


def test_f9_writes_a_letter_for_the_row_that_is_chosen(screen, demonstration_shell) -> None:
    QTest.keyClick(screen.widget.table, Qt.Key.Key_Down)
    chosen = screen.widget.table.currentIndex()
    QTest.keyClick(screen.widget.table, Qt.Key.Key_F9)

    wanted = chosen.data(ResidentRole).id
    assert chosen.row() == 1
    assert demonstration_shell.visits == [("letter_issue", {"resident_id": wanted})]


def test_rows_beyond_the_first_page_are_read_when_they_are_looked_at(screen, qtbot) -> None:
    model = screen.presenter.model
    last = model.rowCount() - 1
    assert last > PAGE_ROWS
    screen.widget.table.scrollToBottom()
    qtbot.waitUntil(lambda: model.index(last, 0).data(ResidentRole) is not None)

    names = [_row(screen, row).name for row in (last - 1, last)]
    assert names[0] != names[1]


def test_the_list_never_shows_a_nik_in_full(screen, demonstration_shell) -> None:
    model = screen.presenter.model
    shown = {
        str(model.index(row, column).data(role))
        for row in range(30)
        for column in range(model.columnCount())
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
    }
    residents = demonstration_shell.workspace.residents
    numbers = [residents.record(_row(screen, row).id).resident.nik for row in range(30)]
    assert [one for one in numbers if one]
    assert not [one for one in numbers if one and any(one in words for words in shown)]


def test_a_search_without_hits_says_so_and_leads_back(screen, qtbot) -> None:
    everybody = screen.presenter.model.rowCount()
    screen.widget.filters.text.setText("xqzvw")
    qtbot.waitUntil(lambda: screen.presenter.model.rowCount() == 0)
    assert not screen.widget.letter.isEnabled()
    screen.widget.filters.clear_all.click()
    qtbot.waitUntil(lambda: screen.presenter.model.rowCount() == everybody)


def test_only_heads_of_families_are_listed_under_their_tab(screen, qtbot) -> None:
    everybody = screen.presenter.model.rowCount()
    screen.widget.filters.set_heads_only(heads_only=True)
    qtbot.waitUntil(lambda: screen.presenter.model.rowCount() < everybody)
    assert screen.presenter.model.rowCount() > 0


def test_an_office_without_residents_offers_the_import(shell, qtbot) -> None:
    screen = _shown(shell, qtbot)
    screen.widget._nothing.action_requested.emit()
    assert shell.visits == [("resident_import", {})]
    assert not screen.widget.letter.isVisible()
    screen.reload(Changes.of(Kind.RESIDENTS))
    assert not shell.errors


@pytest.mark.parametrize("size", [FULL, COMPACT])
def test_the_list_is_named_unclipped_and_indonesian(demonstration_shell, qtbot, size) -> None:
    screen = _shown(demonstration_shell, qtbot)
    screen.widget.resize(*size)
    screen.set_compact(size is COMPACT)
    QApplication.processEvents()
    assert not nameless(screen.widget)
    assert not clipped_words(screen.widget)
    assert not english_buttons(screen.widget)


def test_ordinary_names_and_numbers_are_not_cut(demonstration_shell, qtbot) -> None:
    screen = _shown(demonstration_shell, qtbot)
    words = QFontMetrics(ui_font(14, 600)).horizontalAdvance("Syofyan Oktavian Sutan Mangkuto")
    number = QFontMetrics(ui_font(14)).horizontalAdvance("1306 99•• •••• 0001")

    header = screen.widget.table.horizontalHeader()

    assert header.sectionSize(Column.NAME) >= 14 + 28 + 10 + words + 6
    assert header.sectionSize(Column.NIK) >= 12 + number + 4


def _shown(shell, qtbot):
    screen = build(shell)
    qtbot.addWidget(screen.widget)
    screen.widget.resize(*FULL)
    screen.widget.show()
    qtbot.waitExposed(screen.widget)
    screen.widget.activateWindow()
    screen.enter()
    return screen


def _row(screen, row: int):
    return screen.presenter.model.index(row, 0).data(ResidentRole)
