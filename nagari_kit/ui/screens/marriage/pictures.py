"""The states of the marriage set for `tools/render_screens.py`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from nagari_kit.domain.identity import DraftId
from nagari_kit.domain.letters import LetterPerson
from nagari_kit.domain.marriage import MarriageCase, Side
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.outsiders import Outsider
from nagari_kit.domain.residents import ResidentFilter, Sex
from nagari_kit.ui.main_window import MainWindow
from nagari_kit.ui.picturing import DEMONSTRATION, EMPTY, OpenShell, Picture, shown_screen
from nagari_kit.ui.screens.marriage.view import LAST, MarriageView

_LONG = "Putri Rahmadhani Nur Aisyah Khairunnisa Kurniawan Bagindo Nan Panjang"


def pictures() -> tuple[Picture, ...]:
    """Every step, a late announcement, a long name, refusals, and the set when it is filed."""
    return (
        Picture("mulai", _empty),
        Picture("kosong", _empty_office),
        Picture("suami", lambda open_shell: _at(open_shell, 0)),
        Picture("istri", lambda open_shell: _at(open_shell, 1)),
        Picture("janda", _widow),
        Picture("orang-tua", lambda open_shell: _at(open_shell, 2)),
        Picture("akad", lambda open_shell: _at(open_shell, 3)),
        Picture("cetak", lambda open_shell: _at(open_shell, LAST)),
        Picture("nama-panjang", lambda open_shell: _at(open_shell, 1, _LONG)),
        Picture("ditolak", _refused),
        Picture("terbit", _issued),
    )


def _empty(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    window.navigate("marriage")
    return window


def _empty_office(open_shell: OpenShell) -> QWidget:
    window = open_shell(EMPTY)
    window.navigate("marriage")
    return window


def _at(open_shell: OpenShell, step: int, name: str = "Melati Sari") -> QWidget:
    window, _case = _opened(open_shell, name)
    for _ in range(step):
        _view(window).forward.click()
    return window


def _widow(open_shell: OpenShell) -> QWidget:
    window, case = _opened(open_shell, "Melati Sari")
    workspace = window.workspace
    bride = replace(case.bride, status="Janda", former="Rusdi")
    workspace.marriages.save(replace(case, bride=bride))
    _open_draft(window, case.draft_id)
    _view(window).forward.click()
    return window


def _refused(open_shell: OpenShell) -> QWidget:
    window, case = _opened(open_shell, "Melati Sari")
    window.workspace.marriages.save(replace(case, akad_place="", papers_reason=""))
    _open_draft(window, case.draft_id)
    for _ in range(LAST + 1):
        _view(window).forward.click()
    return window


def _issued(open_shell: OpenShell) -> QWidget:
    window, _case = _opened(open_shell, "Melati Sari")
    for _ in range(LAST + 1):
        _view(window).forward.click()
    return window


def _opened(open_shell: OpenShell, name: str) -> tuple[MainWindow, MarriageCase]:
    window = open_shell(DEMONSTRATION)
    workspace = window.workspace
    men = ResidentFilter(sex=Sex.MALE, age_from=22, age_to=28, family_relation=4, marital_status=1)
    groom = workspace.residents.page(men, 0, 1).rows[0]
    stranger = Outsider(
        PersonName(name),
        nik="1306995406020012",
        sex=Sex.FEMALE,
        birth_place="Contoh Baru",
        birth_date=date(2002, 6, 14),
        religion=1,
        address="Jalan Melati No. 4, Kota Contoh Baru",
        father_name="Asril",
    )
    marriages = workspace.marriages
    case = marriages.begin(groom.id)
    case = marriages.with_person(case, Side.BRIDE, LetterPerson(outsider=stranger))
    case = replace(
        case,
        akad_day="2026-12-05",
        akad_hour="09:00",
        akad_place="Masjid Raya Koto Contoh",
        papers=frozenset({"ktp", "kk"}),
        papers_reason="Menyusul sebelum akad",
    )
    case = marriages.save(case)
    _open_draft(window, case.draft_id)
    return window, case


def _open_draft(window: MainWindow, draft_id: DraftId | None) -> None:
    window.navigate("home")
    window.navigate("marriage", draft_id=draft_id)


def _view(window: MainWindow) -> MarriageView:
    view = shown_screen(window).widget
    if not isinstance(view, MarriageView):
        raise TypeError(view)
    return view
