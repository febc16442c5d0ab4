"""The states of the locked window for `tools/render_screens.py`."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from nagari_kit.errors import StorageCorruptError
from nagari_kit.ui.main_window import MainWindow
from nagari_kit.ui.picturing import CLOSED, OpenShell, Picture, shown_screen
from nagari_kit.ui.screens.unlock.view import UnlockView

_WRONG = "bukan kata sandinya"


def pictures() -> tuple[Picture, ...]:
    """Asking, opening, and every way in which that can fail."""
    return (
        Picture("normal", lambda open_shell: open_shell(CLOSED)),
        Picture("sibuk", _busy),
        Picture("salah", lambda open_shell: _wrong(open_shell, 1)),
        Picture("jeda", lambda open_shell: _wrong(open_shell, 3)),
        Picture("rusak", _damaged),
        Picture("caps-lock", _capitals),
    )


def _view(window: MainWindow) -> UnlockView:
    view = shown_screen(window).widget
    if not isinstance(view, UnlockView):
        msg = "unlock is not shown"
        raise TypeError(msg)
    return view


def _busy(open_shell: OpenShell) -> QWidget:
    window = open_shell(CLOSED)
    _view(window).show_opening()
    return window


def _wrong(open_shell: OpenShell, times: int) -> QWidget:
    window = open_shell(CLOSED)
    for _ in range(times):
        _view(window).unlock_requested.emit("Rina Marlina", _WRONG)
    return window


def _capitals(open_shell: OpenShell) -> QWidget:
    window = open_shell(CLOSED)
    for letter in "RENDANG":
        press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(_view(window).passphrase, press)
    return window


def _damaged(open_shell: OpenShell) -> QWidget:
    window = open_shell(CLOSED)
    _view(window).show_trouble(
        StorageCorruptError(
            "Berkas data kantor rusak dan tidak dapat dibuka. Tidak ada yang diubah.",
            hint="Jangan hapus apa pun; pulihkan dari cadangan terakhir.",
        )
    )
    return window
