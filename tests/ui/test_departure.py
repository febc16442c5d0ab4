"""Locking and closing: the window lives on while work ends, and no typed word goes unasked."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import event

from nagari_kit.domain.letters import LetterFilter
from nagari_kit.ui.device_settings import DeviceSettings
from nagari_kit.ui.jobs.immediate import ImmediateRunner
from nagari_kit.ui.main_window import MainWindow
from nagari_kit.ui.widgets import ConfirmDialog
from tests.ui.conftest import open_desk
from tests.ui.letter_desk import SKU, fill, serve
from tests.ui.looks import english_buttons, nameless

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
TYPED = "Dapur Randang Uni Yus"


@pytest.fixture
def open_window(qtbot, office_paths, clock):
    """Open the office in a window with this runner, None for one that works beside it."""
    made: list[MainWindow] = []

    def start(runner: ImmediateRunner | None = None) -> MainWindow:
        settings = DeviceSettings(office_paths.device_dir)
        window = MainWindow(office_paths, clock, settings, runner)
        qtbot.addWidget(window)
        window.resize(1366, 697)
        window.open_office(open_desk(office_paths, clock))
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        made.append(window)
        return window

    yield start
    for window in made:
        if window.isVisible():
            window.close()
    qtbot.waitUntil(lambda: not any(window.isVisible() for window in made))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def gate():
    """Lets the work go on; opened at the end at the latest."""
    made = threading.Event()
    yield made
    made.set()


@pytest.fixture
def lock():
    """Another program that holds the data, so that nothing is written until `rollback`."""
    held: list[object] = []

    def take(window: MainWindow):
        engine = window.workspace.context.store._engine
        event.listen(engine, "checkout", lambda one, *_: one.execute("PRAGMA busy_timeout = 20"))
        made = sqlcipher_connection(engine)
        held.append(made)
        return made

    yield take
    for one in held:
        one.close()


def sqlcipher_connection(engine):
    """A connection of its own that is in the middle of writing."""
    made = engine.raw_connection()
    made.detach()
    # A reader may have given it back: readers cannot write.
    made.execute("PRAGMA query_only = 0")
    made.execute("BEGIN IMMEDIATE")
    return made


def begin_letter(window: MainWindow, qtbot):
    """A letter whose form is open; returns its resident."""
    resident = serve(window)
    window.navigate("letter_issue", resident_id=resident.id, type_id="sku")
    qtbot.waitUntil(lambda: presenter(window).sitting is not None)
    return resident


def presenter(window: MainWindow):
    return window.stack._built["letter_issue"].presenter.form


def write_name(window: MainWindow) -> None:
    fill(window.stack.current().widget.form.fields, {"nama_usaha": TYPED})


def asked(window: MainWindow) -> ConfirmDialog | None:
    return next((one for one in window.findChildren(ConfirmDialog) if one.isVisible()), None)


def test_what_the_disk_refused_while_leaving_is_told_held_and_saved_later(
    open_window, qtbot, lock
) -> None:
    window = open_window(ImmediateRunner())
    begin_letter(window, qtbot)
    other = lock(window)
    write_name(window)
    window.navigate("residents")

    assert window.workspace.drafts.all() == ()
    assert "belum tersimpan" in window.toaster.text()
    other.rollback()
    qtbot.waitUntil(lambda: bool(window.workspace.drafts.all()), timeout=8_000)
    (draft,) = window.workspace.drafts.all()
    assert draft.values["nama_usaha"] == TYPED


def test_back_on_the_form_stands_what_the_disk_refused(open_window, qtbot, lock) -> None:
    window = open_window(ImmediateRunner())
    resident = begin_letter(window, qtbot)
    lock(window)
    write_name(window)
    window.navigate("residents")
    window.navigate("letter_issue", resident_id=resident.id, type_id="sku")

    assert presenter(window).sitting.values["nama_usaha"] == TYPED
    assert window.stack.current().widget.form.fields.values()["nama_usaha"] == TYPED
    presenter(window).give_up()


@pytest.mark.parametrize("leave", ["lock", "close"])
def test_neither_lock_nor_close_drops_a_draft_unasked(open_window, qtbot, lock, leave) -> None:
    window = open_window(ImmediateRunner())
    begin_letter(window, qtbot)
    lock(window)
    write_name(window)

    getattr(window, leave)()
    dialog = asked(window)
    assert dialog is not None
    assert not english_buttons(dialog)
    assert not nameless(dialog)
    assert window.isVisible()
    dialog.back.click()
    assert window.stack.name == "letter_issue"
    assert presenter(window).sitting.values["nama_usaha"] == TYPED

    getattr(window, leave)()
    asked(window).confirm.click()
    assert not window.isVisible() if leave == "close" else window.stack.name == "unlock"


def test_locking_does_not_stop_the_window_and_waits_for_what_is_written(
    open_window, qtbot, gate
) -> None:
    window = open_window()
    started, written = threading.Event(), []

    def write(_progress, _token):
        started.set()
        gate.wait(10)
        written.append(window.workspace.office.profile().name)

    window.runner.start(write, key="write", on_success=lambda _done: None, lane="write")
    assert started.wait(5)
    QTest.keyClick(window, Qt.Key.Key_L, CTRL)

    # The window answers while the work goes on; nothing of the office is to be seen or reached.
    assert written == []
    assert not window.stack.current().widget.isVisible()
    window.navigate("residents")
    assert window.stack.name == "home"
    gate.set()
    qtbot.waitUntil(lambda: window.stack.name == "unlock")
    assert written == ["Koto Contoh"]
    assert window.stack.current().widget.isVisible()


def test_a_letter_that_is_numbered_while_locking_is_told_after_unlocking(
    open_window, qtbot, gate, clock
) -> None:
    window = open_window()
    begin_letter(window, qtbot)
    fill(window.stack.current().widget.form.fields, SKU)
    started = threading.Event()

    def write(_progress, _token):
        started.set()
        gate.wait(10)

    window.runner.start(write, key="other", on_success=lambda _done: None, lane="write")
    assert started.wait(5)
    window.stack.current().widget.form.issue.click()
    window.lock()
    gate.set()
    qtbot.waitUntil(lambda: window.stack.name == "unlock")
    assert window.toaster.text() == ""

    window.open_office(open_desk(window.paths, clock))
    assert "sudah bernomor" in window.toaster.text()
    assert window.workspace.register.page(LetterFilter(), 0, 1).total == 1
    assert window.workspace.drafts.all() == ()
    qtbot.waitUntil(lambda: not window.runner.is_busy)


def test_closing_while_the_lock_still_waits_closes(open_window, qtbot, gate) -> None:
    window = open_window()
    window.runner.start(
        lambda _progress, _token: gate.wait(10),
        key="write",
        on_success=lambda _done: None,
        lane="write",
    )
    window.lock()
    keys: list[object] = []
    window.stack.current().widget.keyPressEvent = keys.append
    window.stack.take_key(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F9, NO_MODIFIER))
    assert keys == []
    window.close()
    assert window.isVisible()
    gate.set()

    qtbot.waitUntil(lambda: not window.isVisible())
