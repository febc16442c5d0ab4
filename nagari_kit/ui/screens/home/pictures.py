"""The states of the home page for `tools/render_screens.py`."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nagari_kit.ui.picturing import DEMONSTRATION, EMPTY, OpenShell, Picture, shown_screen
from nagari_kit.ui.screens.home.view import HomeView


def pictures() -> tuple[Picture, ...]:
    """Normal, searching, nobody found, an empty office, a toast."""
    return (
        Picture("normal", lambda open_shell: open_shell(DEMONSTRATION)),
        Picture("cari", lambda open_shell: _searching(open_shell, "sya")),
        Picture("tidak-ada", lambda open_shell: _searching(open_shell, "xqzvw")),
        Picture("kosong", lambda open_shell: open_shell(EMPTY)),
        Picture("urungkan", _undo),
        Picture("bantuan", _help),
    )


def _searching(open_shell: OpenShell, text: str) -> QWidget:
    window = open_shell(DEMONSTRATION)
    view = shown_screen(window).widget
    assert isinstance(view, HomeView)  # noqa: S101 - the screen that an office opens with
    view.search.line.setText(text)
    return window


def _undo(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    window.toast("Draf dihapus", "Surat Keterangan Usaha", lambda: None)
    return window


def _help(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    view = shown_screen(window).widget
    view.help.click()
    return window
