"""The office's own lists: sub-areas under its own word, and the clans that forms propose."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nagari_kit.domain.suku import FIRST_SUKU
from nagari_kit.ui.screens.settings import build
from tests.ui.looks import clipped_words, english_buttons, nameless


@pytest.fixture
def section(shell, qtbot):
    screen = build(shell)
    qtbot.addWidget(screen.widget)
    screen.widget.resize(1021, 558)
    screen.widget.show()
    qtbot.waitExposed(screen.widget)
    screen.widget.activateWindow()
    screen.enter("wilayah")
    return screen.widget.areas


def write(card, text: str) -> None:
    card.name.setFocus()
    card.name.selectAll()
    QTest.keyClicks(card.name, text)


def test_a_sub_area_is_added_and_renamed_under_the_offices_own_word(section, shell) -> None:
    write(section.areas, "Koto  Tangah")
    QTest.keyClick(section.areas.name, Qt.Key.Key_Return)
    (area,) = shell.workspace.office.jorong()
    assert area.name == "Koto Tangah"
    section.areas.list.setCurrentRow(0)
    write(section.areas, "Koto Tuo")
    section.areas.second.click()
    (renamed,) = shell.workspace.office.jorong()
    assert (renamed.id, renamed.name) == (area.id, "Koto Tuo")
    section.word.setCurrentIndex(section.word.findData("korong"))
    section.word.activated.emit(section.word.currentIndex())
    assert shell.workspace.office.profile().area_word == "korong"
    assert shell.workspace.entry.begin().area_word == "korong"


def test_clans_are_added_and_no_longer_proposed(section, shell) -> None:
    assert section.clans.list.count() == len(FIRST_SUKU)
    write(section.clans, "Suku Sumpadang")
    QTest.keyClick(section.clans.name, Qt.Key.Key_Return)
    assert "Sumpadang" in shell.workspace.entry.begin().suku
    section.clans.list.setCurrentRow(FIRST_SUKU.index("Bendang"))
    section.clans.second.click()
    assert "Bendang" not in shell.workspace.suku.names()
    assert len(shell.workspace.suku.names()) == len(FIRST_SUKU)


def test_an_empty_name_is_refused_at_its_line(section, shell) -> None:
    for card in (section.areas, section.clans):
        card.add.click()
        assert card.row.error()
    assert shell.workspace.office.jorong() == ()
    assert shell.workspace.suku.names() == FIRST_SUKU


def test_the_lists_are_named_unclipped_and_indonesian(section) -> None:
    QApplication.processEvents()
    assert not nameless(section)
    assert not clipped_words(section)
    assert not english_buttons(section)
