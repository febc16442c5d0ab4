"""The residents' list: found while typing, opened and served with the keyboard alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from python_calamine import CalamineWorkbook

from nagari_kit.domain import events
from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.exporting import ExportForm
from nagari_kit.domain.resident_columns import ListColumn
from nagari_kit.domain.residents import ResidentFilter, Sex
from nagari_kit.ui.printing.sheet_viewer import SheetViewer
from nagari_kit.ui.screens.residents import build
from nagari_kit.ui.screens.residents.columns_dialog import ColumnsDialog
from nagari_kit.ui.screens.residents.export_dialog import ExportDialog, ExportWish
from nagari_kit.ui.screens.residents.row_window import PAGE_ROWS
from nagari_kit.ui.screens.residents.table_model import TICK, ResidentRole
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


def test_a_household_without_a_head_is_told_beside_the_heads(demonstration_shell, qtbot) -> None:
    workspace = demonstration_shell.workspace
    heads = workspace.residents.page(ResidentFilter(family_relation=1), 0, 99).rows
    record = next(one for row in heads if (one := workspace.residents.record(row.id)).members)
    with workspace.context.store.write("Rina") as uow:
        headless = replace(record.resident, family_relation=9)
        uow.residents.save(headless)
        uow.record(events.resident_changed(headless, None))
        uow.commit()
    assert workspace.residents.summary().headless == 1
    screen = _shown(demonstration_shell, qtbot)
    words = " ".join(label.text() for label in screen.widget.head.findChildren(QLabel))
    assert "keluarga (1 tanpa kepala)" in words


def test_the_list_calls_its_areas_as_the_office_does(demonstration_shell, qtbot) -> None:
    office = demonstration_shell.workspace.office
    office.save_profile(replace(office.profile(), area_word="korong"))
    area = office.jorong()[0]
    screen = _shown(demonstration_shell, qtbot)
    view, model = screen.widget, screen.presenter.model
    assert view.filters.jorong.itemText(0) == "Semua korong"
    heads = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    assert "Korong" in heads
    assert "Jorong" not in heads
    view.filters.jorong.setCurrentIndex(view.filters.jorong.findData(area.id))
    qtbot.waitUntil(lambda: f"Korong {area.name}" in _tags(screen))


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


def test_a_name_that_is_typed_in_the_table_is_searched(screen, qtbot) -> None:
    view = screen.widget
    view.table.setFocus()
    view.table.selectRow(0)
    QTest.keyClicks(QApplication.focusWidget(), "n")
    QTest.keyClicks(QApplication.focusWidget(), "ur")
    assert view.filters.text.text() == "nur"
    assert view.filters.text.hasFocus()


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
    qtbot.waitUntil(lambda: model.index(last, 1).data(ResidentRole) is not None)

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


def test_a_search_without_hits_says_so_and_looks_further_step_by_step(screen, qtbot) -> None:
    everybody = screen.presenter.model.rowCount()
    nothing = screen.widget._nothing

    def said() -> str:
        return " ".join(label.text() for label in nothing.findChildren(QLabel))

    screen.enter(ResidentFilter(text="xqzvw", sex=Sex.FEMALE))
    qtbot.waitUntil(lambda: "“xqzvw”" in said())
    assert not screen.widget.letter.isEnabled()
    assert "Saringan lain masih aktif" in said()
    nothing.action_requested.emit()
    qtbot.waitUntil(lambda: "belum ikut dicari" in said())
    nothing.action_requested.emit()
    qtbot.waitUntil(lambda: "nama ibu" in said())
    assert screen.widget.filters.text.text() == "xqzvw"
    nothing.action_requested.emit()
    qtbot.waitUntil(lambda: screen.presenter.model.rowCount() == everybody)


def test_who_is_merely_like_the_text_is_listed_as_a_guess(
    screen, demonstration_shell, qtbot
) -> None:
    name = _row(screen, 7).name.split()[0]
    text = screen.widget.filters.text
    text.setText(f"{name}w")
    QTest.keyClick(text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any("tidak ada yang persis" in words for words in _tags(screen)))
    assert name in _row(screen, 0).name
    assert demonstration_shell.visits == []

    text.setText(name)
    qtbot.waitUntil(lambda: f"“{name}”" in _tags(screen))


def test_only_heads_of_families_are_listed_under_their_tab(screen, qtbot) -> None:
    everybody = screen.presenter.model.rowCount()
    screen.widget.tabs.tabs.set_current(1)
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

    assert header.sectionSize(1) >= 6 + 28 + 10 + words + 6
    assert header.sectionSize(2) >= 12 + number + 4


def test_a_filter_shows_as_tags_that_can_be_taken_away(screen, qtbot) -> None:
    screen.enter(ResidentFilter(sex=Sex.FEMALE, age_from=17, age_to=25, without_kk=True))
    tags = screen.widget.tags.findChildren(QAbstractButton)
    shown = {tag.text() for tag in tags if tag.isVisible()}
    assert {"Perempuan", "Umur 17–25 tahun", "Tanpa KK"} <= shown
    next(tag for tag in tags if tag.text() == "Tanpa KK").click()

    wanted = screen.presenter.actions.wanted
    assert wanted == ResidentFilter(sex=Sex.FEMALE, age_from=17, age_to=25)
    assert screen.widget.filters.age.currentText() == "17–25 tahun"
    screen.widget.tags.clear.click()
    assert screen.presenter.actions.wanted == ResidentFilter()


def test_a_filter_that_is_kept_becomes_a_tab_with_its_count(screen, demonstration_shell) -> None:
    old = ResidentFilter(age_from=60)
    screen.enter(old)
    screen.presenter.actions._keep("Lansia")
    screen.reload(Changes.of(Kind.FILTERS))

    count = demonstration_shell.workspace.residents.page(old, 0, 1).total
    assert (screen.widget.tabs.name_of(old), count > 0) == ("Lansia", True)
    assert ("Lansia", count) in screen.widget.tabs.tabs._tabs
    assert screen.widget.tags.kept.text() == "Tersimpan: Lansia"
    screen.widget.tags.forget_wanted.emit()
    screen.reload(Changes.of(Kind.FILTERS))
    assert demonstration_shell.workspace.filters.counted() == ()


def test_a_tab_counts_the_very_list_that_it_opens(screen) -> None:
    tabs = screen.widget.tabs.tabs
    for place in (1, 0):
        tabs.set_current(place)
        assert tabs._tabs[place][1] == screen.presenter.model.rowCount() > 0


def test_a_tab_stays_marked_while_one_narrows_it_down(screen) -> None:
    screen.widget.tabs.tabs.set_current(1)
    screen.widget.filters.age.setCurrentIndex(4)
    screen.presenter.read()
    assert screen.widget.tabs.tabs.current() == 1
    assert screen.presenter.actions.wanted.family_relation == 1


def test_kept_filters_without_room_stand_in_a_menu(screen, demonstration_shell) -> None:
    for age in range(1, 9):
        name = f"Undangan musyawarah nomor {age}"
        demonstration_shell.workspace.filters.save(name, ResidentFilter(age_from=age))
    last = ResidentFilter(age_from=8)
    screen.enter(last)
    screen.reload(Changes.of(Kind.FILTERS))
    tabs = screen.widget.tabs
    shown = [title for title, _ in tabs.tabs._tabs]

    assert tabs.rest.isVisible()
    assert tabs.rest.text() == f"{10 - len(shown)} lagi"
    assert shown[tabs.tabs.current()] == "Undangan musyawarah nomor 8"
    assert tabs.tabs.sizeHint().width() <= tabs.width() - tabs.rest.width()


def test_a_range_that_is_not_read_yet_is_ticked_whole(screen) -> None:
    model, selection = screen.presenter.model, screen.presenter.selection
    screen.widget.table.ticked.emit(0)
    screen.widget.table.range_ticked.emit(0, model.rowCount() - 1)
    assert len(selection.ids()) == model.rowCount() > PAGE_ROWS
    screen.widget.table._everybody.click()
    assert selection.ids() == ()


def test_the_list_is_laid_out_for_paper(screen) -> None:
    screen.widget.table.range_ticked.emit(0, 2)
    QTest.keyClick(screen.widget, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    viewer = screen.widget.findChild(SheetViewer)
    assert viewer is not None
    assert viewer.windowTitle() == "Daftar warga"
    viewer.reject()


def test_residents_are_ticked_with_the_keyboard(screen, demonstration_shell) -> None:
    table, selection = screen.widget.table, screen.presenter.selection
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert selection.ids() == (_row(screen, 0).id,)
    for _ in range(2):
        QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert selection.ids() == tuple(_row(screen, row).id for row in range(3))
    assert screen.widget.selection.isVisible()
    box = screen.presenter.model.index(2, TICK)
    assert box.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(selection.ids()) == screen.presenter.model.rowCount()
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert selection.ids() == ()
    assert not screen.widget.selection.isVisible()


def test_the_chosen_columns_are_remembered_on_this_pc(demonstration_shell, qtbot) -> None:
    screen = _shown(demonstration_shell, qtbot)
    screen.presenter.actions.ask_for_columns()
    dialog = screen.widget.findChild(ColumnsDialog)
    dialog.rows[ListColumn.SUKU].setChecked(True)
    dialog.rows[ListColumn.AGE].setChecked(False)
    dialog.accept()

    again = _shown(demonstration_shell, qtbot)
    model = again.presenter.model
    titles = [model.headerData(section, Qt.Orientation.Horizontal) for section in range(1, 9)]
    assert "Suku" in titles
    assert "Umur" not in titles
    assert titles[0] == "Nama"


def test_ticked_residents_are_exported_masked(screen, demonstration_shell, tmp_path) -> None:
    screen.widget.table.range_ticked.emit(0, 4)
    out = tmp_path / "lima.xlsx"
    wish = ExportWish(ExportForm.NAGARI, full=False, reason="")
    screen.presenter.actions.export(out, wish, ticked=True)

    rows = CalamineWorkbook.from_path(out).get_sheet_by_index(0).to_python()
    assert len(rows) == 6
    assert not [cell for row in rows for cell in row if len(str(cell)) == 16 and cell.isdigit()]
    assert demonstration_shell.toasts[-1][0] == "5 warga diekspor"


def test_a_full_export_waits_for_its_reason(screen) -> None:
    screen.widget.export_button.click()
    dialog = screen.widget.findChild(ExportDialog)
    assert not dialog.full.isEnabled()
    dialog.form.setCurrentIndex(2)
    dialog.full.click()
    assert not dialog.confirm.isEnabled()
    dialog.reason.setText("Diminta kecamatan")
    assert dialog.confirm.isEnabled()
    assert dialog.wish() == ExportWish(ExportForm.OPENSID, full=True, reason="Diminta kecamatan")
    dialog.reject()


def test_the_list_says_why_somebody_was_found(screen) -> None:
    child = next(
        row
        for at in range(60)
        if (row := _row(screen, at)) is not None and row.family_relation == 4
    )
    mother = screen.presenter._shell.workspace.residents.record(child.id).resident.parents
    screen.enter(ResidentFilter(text=f"{child.name.split()[0]} {mother.mother_name}"))
    found = {
        _row(screen, at).id: _row(screen, at) for at in range(screen.presenter.model.rowCount())
    }
    assert found[child.id].found_by.startswith("ibu: ")


def _shown(shell, qtbot):
    screen = build(shell)
    qtbot.addWidget(screen.widget)
    screen.widget.resize(*FULL)
    screen.widget.show()
    qtbot.waitExposed(screen.widget)
    screen.widget.activateWindow()
    screen.enter()
    return screen


def _tags(screen) -> list[str]:
    buttons = screen.widget.tags.findChildren(QAbstractButton)
    return [button.text() for button in buttons if not button.isHidden()]


def _row(screen, row: int):
    return screen.presenter.model.index(row, 1).data(ResidentRole)
