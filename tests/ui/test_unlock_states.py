"""The locked window when things are not as usual: a damaged key, a small screen."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nagari_kit.infra.clock import Clock
from nagari_kit.infra.paths import OfficePaths
from nagari_kit.services.workspace import Workspace
from nagari_kit.ui.device_settings import DeviceSettings
from nagari_kit.ui.jobs.immediate import ImmediateRunner
from nagari_kit.ui.screens import unlock
from nagari_kit.ui.screens.unlock.view import UnlockView
from tests.ui.letter_desk import show
from tests.ui.looks import clipped_words, nameless

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@dataclass
class Door:
    """The window's side of the unlock screen."""

    paths: OfficePaths
    clock: Clock
    settings: DeviceSettings
    runner: ImmediateRunner = field(default_factory=ImmediateRunner)
    opened: list[Workspace] = field(default_factory=list)

    def open_office(self, workspace: Workspace) -> None:
        self.opened.append(workspace)


@pytest.fixture
def door(qapp, office_paths, clock):
    made = Door(office_paths, clock, DeviceSettings(office_paths.device_dir))
    yield made
    for workspace in made.opened:
        workspace.close()


@pytest.fixture
def view(qtbot, door):
    """The screen, entered on a PC where Rina worked last."""
    door.settings.remember(actor="Rina Marlina", office="Koto Contoh")
    screen = unlock.build(door)
    show(qtbot, screen)
    screen.enter()
    return screen.widget


def _try(view, words: str) -> None:
    view.passphrase.setFocus()
    QTest.keyClicks(view.passphrase, words)
    QTest.keyClick(view.passphrase, Qt.Key.Key_Return)


def test_a_damaged_key_file_is_told_apart_from_a_wrong_passphrase(door, view, passphrase) -> None:
    door.paths.key_slots.write_text("{}", encoding="utf-8")
    _try(view, passphrase)

    assert door.opened == []
    assert view.trouble.isVisible()
    assert view.passphrase_row.error() == ""


@pytest.mark.parametrize("compact", [False, True])
def test_everything_has_a_name_and_room(qtbot, door, compact) -> None:
    screen = unlock.build(door)
    show(qtbot, screen, compact)
    screen.enter()

    assert nameless(screen.widget) == []
    assert clipped_words(screen.widget) == []


def test_capital_letters_without_shift_betray_caps_lock(view) -> None:
    QTest.keyClicks(view.passphrase, "rendang")
    assert not view.caps_lock.isVisible()
    QTest.keyClick(view.passphrase, "R", Qt.KeyboardModifier.ShiftModifier)
    assert not view.caps_lock.isVisible()

    QTest.keyClick(view.passphrase, "R")
    assert view.caps_lock.isVisible()
    QTest.keyClick(view.passphrase, Qt.Key.Key_CapsLock)

    assert not view.caps_lock.isVisible()
    assert view.passphrase.text() == "rendangRR"


def test_whoever_types_the_passphrase_first_types_it_hidden(qtbot) -> None:
    view = UnlockView()
    qtbot.addWidget(view)
    view.show()
    qtbot.waitExposed(view)
    view.activateWindow()
    view.begin("Koto Contoh", "")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is view.passphrase)
