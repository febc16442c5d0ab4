"""The page of figures: every number leads to its people, by mouse and by keys alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.figures import PeopleBehind
from nagari_kit.domain.population import DayRule
from nagari_kit.domain.registers import RegisterPeriod
from nagari_kit.errors import StorageLockedError
from nagari_kit.ui.jobs.runner import JobRunner
from nagari_kit.ui.printing.sheet_viewer import SheetViewer
from nagari_kit.ui.screens.figures import build
from nagari_kit.ui.screens.figures.figure_words import month_words, percent, signed
from nagari_kit.ui.screens.figures.names_dialog import NamesDialog
from nagari_kit.ui.screens.figures.names_model import PAGE_ROWS, NameLine, NamePage, NamesModel
from nagari_kit.ui.screens.figures.tab_plan import TABS
from nagari_kit.ui.style.fonts import SCALES
from nagari_kit.ui.style.tokens import LIGHT
from nagari_kit.ui.widgets.charts_pyramid import MEN, TOTAL, WOMEN
from tests.ui.looks import clipped_words, english_buttons, nameless, tab_through

FULL, COMPACT = (1154, 768), (1029, 558)
RESIDENTS = 240
YEAR = RegisterPeriod.year(2026)


def opened(shell, qtbot, size=FULL, **arguments):
    made = build(shell)
    qtbot.addWidget(made.widget)
    made.widget.resize(*size)
    made.set_compact(size == COMPACT)
    with qtbot.waitActive(made.widget):
        made.widget.show()
        made.widget.activateWindow()
    made.enter(**arguments)
    QApplication.processEvents()
    return made


@pytest.fixture
def screen(demonstration_shell, qtbot):
    made = opened(demonstration_shell, qtbot)
    yield made
    for dialog in made.widget.findChildren(NamesDialog):
        dialog.reject()


def line(screen) -> str:
    return screen.widget.head._subtitle.text()


def names(screen) -> NamesDialog:
    dialogs = [one for one in screen.widget.findChildren(NamesDialog) if one.isVisible()]
    assert len(dialogs) == 1
    return dialogs[0]


def choose(screen, period: RegisterPeriod) -> None:
    combo = screen.widget.period
    combo.setCurrentIndex(combo.findData(period))


def press(widget, *keys) -> None:
    for key in keys:
        QTest.keyClick(widget, key)


def whole(words: str) -> int:
    return int(words.replace(".", "").replace("+", "").replace("−", "").replace("–", "0"))


def test_the_page_opens_with_the_population_of_today(screen) -> None:
    view = screen.widget
    assert line(screen) == "Keadaan 24 November 2026, seluruh jorong"
    assert view.wanted_period() == RegisterPeriod.month(2026, 11)
    assert view.summary.people.figure() == str(RESIDENTS)
    assert view.summary.balance.text() == "Seimbang"
    assert view.tabs.hasFocus(), "arrows move between the tabs at once"
    assert view.period.count() == 24 + 1 + 3, "two years of months, and the years they lie in"


def test_a_bar_of_the_pyramid_opens_exactly_its_people(screen, demonstration_shell) -> None:
    pyramid = screen.widget.summary.pyramid
    pyramid.setFocus()
    press(pyramid, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Right)
    assert pyramid.accessibleName().startswith("Piramida umur. Perempuan, 15–19 tahun, ")
    count = whole(pyramid.current_words().split(", ")[-1].removesuffix(" jiwa"))

    press(pyramid, Qt.Key.Key_Return)
    dialog = names(screen)
    assert dialog.windowTitle() == "Perempuan, 15–19 tahun"
    assert dialog.model.rowCount() == count > 0
    assert dialog.focusWidget() is dialog.table
    nik = dialog.model.index(0, 1).data()
    assert "•" in nik
    chosen = dialog.model.line(0).resident_id
    press(dialog.table, Qt.Key.Key_Return)
    assert demonstration_shell.visits == [("resident_record", {"resident_id": chosen})]
    assert not dialog.isVisible()


def test_the_mouse_lights_and_opens_what_it_points_at(screen) -> None:
    pyramid = screen.widget.summary.pyramid
    place = QPointF(pyramid.band_area(2, MEN).center()).toPoint()
    QTest.mouseMove(pyramid, place)
    QTest.mouseClick(pyramid, Qt.MouseButton.LeftButton, pos=place)
    dialog = names(screen)
    assert dialog.wish.title == "Laki-laki, 10–14 tahun"
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_above_the_oldest_stands_everybody(screen) -> None:
    pyramid = screen.widget.summary.pyramid
    press(pyramid, Qt.Key.Key_Home)
    assert "semua umur" in pyramid.current_words()
    press(pyramid, Qt.Key.Key_Down)
    assert "75+" in pyramid.current_words()
    press(pyramid, Qt.Key.Key_End)
    assert "0–4" in pyramid.current_words()
    pyramid.opened.emit(TOTAL, WOMEN)
    total = screen.widget.summary._shown.figures.women
    assert names(screen).model.rowCount() == total


def test_every_number_of_every_table_has_as_many_names(screen, demonstration_shell) -> None:
    figures = demonstration_shell.workspace.figures
    choose(screen, YEAR)
    checked = 0
    for place in range(len(TABS)):
        screen.widget.tabs.set_current(place)
        view = screen.widget
        pages = [view.summary.lampid, *view.lampid.findChildren(type(view.summary.lampid))]
        cards = pages[:1] if place == 0 else pages[1:]
        if place > 1:
            cards = view.traits[place - 2].cards
        for card in cards:
            for row in card.table.numbers.grid.rows:
                for cell in (one for one in row if one.wish is not None):
                    if isinstance(cell.wish.behind, PeopleBehind):
                        _, found = figures.people(cell.wish.behind, limit=1)
                    else:
                        found = len(figures.people_of_flow(cell.wish.behind))
                    assert found == whole(cell.text), (card.table.accessibleName(), cell)
                    checked += 1
    assert checked > 150


def test_tiles_with_people_behind_them_are_links(screen) -> None:
    summary = screen.widget.summary
    for tile, title in (
        (summary.households, "Kepala keluarga"),
        (summary.people, "Semua penduduk"),
    ):
        press(tile, Qt.Key.Key_Return)
        dialog = names(screen)
        assert dialog.windowTitle() == title
        assert dialog.model.rowCount() == whole(tile.figure())
        dialog.reject()
    assert summary.sexes.focusPolicy() == Qt.FocusPolicy.NoFocus, "a ratio has no names"


def test_whom_the_pyramid_cannot_show_is_named_beside_it(screen) -> None:
    summary = screen.widget.summary
    assert not summary.unseen.isVisible()
    shown = summary._shown
    gaps = replace(shown, figures=replace(shown.figures, without_birth_date=3, without_sex=1))
    summary.show_overview(gaps, summary._where)
    assert summary.unseen.accessibleName() == (
        "Tidak tampak di piramida: 3 jiwa tanpa tanggal lahir, 1 jiwa tanpa jenis kelamin."
    )
    wishes = []
    summary.opened.disconnect()
    summary.opened.connect(wishes.append)
    for link in ("tanggal", "kelamin"):
        summary.unseen.linkActivated.emit(link)
    assert [one.title for one in wishes] == ["Tanpa tanggal lahir", "Tanpa jenis kelamin"]
    assert [one.behind.no_birth_date for one in wishes] == [True, False]


def test_a_table_is_walked_with_arrows_and_spoken(screen) -> None:
    choose(screen, YEAR)
    table = screen.widget.summary.lampid.table
    table.setFocus()
    last = table.numbers.rowCount() - 1
    table.setCurrentIndex(table.numbers.index(last, 1))
    press(table, Qt.Key.Key_Right)
    spoken = table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Nagari, Lahir: +")
    press(table, Qt.Key.Key_Return)
    dialog = names(screen)
    assert dialog.model.rowCount() == whole(table.currentIndex().data())
    assert dialog.model.headerData(1, Qt.Orientation.Horizontal) == "Peristiwa"


def test_the_year_in_lines_opens_the_births_of_a_month(screen) -> None:
    lines = screen.widget.summary.lines
    births = screen.widget.summary._shown.months
    place = next(at for at, one in enumerate(births) if one.births)
    count = births[place].births
    press(lines, *[Qt.Key.Key_Left] * (11 - place))
    assert lines.current_words() == f"Lahir, {month_words(births[place].month)}, {count}"
    press(lines, Qt.Key.Key_Return)
    assert names(screen).model.rowCount() == count


def test_a_jorong_alone_is_counted_and_named(screen) -> None:
    view = screen.widget
    view.jorong.setCurrentIndex(1)
    name = view.jorong.currentText()
    assert line(screen).endswith(f"jorong {name}")
    rows = view.summary.lampid.table.numbers.grid.rows
    assert [row[0].text for row in rows] == [name]
    assert 0 < whole(view.summary.people.figure()) < RESIDENTS


def test_lampid_goes_by_either_date_and_by_month(screen) -> None:
    view = screen.widget
    choose(screen, YEAR)
    view.tabs.set_current(1)
    by_place = view.lampid.flows.table.numbers.grid
    view.lampid.division.set_current(1)
    view.lampid.division.current_changed.emit(1)
    by_month = view.lampid.flows.table.numbers.grid
    assert [row[0].text for row in by_month.rows][-2:] == ["November 2026", "Jumlah"]
    assert [c.text for c in by_month.rows[-1][1:]] == [c.text for c in by_place.rows[-1][1:]]

    view.lampid.rule.setCurrentIndex(1)
    assert screen.presenter._asked.rule is DayRule.REPORT
    assert view.lampid.balance.text() == "Seimbang"


def test_a_month_before_the_books_says_so(screen) -> None:
    note = screen.widget.note
    assert not note.isVisible()
    choose(screen, RegisterPeriod.month(2026, 8))
    assert note.isVisible()
    assert "15 November 2026" in note.text()
    choose(screen, RegisterPeriod.month(2026, 11))
    assert not note.isVisible()


def test_an_office_without_people_is_led_to_the_import(shell, qtbot) -> None:
    screen = opened(shell, qtbot)
    view = screen.widget
    assert view.nobody.isVisible()
    assert not view.print.isEnabled()
    view.nobody.action_requested.emit()
    assert shell.visits == [("resident_import", {})]


def test_trouble_is_told_in_place_and_can_be_tried_again(screen) -> None:
    view = screen.widget
    view.show_trouble(StorageLockedError("Data sedang dipakai. Tidak ada yang berubah."))
    assert view.trouble.isVisible()
    assert not view.print.isEnabled()
    view.trouble.action_requested.emit()
    assert not view.trouble.isVisible()
    assert view.print.isEnabled()


def test_a_late_answer_to_an_earlier_choice_is_dropped(demonstration_shell, qtbot) -> None:
    runner = JobRunner()
    demonstration_shell.runner = runner
    screen = opened(demonstration_shell, qtbot)
    qtbot.waitUntil(screen.widget.print.isEnabled, timeout=20_000)
    choose(screen, RegisterPeriod.month(2026, 8))
    choose(screen, RegisterPeriod.month(2026, 7))
    qtbot.waitUntil(screen.widget.print.isEnabled, timeout=20_000)
    qtbot.waitUntil(lambda: not runner.is_busy, timeout=20_000)
    assert line(screen).startswith("Keadaan 31 Juli 2026")


def test_new_events_change_the_numbers_and_letters_do_not(screen, demonstration_shell) -> None:
    reads = []
    figures = demonstration_shell.workspace.figures
    overview = figures.overview
    figures.overview = lambda *asked: reads.append(asked) or overview(*asked)
    screen.reload(Changes.of(Kind.LETTERS))
    assert reads == []
    screen.widget.period.setFocus()
    screen.reload(Changes.of(Kind.POPULATION))
    assert len(reads) == 1
    assert screen.widget.period.hasFocus(), "the caret stays where it is"


def test_the_report_is_shown_before_it_is_printed(screen) -> None:
    press(screen.widget, Qt.Key.Key_Tab)
    QTest.keyClick(screen.widget, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    viewer = next(iter(screen.widget.findChildren(SheetViewer)))
    assert viewer.windowTitle() == "Laporan Kependudukan November 2026"
    assert viewer.preview.pages == 2, "ages, and LAMPID"
    viewer.reject()


def test_the_spreadsheet_of_sums_holds_no_name(
    screen, demonstration_shell, tmp_path, monkeypatch
) -> None:
    chosen = str(tmp_path / "laporan")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (chosen, ""))
    QTest.keyClick(screen.widget, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    path = tmp_path / "laporan.xlsx"
    assert demonstration_shell.toasts[-1][:2] == ("Laporan disimpan", str(path))
    words = ZipFile(path).read("xl/sharedStrings.xml").decode()
    assert "Penduduk menurut Umur" in words or "PENDUDUK MENURUT UMUR" in words
    people, _ = demonstration_shell.workspace.figures.people(
        PeopleBehind(date(2026, 11, 24)), limit=RESIDENTS
    )
    assert not [one.name for one in people if f">{one.name}<" in words]


def test_names_are_exported_masked_and_told_to_the_log(
    screen, demonstration_shell, tmp_path, monkeypatch
) -> None:
    path = tmp_path / "nama.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(path), ""))
    screen.widget.summary.pyramid.opened.emit(TOTAL, MEN)
    dialog = names(screen)
    QTest.keyClick(dialog, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    words = ZipFile(path).read("xl/sharedStrings.xml").decode()
    first = dialog.model.line(0)
    assert first.cells[0] in words
    assert first.cells[1] in words
    people, _ = demonstration_shell.workspace.figures.people(
        PeopleBehind(date(2026, 11, 24)), limit=RESIDENTS
    )
    assert not [one for one in people if one.nik and one.nik in words]
    assert demonstration_shell.told[-1].kinds == {Kind.SYNC}
    dialog.reject()


def test_a_long_list_asks_for_what_is_looked_at(qtbot) -> None:
    model = NamesModel(("Nama",))
    asked = []
    model.page_needed.connect(asked.append)
    lines = tuple(NameLine(None, (f"Warga {at}",)) for at in range(PAGE_ROWS))
    model.put(NamePage(lines, 0, 5000))
    assert model.index(3, 0).data() == "Warga 3"
    assert model.index(4321, 0).data() is None
    assert model.index(4322, 0).data() is None
    assert asked == [4200], "once for a page"
    model.put(NamePage(lines, 4200, 5000))
    assert model.index(4321, 0).data() == "Warga 121"


@pytest.mark.parametrize(
    ("part", "of_all", "words"),
    [
        (1, 3, "33,3 %"),
        (0, 3, "0,0 %"),
        (3, 3, "100,0 %"),
        (4999, 5000, "99,9 %"),
        (1, 50_000, "0,1 %"),
        (0, 0, "–"),
    ],
)
def test_a_share_is_whole_only_when_nobody_is_missing(part, of_all, words) -> None:
    assert percent(part, of_all) == words


def test_changes_have_their_sign() -> None:
    assert [signed(5), signed(-1204), signed(0)] == ["+5", "−1.204", "0"]


@pytest.mark.parametrize("size", [FULL, COMPACT])
@pytest.mark.parametrize("scale", SCALES)
def test_every_part_is_whole_named_and_indonesian(
    demonstration_shell, qtbot, restyled, size, scale
) -> None:
    restyled(LIGHT, scale)
    screen = opened(demonstration_shell, qtbot, size)
    view = screen.widget
    for place in range(len(TABS)):
        view.tabs.set_current(place)
        QApplication.processEvents()
        assert clipped_words(view) == []
        assert nameless(view) == []
        assert english_buttons(view) == []
        page = view._scroll
        assert page.widget().width() <= page.viewport().width() + 6, "nothing hides at the right"
    view.tabs.set_current(0)
    QApplication.processEvents()
    reached = tab_through(view.tabs)
    for part in (view.period, view.jorong, view.summary.people, view.summary.pyramid,
                 view.summary.lampid.table, view.summary.lines, view.print):  # fmt: skip
        assert part in reached
