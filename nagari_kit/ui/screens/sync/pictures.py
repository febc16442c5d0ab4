"""The states of the exchange for `tools/render_screens.py`."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QWidget

from nagari_kit.domain.synchronisation import SyncItem, SyncRun, SyncStatus
from nagari_kit.errors import OfflineError, ServerRefusedError, SyncError
from nagari_kit.ui.main_window import MainWindow
from nagari_kit.ui.picturing import DEMONSTRATION, OpenShell, Picture, shown_screen
from nagari_kit.ui.screens.sync.enrol_card import EnrolWish
from nagari_kit.ui.screens.sync.sync_words import notice_of, standing_notice
from nagari_kit.ui.screens.sync.view import SyncView
from nagari_kit.ui.sync_watch import pill_words
from nagari_kit.ui.widgets.pill import sync_board

_FINGERPRINT = "48213 90417 22860 71935 60284 11570"
_ITEMS = (
    ("500.3/081/KN/2026", "letter.issued"),
    ("400.12/032/KN/2026", "letter.issued"),
    ("500.3/080/KN/2026", "letter.voided"),
    ("", "household.saved"),
    ("Yusmaniar", "resident.changed"),
    ("Muhammad Rizki Ramadhan Al Ghifari Kurniawan Datuak Rajo Nan Panjang", "resident.registered"),
)


def pictures() -> tuple[Picture, ...]:
    """From the first enrolment to what can come up."""
    return (
        Picture("pendaftaran", _unenrolled),
        Picture("pendaftaran-galat", _wrong_enrolment),
        Picture("menunggu", lambda open_shell: _office(open_shell, "pending")),
        Picture("normal", lambda open_shell: _office(open_shell, "approved")),
        Picture("berjalan", _running),
        Picture("luring", _offline),
        Picture("kunci-hilang", _keyless),
        Picture("portal", _portal),
        Picture("ditolak", _refused),
    )


def _view(window: MainWindow) -> SyncView:
    window.navigate("sync")
    view = shown_screen(window).widget
    if not isinstance(view, SyncView):
        msg = "the exchange is not shown"
        raise TypeError(msg)
    return view


def _unenrolled(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _view(window)
    return window


def _keyless(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    lost = replace(_status(window, "keyless"), online=None)
    _show(window, lost).show_notice(standing_notice(lost))
    return window


def _wrong_enrolment(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    view = _view(window)
    view.enrol.address.setText("https://127.0.0.1:9")
    view.enrol_requested.emit(EnrolWish("https://127.0.0.1:9", Path(), ""))
    return window


def _status(window: MainWindow, enrolment: str) -> SyncStatus:
    now = window.clock.now()
    waiting = enrolment == "pending"
    return replace(
        window.workspace.sync.status(),
        enrolment=enrolment,
        waiting=4 if waiting else 0,
        sent=0,
        stored=0 if waiting else 3,
        applied=0 if waiting else 12404,
        hub_url="https://hub.contoh.example:8443",
        last_sync=None if waiting else now - timedelta(minutes=7),
        last_try=now - timedelta(minutes=7),
        online=True,
        fingerprint=_FINGERPRINT,
    )


def _show(window: MainWindow, status: SyncStatus) -> SyncView:
    view = _view(window)
    now = window.clock.now()
    state = "local" if status.waiting else "applied"
    items = tuple(
        SyncItem(what, kind, now - timedelta(minutes=12 * place), state)
        for place, (what, kind) in enumerate(_ITEMS)
    )
    runs = (
        SyncRun(now - timedelta(minutes=7), "ok", "3 perubahan diterima provinsi."),
        SyncRun(now - timedelta(hours=17), "offline", "Tidak tersambung ke hub provinsi."),
        SyncRun(now - timedelta(days=3), "ok", "17 perubahan diterima provinsi."),
    )
    view.show_status(status, items, runs, window.clock.today())
    view.show_notice(standing_notice(status))
    sync_board().show_words(pill_words(status, window.clock.today()))
    return view


def _office(open_shell: OpenShell, enrolment: str) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _show(window, _status(window, enrolment))
    return window


def _running(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    view = _show(window, replace(_status(window, "approved"), waiting=1180, stored=0))
    view.show_running(running=True)
    view.show_progress(620, 1180, "Mengirim ke provinsi")
    return window


def _offline(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _show(window, replace(_status(window, "approved"), waiting=4, stored=0, online=False))
    return window


def _portal(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    view = _show(window, replace(_status(window, "approved"), waiting=4, stored=0, online=False))
    view.show_notice(
        notice_of(
            OfflineError(
                "Jaringan ini meminta masuk dulu. Perubahan tetap aman di komputer ini.",
                hint="Buka peramban, masuk ke Wi-Fi, lalu coba sambung lagi.",
                code="SINKRON-05",
            )
        )
    )
    return window


def _refused(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    view = _show(window, replace(_status(window, "approved"), waiting=4))
    error: SyncError = ServerRefusedError(
        "Provinsi menolak kiriman ini. Tidak ada data yang hilang.",
        hint="Telepon operator provinsi dan bacakan kodenya.",
    )
    view.show_notice(notice_of(error))
    return window
