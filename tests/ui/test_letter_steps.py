"""The way of a letter in the register: entered from the panel, told in it, refused in its field."""

from __future__ import annotations

import pytest

from nagari_kit.domain.letter_steps import Progress, StepKind, StepWish
from nagari_kit.domain.letters import LetterInput
from nagari_kit.ui.screens import letter_register
from nagari_kit.ui.screens.letter_register.history_words import history_facts
from nagari_kit.ui.screens.letter_register.step_dialog import StepDialog
from tests.ui.letter_desk import SKU, file_letter, serve, show

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def screen(qtbot, shell):
    made = letter_register.build(shell)
    show(qtbot, made)
    return made


def asked(qtbot, screen, letter) -> StepDialog:
    screen.enter(letter_id=letter.id)
    qtbot.waitUntil(screen.widget.body.is_detail_open)
    screen.widget.detail.step.click()
    return screen.widget.window().findChild(StepDialog)


def test_who_took_the_letter_is_entered_and_told_in_the_panel(qtbot, shell, screen) -> None:
    letter = file_letter(shell, serve(shell))
    dialog = asked(qtbot, screen, letter)
    dialog.choose(1)
    assert dialog.inputs["person"].text() == letter.resident_name
    dialog.inputs["person"].setText("Yusmaniar Sari")
    dialog.inputs["note"].setText("istri")
    dialog.confirm.click()

    after = shell.workspace.register.get(letter.id)
    assert after.progress is Progress.HANDED_OVER
    assert dialog.isHidden()
    facts = dict(history_facts(shell.workspace.register.history(letter.id)))
    assert "diterima Yusmaniar Sari (istri)" in facts["Diserahkan"]


def test_what_is_missing_is_marked_and_the_dialog_stays(qtbot, shell, screen) -> None:
    letter = file_letter(shell, serve(shell))
    dialog = asked(qtbot, screen, letter)
    dialog.choose(2)
    dialog.confirm.click()
    assert "ke mana" in dialog.rows["place"].error()
    dialog.day.setText("kemarin")
    dialog.confirm.click()
    assert "31-12-2026" in dialog.rows["day"].error()

    assert dialog.isVisible()
    assert shell.workspace.steps.of(letter.id) == ()
    dialog.back.click()


def test_only_steps_that_may_follow_are_offered(qtbot, shell, screen) -> None:
    letter = file_letter(shell, serve(shell))
    shell.workspace.steps.record(letter.id, StepWish(StepKind.ARCHIVED))
    dialog = asked(qtbot, screen, letter)
    assert dialog._kinds == (StepKind.TAKEN_BACK,)
    dialog.inputs["note"].setText("belum diserahkan")
    dialog.confirm.click()

    assert shell.workspace.register.get(letter.id).progress is Progress.ISSUED


def test_a_corrected_letter_names_the_one_that_took_its_place(shell) -> None:
    resident = serve(shell)
    old = file_letter(shell, resident)
    new = shell.workspace.issuing.issue(LetterInput("sku", resident.id, SKU, replaces=old.id))

    register = shell.workspace.register
    assert ("Diganti oleh", new.number) in history_facts(register.history(old.id))
    assert ("Mengganti", old.number) in history_facts(register.history(new.id))
