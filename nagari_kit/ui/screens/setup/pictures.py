"""The steps of the first set-up for `tools/render_screens.py`."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nagari_kit.domain.office import OfficeRegion
from nagari_kit.infra.paths import resource_path
from nagari_kit.ui.picturing import NONE, OpenShell, Picture, shown_screen
from nagari_kit.ui.screens.setup.view import SetupView

_REGION = OfficeRegion(
    "13.06.99.2001", "Koto Contoh", "nagari", "Batang Contoh", "Kabupaten Contoh"
)
_LONG = "WALI NAGARI KOTO GADANG SUNGAI PUA BARAT HILIR SIMPANG AMPEK KOTO TINGGI"


def pictures() -> tuple[Picture, ...]:
    """Step by step, and what can be missing."""
    return (
        Picture("nagari", _region),
        Picture("nagari-kosong", _no_region),
        Picture("kop", lambda open_shell: _at(open_shell, 1)),
        Picture("kop-panjang", _long_kop),
        Picture("pejabat", lambda open_shell: _at(open_shell, 2)),
        Picture("pejabat-galat", _no_head),
        Picture("sandi", lambda open_shell: _at(open_shell, 3)),
        Picture("sandi-galat", _short),
        Picture("uji-cetak", lambda open_shell: _at(open_shell, 4)),
    )


def _opened(open_shell: OpenShell) -> tuple[QWidget, SetupView]:
    window = open_shell(NONE)
    view = shown_screen(window).widget
    if not isinstance(view, SetupView):
        msg = "the set-up is not shown"
        raise TypeError(msg)
    return window, view


def _region(open_shell: OpenShell) -> QWidget:
    window, view = _opened(open_shell)
    view.region.search.setText("sungai")
    return window


def _no_region(open_shell: OpenShell) -> QWidget:
    window, view = _opened(open_shell)
    view.region.search.setText("xqzvw")
    return window


def _led(open_shell: OpenShell, steps: int) -> tuple[QWidget, SetupView]:
    window, view = _opened(open_shell)
    view.region.show_chosen(_REGION)
    for place in range(steps):
        _answer(view, place)
        view.forward.click()
    return window, view


def _answer(view: SetupView, place: int) -> None:
    if place == 1:
        form = view.kop.form
        form.inputs["address"].setText("Jalan Balai Adat Nomor 12, 26499")
        form.inputs["contact"].setText("kantor@kotocontoh.example")
        form.inputs["contact"].setCursorPosition(0)
        form.logo.take_file(resource_path("demo/crest.png"))
    elif place == 2:
        view.officers.head.inputs["name"].setText("Defrizal")
        view.officers.head.inputs["gelar_belakang"].setText("S.Sos.")
        view.officers.head.inputs["gelar_adat"].setText("Dt. Rajo Basa")
        view.officers.secretary.inputs["name"].setText("Mardalena")
    elif place == 3:
        view.passphrase.actor.setText("Rina Marlina")
        for line in (view.passphrase.first, view.passphrase.second):
            line.setText("randang surau gadang pagi")
        view.passphrase.written.setChecked(True)


def _at(open_shell: OpenShell, place: int) -> QWidget:
    window, view = _led(open_shell, place)
    _answer(view, place)
    if place in {1, 2}:
        view.kop.changed.emit()
    return window


def _long_kop(open_shell: OpenShell) -> QWidget:
    window, view = _led(open_shell, 1)
    _answer(view, 1)
    view.kop.form.inputs["line3"].setText(_LONG)
    view.kop.changed.emit()
    return window


def _no_head(open_shell: OpenShell) -> QWidget:
    window, view = _led(open_shell, 2)
    view.forward.click()
    return window


def _short(open_shell: OpenShell) -> QWidget:
    window, view = _led(open_shell, 2)
    _answer(view, 2)
    view.forward.click()
    view.passphrase.actor.setText("Rina Marlina")
    view.passphrase.first.setText("nagari")
    view.forward.click()
    return window
