"""The page of letters that came in, by keyboard: enter, find, mend, cancel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from nagari_kit.domain.changes import Kind
from nagari_kit.domain.correspondence import IncomingReport
from nagari_kit.ui.screens.incoming_letters import build
from nagari_kit.ui.screens.incoming_letters.letter_dialog import IncomingDialog
from nagari_kit.ui.widgets.reason_dialog import ReasonDialog
from tests.ui.looks import clipped_words, english_buttons, nameless

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
def incoming(demonstration_shell):
    return demonstration_shell.workspace.incoming


def shown(screen, kind: type[QWidget]):
    return next(one for one in screen.widget.findChildren(kind) if one.isVisible())


def receive(incoming, clock, sender: str, subject: str):
    return incoming.receive(IncomingReport(clock.today(), sender, subject))[0]


def test_a_letter_is_entered_by_keyboard_and_says_its_number(
    screen, incoming, demonstration_shell
) -> None:
    screen.enter()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F9)
    dialog = shown(screen, IncomingDialog)
    QTest.keyClicks(dialog.from_whom, "Camat Batang Contoh")
    QTest.keyClicks(dialog.subject, "Undangan rapat")
    QTest.keyClick(dialog.subject, Qt.Key.Key_Return)

    (letter,) = incoming.of_year(2026)
    assert letter.content.received_on == demonstration_shell.workspace.clock.today()
    words, _ = demonstration_shell.toasts[-1][:2]
    assert words == f"Surat masuk dicatat, nomor agenda {letter.agenda_number}"
    assert Kind.CORRESPONDENCE in demonstration_shell.told[-1].kinds
    assert screen.widget.model.rowCount() == 1


def test_what_is_missing_is_said_at_its_field_and_what_was_typed_stays(screen, incoming) -> None:
    screen.enter(add=True)
    dialog = shown(screen, IncomingDialog)
    QTest.keyClicks(dialog.from_whom, "Camat")
    dialog.letter_date.setText("31-02-2026")
    dialog.save.click()
    assert dialog._fields["letter_date"].error()

    dialog.letter_date.clear()
    dialog.save.click()
    assert dialog._fields["subject"].error() == "Isi singkat belum diisi."
    assert dialog.from_whom.text() == "Camat"
    assert dialog.save.isEnabled()
    assert incoming.of_year(2026) == ()
    dialog.reject()


def test_an_entry_is_found_mended_and_cancelled(screen, incoming, demonstration_shell) -> None:
    clock = demonstration_shell.workspace.clock
    receive(incoming, clock, "Camat", "Undangan rapat")
    wrong = receive(incoming, clock, "Polsek", "Imbauan kemanan")
    screen.enter()
    QTest.keyClicks(screen.widget.text, "polsek")
    QTest.keyClick(screen.widget.text, Qt.Key.Key_Return)
    QTest.keyClick(screen.widget.table, Qt.Key.Key_Return)
    dialog = shown(screen, IncomingDialog)
    dialog.subject.setText("Imbauan keamanan")
    dialog.save.click()
    assert screen.widget.chosen().content.subject == "Imbauan keamanan"

    QTest.keyClick(screen.widget.table, Qt.Key.Key_Delete)
    reason = shown(screen, ReasonDialog)
    QTest.keyClicks(reason.reason, "tercatat dua kali")
    QTest.keyClick(reason.reason, Qt.Key.Key_Return)
    found = next(one for one in incoming.of_year(2026) if one.id == wrong.id)
    assert found.void_reason == "tercatat dua kali"
    assert not screen.widget.amend.isEnabled()


@pytest.mark.parametrize("size", [FULL, COMPACT])
def test_every_part_is_whole_named_and_indonesian(
    screen, incoming, demonstration_shell, size
) -> None:
    receive(incoming, demonstration_shell.workspace.clock, "Camat " * 20, "Undangan rapat " * 19)
    screen.widget.resize(*size)
    screen.set_compact(size == COMPACT)
    screen.enter()
    QApplication.processEvents()
    assert clipped_words(screen.widget) == []
    assert nameless(screen.widget) == []
    assert english_buttons(screen.widget) == []
    assert not screen.widget.table.horizontalScrollBar().isVisible()
