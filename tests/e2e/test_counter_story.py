"""Somebody whom the books do not know stands at the counter: registered and served in one go."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nagari_kit.domain.letters import LetterFilter
from nagari_kit.domain.population import EventKind
from nagari_kit.domain.residents import Sex
from nagari_kit.infra.clock import SystemClock
from nagari_kit.infra.paths import OfficePaths
from nagari_kit.services.demonstration import demonstration_officers, demonstration_profile
from nagari_kit.services.workspace import create_workspace
from nagari_kit.ui.screens.resident_form.reason_step import LONG_HERE, REASONS
from tests.e2e.test_window_story import OFFICER, PASSPHRASE, button, choose_and_issue, log_in
from tests.e2e.window_desk import WindowDesk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

NAME, NIK = "Nurlis Caniago", "1306994509820017"


@pytest.fixture
def paths(tmp_path) -> OfficePaths:
    """An office with its officers and nobody else."""
    made = OfficePaths(tmp_path / "kantor")
    workspace = create_workspace(
        made, PASSPHRASE, demonstration_profile(), clock=SystemClock(), actor=OFFICER
    )
    for officer in demonstration_officers():
        workspace.office.save_officer(officer)
    workspace.close()
    return made


def test_somebody_unknown_gets_into_the_books_and_leaves_with_a_letter(
    qtbot, paths, tmp_path, monkeypatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    desk = WindowDesk(qtbot, paths)
    log_in(desk)
    home = desk.window.stack.current().widget
    desk.until(home.search.line.hasFocus, "the caret in the search box")
    desk.type(NAME.lower())
    desk.until(home.results.isVisible, "the answer that nobody is called so")
    desk.tab_to(button(desk, "Belum terdaftar"))
    desk.press(Qt.Key.Key_Space)

    desk.arrive("resident_form")
    write_down(desk)
    desk.arrive("letter_issue")
    (row,) = desk.window.workspace.residents.search(NAME)
    letter = choose_and_issue(desk, tmp_path)
    assert letter.resident_id == row.id
    assert letter.resident_name.startswith(NAME)

    made = desk.window.workspace.residents.find_by_nik(NIK)
    assert (made.sex, made.birth_date) == (Sex.FEMALE, date(1982, 9, 5))
    (event,) = desk.window.workspace.population.timeline(made.id)
    assert event.kind is EventKind.REGISTRATION
    assert desk.window.workspace.register.page(LetterFilter(), 0, 2).total == 1
    desk.window.workspace.verify_log()
    desk.close()


def write_down(desk: WindowDesk) -> None:
    """The reason, the NIK, which tells sex and birth date, a KK of her own, and F9."""
    view = desk.window.stack.current().widget
    desk.until(lambda: view.is_form() or view.reasons.isVisible(), "the form or its question")
    if view.reasons.isVisible():
        ids = [reason.id for reason in REASONS]
        desk.press(Qt.Key(Qt.Key.Key_1 + ids.index(LONG_HERE)))
    desk.until(view.is_form, "the form")
    sheet = view.sheet
    nik = sheet.cards["identity"].inputs["nik"].widget
    desk.until(nik.hasFocus, "the caret in the NIK")
    desk.type(NIK)
    desk.press(Qt.Key.Key_Tab)
    assert sheet.texts()["name.name"] == NAME
    assert sheet.texts()["birth_date"] == "05-09-1982"
    desk.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    desk.until(sheet.picker.search.hasFocus, "the caret in the search of a KK")
    desk.press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    desk.press(Qt.Key.Key_Right)
    desk.tab_to(sheet.picker.number)
    desk.type("1306990101150099")
    desk.press(Qt.Key.Key_F9)
    assert QApplication.activeModalWidget() is None
