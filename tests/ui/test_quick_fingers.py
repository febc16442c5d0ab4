"""Enter right after typing, before the answer is on the screen: it never takes somebody else."""

from __future__ import annotations

from operator import attrgetter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from nagari_kit.ui.screens import (
    home,
    letter_issue,
    letter_register,
    population_event,
    residents,
)
from tests.ui.letter_desk import file_letter, press, serve, show, type_text

FIRST = {"name": "Arman Pakiah", "nik": "1306990509820003"}
OTHER = {"name": "Zulfadhli Paninggahan", "nik": "1306990609820004"}


@pytest.fixture
def people(shell):
    """Two residents whose names share no letters at the start."""
    return [serve(shell, one["name"], nik=one["nik"]) for one in (FIRST, OTHER)]


@pytest.mark.parametrize(
    ("page", "box", "shown"),
    [
        (home, "search.line", "widget.results.model"),
        (residents, "filters.text", "presenter.model"),
    ],
)
def test_the_person_typed_last_is_taken_not_the_one_still_shown(
    qtbot, shell, people, page, box, shown
) -> None:
    screen = page.build(shell)
    show(qtbot, screen)
    screen.enter()
    line = attrgetter(box)(screen.widget)
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    type_text("arm")
    qtbot.waitUntil(lambda: attrgetter(shown)(screen).rowCount() == 1)
    qtbot.wait(300)
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text("zulf")
    press(Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: bool(shell.visits))
    assert [arguments for _, arguments in shell.visits] == [{"resident_id": people[1].id}]


def test_f9_right_after_typing_writes_no_letter_for_the_row_before(qtbot, shell, people) -> None:
    screen = residents.build(shell)
    show(qtbot, screen)
    screen.enter()
    line = screen.widget.filters.text
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    type_text("zulf")
    press(Qt.Key.Key_F9)
    assert not shell.visits

    qtbot.waitUntil(lambda: screen.presenter.model.rowCount() == 1)
    screen.widget.table.selectRow(0)
    press(Qt.Key.Key_F9)
    assert shell.visits == [("letter_issue", {"resident_id": people[1].id})]


def test_a_letter_is_never_begun_for_the_person_of_the_search_before(qtbot, shell, people) -> None:
    screen = letter_issue.build(shell)
    show(qtbot, screen)
    screen.enter()
    step, taken = screen.widget.residents, []
    qtbot.waitUntil(step.search.hasFocus)
    step.chosen.connect(taken.append)
    type_text("arm")
    qtbot.waitUntil(lambda: step.hits() == 1)
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text("zulf")
    press(Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: bool(taken))
    assert taken == [people[1].id]


def test_the_register_opens_the_number_typed_not_the_newest_letter(qtbot, shell, people) -> None:
    letters = [file_letter(shell, one) for one in people]
    screen = letter_register.build(shell)
    show(qtbot, screen)
    screen.enter()
    screen.widget.filters.text.setFocus()
    qtbot.waitUntil(screen.widget.filters.text.hasFocus)
    type_text(letters[0].number)
    press(Qt.Key.Key_Return)

    qtbot.waitUntil(screen.widget.body.is_detail_open)
    assert screen.presenter.detail.wanted == letters[0].id


def test_delete_right_after_another_row_asks_about_that_row(
    qtbot, shell, people, monkeypatch
) -> None:
    letters = [file_letter(shell, one) for one in people]
    screen = letter_register.build(shell)
    show(qtbot, screen)
    screen.enter(letters[1].id)
    qtbot.waitUntil(screen.widget.body.is_detail_open)
    waiting = []
    monkeypatch.setattr(shell.runner, "start", lambda *work, **more: waiting.append((work, more)))
    screen.presenter.detail.choose(letters[0].id)
    monkeypatch.undo()
    screen.widget.detail.void.click()
    assert QApplication.activeModalWidget() is None

    shell.runner.start(*waiting[0][0], **waiting[0][1])
    question = QApplication.activeModalWidget()
    assert letters[0].number in " ".join(one.text() for one in question.findChildren(QLabel))
    question.reject()


def test_one_enter_takes_the_first_of_several_for_an_event_too(qtbot, shell, people) -> None:
    serve(shell, "Zulfadhli Koto", nik="1306990709820005")
    screen = population_event.build(shell)
    show(qtbot, screen)
    screen.enter(kind="death")
    step, taken = screen.widget.finder, []
    step.chosen.connect(taken.append)
    qtbot.waitUntil(step.search.hasFocus)
    type_text("zulf")
    qtbot.waitUntil(lambda: len(step.rows) == 2)
    press(Qt.Key.Key_Return)
    assert len(taken) == 1


def test_of_several_nobody_is_taken_unseen(qtbot, shell, people) -> None:
    serve(shell, "Zulfadhli Koto", nik="1306990709820005")
    screen = home.build(shell)
    show(qtbot, screen)
    screen.enter()
    qtbot.waitUntil(screen.widget.search.line.hasFocus)
    type_text("zulf")
    press(Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: screen.widget.results.model.rowCount() == 2)
    assert not shell.visits
    press(Qt.Key.Key_Return)
    assert [name for name, _ in shell.visits] == ["letter_issue"]
