"""The states of a resident's record for `tools/render_screens.py`."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.residents import LifeStatus, Resident
from nagari_kit.errors import NotFoundError
from nagari_kit.ui.main_window import MainWindow
from nagari_kit.ui.picturing import DEMONSTRATION, OpenShell, Picture, shown_screen
from nagari_kit.ui.screens.resident_record.view import ResidentRecordView

_LONG = "Muhammad Rizki Ramadhan Al Ghifari Kurniawan Datuak Rajo Nan Panjang Bagindo Sutan"


def pictures() -> tuple[Picture, ...]:
    """From the ordinary record to what can come up."""
    return (
        Picture("normal", _normal),
        Picture("nik-tampil", _revealed),
        Picture("ragu", _doubtful),
        Picture("meninggal", _dead),
        Picture("nama-panjang", _long_name),
        Picture("galat", _trouble),
    )


def _shown(window: MainWindow, resident_id: ResidentId) -> ResidentRecordView:
    window.navigate("resident_record", resident_id=resident_id)
    view = shown_screen(window).widget
    if not isinstance(view, ResidentRecordView):
        msg = "the record is not shown"
        raise TypeError(msg)
    return view


def _served(window: MainWindow) -> Resident:
    """Somebody who was given a letter, so that the record has one."""
    letter = window.workspace.home.overview().today[0]
    issued = window.workspace.register.get(letter.id)
    return window.workspace.residents.record(issued.resident_id).resident


def _normal(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _shown(window, _served(window).id)
    return window


def _revealed(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _shown(window, _served(window).id).head.reveal.click()
    return window


def _changed(window: MainWindow, changed: Resident) -> QWidget:
    view = _shown(window, changed.id)
    record = window.workspace.residents.record(changed.id)
    view.show_record(replace(record, resident=changed), window.clock.today())
    return window


def _doubtful(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    somebody = _served(window)
    born = somebody.birth_date.replace(day=1) if somebody.birth_date else None
    nik = (somebody.nik or "1306990509820003")[:6] + "290282" + "0003"
    return _changed(window, replace(somebody, nik=nik, birth_date=born))


def _dead(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    return _changed(window, replace(_served(window), life_status=LifeStatus.DEAD, nik=None))


def _long_name(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    somebody = _served(window)
    named = replace(somebody.name, name=_LONG)
    address = "Jalan Surau Gadang Simpang Ampek Nomor 117 B, dekat Mushalla Nurul Iman, Jorong Koto"
    return _changed(window, replace(somebody, name=named, current_address=address))


def _trouble(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _shown(window, _served(window).id).show_trouble(
        NotFoundError(
            "Warga ini tidak ada lagi di data nagari.", hint="Cari lagi di daftar penduduk."
        )
    )
    return window
