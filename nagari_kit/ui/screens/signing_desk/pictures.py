"""The states of the desk for `tools/render_screens.py`."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from nagari_kit.errors import StorageLockedError
from nagari_kit.ui.main_window import MainWindow
from nagari_kit.ui.picturing import DEMONSTRATION, EMPTY, OpenShell, Picture, shown_screen
from nagari_kit.ui.screens.signing_desk.view import CHECK, SIGN, SigningDeskView

_LONG_NAME = "H. Muhammad Zulkarnain Syafruddin Abdurrahman, S.Pd.I., M.Pd. Datuak Rajo Basa"
_LONG_NOTE = (
    "Warga ditunggu sampai pukul 10.30 untuk berkas beasiswa; lembar aslinya dibawa kembali ke "
    "kampus di Padang hari ini juga."
)


def pictures() -> tuple[Picture, ...]:
    """From an ordinary morning to what can come up."""
    return (
        Picture("normal", _normal),
        Picture("pemeriksaan", _checking),
        Picture("nama-panjang", _long),
        Picture("banyak", _many),
        Picture("sudah", _signed),
        Picture("tolak", _refusing),
        Picture("kosong", _empty),
        Picture("galat", _trouble),
    )


def _view(window: MainWindow, desk: str = "") -> SigningDeskView:
    window.navigate("signing_desk", desk=desk)
    view = shown_screen(window).widget
    if not isinstance(view, SigningDeskView):
        msg = "the desk is not shown"
        raise TypeError(msg)
    return view


def _normal(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _view(window, "sign")
    return window


def _submitted(window: MainWindow) -> None:
    workspace = window.workspace
    for draft in workspace.home.overview().drafts:
        workspace.desk.submit(draft.id)


def _checking(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _submitted(window)
    _view(window, "check").choose_desk(CHECK)
    return window


def _changed(window: MainWindow, times: int) -> None:
    """The cards as they could be: long names, notes, many of them."""
    view = _view(window, "sign")
    desks = window.workspace.signing_desk.desks()
    items = [
        replace(
            one,
            person=_LONG_NAME,
            checked_by="Afrizal, S.Sos.",
            note=_LONG_NOTE,
            number=one.number.replace("/NKC", "/PEM-KESRA/NAGARI-KOTO-CONTOH"),
        )
        for one in desks.to_sign
    ]
    many = tuple(items * times)
    view.show_desks(replace(desks, to_sign=many), window.workspace.clock.today())
    view.choose_desk(SIGN)


def _long(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _changed(window, 1)
    return window


def _many(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _changed(window, 12)
    return window


def _signed(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    view = _view(window, "sign")
    view.decision.approve.click()
    view.decision.approve.click()
    return window


def _refusing(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _view(window, "sign").decision.refuse.click()
    return window


def _empty(open_shell: OpenShell) -> QWidget:
    window = open_shell(EMPTY)
    _view(window)
    return window


def _trouble(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _view(window).show_trouble(
        StorageLockedError(
            "Data sedang dipakai program lain. Tidak ada yang berubah.",
            hint="Tunggu sebentar, lalu coba lagi.",
        )
    )
    return window
