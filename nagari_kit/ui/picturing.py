"""What a screen's `pictures.py` is written against; `tools/render_screens.py` takes the pictures.

`nagari_kit/ui/screens/<name>/pictures.py` exposes `pictures() -> tuple[Picture, ...]`. A picture
is a name in file letters (`normal`, `kosong`, `nama-panjang`) and a function that gets
`open_shell`, brings the window into the state and returns the widget to be pictured, as a rule
the window itself: dialogs that stand open over it are pictured with it.

    def pictures() -> tuple[Picture, ...]:
        return (Picture("normal", _normal),)

    def _normal(open_shell: OpenShell) -> QWidget:
        window = open_shell(DEMONSTRATION)
        window.navigate("sync")
        return window

Work runs at once, so that what was asked for is there when `navigate` returns. Every picture gets
offices of its own: it may write as it likes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from nagari_kit.ui.main_window import MainWindow
from nagari_kit.ui.shell import Screen

DEMONSTRATION = "contoh"
"""The demonstration nagari: people, letters of the last days, a draft."""

EMPTY = "kosong"
"""An office with its officers and nobody and nothing else."""

CLOSED = "terkunci"
"""The demonstration before its passphrase was given: the unlock screen."""

NONE = "belum"
"""No office yet: the first set-up."""

OpenShell = Callable[[str], MainWindow]


@dataclass(frozen=True, slots=True)
class Picture:
    """`make` returns the widget to be pictured."""

    name: str
    make: Callable[[OpenShell], QWidget]


def shown_screen(window: MainWindow) -> Screen:
    """The screen that the window shows; its `widget` is the view."""
    current = window.stack.current()
    if current is None:
        msg = "no screen is shown"
        raise LookupError(msg)
    return current
