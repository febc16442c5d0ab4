"""The sections of the settings for `tools/render_screens.py`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QScrollArea, QWidget

from nagari_kit.domain.letters import LetterFilter, LetterInput
from nagari_kit.domain.number_reservations import ReservationWish
from nagari_kit.domain.numbering import NumberChoice
from nagari_kit.domain.office import NumberingSettings, NumberRule
from nagari_kit.ui.main_window import MainWindow
from nagari_kit.ui.picturing import DEMONSTRATION, EMPTY, OpenShell, Picture, shown_screen
from nagari_kit.ui.screens.settings.view import NAMES, SettingsView


def pictures() -> tuple[Picture, ...]:
    """Every section, what is refused in it, and what is saved."""
    return (
        *(Picture(name, _section(name)) for name in NAMES),
        Picture("nomor-galat", _refused_rule),
        Picture("nomor-sela", _number_gaps),
        Picture("nomor-pesan", _reservations),
        Picture("nomor-tulis-tangan", _hand_numbers),
        Picture("nomor-jenis", _own_rule),
        Picture("nomor-kosong", _no_numbers),
        Picture("kop-galat", _refused_kop),
        Picture("halaman-galat", _refused_look),
        Picture("pejabat-tersimpan", _saved_officer),
        Picture("camat-galat", _refused_camat),
        Picture("libur", _holidays),
    )


def _section(name: str) -> Callable[[OpenShell], QWidget]:
    def make(open_shell: OpenShell) -> QWidget:
        window = open_shell(DEMONSTRATION)
        window.navigate("settings", section=name)
        return window

    return make


def _view(window: MainWindow, section: str) -> SettingsView:
    window.navigate("settings", section=section)
    view = shown_screen(window).widget
    if not isinstance(view, SettingsView):
        msg = "the settings are not shown"
        raise TypeError(msg)
    return view


def _refused_rule(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    numbering = _view(window, "nomor").numbering
    numbering.pattern.set_pattern("{urut:3}/{unit}/{tahun}")
    numbering.submit()
    return window


def _numbered_by_office(open_shell: OpenShell) -> MainWindow:
    """One counter for the office, with a start, kept and released numbers, and a real gap."""
    window = open_shell(DEMONSTRATION)
    workspace = window.workspace
    rule = NumberRule("{urut:3}/{jenis}/{wn}/{bulan_romawi}-{tahun}", scope="office", start=120)
    workspace.numbering.save(NumberingSettings(rule))
    kept = workspace.reservations.reserve(
        ReservationWish("sku", 3, "Undangan musyawarah nagari yang dicetak di percetakan")
    )
    workspace.reservations.release(kept[1].id, "Musyawarah digabung dengan rapat tahunan")
    letter = workspace.register.page(LetterFilter(type_id="sku"), 0, 1).rows[0]
    copy = workspace.previews.copy_of(letter.id)
    wanted = LetterInput("sku", letter.resident_id, copy.values, number=NumberChoice("blank"))
    first = workspace.issuing.issue(wanted)
    workspace.hand_numbers.enter(first.id, "126")
    workspace.issuing.issue(wanted)
    workspace.register.void(
        workspace.issuing.issue(replace(wanted, number=NumberChoice())).id, "Salah nama warga"
    )
    return window


def _number_gaps(open_shell: OpenShell) -> QWidget:
    window = _numbered_by_office(open_shell)
    numbering = _view(window, "nomor").numbering
    for area in numbering.findChildren(QScrollArea):
        area.ensureWidgetVisible(numbering.gaps)
    return window


def _reservations(open_shell: OpenShell) -> QWidget:
    window = _numbered_by_office(open_shell)
    numbering = _view(window, "nomor").numbering
    numbering.series.reserve.click()
    return window


def _hand_numbers(open_shell: OpenShell) -> QWidget:
    window = _numbered_by_office(open_shell)
    numbering = _view(window, "nomor").numbering
    numbering.series.enter.click()
    return window


def _own_rule(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    rules = NumberingSettings(
        NumberRule(), {"sktm": NumberRule(classification="400.10.2.2.6", unit="PEL", start=219)}
    )
    window.workspace.numbering.save(rules)
    numbering = _view(window, "nomor").numbering
    numbering.kind.setCurrentIndex(numbering.kind.findData("sktm"))
    return window


def _no_numbers(open_shell: OpenShell) -> QWidget:
    window = open_shell(EMPTY)
    _view(window, "nomor")
    return window


def _refused_kop(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    kop = _view(window, "kop").kop
    kop.form.inputs["line3"].clear()
    kop.submit()
    return window


def _refused_look(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    look = _view(window, "halaman").look
    look.inputs["margin_left"].setText("5")
    look.submit()
    return window


def _holidays(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _view(window, "libur").holidays.days.setCurrentRow(0)
    return window


def _refused_camat(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    section = _view(window, "camat").neighbours
    section.inputs["camat_name"].setText("Drs. H. Muhammad Hendri Yanto Sutan Mangkuto, M.Si.")
    section.inputs["camat_nip"].setText("1970")
    section.submit()
    return window


def _saved_officer(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _view(window, "pejabat").officers.submit()
    return window
