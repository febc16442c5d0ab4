"""The window as the officer works with it: keys, small screens, locking, closing."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.errors import OfflineError, StorageLockedError
from nagari_kit.ui.device_settings import DeviceSettings
from nagari_kit.ui.jobs.immediate import ImmediateRunner
from nagari_kit.ui.main_window import MainWindow
from tests.ui.conftest import open_desk
from tests.ui.looks import clipped_words, english_buttons, nameless

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CTRL = Qt.KeyboardModifier.ControlModifier
FULL, COMPACT = (1366, 697), (1093, 558)


@pytest.fixture
def closed(qtbot, demonstration_paths, clock):
    """The window before the passphrase."""
    settings = DeviceSettings(demonstration_paths.device_dir)
    window = MainWindow(demonstration_paths, clock, settings, ImmediateRunner())
    qtbot.addWidget(window)
    window.resize(*FULL)
    window.begin()
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    yield window
    window.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def window(closed, clock):
    """The window with the demonstration nagari open."""
    closed.open_office(open_desk(closed.paths, clock))
    return closed


def test_the_day_begins_on_the_home_page_with_the_caret_in_the_search_box(window) -> None:
    assert window.stack.name == "home"
    assert QApplication.focusWidget() is window.stack.current().widget.search.line
    assert "Koto Contoh" in window.windowTitle()


def test_every_place_is_reached_by_its_key_and_is_lit(window) -> None:
    for number, (name, button) in enumerate(window.navigation.buttons.items(), start=1):
        QTest.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), CTRL)

        assert window.stack.name == name
        assert [one for one, made in window.navigation.buttons.items() if made.isChecked()] == [
            name
        ]
        assert button.accessibleName()


@pytest.mark.parametrize(("size", "compact"), [(FULL, False), (COMPACT, True)])
def test_every_page_fits_the_screen_has_names_and_clips_nothing(window, size, compact) -> None:
    window.resize(*size)
    QApplication.processEvents()
    assert window.is_compact is compact
    faults: dict[str, list[str]] = {}

    for name in window.navigation.buttons:
        window.navigate(name)
        QApplication.processEvents()
        hint = window.minimumSizeHint()
        page = window.stack.current().widget
        found = [*nameless(window), *clipped_words(page), *english_buttons(window)]
        if hint.width() > size[0] or hint.height() > size[1]:
            found.append(f"needs {hint.width()}x{hint.height()}")
        if found:
            faults[name] = found

    assert faults == {}


def test_a_small_window_keeps_the_names_of_its_icons(window) -> None:
    window.resize(*COMPACT)

    assert window.navigation.width() == 64
    assert all(button.toolTip() for button in window.navigation.buttons.values())


def test_ctrl_k_leads_to_the_search_from_anywhere(window) -> None:
    window.navigate("letter_register")

    QTest.keyClick(window, Qt.Key.Key_K, CTRL)

    assert window.stack.name == "home"
    assert QApplication.focusWidget() is window.stack.current().widget.search.line


def test_ctrl_z_takes_back_what_the_toast_says(window) -> None:
    undone: list[str] = []
    window.toast("Draf dihapus", undo=lambda: undone.append("draf"))

    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)

    assert undone == ["draf"]


def test_a_toast_lies_over_every_page_and_is_gone_after_locking(window) -> None:
    window.toast("Draf untuk Arman dibuang", undo=lambda: None)
    for name in ("letter_register", "settings", "home"):
        window.navigate(name)
        # The corner of the toast, seen from the window: nothing lies over it.
        place = window.toaster.mapTo(window.stack, window.toaster.rect().center())
        top = window.stack.childAt(place)
        assert top is window.toaster or window.toaster.isAncestorOf(top)

    window.lock()
    assert window.toaster.text() == ""


def test_a_screen_that_was_hidden_learns_of_changes_when_it_is_shown(window) -> None:
    window.navigate("residents")
    window.navigate("home")
    heard: list[Changes] = []
    hidden = window.stack._built["residents"]
    hidden.reload = heard.append

    window.changed(Changes.of(Kind.RESIDENTS), window)
    assert heard == []
    window.navigate("residents")

    assert heard == [Changes.of(Kind.RESIDENTS)]


def test_being_offline_is_said_quietly_and_a_locked_file_in_a_box(window) -> None:
    window.show_error(OfflineError("Provinsi tidak terjangkau. Tidak ada yang hilang."))
    assert "tidak terjangkau" in window.toaster.text()
    assert QApplication.activeModalWidget() is None

    window.show_error(
        StorageLockedError("Data sedang dipakai. Tidak ada yang hilang.", hint="Coba lagi.")
    )
    box = QApplication.activeModalWidget()
    assert box is not None
    assert english_buttons(box) == []
    assert nameless(box) == []
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None


def test_locking_closes_the_office_and_asks_again(window) -> None:
    QTest.keyClick(window, Qt.Key.Key_L, CTRL)

    assert window.stack.name == "unlock"
    assert not window.navigation.isVisible()
    with pytest.raises(RuntimeError):
        _ = window.workspace


def test_a_closed_office_is_asked_for_and_remembers_who_worked_here(closed, clock) -> None:
    assert closed.stack.name == "unlock"
    closed.open_office(open_desk(closed.paths, clock))

    assert closed.settings.actor == "Rina Marlina"
    assert closed.settings.office == "Koto Contoh"


def test_closing_waits_for_work_under_way(qtbot, demonstration_paths, clock) -> None:
    settings = DeviceSettings(demonstration_paths.device_dir)
    window = MainWindow(demonstration_paths, clock, settings)
    qtbot.addWidget(window)
    window.open_office(open_desk(demonstration_paths, clock))
    window.show()
    started, gate, written = threading.Event(), threading.Event(), []

    def write(_progress, _token):
        started.set()
        gate.wait(5)
        written.append("surat")

    window.runner.start(write, key="write", on_success=lambda _done: None, lane="write")
    started.wait(5)
    window.close()
    assert window.isVisible()
    gate.set()

    qtbot.waitUntil(lambda: not window.isVisible())
    assert written == ["surat"]


def test_a_page_that_was_left_never_takes_the_keys(window) -> None:
    QTest.keyClick(window, Qt.Key.Key_2, CTRL)
    left = window.stack.current().widget.filters.text
    QTest.keyClick(window, Qt.Key.Key_4, CTRL)
    shown = window.stack.current().widget
    left.setFocus()

    assert shown.isAncestorOf(window.focusWidget())
    QTest.keyClick(window, Qt.Key.Key_2, CTRL)
    assert left.isEnabled()
