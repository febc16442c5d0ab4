"""The states of the quality desk for `tools/render_screens.py`."""

from __future__ import annotations

import dataclasses
from datetime import date

from PySide6.QtWidgets import QWidget

from nagari_kit.domain.doubts import DoubtRule
from nagari_kit.domain.event_reports import CorrectionReport, RegistrationReport
from nagari_kit.domain.family_succession import CHILD, HEAD
from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.letters import LetterFilter
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.residents import Household, Resident, ResidentFilter, Sex
from nagari_kit.errors import StorageLockedError
from nagari_kit.services.workspace import Workspace
from nagari_kit.ui.main_window import MainWindow
from nagari_kit.ui.picturing import DEMONSTRATION, EMPTY, OpenShell, Picture, shown_screen
from nagari_kit.ui.screens.data_quality.view import DataQualityView

_LONG = "Raden Muhammad Syahrul Ramadhan Kurniawansyah Tanjung Minangkabawi"


def pictures() -> tuple[Picture, ...]:
    """Two records of one person, each kind of form, what was said right, and nothing at all."""
    return (
        Picture("gabung", _merge),
        Picture("nik", lambda open_shell: _shown(open_shell, DoubtRule.NIK_SEX)),
        Picture("umur", lambda open_shell: _shown(open_shell, DoubtRule.CHILD_AGE)),
        Picture("tanpa-kk", _without_household),
        Picture("kepala", lambda open_shell: _shown(open_shell, DoubtRule.TWO_HEADS)),
        Picture("anak-saja", _children_only),
        Picture("ktp", lambda open_shell: _shown(open_shell, DoubtRule.KTP_DUE)),
        Picture("nama-panjang", _long_names),
        Picture("tanya-alasan", lambda open_shell: _pressed(open_shell, "confirm")),
        Picture("memang-benar", _decided),
        Picture("isian-salah", _wrong_input),
        Picture("tertutup", _folded),
        Picture("rapi", _tidy),
        Picture("galat", _trouble),
    )


def _office(open_shell: OpenShell) -> MainWindow:
    window = open_shell(DEMONSTRATION)
    _make_doubtful(window.workspace)
    return window


def _shown(open_shell: OpenShell, rule: DoubtRule) -> MainWindow:
    window = _office(open_shell)
    window.navigate("data_quality", rule=rule)
    return window


def _view(window: MainWindow) -> DataQualityView:
    view = shown_screen(window).widget
    if not isinstance(view, DataQualityView):
        msg = "the quality desk is not shown"
        raise TypeError(msg)
    return view


