"""The states of the residents' list for `tools/render_screens.py`."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from nagari_kit.domain.residents import Resident
from nagari_kit.errors import StorageLockedError
from nagari_kit.ui.main_window import MainWindow
from nagari_kit.ui.picturing import DEMONSTRATION, EMPTY, OpenShell, Picture, shown_screen
from nagari_kit.ui.screens.residents.view import ResidentsView

_LONG = "Muhammad Rizki Ramadhan Al Ghifari Kurniawan Datuak Rajo Nan Panjang Bagindo Sutan"


def pictures() -> tuple[Picture, ...]:
    """From the full list to what can come up."""
    return (
        Picture("normal", lambda open_shell: _listed(open_shell(DEMONSTRATION))),
        Picture("kosong", lambda open_shell: _listed(open_shell(EMPTY))),
        Picture("disaring", lambda open_shell: _filtered(open_shell(DEMONSTRATION), "sya")),
        Picture("tidak-cocok", lambda open_shell: _filtered(open_shell(DEMONSTRATION), "xqzvw")),
        Picture("nama-panjang", _long_name),
        Picture("galat", _trouble),
    )


def _listed(window: MainWindow) -> QWidget:
    window.navigate("residents")
    return window


def _view(window: MainWindow) -> ResidentsView:
    window.navigate("residents")
    view = shown_screen(window).widget
    if not isinstance(view, ResidentsView):
        msg = "the list is not shown"
        raise TypeError(msg)
    return view


def _filtered(window: MainWindow, text: str) -> QWidget:
    view = _view(window)
    view.filters.text.setText(text)
    view.filters.sex.setCurrentIndex(1)
    return window


def _long_name(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    residents = window.workspace.residents
    somebody: Resident = residents.record(residents.search("sya", 1)[0].id).resident
    named = replace(somebody.name, name=_LONG)
    residents.register(replace(somebody, name=named, nik=None))
    view = _view(window)
    view.filters.text.setText("ghifari")
    return window


def _trouble(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _view(window).show_trouble(
        StorageLockedError(
            "Data sedang dipakai program lain. Tidak ada yang hilang.",
            hint="Tunggu sebentar, lalu coba lagi.",
        )
    )
    return window
