"""The states of the locked window for `tools/render_screens.py`."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nagari_kit.ui.picturing import CLOSED, OpenShell, Picture, shown_screen
from nagari_kit.ui.screens.unlock.view import UnlockView


def pictures() -> tuple[Picture, ...]:
    """Asking, and after a wrong passphrase."""
    return (
        Picture("normal", lambda open_shell: open_shell(CLOSED)),
        Picture("salah", _wrong),
    )


def _wrong(open_shell: OpenShell) -> QWidget:
    window = open_shell(CLOSED)
    view = shown_screen(window).widget
    assert isinstance(view, UnlockView)  # noqa: S101 - the screen of a closed office
    view.unlock_requested.emit("Rina Marlina", "bukan kata sandinya")
    return window
