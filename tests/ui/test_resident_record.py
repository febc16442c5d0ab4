"""One resident's record: complete, masked, and the shortest way to a letter."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.residents import LifeStatus, ResidentFilter
from nagari_kit.infra.identifiers import new_uuid7
from nagari_kit.ui.screens.resident_record import build
from nagari_kit.ui.widgets.line_row import LineRow
from tests.ui.looks import clipped_words, english_buttons, nameless, tab_through

FULL, COMPACT = (1154, 697), (1021, 558)


@pytest.fixture
def screen(demonstration_shell, qtbot):
    made = build(demonstration_shell)
    qtbot.addWidget(made.widget)
    made.widget.resize(*FULL)
    made.widget.show()
    qtbot.waitExposed(made.widget)
    made.widget.activateWindow()
    return made


@pytest.fixture
def record(demonstration_shell):
    """Somebody with a NIK, a family and letters."""
    residents = demonstration_shell.workspace.residents
    rows = residents.page(ResidentFilter(), 0, 300).rows
    records = (residents.record(row.id) for row in rows)
    return next(one for one in records if one.letters and one.members and one.resident.nik)


def test_the_nik_is_masked_until_asked_for_and_again_for_the_next_person(
    screen, record, caplog
) -> None:
    caplog.set_level("INFO")
    screen.enter(resident_id=record.resident.id)
    head, number = screen.widget.head, record.resident.nik
    assert number not in _digits(head.nik_text())
    QTest.keyClick(head.letter, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    assert number in _digits(head.nik_text())
    assert record.resident.id.hex in caplog.text
    assert number not in caplog.text
    screen.leave()
    assert number not in _digits(head.nik_text())

    head.reveal.click()
    screen.enter(resident_id=record.members[0].id)
    screen.enter(resident_id=record.resident.id)
    assert number not in _digits(head.nik_text())


def test_f9_writes_a_letter_for_the_person_on_the_page(screen, record, demonstration_shell) -> None:
    screen.enter(resident_id=record.resident.id)
    assert screen.widget.head.letter.hasFocus()
    QTest.keyClick(screen.widget.head.letter, Qt.Key.Key_F9)
    assert demonstration_shell.visits == [("letter_issue", {"resident_id": record.resident.id})]


def test_a_relative_opens_the_own_record_and_a_letter_opens_in_the_register(
    screen, record, demonstration_shell
) -> None:
    screen.enter(resident_id=record.resident.id)
    letter = _rows(screen.widget.letters)[0]
    letter.setFocus()
    QTest.keyClick(letter, Qt.Key.Key_Space)
    wanted = {"letter_id": record.letters[0].id}
    assert demonstration_shell.visits[-1] == ("letter_register", wanted)

    relative = _rows(screen.widget.family)[0]
    relative.setFocus()
    QTest.keyClick(relative, Qt.Key.Key_Space)
    QTest.keyClick(screen.widget.head.letter, Qt.Key.Key_F9)
    wanted = {"resident_id": record.members[0].id}
    assert demonstration_shell.visits[-1] == ("letter_issue", wanted)


def test_the_record_lists_the_whole_family_and_every_letter(screen, record) -> None:
    screen.enter(resident_id=record.resident.id)
    assert len(_rows(screen.widget.family)) == len(record.members)
    assert len(_rows(screen.widget.letters)) == len(record.letters)
    screen.reload(Changes.of(Kind.LETTERS))
    QApplication.processEvents()
    assert len(_rows(screen.widget.letters)) == len(record.letters)


def test_for_the_dead_no_letter_is_offered_or_promised(screen, record, demonstration_shell) -> None:
    identity = ResidentId(new_uuid7(demonstration_shell.workspace.clock))
    dead = replace(record.resident, id=identity, nik=None, life_status=LifeStatus.DEAD)
    demonstration_shell.workspace.residents.register(dead)
    screen.enter(resident_id=dead.id)

    assert screen.widget._remark.isVisible()
    assert "bisa dibuat" not in screen.widget._remark.text()
    assert screen.widget.back.hasFocus()
    QTest.keyClick(screen.widget.back, Qt.Key.Key_F9)
    assert demonstration_shell.visits == []


def test_a_record_that_is_gone_is_told_in_the_page_and_escape_leads_back(
    screen, demonstration_shell
) -> None:
    gone = ResidentId(new_uuid7(demonstration_shell.workspace.clock))
    screen.enter(resident_id=gone)
    assert screen.widget._trouble.isVisible()
    assert not screen.widget.head.isVisible()
    QTest.keyClick(screen.widget, Qt.Key.Key_Escape)
    assert demonstration_shell.visits == [("residents", {})]


@pytest.mark.parametrize("size", [FULL, COMPACT])
def test_the_record_is_named_unclipped_indonesian_and_reached_with_tab(
    screen, record, size
) -> None:
    screen.widget.resize(*size)
    screen.set_compact(size is COMPACT)
    screen.enter(resident_id=record.resident.id)
    QApplication.processEvents()
    assert not nameless(screen.widget)
    assert not clipped_words(screen.widget)
    assert not english_buttons(screen.widget)
    reached = tab_through(screen.widget.head.letter)
    assert {*_rows(screen.widget.family), *_rows(screen.widget.letters)} <= set(reached)


def _rows(card) -> list[LineRow]:
    rows = [row for row in card.findChildren(LineRow) if row.isVisibleTo(card)]
    return sorted(rows, key=lambda row: row.y())


def _digits(words: str) -> str:
    return "".join(one for one in words if one.isdigit())
