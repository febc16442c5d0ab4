"""The states of the books for `tools/render_screens.py`."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from nagari_kit.domain.registers import BookId
from nagari_kit.errors import StorageLockedError
from nagari_kit.ui.main_window import MainWindow
from nagari_kit.ui.picturing import DEMONSTRATION, EMPTY, OpenShell, Picture, shown_screen
from nagari_kit.ui.screens.registers.view import RegistersView


def pictures() -> tuple[Picture, ...]:
    """From a long book to what can come up."""
    return (
        Picture("induk", lambda open_shell: _book(open_shell, BookId.INDUK)),
        Picture("rekapitulasi", lambda open_shell: _book(open_shell, BookId.REKAPITULASI)),
        Picture("agenda", lambda open_shell: _book(open_shell, BookId.AGENDA)),
        Picture("kosong", _empty),
        Picture("tanggal", _days),
        Picture("tanggal-galat", _wrong_days),
        Picture("berjalan", _running),
        Picture("cetak", _printing),
        Picture("alasan", _reason),
        Picture("utuh", _full),
        Picture("galat", _trouble),
    )


def _view(window: MainWindow, book: BookId) -> RegistersView:
    window.navigate("registers", book=book.value)
    view = shown_screen(window).widget
    if not isinstance(view, RegistersView):
        msg = "the books are not shown"
        raise TypeError(msg)
    return view


def _book(open_shell: OpenShell, book: BookId) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _view(window, book)
    return window


def _empty(open_shell: OpenShell) -> QWidget:
    window = open_shell(EMPTY)
    _view(window, BookId.MUTASI)
    return window


def _days(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    view = _view(window, BookId.SEMENTARA)
    view.choices.period.kind.set_current(2)
    view.choices.period.kind.current_changed.emit(2)
    return window


def _wrong_days(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    view = _view(window, BookId.MUTASI)
    view.choices.period.kind.set_current(2)
    view.choices.period.kind.current_changed.emit(2)
    view.choices.period.end.set_date(date(2025, 1, 1))
    return window


def _running(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    view = _view(window, BookId.KTP_KK)
    view.show_running(running=True)
    view.show_progress(48, 133, "Menyusun buku")
    return window


def _printing(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    view = _view(window, BookId.INDUK)
    view.print.click()
    return window


def _reason(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    view = _view(window, BookId.INDUK)
    view.choices.full.click()
    return window


def _full(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    view = _view(window, BookId.INDUK)
    view.choices.take_reason("Buku resmi November, untuk arsip nagari")
    return window


def _trouble(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    view = _view(window, BookId.INDUK)
    view.show_trouble(
        StorageLockedError(
            "Data sedang dipakai program lain. Tidak ada yang berubah.",
            hint="Tunggu sebentar, lalu pilih bukunya sekali lagi.",
        )
    )
    return window
