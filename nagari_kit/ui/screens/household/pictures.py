"""The states of the household page for `tools/render_screens.py`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from nagari_kit.domain.family_tree import read_family
from nagari_kit.domain.household_checks import check_household
from nagari_kit.domain.household_record import HouseholdRecord
from nagari_kit.domain.identity import HouseholdId, ResidentId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.residents import Household, Parents, Resident, ResidentFilter, Sex
from nagari_kit.errors import NotFoundError
from nagari_kit.ui.main_window import MainWindow
from nagari_kit.ui.picturing import DEMONSTRATION, OpenShell, Picture, shown_screen
from nagari_kit.ui.screens.household.view import HouseholdView

_NURLIS = Parents(father_name="Jamaris", mother_name="Nurlis")
_HENDRI = Parents(father_name="Hendri Saputra", mother_name="Yusmaniar")


def pictures() -> tuple[Picture, ...]:
    """From an ordinary family to what can come up."""
    return (
        Picture("normal", _normal),
        Picture("tiga-generasi", _three_generations),
        Picture("dua-belas", _twelve),
        Picture("pohon", _tree),
        Picture("belum-lengkap", _lacking),
        Picture("lembar-data", _sheet),
        Picture("menunggu", _waiting),
        Picture("galat", _trouble),
    )


def _person(number: int, name: str, relation: int | None, born: int, **more: object) -> Resident:
    facts: dict[str, object] = {
        "sex": Sex.FEMALE if number % 2 == 0 else Sex.MALE,
        "suku": "Koto",
        "occupation": 9 if born < 2000 else 3,
        **more,
    }
    woman = 40 if facts["sex"] is Sex.FEMALE else 0
    nik = f"130699{12 + woman}03{born % 100:02d}{number:04d}"
    birth = date(born, 3, 12)
    resident = Resident(ResidentId(UUID(int=number)), PersonName(name), nik, birth_date=birth)
    return replace(resident, family_relation=relation, **facts)  # type: ignore[arg-type]  # any fact of a resident


def _family() -> list[Resident]:
    hendri = PersonName("Hendri Saputra", gelar_adat="St. Mudo")
    fadli = _person(3, "Fadli Hendri", 4, 2007, parents=_HENDRI)
    return [
        replace(_person(1, "", 1, 1979, suku="Piliang"), name=hendri, parents=_HENDRI),
        _person(2, "Yusmaniar", 3, 1982, parents=_NURLIS, occupation=88),
        replace(fadli, papers=replace(fadli.papers, recording_status=2)),
        _person(4, "Nabila Putri Hendri", 4, 2011, parents=_HENDRI),
        _person(5, "Rafi Hendri", 4, 2017, parents=_HENDRI),
        _person(6, "Nurlis", 8, 1956, occupation=2, parents=_NURLIS),
    ]


def _shown(open_shell: OpenShell, members: list[Resident] | None = None) -> MainWindow:
    """A real household of the demonstration, with other members when given."""
    window = open_shell(DEMONSTRATION)
    rows = window.workspace.residents.page(ResidentFilter(family_relation=1), 0, 40).rows
    records = (window.workspace.residents.record(row.id) for row in rows)
    found = max(records, key=lambda one: len(one.members))
    home = found.household or Household(HouseholdId(UUID(int=1)), None)
    window.navigate("household", household_id=home.id)
    _view(window).show_links(events=True, form=True, lineage=True)
    if members is not None:
        record = window.workspace.households.record(home.id)
        today = window.clock.today()
        home = replace(home, address="Jalan Surau Gadang", rt="02", printed_on=date(2016, 4, 16))
        changed = HouseholdRecord(
            home,
            record.jorong,
            tuple(members),
            read_family(members),
            {},
            check_household(home, members, today),
            record.events,
        )
        _view(window).show_record(changed, "jorong", today)
    return window


def _view(window: MainWindow) -> HouseholdView:
    view = shown_screen(window).widget
    if not isinstance(view, HouseholdView):
        msg = "the household is not shown"
        raise TypeError(msg)
    return view


def _normal(open_shell: OpenShell) -> QWidget:
    window = _shown(open_shell, _family())
    _view(window).choose(ResidentId(UUID(int=2)))
    return window


def _three_generations(open_shell: OpenShell) -> QWidget:
    of_mira = Parents(father_name="Andi Kurnia", mother_name="Mira Hendri")
    more = [
        _person(7, "Ramli Sutan Marajo", 7, 1949, suku="Caniago"),
        _person(8, "Rosna", 7, 1953),
        _person(10, "Mira Hendri", 4, 2001, marital_status=2, parents=_HENDRI),
        _person(11, "Andi Kurnia", 5, 1998, marital_status=2, suku="Jambak"),
        _person(12, "Zahra Kurnia", 6, 2024, parents=of_mira),
    ]
    family = sorted([*_family(), *more], key=lambda one: one.family_relation or 0)
    return _shown(open_shell, family)


def _twelve(open_shell: OpenShell) -> QWidget:
    family = _family()[:2]
    long = "Muhammad Rizki Ramadhan Al Ghifari Kurniawan Datuak Rajo Nan Panjang"
    for number in range(3, 13):
        name = f"{long} {number}" if number % 3 == 0 else f"Siti Nurhalizah Rahmawati {number}"
        family.append(_person(number, name, 4, 1998 + number, parents=_HENDRI, occupation=5))
    return _shown(open_shell, family)


def _tree(open_shell: OpenShell) -> QWidget:
    window = _shown(open_shell, _family())
    view = _view(window)
    view._tabs.set_current(1)  # noqa: SLF001 - the picture of a small window
    view.tree_card.tree.setFocus()
    return window


def _lacking(open_shell: OpenShell) -> QWidget:
    family = [replace(one, nik=None, birth_date=None, family_relation=4) for one in _family()[:3]]
    return _shown(open_shell, family)


def _sheet(open_shell: OpenShell) -> QWidget:
    window = _shown(open_shell)
    _view(window).sheet.click()
    return window


def _waiting(open_shell: OpenShell) -> QWidget:
    window = _shown(open_shell)
    _view(window).show_waiting()
    return window


def _trouble(open_shell: OpenShell) -> QWidget:
    window = _shown(open_shell)
    _view(window).show_trouble(
        NotFoundError(
            "Kartu keluarga ini tidak ada di data kantor.",
            hint="Cari lagi keluarganya di daftar penduduk.",
            code="KK-01",
        )
    )
    return window
