"""Reports of every kind, imports of small sheets, and corrections, drawn at random."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from hypothesis import strategies as st

from nagari_kit.domain.event_reports import (
    ArrivalReport,
    BirthReport,
    CorrectionReport,
    DeathReport,
    DepartureReport,
    EventReport,
    GoneReport,
    HeadChangeReport,
    HouseholdMoveReport,
    InvalidationReport,
    MergeReport,
    MissingReport,
    RegistrationReport,
    ReturnReport,
    SplitReport,
)
from nagari_kit.domain.identity import HouseholdId, PopulationEventId, ResidentId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.residents import Household, LifeStatus, Residency, Resident, Sex
from nagari_kit.services.resident_import import ResidentImportService
from tests.integration.importing.sheets import person, write_sheet
from tests.integration.services.test_population_ledger import AREAS, FIRST, LAST, Village

NIKS = tuple(f"130699{day:02d}0182000{day - 40}" for day in (41, 42, 43, 44))
"""Of women; the pool is small, so that a later sheet changes whom an earlier one brought."""
_AWAY = frozenset({LifeStatus.MOVED, LifeStatus.MISSING, LifeStatus.GONE})
KINDS = (
    BirthReport,
    DeathReport,
    DepartureReport,
    MissingReport,
    GoneReport,
    ArrivalReport,
    RegistrationReport,
    ReturnReport,
    SplitReport,
    MergeReport,
    HeadChangeReport,
    HouseholdMoveReport,
    CorrectionReport,
    InvalidationReport,
)


def report(data: st.DataObject, where: Village) -> EventReport:
    """A report of any kind on any people; it may well be one that the rules refuse."""
    drawn = _Drawn(data, where)
    # Somebody must be away before anybody is back, and most corrections change nothing.
    kind = data.draw(st.sampled_from([*KINDS, ReturnReport, ReturnReport, CorrectionReport]))
    facts = _OWN[kind](drawn)
    day = FIRST + timedelta(days=data.draw(st.integers(200, 327)))
    if kind in {CorrectionReport, RegistrationReport}:
        day = LAST
    if kind is BirthReport:
        facts["child"] = replace(facts["child"], birth_date=day)
    told = min(LAST, day + timedelta(days=data.draw(st.sampled_from([0, 3, 40]))))
    overruled = {}
    if data.draw(st.integers(0, 5)) == 0:
        overruled = {drawn.person.id: data.draw(st.sampled_from([1, 3, 4, 9]))}
    return kind(event_date=day, report_date=told, relations=overruled, **facts)


def imported(data: st.DataObject, where: Village, folder: Path) -> PopulationEventId | None:
    """Import a sheet of a few rows; the entry that it made, None when it changed nothing."""
    service = ResidentImportService(where.population._context)
    niks = data.draw(st.lists(st.sampled_from(NIKS), min_size=1, max_size=3, unique=True))
    numbers = [home.nomor_kk for home in where.homes] + ["1306990103159100", "1306990103159200"]
    rows = [
        person(
            nik=nik,
            nama=data.draw(st.sampled_from(["NURLIS", "ROSNIAR"])),
            no_kk=data.draw(st.sampled_from(numbers)),
            kk_level=data.draw(st.sampled_from([1, 4, 9])),
            tanggallahir=f"{int(nik[6:8]) - 40:02d}-01-1982",
            dusun=data.draw(st.sampled_from([area.name for area in AREAS])),
            telepon=data.draw(st.sampled_from(["", "081234567890"])),
        )
        for nik in niks
    ]
    path = write_sheet(folder / "warga.xlsx", *rows)
    return service.apply(path, service.dry_run(path)).event_id


class _Drawn:
    """People and households that one report may be about."""

    def __init__(self, data: st.DataObject, where: Village) -> None:
        self.data, self.where = data, where
        self.people, self.homes = where.everybody(), where.households()
        self.person = data.draw(st.sampled_from(self.people))
        self.home = data.draw(st.sampled_from(self.homes))
        self.other = data.draw(st.sampled_from(self.homes))
        same = [one.id for one in self.people if one.household_id == self.person.household_id]
        self.group = tuple(
            data.draw(st.lists(st.sampled_from(same), min_size=1, max_size=3, unique=True))
        )
        number = data.draw(st.sampled_from([None, "1306990103159300"]))
        area = data.draw(st.sampled_from([*AREAS, None]))
        self.new_home = Household(
            HouseholdId(where.new_id()), number, jorong_id=area.id if area else None
        )

    def maybe(self, *choices: object) -> object:
        return self.data.draw(st.sampled_from(choices))

    def newcomer(self, name: str) -> Resident:
        return Resident(
            ResidentId(self.where.new_id()),
            PersonName(name),
            sex=self.maybe(Sex.FEMALE, Sex.MALE, None),
            birth_date=date(1990, 1, 1),
            residency=self.maybe(Residency.PERMANENT, Residency.TEMPORARY),
            family_relation=self.maybe(None, 1, 9),
            nik=self.maybe(None, *NIKS),
        )

    def heir(self) -> ResidentId | None:
        home = self.person.household_id
        return self.maybe(None, *(one.id for one in self.people if one.household_id == home))

    def away(self) -> tuple[ResidentId, ...]:
        gone = [one.id for one in self.people if one.life_status in _AWAY]
        return (self.maybe(*gone),) if gone else self.group

    def corrected(self) -> Resident:
        field, values = self.maybe(
            ("sex", (*Sex, None)),
            ("citizenship", (1, 2)),
            ("life_status", (LifeStatus.ALIVE, LifeStatus.DEAD, LifeStatus.MOVED)),
            ("residency", tuple(Residency)),
            ("family_relation", (1, 4, 9)),
            ("household_id", (None, *(home.id for home in self.homes))),
            ("nik", (None, *NIKS)),
            ("phone", ("0812", "0813")),
        )
        return replace(self.person, **{field: self.data.draw(st.sampled_from(values))})


_OWN = {
    BirthReport: lambda one: {
        "child": Resident(
            ResidentId(one.where.new_id()),
            PersonName("Bayi"),
            sex=Sex.FEMALE,
            residency=one.maybe(Residency.PERMANENT, Residency.TEMPORARY),
        ),
        "household_id": one.home.id,
    },
    DeathReport: lambda one: {"resident_id": one.person.id, "new_head_id": one.heir()},
    DepartureReport: lambda one: {
        "resident_ids": one.group,
        "destination": "Padang",
        "new_head_id": one.heir(),
    },
    MissingReport: lambda one: {"resident_id": one.person.id},
    GoneReport: lambda one: {"resident_id": one.person.id},
    ArrivalReport: lambda one: {
        "people": tuple(
            one.newcomer(name) for name in ("Pendatang", "Pendamping")[: one.maybe(1, 2)]
        ),
        "household": one.maybe(one.home, one.new_home),
        "origin": "Solok",
    },
    RegistrationReport: lambda one: {
        "people": (one.newcomer("Terlambat"),),
        "household": one.maybe(None, one.home, one.new_home),
    },
    ReturnReport: lambda one: {
        "resident_ids": one.away(),
        "household": one.maybe(None, one.home, one.new_home),
    },
    SplitReport: lambda one: {
        "resident_ids": one.group,
        "head_id": one.group[0],
        "household": one.new_home,
        "new_head_of_rest_id": one.heir(),
    },
    MergeReport: lambda one: {"from_id": one.home.id, "into_id": one.other.id},
    HeadChangeReport: lambda one: {
        "household_id": one.person.household_id or one.home.id,
        "head_id": one.person.id,
    },
    HouseholdMoveReport: lambda one: {
        "household": replace(one.home, jorong_id=one.new_home.jorong_id, address="Jl. Baru")
    },
    CorrectionReport: lambda one: {"people": (one.corrected(),)},
    InvalidationReport: lambda one: {"resident_ids": one.group, "reason": "Tercatat dua kali"},
}
