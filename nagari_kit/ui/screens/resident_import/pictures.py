"""The states of an import for `tools/render_screens.py`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtWidgets import QWidget

from nagari_kit.services.synthetic_population import generate_population, write_opensid_xlsx
from nagari_kit.ui.main_window import MainWindow
from nagari_kit.ui.picturing import DEMONSTRATION, EMPTY, OpenShell, Picture, shown_screen
from nagari_kit.ui.screens.resident_import.view import ResidentImportView

_FAULTS = {"nik_short": 2, "birth_date_impossible": 2, "name_missing": 1, "kk_short": 2}


def pictures() -> tuple[Picture, ...]:
    """From the choice of a file to what can come up."""
    return (
        Picture("pilih", _choice),
        Picture("galat", _broken),
        Picture("cocokkan", _matching),
        Picture("perbaiki", _mending),
        Picture("usul", _suggestion),
        Picture("berjalan", _running),
        Picture("periksa", lambda open_shell: _checked(open_shell(EMPTY))),
        Picture("sudah-sama", _again),
        Picture("selesai", _done),
        Picture("diurungkan", _undone),
    )


def _view(window: MainWindow) -> ResidentImportView:
    window.navigate("resident_import")
    view = shown_screen(window).widget
    if not isinstance(view, ResidentImportView):
        msg = "the import is not shown"
        raise TypeError(msg)
    return view


def _file(window: MainWindow) -> Path:
    path = Path(tempfile.mkdtemp()) / "data-warga-koto-contoh-nov26.xlsx"
    population = generate_population(300, today=window.clock.today())
    write_opensid_xlsx(path, population, planted_faults=_FAULTS)
    return path


def _choice(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _view(window)
    return window


def _broken(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    path = Path(tempfile.mkdtemp()) / "data-warga.xlsx"
    path.write_bytes(b"bukan lembar kerja")
    _view(window).choose_file(path)
    return window


def _running(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    view = _view(window)
    view.show_busy("Memasukkan data-warga-koto-contoh-nov26.xlsx", writing=True)
    view.show_progress(2140, 4748, "Mencatat warga")
    return window


def _checked(window: MainWindow) -> MainWindow:
    view = _view(window)
    view.choose_file(_file(window))
    return window


def _matching(open_shell: OpenShell) -> QWidget:
    window = open_shell(EMPTY)
    path = Path(tempfile.mkdtemp()) / "Data warga jorong Kampuang Dalam 2026 (baru).csv"
    lines = [
        "Kode;Identitas;Keluarga;Sebutan;Gender;TTL;Posisi;Iuran",
        "W-1;1306991403710001;1306992506120001;SYAFRIZAL;L;Koto Contoh, 14-03-1971;Kepala;lunas",
        "W-2;1306994509750002;1306992506120001;YUSMANIAR;P;Koto Contoh, 05-09-1975;Istri;lunas",
        "W-3;1306991102010003;1306992506120001;RIZKI ANANDA;L;Padang, 11-02-2001;Anak;belum",
    ]
    path.write_text("\n".join(lines), "utf-8")
    _view(window).choose_file(path)
    return window


def _mending(open_shell: OpenShell) -> QWidget:
    window = _checked(open_shell(EMPTY))
    page = _view(window).check
    page.go_to_fault()
    index = page.grid.currentIndex()
    page.mend_model.setData(index, "1306990101600007")
    page.grid.step(1, 0)
    page.grid.edit(page.grid.currentIndex())
    return window


def _suggestion(open_shell: OpenShell) -> QWidget:
    window = open_shell(EMPTY)
    view = _view(window)
    population = generate_population(300, today=window.clock.today())
    folder = Path(tempfile.mkdtemp())
    whole, wrong = folder / "okt26.xlsx", folder / "data-warga-koto-contoh-nov26.xlsx"
    write_opensid_xlsx(whole, population)
    write_opensid_xlsx(wrong, population, planted_faults=_FAULTS)
    view.choose_file(whole)
    view.check.go.click()
    view.choose_file(wrong)
    view.check.go_to_fault()
    view.check.grid.edit(view.check.grid.currentIndex())
    return window


def _undone(open_shell: OpenShell) -> QWidget:
    window = _done(open_shell)
    view = shown_screen(window).widget if isinstance(window, MainWindow) else window
    if isinstance(view, ResidentImportView):
        view.show_undone()
    return window


def _again(open_shell: OpenShell) -> QWidget:
    window = open_shell(EMPTY)
    view = _view(window)
    path = _file(window)
    view.choose_file(path)
    view.check.go.click()
    view.done.again.click()
    view.choose_file(path)
    return window


def _done(open_shell: OpenShell) -> QWidget:
    window = _checked(open_shell(EMPTY))
    _view(window).check.go.click()
    return window
