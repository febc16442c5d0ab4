"""The states of the residents' list for `tools/render_screens.py`."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from nagari_kit.domain.resident_columns import ListColumn
from nagari_kit.domain.residents import KtpStanding, Resident, ResidentFilter, Sex
from nagari_kit.errors import StorageLockedError
from nagari_kit.ui.main_window import MainWindow
from nagari_kit.ui.picturing import DEMONSTRATION, EMPTY, OpenShell, Picture, shown_screen
from nagari_kit.ui.screens.residents.export_dialog import ExportDialog
from nagari_kit.ui.screens.residents.table_model import ResidentTableModel
from nagari_kit.ui.screens.residents.view import ResidentsView

_LONG = "Muhammad Rizki Ramadhan Al Ghifari Kurniawan Datuak Rajo Nan Panjang Bagindo Sutan"
_YOUTH = ResidentFilter(age_from=17, age_to=25)
_MANY = ResidentFilter(
    sex=Sex.FEMALE, ktp=KtpStanding.RECORDED, marital_status=2, religion=1, age_from=17
)


def pictures() -> tuple[Picture, ...]:
    """From the full list to what can come up."""
    return (
        Picture("normal", lambda open_shell: _listed(open_shell(DEMONSTRATION))),
        Picture("kosong", lambda open_shell: _listed(open_shell(EMPTY))),
        Picture("disaring", lambda open_shell: _filtered(open_shell(DEMONSTRATION), "sya")),
        Picture("alasan", lambda open_shell: _filtered(open_shell(DEMONSTRATION), "surau gadang")),
        Picture("mirip", lambda open_shell: _filtered(open_shell(DEMONSTRATION), "nurhayato")),
        Picture("tidak-cocok", lambda open_shell: _filtered(open_shell(DEMONSTRATION), "xqzvw")),
        Picture("tidak-cocok-di-saringan", _nobody_here),
        Picture("tersimpan", _kept),
        Picture("banyak-saringan", _many_filters),
        Picture("dipilih", _ticked),
        Picture("kolom-banyak", _many_columns),
        Picture("saringan-lain", _more),
        Picture("kolom", _columns),
        Picture("simpan-saringan", _keeping),
        Picture("ekspor", _export),
        Picture("sedang-menulis", _working),
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
    window.navigate("residents", wanted=ResidentFilter(text=text))
    return window


def _nobody_here(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    window.navigate("residents", wanted=replace(_MANY, text="xqzvw"))
    return window


def _kept(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    filters = window.workspace.filters
    filters.save("Pemuda", _YOUTH)
    filters.save("Wajib KTP belum rekam", ResidentFilter(ktp=KtpStanding.NOT_RECORDED))
    filters.save("Lansia 65 ke atas", ResidentFilter(age_from=65))
    for number in range(1, 5):
        filters.save(f"Undangan musyawarah jorong nomor {number}", ResidentFilter(age_to=number))
    window.navigate("residents", wanted=_YOUTH)
    return window


def _many_filters(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    window.navigate("residents", wanted=_MANY)
    return window


def _ticked(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    view = _view(window)
    view.table.range_ticked.emit(1, 3)
    return window


def _many_columns(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    view = _view(window)
    model = view.table.model()
    if isinstance(model, ResidentTableModel):
        model.show_columns(tuple(ListColumn))
    view.table.follow_columns()
    return window


def _more(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _view(window).filters.more.click()
    return window


def _columns(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _view(window).filters.columns.click()
    return window


def _keeping(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    window.navigate("residents", wanted=_YOUTH)
    _view(window).tags.save.click()
    return window


def _export(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    view = _view(window)
    view.export_button.click()
    dialog = view.findChild(ExportDialog)
    if dialog is not None:
        dialog.form.setCurrentIndex(1)
        dialog.full.setChecked(True)
    return window


def _working(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _view(window).show_work("Menulis warga 1.250 dari 4.812 …")
    return window


def _long_name(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    residents = window.workspace.residents
    somebody: Resident = residents.record(residents.search("sya", 1)[0].id).resident
    named = replace(somebody.name, name=_LONG)
    residents.register(replace(somebody, name=named, nik=None))
    window.navigate("residents", wanted=ResidentFilter(text="ghifari"))
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
