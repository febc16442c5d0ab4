"""The first page when things are not as usual: quick fingers, a small screen, no data, trouble."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from nagari_kit.domain.letters import LetterFilter, LetterStatus
from nagari_kit.errors import StorageLockedError
from nagari_kit.services.home import Attention
from nagari_kit.ui.screens import home
from nagari_kit.ui.screens.home.results import MAXIMUM_ROWS
from nagari_kit.ui.widgets import Chip
from tests.ui.letter_desk import press, show, type_text
from tests.ui.looks import clipped_words, nameless


@pytest.fixture
def desk(demonstration_shell):
    return demonstration_shell


@pytest.fixture
def page(qtbot, desk):
    """The page of the demonstration nagari, entered."""
    screen = home.build(desk)
    show(qtbot, screen)
    screen.enter()
    return screen.widget


def names(page) -> list[str]:
    return [row.name for row in page.results.model.rows]


def test_enter_pressed_before_the_results_came_takes_nobody(qtbot, desk, page) -> None:
    type_text("yusmaniar")
    press(Qt.Key.Key_Return)

    assert desk.visits == []
    qtbot.waitUntil(lambda: bool(names(page)))
    press(Qt.Key.Key_Return)
    assert desk.visits == [("letter_issue", {"resident_id": page.results.model.rows[0].id})]


def test_enter_after_more_letters_never_takes_a_row_of_the_older_search(qtbot, desk, page) -> None:
    type_text("yus")
    qtbot.waitUntil(lambda: bool(names(page)))
    type_text("xqzw")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)

    assert desk.visits == []


def test_a_resident_is_found_by_the_whole_nik(qtbot, desk, page) -> None:
    somebody = desk.workspace.residents.search("yus")[0]
    page.search.line.setText(somebody.nik)

    qtbot.waitUntil(lambda: [row.id for row in page.results.model.rows] == [somebody.id])


def test_a_database_in_use_is_told_and_the_box_keeps_what_was_typed(
    qtbot, desk, page, monkeypatch
) -> None:
    def locked(*_args):
        raise StorageLockedError("Data sedang dipakai. Tidak ada yang hilang.")

    monkeypatch.setattr(desk.workspace.residents, "search", locked)
    type_text("yus")

    qtbot.waitUntil(lambda: bool(desk.errors))
    assert page.search.text() == "yus"


def test_an_empty_office_leads_to_the_import(qtbot, shell) -> None:
    screen = home.build(shell)
    show(qtbot, screen)
    screen.enter()

    (row,) = screen.widget.attention.findChildren(QAbstractButton)
    row.click()

    assert shell.visits == [("resident_import", {})]


@pytest.mark.parametrize("kind", ["signer", "residents", "sync", "disk", "doubts"])
def test_whatever_needs_attention_leads_somewhere(qtbot, shell, kind: str) -> None:
    screen = home.build(shell)
    show(qtbot, screen)
    card = screen.widget.attention
    card.show_list((Attention(kind, "Perlu dilihat", "Buka."),))

    card.findChildren(QAbstractButton)[-1].click()

    assert shell.visits


@pytest.mark.parametrize("compact", [False, True])
def test_everything_has_a_name_and_room_on_any_screen(qtbot, desk, compact) -> None:
    screen = home.build(desk)
    show(qtbot, screen, compact)
    screen.enter()
    QTest.keyClicks(screen.widget.search.line, "yus")
    qtbot.waitUntil(screen.widget.results.isVisible)

    panel = screen.widget.results
    assert nameless(screen.widget) == []
    assert clipped_words(screen.widget) == []
    assert not panel.list.horizontalScrollBar().isVisible()
    assert panel.geometry().bottom() < screen.widget.height()


@pytest.mark.parametrize(
    ("enrolment", "online", "words"),
    [
        ("approved", True, "Normal"),
        ("approved", None, "Normal"),
        ("approved", False, "Tanpa internet"),
        ("revoked", True, "Izin sinkron dicabut"),
    ],
)
def test_the_card_of_the_data_never_contradicts_the_pill(
    desk, page, enrolment, online, words
) -> None:
    overview = desk.workspace.home.overview()
    status = replace(overview.sync, enrolment=enrolment, online=online)

    page.show_overview(replace(overview, sync=status), desk.workspace.clock.today())

    assert [chip.text() for chip in page.safety.findChildren(Chip)] == [words]


def test_a_cut_list_of_residents_does_not_pass_for_all_of_them(qtbot, desk, page) -> None:
    assert len(desk.workspace.residents.search("a", MAXIMUM_ROWS + 1)) > MAXIMUM_ROWS
    type_text("a")

    qtbot.waitUntil(page.results.isVisible)
    heads = [label.text() for label in page.results.findChildren(QLabel)]
    assert f"{MAXIMUM_ROWS} warga pertama yang cocok" in heads
    assert f"{MAXIMUM_ROWS} warga cocok" not in heads


def test_a_small_screen_keeps_the_facts_of_the_data_together(qtbot, desk) -> None:
    screen = home.build(desk)
    show(qtbot, screen, True)
    screen.enter()

    safety = screen.widget.safety
    qtbot.waitUntil(lambda: safety.height() == safety.sizeHint().height(), timeout=2000)


def test_a_voided_letter_does_not_count_as_issued(qtbot, desk, page) -> None:
    day = page.day
    letter = desk.workspace.register.page(LetterFilter(status=LetterStatus.ISSUED), 0, 1).rows[0]
    voided = replace(letter, status=LetterStatus.VOIDED)
    day.show_day((), (letter, voided), desk.workspace.clock.today())
    assert day._count.text() == "1 terbit, 1 dibatalkan"
