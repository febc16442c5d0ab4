"""The sections of the settings for `tools/render_screens.py`."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from nagari_kit.ui.main_window import MainWindow
from nagari_kit.ui.picturing import DEMONSTRATION, OpenShell, Picture, shown_screen
from nagari_kit.ui.screens.settings.view import NAMES, SettingsView


def pictures() -> tuple[Picture, ...]:
    """Every section, what is refused in it, and what is saved."""
    return (
        *(Picture(name, _section(name)) for name in NAMES),
        Picture("nomor-galat", _refused_rule),
        Picture("kop-galat", _refused_kop),
        Picture("pejabat-tersimpan", _saved_officer),
    )


def _section(name: str) -> Callable[[OpenShell], QWidget]:
    def make(open_shell: OpenShell) -> QWidget:
        window = open_shell(DEMONSTRATION)
        window.navigate("settings", section=name)
        return window

    return make


def _view(window: MainWindow, section: str) -> SettingsView:
    window.navigate("settings", section=section)
    view = shown_screen(window).widget
    if not isinstance(view, SettingsView):
        msg = "the settings are not shown"
        raise TypeError(msg)
    return view


def _refused_rule(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    numbering = _view(window, "nomor").numbering
    numbering.pattern.set_pattern("{urut:3}/{unit}/{tahun}")
    numbering.submit()
    return window


def _refused_kop(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    kop = _view(window, "kop").kop
    kop.form.inputs["line3"].clear()
    kop.submit()
    return window


def _saved_officer(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _view(window, "pejabat").officers.submit()
    return window
