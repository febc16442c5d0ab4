"""The states of the incoming letters for `tools/render_screens.py`."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from nagari_kit.domain.correspondence import IncomingReport
from nagari_kit.errors import StorageLockedError
from nagari_kit.ui.main_window import MainWindow
from nagari_kit.ui.picturing import DEMONSTRATION, EMPTY, OpenShell, Picture, shown_screen
from nagari_kit.ui.screens.incoming_letters.letter_dialog import IncomingDialog
from nagari_kit.ui.screens.incoming_letters.view import IncomingLettersView

_RECEIVED = (
    ("Camat Batang Contoh", "Undangan bimbingan teknis administrasi kependudukan", "400.10.2/112"),
    ("SMP Negeri 9 Batang Contoh", "Permohonan data siswa penerima bantuan", "421.3/077/SMPN9"),
    ("Polsek Batang Contoh", "Imbauan keamanan lingkungan menjelang akhir tahun", "B/204/XI"),
    ("KAN Koto Contoh", "Undangan rapat ninik mamak tentang batas ulayat nagari", "005/31/KAN"),
    ("Puskesmas Batang Contoh", "Jadwal posyandu bulan Desember 2026", "440/158/PKM"),
)
_LONG = (
    "Dinas Kependudukan dan Pencatatan Sipil Kabupaten Contoh, Bidang Pelayanan Pendaftaran",
    (
        "Permintaan data penduduk wajib KTP-el yang belum melakukan perekaman sampai dengan akhir "
        "triwulan ketiga beserta rencana jemput bola di setiap jorong"
    ),
    "400.12.2.1/1247/DISDUKCAPIL-III/PPDK/XI/2026",
)


def pictures() -> tuple[Picture, ...]:
    """From an ordinary week to what can come up."""
    return (
        Picture("normal", _normal),
        Picture("kosong", _empty),
        Picture("tidak-cocok", _no_hit),
        Picture("isian", _form),
        Picture("isian-salah", _refused),
        Picture("batalkan", _void),
        Picture("galat", _trouble),
    )


def _view(window: MainWindow) -> IncomingLettersView:
    window.navigate("incoming_letters")
    view = shown_screen(window).widget
    if not isinstance(view, IncomingLettersView):
        msg = "the incoming letters are not shown"
        raise TypeError(msg)
    return view


def _filled(open_shell: OpenShell) -> tuple[MainWindow, IncomingLettersView]:
    window = open_shell(DEMONSTRATION)
    service, today = window.workspace.incoming, window.workspace.clock.today()
    for place, (sender, subject, number) in enumerate((*_RECEIVED, _LONG)):
        day: date = today - timedelta(days=5 - place)
        made, _ = service.receive(IncomingReport(day, sender, subject, number, day))
        if place == 2:
            service.void(made.id, "tercatat dua kali")
    view = _view(window)
    view.table.selectRow(1)
    return window, view


def _normal(open_shell: OpenShell) -> QWidget:
    return _filled(open_shell)[0]


def _empty(open_shell: OpenShell) -> QWidget:
    window = open_shell(EMPTY)
    _view(window)
    return window


def _no_hit(open_shell: OpenShell) -> QWidget:
    window, view = _filled(open_shell)
    view.text.setText("bupati")
    return window


def _form(open_shell: OpenShell) -> QWidget:
    window, view = _filled(open_shell)
    view.add.click()
    return window


def _refused(open_shell: OpenShell) -> QWidget:
    window, view = _filled(open_shell)
    view.add.click()
    dialog = next(one for one in window.findChildren(IncomingDialog) if one.isVisible())
    dialog.letter_date.setText("31-02-2026")
    dialog.save.click()
    return window


def _void(open_shell: OpenShell) -> QWidget:
    window, view = _filled(open_shell)
    view.void.click()
    return window


def _trouble(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    view = _view(window)
    view.show_trouble(
        StorageLockedError(
            "Data sedang dipakai program lain. Tidak ada yang berubah.",
            hint="Tunggu sebentar, lalu coba lagi.",
        )
    )
    return window
