"""A year in the life of an invented nagari: as many come as go, so that its size stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from random import Random
from typing import TYPE_CHECKING

from nagari_kit.domain.event_reports import (
    ArrivalReport,
    BirthReport,
    DeathReport,
    DepartureReport,
    EventReport,
)
from nagari_kit.domain.identity import HouseholdId, ResidentId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.population import Reporter
from nagari_kit.domain.residents import (
    Household,
    Parents,
    Resident,
    ResidentFilter,
    ResidentRow,
    Sex,
)
from nagari_kit.errors import ConflictError, InputError
from nagari_kit.infra.identifiers import new_uuid7
from nagari_kit.services.synthetic_population import names

if TYPE_CHECKING:
    from nagari_kit.services.workspace import Workspace

PER_THOUSAND = {"births": 10, "deaths": 6, "arrivals": 3}
"""In a year, of a thousand residents; as many depart as it takes to keep their number."""

DAYS = 360
WIFE, CHILD, HEAD = 3, 4, 1
TOWNS = ("Kota Padang", "Kota Pekanbaru", "Kota Bukittinggi", "Kota Batam", "Kota Jambi")
BORN_IN = "Koto Contoh"
YOUNG_NAMES = 35
"""From here on in the lists of first names they are those of today's children."""


def record_a_year(workspace: Workspace, chance: Random) -> None:
    """Record births, deaths, arrivals and departures of the last year, oldest first."""
    today = workspace.clock.today()
    people = workspace.residents.summary().people
    makers: dict[str, Iterator[Callable[[date], EventReport]]] = {
        "births": _births(workspace, chance),
        "deaths": _deaths(workspace, chance),
        "arrivals": _arrivals(workspace, chance),
        "departures": _departures(workspace, chance),
    }
    many = {kind: max(1, round(people * rate / 1000)) for kind, rate in PER_THOUSAND.items()}
    many["departures"] = many["births"] + many["arrivals"] - many["deaths"]
    wanted = [kind for kind, count in many.items() for _ in range(count)]
    days = sorted(chance.sample(range(3, DAYS), min(len(wanted), DAYS - 3)), reverse=True)
    chance.shuffle(wanted)
    for back, kind in zip(days, wanted, strict=False):
        made = next(makers[kind], None)
        if made is None:
            continue
        try:
            workspace.population.record(made(today - timedelta(days=back)))
        except (InputError, ConflictError):
            # Chance chose what the rules refuse; the year has another event less.
            continue


def _births(workspace: Workspace, chance: Random) -> Iterator[Callable[[date], EventReport]]:
    mothers = ResidentFilter(sex=Sex.FEMALE, age_from=21, age_to=38, family_relation=WIFE)
    for row in _some(workspace, mothers, chance):
        mother = workspace.residents.record(row.id)
        if mother.household is None:
            continue
        yield partial(_birth, workspace, chance, mother.household.id, row)


def _birth(
    workspace: Workspace, chance: Random, home: HouseholdId, mother: ResidentRow, day: date
) -> EventReport:
    sex = chance.choice(list(Sex))
    first, second = (
        (names.MEN_FIRST, names.MEN_SECOND)
        if sex is Sex.MALE
        else (names.WOMEN_FIRST, names.WOMEN_SECOND)
    )
    child = Resident(
        ResidentId(new_uuid7(workspace.clock)),
        PersonName(f"{chance.choice(first[YOUNG_NAMES:])} {chance.choice(second)}"),
        sex=sex,
        birth_place=BORN_IN,
        birth_date=day,
        religion=1,
        marital_status=1,
        family_relation=CHILD,
        parents=Parents(father_name=mother.head_name, mother_name=mother.name),
    )
    return BirthReport(
        child=child,
        household_id=home,
        event_date=day,
        report_date=_told(day, chance, workspace),
        reporter=Reporter(mother.head_name, "Ayah"),
    )


def _deaths(workspace: Workspace, chance: Random) -> Iterator[Callable[[date], EventReport]]:
    for row in _some(workspace, ResidentFilter(age_from=62), chance):
        yield partial(_death, workspace, chance, row)


def _death(workspace: Workspace, chance: Random, row: ResidentRow, day: date) -> EventReport:
    return DeathReport(
        resident_id=row.id,
        event_date=day,
        report_date=_told(day, chance, workspace),
        place=chance.choice(("Rumah", "RSUD")),
        cause=1,
        reporter=Reporter("Keluarga", "Keluarga"),
    )


def _departures(workspace: Workspace, chance: Random) -> Iterator[Callable[[date], EventReport]]:
    young = ResidentFilter(age_from=19, age_to=30, family_relation=CHILD)
    for row in _some(workspace, young, chance):
        yield partial(_departure, workspace, chance, row)


def _departure(workspace: Workspace, chance: Random, row: ResidentRow, day: date) -> EventReport:
    return DepartureReport(
        resident_ids=(row.id,),
        destination=chance.choice(TOWNS),
        reason="Pekerjaan",
        event_date=day,
        report_date=_told(day, chance, workspace),
        reporter=Reporter(row.name, "Yang bersangkutan"),
    )


def _arrivals(workspace: Workspace, chance: Random) -> Iterator[Callable[[date], EventReport]]:
    while workspace.office.jorong():
        yield partial(_arrival, workspace, chance)


def _arrival(workspace: Workspace, chance: Random, day: date) -> EventReport:
    home = Household(
        HouseholdId(new_uuid7(workspace.clock)),
        None,
        f"{chance.choice(names.STREETS)} No. {chance.randrange(1, 90)}",
        chance.choice(workspace.office.jorong()).id,
    )
    sex = chance.choice(list(Sex))
    first = names.MEN_FIRST if sex is Sex.MALE else names.WOMEN_FIRST
    person = Resident(
        ResidentId(new_uuid7(workspace.clock)),
        PersonName(f"{chance.choice(first)} {chance.choice(names.MEN_SECOND)}"),
        sex=sex,
        birth_place="Padang",
        birth_date=date(day.year - chance.randrange(24, 45), 6, 12),
        religion=1,
        marital_status=1,
        family_relation=HEAD,
    )
    return ArrivalReport(
        people=(person,),
        household=home,
        origin=chance.choice(TOWNS),
        reason="Pekerjaan",
        event_date=day,
        report_date=_told(day, chance, workspace),
        reporter=Reporter(person.name.full(), "Yang bersangkutan"),
    )


def _some(workspace: Workspace, wanted: ResidentFilter, chance: Random) -> Iterator[ResidentRow]:
    """Different residents of the filter as it is now, from the whole alphabet."""
    total = workspace.residents.page(wanted, 0, 1).total
    chosen: list[ResidentRow] = []
    for place in chance.sample(range(total), min(total, 200)):
        chosen.extend(workspace.residents.page(wanted, place, 1).rows)
    yield from chosen


def _told(day: date, chance: Random, workspace: Workspace) -> date:
    return min(day + timedelta(days=chance.randrange(0, 12)), workspace.clock.today())
