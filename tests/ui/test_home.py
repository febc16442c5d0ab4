"""Home: the search that every visit begins with, and the work of the day below it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.ui.screens import home
from nagari_kit.ui.screens.home.result_delegate import matched_span
from nagari_kit.ui.typed_person import known_of
from nagari_kit.ui.widgets import Button


@pytest.fixture
def page(qtbot, demonstration_shell):
    screen = home.build(demonstration_shell)
    qtbot.addWidget(screen.widget)
    screen.widget.resize(1154, 697)
    screen.enter()
    screen.widget.show()
    qtbot.waitExposed(screen.widget)
    screen.widget.activateWindow()
    screen.widget.search.take_focus()
    return screen


def someone(shell):
    return next(
        row for row in shell.workspace.residents.search("ari", 50) if len(row.name.split()) > 1
    )


def look_for(page, text: str) -> None:
    QTest.keyClicks(page.widget.search.line, text)
    page.presenter.search()


def buttons(page, words: str) -> list[Button]:
    return [one for one in page.widget.findChildren(Button) if one.text() == words]


def test_typing_a_name_finds_the_resident_after_a_short_pause(
    qtbot, page, demonstration_shell
) -> None:
    wanted = someone(demonstration_shell)
    QTest.keyClicks(page.widget.search.line, wanted.name)
    qtbot.waitUntil(page.widget.results.isVisible, timeout=2000)
    assert wanted.id in {row.id for row in page.widget.results.model.rows}


def test_enter_opens_a_letter_for_the_first_hit(page, demonstration_shell) -> None:
    look_for(page, someone(demonstration_shell).name)
    first = page.widget.results.model.rows[0]
    QTest.keyClick(page.widget.search.line, Qt.Key.Key_Return)
    assert demonstration_shell.visits == [("letter_issue", {"resident_id": first.id})]


def test_the_arrows_choose_and_control_enter_opens_the_record(page, demonstration_shell) -> None:
    look_for(page, "a")
    rows = page.widget.results.model.rows
    assert len(rows) > 1
    line = page.widget.search.line
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert demonstration_shell.visits == [("resident_record", {"resident_id": rows[1].id})]


def test_a_list_shows_no_whole_nik(page, demonstration_shell) -> None:
    look_for(page, someone(demonstration_shell).name)
    index = page.widget.results.model.index(0, 0)
    row = page.widget.results.model.rows[0]
    said = str(index.data(Qt.ItemDataRole.AccessibleTextRole)) + str(index.data())
    assert row.nik
    assert row.nik not in said


def test_escape_closes_the_results_first_and_empties_the_box_then(page) -> None:
    look_for(page, "a")
    line = page.widget.search.line
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert not page.widget.results.isVisible()
    assert line.text() == "a"
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == ""


def test_nobody_found_offers_the_way_to_a_new_resident(page, demonstration_shell) -> None:
    look_for(page, "xqzvw")
    assert page.widget.results.model.rowCount() == 0
    page.widget.results.new_resident.click()
    way = {"then": "letter_issue", "name": "xqzvw"}
    assert demonstration_shell.visits[-1] == ("resident_form", way)


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("  nurlis   caniago ", {"name": "nurlis caniago"}),
        ("1306 9945 0982 0017", {"nik": "1306994509820017"}),
        ("130699", {}),
        ("", {}),
    ],
)
def test_the_form_begins_with_a_name_or_a_whole_nik(typed, known) -> None:
    assert known_of(typed) == known


def test_todays_drafts_and_letters_lead_on(page, demonstration_shell) -> None:
    overview = demonstration_shell.workspace.home.overview()
    assert overview.drafts
    assert overview.today
    buttons(page, "Lanjutkan")[0].click()
    buttons(page, "Lihat")[0].click()
    assert demonstration_shell.visits == [
        ("letter_issue", {"draft_id": overview.drafts[0].id}),
        ("letter_register", {"letter_id": overview.today[0].id}),
    ]


def test_a_draft_that_is_gone_leaves_the_page(page, demonstration_shell) -> None:
    for draft in demonstration_shell.workspace.drafts.all():
        demonstration_shell.workspace.drafts.delete(draft.id)
    page.reload(Changes.of(Kind.DRAFTS))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert buttons(page, "Lanjutkan") == []


def test_the_results_lie_right_under_the_box(page) -> None:
    look_for(page, "a")
    box, panel = page.widget.search, page.widget.results
    assert panel.pos() == box.mapTo(page.widget, QPoint(0, box.height() + 6))
    assert panel.width() == box.width()


@pytest.mark.parametrize(
    ("name", "typed", "part"),
    [("Yusmaniar", "YUSMA", "Yusma"), ("Aisyah", "sya", "sya"), ("Ali", "1306", "")],
)
def test_the_part_that_was_typed_stands_out(name: str, typed: str, part: str) -> None:
    start, end = matched_span(name, typed)
    assert name[start:end] == part
