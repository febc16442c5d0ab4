"""The locked window: who works here, with which passphrase, and what a wrong one costs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from nagari_kit.ui.device_settings import DeviceSettings
from nagari_kit.ui.jobs.immediate import ImmediateRunner
from nagari_kit.ui.main_window import MainWindow


@pytest.fixture
def window(qtbot, office_paths, clock):
    settings = DeviceSettings(office_paths.device_dir)
    settings.remember(actor="Rina Marlina", office="Koto Contoh")
    made = MainWindow(office_paths, clock, settings, ImmediateRunner())
    made.resize(1366, 697)
    made.begin()
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    made.close()
    made.deleteLater()


def attempt(window, passphrase: str) -> None:
    view = window.stack.current().widget
    view.passphrase.setText(passphrase)
    QTest.keyClick(view.passphrase, Qt.Key.Key_Return)


def test_the_officer_is_remembered_and_only_the_passphrase_is_asked(window) -> None:
    view = window.stack.current().widget
    assert window.stack.name == "unlock"
    assert view.actor.text() == "Rina Marlina"
    assert QApplication.focusWidget() is view.passphrase
    assert view.passphrase.echoMode() == QLineEdit.EchoMode.Password


def test_the_right_passphrase_opens_the_office_under_the_officers_name(window, passphrase) -> None:
    window.stack.current().widget.actor.setText("Dewi Anggraini")
    attempt(window, passphrase)
    assert window.stack.name == "home"
    assert window.workspace.actor == "Dewi Anggraini"
    assert window.settings.actor == "Dewi Anggraini"


def test_a_wrong_passphrase_is_told_at_the_field_and_nothing_opens(window) -> None:
    attempt(window, "bukan kata sandinya")
    view = window.stack.current().widget
    assert window.stack.name == "unlock"
    assert "Kata sandi salah" in view.passphrase_row.error()
    assert view.passphrase.text() == ""
    assert QApplication.focusWidget() is view.passphrase


def test_after_three_wrong_ones_there_is_a_pause(window, passphrase) -> None:
    for _ in range(3):
        attempt(window, "bukan kata sandinya")
    view = window.stack.current().widget
    assert not view.open.isEnabled()
    attempt(window, passphrase)
    view.unlock_requested.emit("Rina Marlina", passphrase)
    assert window.stack.name == "unlock", "even the right one waits"


def test_what_is_typed_in_the_pause_stands_nowhere_to_be_read(window, qtbot) -> None:
    for _ in range(3):
        attempt(window, "bukan kata sandinya")
    view = window.stack.current().widget
    QTest.keyClicks(QApplication.focusWidget() or view, "rahasia nagari")
    QTest.keyClicks(view.actor, "rahasia nagari")

    assert view.actor.text() == "Rina Marlina"
    assert view.passphrase.text() == ""
    assert QApplication.focusWidget() is view
    qtbot.waitUntil(lambda: "9 detik" in view._wait.text(), timeout=3_000)


def test_nobody_works_without_a_name(window, passphrase) -> None:
    view = window.stack.current().widget
    view.actor.clear()
    attempt(window, passphrase)
    assert window.stack.name == "unlock"
    assert view.actor_row.error()


def test_the_passphrase_does_not_stay_in_the_window(window, passphrase) -> None:
    view = window.stack.current().widget
    attempt(window, passphrase)
    assert view.passphrase.text() == ""


def test_the_panel_knows_the_kecamatan_after_the_office_was_open_once(window, passphrase) -> None:
    attempt(window, passphrase)

    profile = window.workspace.office.profile()
    lines = [f"Kecamatan {profile.kecamatan}", profile.kabupaten]
    assert window.settings.place.splitlines() == lines
