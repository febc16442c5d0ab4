"""The states of the home page for `tools/render_screens.py`."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from nagari_kit.domain.residents import Resident
from nagari_kit.errors import DiskFullError
from nagari_kit.ui.main_window import MainWindow
from nagari_kit.ui.picturing import DEMONSTRATION, EMPTY, OpenShell, Picture, shown_screen
from nagari_kit.ui.screens.home.view import HomeView
from nagari_kit.ui.sync_watch import pill_words
from nagari_kit.ui.widgets.pill import sync_board

_LONG = "Muhammad Rizki Ramadhan Al Ghifari Kurniawan Datuak Rajo Nan Panjang Bagindo Sutan"


def pictures() -> tuple[Picture, ...]:
    """From the ordinary morning to what can come up."""
    return (
        Picture("normal", lambda open_shell: open_shell(DEMONSTRATION)),
        Picture("kosong", lambda open_shell: open_shell(EMPTY)),
        Picture("cari", lambda open_shell: _searching(open_shell(DEMONSTRATION), "sya")),
        Picture("cari-kosong", lambda open_shell: _searching(open_shell(DEMONSTRATION), "xqzvw")),
        Picture("nama-panjang", _long_name),
        Picture("luring", _offline),
        Picture("toast", _toast),
        Picture("galat", _refusal),
        Picture("bantuan", _help),
    )


def _view(window: MainWindow) -> HomeView:
    view = shown_screen(window).widget
    if not isinstance(view, HomeView):
        msg = "home is not shown"
        raise TypeError(msg)
    return view


def _searching(window: MainWindow, text: str) -> QWidget:
    _view(window).search.line.setText(text)
    return window


def _long_name(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    residents = window.workspace.residents
    found = residents.search("sya", 1)[0]
    somebody: Resident = residents.record(found.id).resident
    named = replace(somebody.name, name=_LONG)
    residents.register(replace(somebody, name=named, nik="1306990101900099"))
    return _searching(window, "ghifari")


def _offline(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    overview = window.workspace.home.overview()
    today = window.clock.today()
    status = replace(overview.sync, enrolment="approved", online=False, last_sync=None)
    _view(window).show_overview(replace(overview, sync=status), today)
    sync_board().show_words(pill_words(status, today))
    return window


def _toast(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    window.toast("Draf dihapus", "Surat Keterangan Usaha", lambda: None)
    return window


def _refusal(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    window.show_error(
        DiskFullError(
            "Ruang disk habis. Data yang sudah tersimpan tidak hilang.",
            hint="Kosongkan sebagian disk, lalu ulangi.",
        )
    )
    return window


def _help(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _view(window).help.click()
    return window
