"""The sections of the settings for `tools/render_screens.py`."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from nagari_kit.ui.picturing import DEMONSTRATION, OpenShell, Picture, shown_screen
from nagari_kit.ui.screens.settings.view import NAMES, SettingsView


def pictures() -> tuple[Picture, ...]:
    """Every section, and a rule that is refused."""
    return (
        *(Picture(name, _section(name)) for name in NAMES),
        Picture("nomor-galat", _refused_rule),
    )


def _section(name: str) -> Callable[[OpenShell], QWidget]:
    def make(open_shell: OpenShell) -> QWidget:
        window = open_shell(DEMONSTRATION)
        window.navigate("settings", section=name)
        return window

    return make


def _refused_rule(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    window.navigate("settings", section="nomor")
    view = shown_screen(window).widget
    if isinstance(view, SettingsView):
        view.numbering.pattern.setText("{kode}/{unit}/{tahun}")
        view.numbering.submit()
    return window
