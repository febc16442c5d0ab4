"""The states of writing a letter for `tools/render_screens.py`."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from nagari_kit.domain.letters import LetterInput
from nagari_kit.errors import DiskFullError, PrintError
from nagari_kit.ui.main_window import MainWindow
from nagari_kit.ui.picturing import DEMONSTRATION, OpenShell, Picture, shown_screen
from nagari_kit.ui.screens.letter_issue.view import LetterIssueView

_SKU = {
    "nama_usaha": "Dapur Randang Uni Yus",
    "jenis_usaha": "Industri makanan rumahan",
    "tempat_usaha": "Jorong Koto Tuo, dekat Balai Adat",
    "berdiri_sejak": "Maret 2019",
    "keperluan": "pengajuan kredit usaha rakyat",
}
_LONG = {
    **_SKU,
    "nama_usaha": "Usaha Bersama Pengolahan Randang, Dendeng dan Karak Kaliang Saiyo Sakato",
    "tempat_usaha": "Jorong Pincuran Tujuah, simpang tiga dekat Surau Baitul Makmur, sebelah pasar",
}
_SKTM = {
    "keperluan": "pengajuan beasiswa",
    "penghasilan_ayah": "900000",
    "penghasilan_ibu": "tidak tetap",
}
_MUCH = {**_SKTM, "penghasilan_ayah": "99999999999999"}
_DOMISILI = {
    "alamat_ktp": "Jalan Batang Agam Nomor 12, Kelurahan Contoh, Kota Contoh",
    "sejak": "2015-03-01",
    "jorong": "Koto Tuo",
    "alamat": "Jalan Balai Adat, rumah keluarga Uni Yus",
    "keperluan": "pembukaan rekening tabungan",
}
_UNTRUE_DAY = {**_DOMISILI, "sejak": "2031-01-01", "keperluan": ""}


def pictures() -> tuple[Picture, ...]:
    """From choosing the resident to the filed letter."""
    return (
        Picture("mulai", _begun),
        Picture("warga", lambda open_shell: _residents(open_shell, "sya")),
        Picture("warga-kosong", lambda open_shell: _residents(open_shell, "xqzvw")),
        Picture("jenis", _types),
        Picture("isian", lambda open_shell: _form(open_shell, _SKU)),
        Picture("isian-panjang", lambda open_shell: _form(open_shell, _LONG)),
        Picture("isian-sktm", lambda open_shell: _form(open_shell, _SKTM, "sktm")),
        Picture("isian-domisili", lambda open_shell: _form(open_shell, _DOMISILI, "domisili")),
        Picture("galat", _refused),
        Picture("galat-sktm", lambda open_shell: _refused_as(open_shell, {}, "sktm")),
        Picture(
            "galat-domisili", lambda open_shell: _refused_as(open_shell, _UNTRUE_DAY, "domisili")
        ),
        Picture("tanya-lagi", lambda open_shell: _refused_as(open_shell, _MUCH, "sktm")),
        Picture("sibuk", _busy),
        Picture("draf-gagal", _unsaved),
        Picture("terbit", _issued),
        Picture("cetak-gagal", _unprinted),
    )


def _view(window: MainWindow) -> LetterIssueView:
    view = shown_screen(window).widget
    if not isinstance(view, LetterIssueView):
        msg = "the letter is not shown"
        raise TypeError(msg)
    return view


def _begun(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    window.navigate("letter_issue")
    return window


def _residents(open_shell: OpenShell, typed: str) -> QWidget:
    window = open_shell(DEMONSTRATION)
    window.navigate("letter_issue")
    _view(window).residents.search.setText(typed)
    return window


def _types(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    found = window.workspace.residents.search("sya", 1)[0]
    window.navigate("letter_issue", resident_id=found.id)
    return window


def _form(open_shell: OpenShell, values: Mapping[str, str], type_id: str = "sku") -> MainWindow:
    window = open_shell(DEMONSTRATION)
    found = window.workspace.residents.search("sya", 1)[0]
    draft = window.workspace.drafts.save(LetterInput(type_id, found.id, values))
    window.navigate("letter_issue", draft_id=draft.id)
    return window


def _refused(open_shell: OpenShell) -> QWidget:
    return _refused_as(open_shell, {**_SKU, "berdiri_sejak": "dulu", "keperluan": ""}, "sku")


def _refused_as(open_shell: OpenShell, values: Mapping[str, str], type_id: str) -> QWidget:
    window = _form(open_shell, values, type_id)
    _view(window).form.issue.click()
    return window


def _busy(open_shell: OpenShell) -> QWidget:
    window = _form(open_shell, _SKU)
    _view(window).form.set_busy(True)
    return window


def _unsaved(open_shell: OpenShell) -> QWidget:
    window = _form(open_shell, _SKU)
    _view(window).form.show_unsaved(
        DiskFullError("Ruang disk habis. Isian masih ada di layar.", hint="Kosongkan disk.")
    )
    return window


def _unprinted(open_shell: OpenShell) -> QWidget:
    window = _form(open_shell, _SKU)
    _view(window).form.issue.click()
    _view(window).result.show_print_error(
        PrintError(
            "Printer tidak menjawab. Surat tetap tersimpan.", hint="Periksa kabelnya, lalu ulangi."
        )
    )
    return window


def _issued(open_shell: OpenShell) -> QWidget:
    window = _form(open_shell, _SKU)
    _view(window).form.issue.click()
    return window
