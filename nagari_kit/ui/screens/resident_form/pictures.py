"""The states of a resident's form for `tools/render_screens.py`."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nagari_kit.domain.residents import ResidentFilter
from nagari_kit.errors import NotFoundError
from nagari_kit.ui.main_window import MainWindow
from nagari_kit.ui.picturing import DEMONSTRATION, EMPTY, OpenShell, Picture, shown_screen
from nagari_kit.ui.screens.resident_form.reason_step import ARRIVAL, BIRTH, LONG_HERE
from nagari_kit.ui.screens.resident_form.view import ResidentFormView

_LONG = "Muhammad Rizki Ramadhan Al Ghifari Kurniawan Bagindo Sutan Nan Panjang"


def pictures() -> tuple[Picture, ...]:
    """From the question why to what can be wrong."""
    return (
        Picture("alasan", _reasons),
        Picture("baru", _new),
        Picture("cari-kk", _household),
        Picture("kk-baru", _new_household),
        Picture("salah", _wrong),
        Picture("nik-ada", _taken),
        Picture("mungkin-ada", _namesake),
        Picture("tetap-pakai", _doubtful),
        Picture("ubah", _change),
        Picture("adat", _adat),
        Picture("terbatas", _restricted),
        Picture("sibuk", _busy),
        Picture("galat", _trouble),
    )


def _view(window: MainWindow, **arguments: object) -> ResidentFormView:
    window.navigate("resident_form", **arguments)
    view = shown_screen(window).widget
    if not isinstance(view, ResidentFormView):
        msg = "the form is not shown"
        raise TypeError(msg)
    if view.reasons.cards and view.reasons.isVisible():
        view.reasons.cards[-1].click()
    return view


def _reasons(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _view(window).show_reasons((BIRTH, ARRIVAL, LONG_HERE))
    return window


def _new(open_shell: OpenShell) -> QWidget:
    window = open_shell(EMPTY)
    _view(window, name="yusmaniar")
    return window


def _household(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    sheet = _view(window, name="Yusmaniar Koto").sheet
    sheet.focus_section(1)
    sheet.picker.search.setText("syafri")
    sheet.picker.search_wanted.emit("syafri")
    return window


def _new_household(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    sheet = _view(window, name="Yusmaniar Koto").sheet
    sheet.focus_section(1)
    sheet.picker.modes.set_current(1)
    sheet.picker.modes.current_changed.emit(1)
    sheet.picker.number.setText("1306990")
    return window


def _wrong(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    view = _view(window, name=_LONG)
    view.sheet.put({"nik": "1306 9931", "phone": "nol", "birth_date": "31-02-1990"})
    view.save.click()
    return window


def _taken(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    rows = window.workspace.residents.page(ResidentFilter(), 0, 40).rows
    taken = next(row.nik for row in rows if row.nik)
    _view(window, nik=taken, name="Yusmaniar")
    return window


def _namesake(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    rows = window.workspace.residents.page(ResidentFilter(), 0, 40).rows
    one = next(row for row in rows if row.birth_date)
    view = _view(window, name=one.name)
    view.sheet.put({"birth_date": f"{one.birth_date:%d-%m-%Y}"})
    view.sheet.left.emit("birth_date")
    return window


def _doubtful(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    view = _view(window, nik="1306994509829903", name="Yusmaniar Koto")
    view.sheet.put({"sex": "1", "birth_date": "06-09-1982"})
    view.sheet.picker.modes.set_current(2)
    view.sheet.picker.modes.current_changed.emit(2)
    view.save.click()
    return window


def _somebody(window: MainWindow) -> ResidentFormView:
    rows = window.workspace.residents.page(ResidentFilter(), 0, 40).rows
    return _view(window, resident_id=next(row.id for row in rows if row.nik and row.nomor_kk))


def _change(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _somebody(window).sheet.focus_section(1)
    return window


def _adat(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    sheet = _somebody(window).sheet
    sheet.focus_section(3)
    return window


def _restricted(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    sheet = _somebody(window).sheet
    sheet.focus_section(4)
    sheet.focus_section(7)
    return window


def _busy(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _somebody(window).set_busy(busy=True)
    return window


def _trouble(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _view(window).show_trouble(
        NotFoundError(
            "Warga ini tidak ada lagi di data kantor.", hint="Cari lagi namanya di daftar penduduk."
        )
    )
    return window
