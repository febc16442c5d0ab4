"""The states of the forms of events for `tools/render_screens.py`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from nagari_kit.domain.identity import HouseholdId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.population import EventKind
from nagari_kit.domain.residents import Resident, ResidentFilter
from nagari_kit.errors import NotFoundError
from nagari_kit.services.event_forms import EventStart
from nagari_kit.ui.main_window import MainWindow
from nagari_kit.ui.picturing import DEMONSTRATION, EMPTY, OpenShell, Picture, shown_screen
from nagari_kit.ui.screens.population_event.presenter import PopulationEventPresenter
from nagari_kit.ui.screens.population_event.view import PopulationEventView

_LONG = "Muhammad Rizki Ramadhan Al Ghifari Kurniawan Bagindo Sutan Nan Panjang"
_NTH = ("Satu", "Dua", "Tiga", "Empat", "Lima", "Enam", "Tujuh", "Delapan")


def pictures() -> tuple[Picture, ...]:
    """The question, every form, what can be wrong, and what comes after."""
    forms = tuple(
        Picture(name, _opened(kind, whom))
        for name, kind, whom in (
            ("lahir", EventKind.BIRTH, _household),
            ("meninggal", EventKind.DEATH, _head),
            ("hilang", EventKind.MISSING, _member),
            ("pergi", EventKind.GONE, _member),
            ("pecah-kk", EventKind.HOUSEHOLD_SPLIT, _split),
            ("gabung-kk", EventKind.HOUSEHOLD_MERGE, _household),
            ("ganti-kepala", EventKind.HEAD_CHANGE, _household),
            ("pindah-bersama", EventKind.HOUSEHOLD_MOVE, _household),
            ("tidak-valid", EventKind.INVALIDATION, _member),
        )
    )
    return (
        Picture("pilih", _choice),
        Picture("pilih-orang", _choice_of_person),
        Picture("cari", _search),
        Picture("cari-kosong", _search_none),
        Picture("pindah-keluar", _departure),
        Picture("pindah-masuk", _arrival),
        Picture("tamu", _guest),
        Picture("kembali", _return),
        *forms,
        Picture("salah", _wrong),
        Picture("kematian-kosong", _refused_death),
        Picture("nama-panjang", _long_names),
        Picture("sibuk", _busy),
        Picture("masih-ada", _held),
        Picture("tersimpan", _done),
        Picture("urungkan", _undo),
        Picture("buku", _book),
        Picture("buku-kosong", _no_book),
        Picture("galat", _trouble),
    )


def _view(window: MainWindow, **arguments: object) -> PopulationEventView:
    window.navigate("population_event", **arguments)
    view = shown_screen(window).widget
    if not isinstance(view, PopulationEventView):
        msg = "the forms of events are not shown"
        raise TypeError(msg)
    return view


def _big_household(window: MainWindow) -> EventStart:
    """A family with a spouse and children at home."""
    workspace = window.workspace
    rows = workspace.residents.page(ResidentFilter(family_relation=1), 0, 200).rows
    for row in rows:
        start = workspace.event_forms.begin(row.id)
        relations = [one.family_relation for one in start.members]
        if len(relations) >= 5 and 3 in relations:
            return start
    msg = "no family is large enough"
    raise LookupError(msg)


def _household(window: MainWindow) -> dict[str, object]:
    return {"household_id": _home_id(_big_household(window))}


def _home_id(start: EventStart) -> HouseholdId:
    if start.household is None:
        msg = "no household"
        raise LookupError(msg)
    return start.household.id


def _head(window: MainWindow) -> dict[str, object]:
    return {"resident_id": _big_household(window).members[0].id}


def _member(window: MainWindow) -> dict[str, object]:
    return {"resident_id": _big_household(window).members[-1].id}


_split = _household


def _opened(
    kind: EventKind, whom: Callable[[MainWindow], dict[str, object]]
) -> Callable[[OpenShell], QWidget]:
    def make(open_shell: OpenShell) -> QWidget:
        window = open_shell(DEMONSTRATION)
        view = _view(window, kind=kind, **whom(window))
        if kind is EventKind.HOUSEHOLD_SPLIT:
            _tick(view, 0, 2)
        if kind is EventKind.HOUSEHOLD_MERGE:
            picker = view.form.sheet().picker
            if picker is not None:
                picker.search.setText("syafri")
                picker.search_wanted.emit("syafri")
        return window

    return make


def _tick(view: PopulationEventView, *places: int) -> None:
    people = view.form.sheet().inputs["resident_ids"]
    ticks = getattr(people, "ticks", [])
    for place in places:
        ticks[place].setChecked(True)


def _choice(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _view(window)
    return window


def _choice_of_person(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _view(window, **_member(window))
    return window


def _search(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    view = _view(window, kind=EventKind.DEATH)
    view.finder.search.setText("yus")
    return window


def _search_none(open_shell: OpenShell) -> QWidget:
    window = open_shell(EMPTY)
    view = _view(window, kind=EventKind.HOUSEHOLD_SPLIT)
    view.finder.search.setText("zulkarnain paninggahan")
    return window


def _departure(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    view = _view(window, kind=EventKind.DEPARTURE, **_member(window))
    _tick(view, 0)
    sheet = view.form.sheet()
    sheet.inputs["destination"].set_text("Kuranji, Kota Padang")
    sheet.inputs["reason"].set_text("Pendidikan")
    return window


def _arrival(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    view = _view(window, kind="arrival")
    newcomers = view.form.sheet().newcomers
    if newcomers is not None:
        first = newcomers.blocks[0]
        first.name.setText("Zulkarnain Koto")
        first.sex.set_text("1")
        first.born.setText("12-05-1988")
        first.relation.set_text("1")
        newcomers.add_block()
    return window


def _guest(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    view = _view(window, kind="arrival", **_household(window))
    sheet = view.form.sheet()
    sheet.inputs["residency"].set_text("2")
    sheet.edited.emit("residency")
    sheet.focus("purpose")
    return window


def _return(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    whom = _head(window)
    view = _view(window, kind=EventKind.GONE, **whom)
    view.form.save.click()
    _view(window, kind=EventKind.RETURN, **whom)
    return window


def _wrong(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    view = _view(window, kind=EventKind.DEPARTURE, **_household(window))
    view.form.sheet().inputs["event_date"].set_text("31-02-2026")
    view.form.save.click()
    return window


def _long_names(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    start = _big_household(window)
    for place, one in enumerate(start.members):
        _rename(window, one, f"{_LONG} {_NTH[place % len(_NTH)]}")
    view = _view(window, kind=EventKind.HOUSEHOLD_SPLIT, household_id=_home_id(start))
    _tick(view, 0, 2, 3)
    return window


def _rename(window: MainWindow, one: Resident, name: str) -> None:
    renamed = replace(one, name=PersonName(name), birth_place=one.birth_place or "Koto Contoh")
    home = window.workspace.event_forms.begin(one.id).household
    window.workspace.entry.correct(renamed, one, home, "Nama panjang untuk gambar")


def _busy(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _view(window, kind=EventKind.DEATH, **_head(window)).form.set_busy(busy=True)
    return window


def _held(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    view = _view(window, kind=EventKind.DEATH, **_head(window))
    view.form.sheet().inputs["note"].set_text("Dilaporkan ketua RT")
    window.navigate("home")
    _view(window, kind=EventKind.BIRTH)
    return window


def _done(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _bury(window, **_head(window))
    return window


def _refused_death(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _view(window, kind=EventKind.DEATH, **_head(window)).form.save.click()
    return window


def _bury(window: MainWindow, **whom: object) -> PopulationEventView:
    view = _view(window, kind=EventKind.DEATH, **whom)
    told = {"place": "Rumah", "cause": "1", "reporter_name": "Yusmaniar"}
    for name, text in told.items():
        view.form.sheet().inputs[name].set_text(text)
    view.form.save.click()
    return view


def _undo(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _bury(window, **_head(window)).done.undo.click()
    return window


def _book(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _view(window, kind=EventKind.GONE, **_member(window)).form.save.click()
    _bury(window, **_member(window))
    presenter = getattr(shown_screen(window), "presenter", None)
    if isinstance(presenter, PopulationEventPresenter):
        presenter.book.open()
    return window


def _no_book(open_shell: OpenShell) -> QWidget:
    window = open_shell(EMPTY)
    _view(window).to_book.click()
    return window


def _trouble(open_shell: OpenShell) -> QWidget:
    window = open_shell(DEMONSTRATION)
    _view(window).show_trouble(
        NotFoundError(
            "Warga ini tidak ada lagi di data kantor.", hint="Cari lagi namanya di daftar penduduk."
        )
    )
    return window
