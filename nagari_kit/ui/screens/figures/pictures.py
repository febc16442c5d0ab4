"""The states of the page of figures for `tools/render_screens.py`."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from nagari_kit.domain.event_reports import (
    HouseholdMoveReport,
    InvalidationReport,
    MissingReport,
)
from nagari_kit.domain.figures import PeopleBehind
from nagari_kit.errors import StorageLockedError
from nagari_kit.ui.main_window import MainWindow
from nagari_kit.ui.picturing import DEMONSTRATION, EMPTY, OpenShell, Picture, shown_screen
from nagari_kit.ui.screens.figures.view import FiguresView
from nagari_kit.ui.widgets.charts_pyramid import MEN


def pictures() -> tuple[Picture, ...]:
    """Every tab, the names, and what can come up."""
    return (
        Picture("ringkasan", lambda open_shell: _tab(open_shell, "summary")),
        Picture("piramida", _pyramid),
        Picture("tahun", _year),
        Picture("semua-kolom", _all_columns),
        Picture("lampid", lambda open_shell: _tab(open_shell, "lampid")),
        Picture("lampid-bulan", _months),
        Picture("pendidikan", lambda open_shell: _tab(open_shell, "education")),
        Picture("agama", lambda open_shell: _tab(open_shell, "religion")),
        Picture("ktp", lambda open_shell: _tab(open_shell, "cards")),
        Picture("nama", _names),
        Picture("peristiwa", _events),
        Picture("sebelum-buku", _before),
        Picture("sibuk", _busy),
        Picture("kosong", _empty),
        Picture("galat", _trouble),
        Picture("cetak", _print),
    )


def _view(window: MainWindow, tab: str) -> FiguresView:
    window.navigate("figures", tab=tab)
    view = shown_screen(window).widget
    if not isinstance(view, FiguresView):
        msg = "the figures are not shown"
        raise TypeError(msg)
    return view


def _tab(open_shell: OpenShell, tab: str) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _view(window, tab)
    return window


def _pyramid(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    pyramid = _view(window, "summary").summary.pyramid
    pyramid.setFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Right):
        QTest.keyClick(pyramid, key)
    return window


def _year(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    view = _view(window, "summary")
    view.period.setCurrentIndex(view.period.count() - 3)
    view.summary.lines.setFocus()
    return window


def _all_columns(open_shell: OpenShell) -> QWidget:
    """Somebody missing, a family that moved, a record struck out, and a long name."""
    window = open_shell(DEMONSTRATION)
    workspace, today = window.workspace, window.workspace.clock.today()
    areas = workspace.office.jorong()
    workspace.office.save_jorong(replace(areas[0], name="Balai Gadang Koto Panjang Baruah"))
    children = PeopleBehind(today, age_from=4, age_to=9)
    people, _ = workspace.figures.people(children, limit=3)
    workspace.population.record(
        MissingReport(event_date=today, report_date=today, resident_id=people[0].id)
    )
    workspace.population.record(
        InvalidationReport(
            event_date=today, report_date=today, resident_ids=(people[1].id,), reason="ganda"
        )
    )
    household = workspace.residents.record(people[2].id).household
    if household is not None:
        target = next(one.id for one in areas if one.id != household.jorong_id)
        workspace.population.record(
            HouseholdMoveReport(
                event_date=today,
                report_date=today,
                household=replace(household, jorong_id=target),
            )
        )
    _view(window, "summary")
    return window


def _months(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    view = _view(window, "lampid")
    view.lampid.division.set_current(1)
    view.lampid.division.current_changed.emit(1)
    return window


def _names(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    view = _view(window, "summary")
    view.summary.pyramid.opened.emit(3, MEN)
    return window


def _events(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    view = _view(window, "summary")
    view.period.setCurrentIndex(view.period.count() - 3)
    table = view.summary.lampid.table
    numbers = table.numbers
    table.setCurrentIndex(numbers.index(numbers.rowCount() - 1, 2))
    QTest.keyClick(table, Qt.Key.Key_Return)
    return window


def _before(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    view = _view(window, "summary")
    view.period.setCurrentIndex(3)
    return window


def _busy(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    view = _view(window, "summary")
    view.show_counting()
    return window


def _empty(open_shell: OpenShell) -> QWidget:
    window = open_shell(EMPTY)
    _view(window, "summary")
    return window


def _trouble(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    view = _view(window, "summary")
    view.show_trouble(
        StorageLockedError(
            "Data sedang dipakai program lain. Tidak ada yang berubah.",
            hint="Tunggu sebentar, lalu pilih “Coba lagi”.",
        )
    )
    return window


def _print(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    view = _view(window, "lampid")
    view.print.click()
    return window