def _children_only(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    workspace = window.workspace
    wanted = ResidentFilter(family_relation=4, age_to=12)
    home = workspace.residents.record(workspace.residents.page(wanted, 0, 1).rows[0].id)
    born = date(2012, 4, 5)
    everybody = {one.id: one.birth_date for one in home.members}
    everybody[home.resident.id] = home.resident.birth_date
    for one in (one for one, day in everybody.items() if day is None or day < born):
        _past_checks(
            workspace, one, family_relation=CHILD, birth_date=born, marital_status=1, nik=None
        )
    window.navigate("data_quality", rule=DoubtRule.WITHOUT_HEAD)
    return window


def _without_household(open_shell: OpenShell) -> QWidget:
    window = _shown(open_shell, DoubtRule.WITHOUT_HOUSEHOLD)
    form = _view(window).case.household
    form.search.setText("syaf")
    form.search_wanted.emit("syaf")
    return window


def _long_names(open_shell: OpenShell) -> QWidget:
    window = _office(open_shell)
    name = PersonName(_LONG, "Ir. H.", "S.T., M.T., Ph.D.", "Dt. Rajo Bagindo Nan Panjang")
    for nik in (None, "1306991111800012"):
        _register(window.workspace, name, nik=nik, birth_date=date(1980, 11, 11))
    window.navigate("data_quality", rule=DoubtRule.SAME_PERSON)
    return window


def _merge(open_shell: OpenShell) -> QWidget:
    window = _shown(open_shell, DoubtRule.SAME_PERSON)
    view = _view(window)
    view.previous_wanted.emit()
    view.case.take_focus()
    return window


def _pressed(open_shell: OpenShell, button: str) -> QWidget:
    window = _shown(open_shell, DoubtRule.SAME_PERSON)
    getattr(_view(window).case, button).click()
    return window


def _decided(open_shell: OpenShell) -> QWidget:
    window = _office(open_shell)
    quality = window.workspace.quality
    for item in quality.items(DoubtRule.KTP_DUE, 0, 4).items:
        quality.decide(item.doubt, "Sakit menahun, perekaman menunggu petugas datang ke rumah")
    window.navigate("data_quality")
    _view(window).list.show_decided.click()
    return window


def _wrong_input(open_shell: OpenShell) -> QWidget:
    window = _shown(open_shell, DoubtRule.NIK_SEX)
    card = _view(window).case
    field = card.facts.rows["0.nik"].field
    field.setProperty("text", "130699450982")
    card.save.click()
    return window


def _folded(open_shell: OpenShell) -> QWidget:
    window = _shown(open_shell, DoubtRule.SAME_PERSON)
    view = _view(window)
    line = view.model.line(0)
    view.list.group_toggled.emit(line)
    return window


def _tidy(open_shell: OpenShell) -> QWidget:
    window = open_shell(EMPTY)
    window.navigate("data_quality")
    return window


def _trouble(open_shell: OpenShell) -> QWidget:
    window = _shown(open_shell, DoubtRule.SAME_PERSON)
    _view(window).show_trouble(
        StorageLockedError(
            "Data sedang dipakai program lain. Tidak ada yang hilang.",
            hint="Tunggu sebentar, lalu coba lagi.",
        )
    )
    return window


def _make_doubtful(workspace: Workspace) -> None:
    """Doubts as offices have them, in a demonstration that has none."""
    first = workspace.register.page(LetterFilter(), 0, 1).rows[0]
    if first.resident_id is None:
        raise LookupError("the newest letter is nobody's")
    original = workspace.residents.record(first.resident_id).resident
    twin = dataclasses.replace(original.name, gelar_belakang="S.Pd.")
    _register(
        workspace, twin, sex=original.sex, birth_date=original.birth_date, occupation=88,
        education=8, phone="0812-0000-0045", current_address="Jorong Koto Tangah, dekat surau",
        birth_place=original.birth_place,
    )  # fmt: skip
    born = date(1991, 2, 3)
    for name in ("Sahril", "Syahril"):
        _register(workspace, PersonName(name), birth_date=born, phone="0812-0000-0046")
    _register(workspace, PersonName("Marlina Putri"), nik="1306994302910001", birth_date=born)
    _register(workspace, PersonName("Budi"), sex=None, birth_date=None)
    page = workspace.residents.page(ResidentFilter(family_relation=4), 0, 2)
    child = workspace.residents.record(page.rows[0].id).resident
    _correct(workspace, dataclasses.replace(child, birth_date=date(1940, 5, 6), nik=None))
    wives = workspace.residents.page(ResidentFilter(family_relation=3), 0, 2)
    _past_checks(workspace, wives.rows[0].id, family_relation=HEAD)


def _past_checks(workspace: Workspace, resident_id: ResidentId, **facts: object) -> None:
    """Past the checks of every form, as an old file brings it."""
    from nagari_kit.domain import events

    one = workspace.residents.record(resident_id).resident
    with workspace.context.store.write(workspace.actor) as uow:
        changed = dataclasses.replace(one, **facts)  # type: ignore[arg-type]  # any fact of a person
        uow.residents.save(changed)
        uow.record(events.resident_changed(changed, None))
        uow.commit()


def _register(
    workspace: Workspace, name: PersonName, household: Household | None = None, **facts: object
) -> None:
    usual: dict[str, object] = {"sex": Sex.MALE}
    person = Resident(workspace.entry.new_resident_id(), name, **(usual | facts))  # type: ignore[arg-type]
    today = workspace.clock.today()
    workspace.population.record(
        RegistrationReport(
            event_date=today, report_date=today, people=(person,), household=household
        )
    )


def _correct(workspace: Workspace, person: Resident) -> None:
    today = workspace.clock.today()
    report = CorrectionReport(event_date=today, report_date=today, people=(person,))
    workspace.population.record(report)
