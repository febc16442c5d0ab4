"""F9 on a PC whose clock is wrong: asked for the date, never stopped."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from nagari_kit.domain.letters import LetterFilter
from nagari_kit.ui.screens import letter_issue
from nagari_kit.ui.widgets import ConfirmDialog
from tests.ui.letter_desk import SKU, file_letter, fill, serve, show

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def screen(qtbot, shell, clock):
    """The filled form; the clock fell back after the last letter."""
    file_letter(shell, serve(shell, "Arman Pakiah"))
    clock.moment = datetime(2026, 10, 15, 1, tzinfo=UTC)
    made = letter_issue.build(shell)
    show(qtbot, made)
    resident = serve(shell, nik="1306990609820004")
    made.enter(resident_id=resident.id, type_id="sku")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    fill(made.widget.form.fields, SKU)
    return made


def letters(shell) -> int:
    return shell.workspace.register.page(LetterFilter(), 0, 1).total


def ask(qtbot, screen) -> ConfirmDialog:
    screen.widget.form.issue.click()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ConfirmDialog))
    return QApplication.activeModalWidget()


def words(widget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def test_the_date_is_asked_for_and_then_the_letter_goes_out(qtbot, shell, screen) -> None:
    assert "15 Oktober 2026" in words(screen.widget.form.banners)
    question = ask(qtbot, screen)
    assert "24 November 2026" in words(question)
    assert letters(shell) == 1

    question.confirm.click()
    qtbot.waitUntil(lambda: letters(shell) == 2)


def test_the_officer_may_go_back_set_the_clock_right_and_is_not_asked_again(
    qtbot, shell, screen, clock
) -> None:
    ask(qtbot, screen).back.click()
    assert letters(shell) == 1
    assert screen.presenter.form.sitting.values["nama_usaha"] == SKU["nama_usaha"]

    clock.moment = datetime(2026, 11, 24, 3, tzinfo=UTC)
    screen.widget.form.issue.click()
    qtbot.waitUntil(lambda: letters(shell) == 2)
