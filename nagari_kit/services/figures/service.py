"""Counts the population for reports; every figure is a query on the one ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from nagari_kit.domain import code_lists
from nagari_kit.domain.figures import (
    BAND_YEARS,
    LAST_BAND_FROM,
    AgeBand,
    FiguresChoices,
    FlowBehind,
    LampidReport,
    MonthBalance,
    MonthlyFlows,
    PeopleBehind,
    PopulationFigures,
    PopulationOverview,
    Recording,
    Trait,
    TraitCount,
)
from nagari_kit.domain.identity import JorongId
from nagari_kit.domain.population import Balance, DayRule, Flow, FlowPerson, PeopleCount
from nagari_kit.domain.registers import RegisterPeriod
from nagari_kit.domain.residents import ResidentRow, Sex
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.figures.reports import FigureReports

if TYPE_CHECKING:
    from nagari_kit.db.store import Reader

_WORKING_AGES = range(15, 65)
_RECORDING_WORDS = {
    Recording.RECORDED.value: "Sudah rekam",
    Recording.DUE.value: "Wajib KTP, belum rekam",
    Recording.NOT_DUE.value: "Belum wajib KTP",
}
_LISTS = {
    Trait.EDUCATION: code_lists.EDUCATION,
    Trait.CURRENT_EDUCATION: code_lists.CURRENT_EDUCATION,
    Trait.OCCUPATION: code_lists.OCCUPATION,
    Trait.RELIGION: code_lists.RELIGION,
    Trait.MARITAL_STATUS: code_lists.MARITAL_STATUS,
    Trait.FAMILY_RELATION: code_lists.FAMILY_RELATION,
    Trait.CITIZENSHIP: code_lists.CITIZENSHIP,
    Trait.BLOOD_TYPE: code_lists.BLOOD_TYPE,
}
_NOT_RECORDED = "Belum diisi"


class FiguresService:
    """Thread-safe; writes nothing."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context
        self.reports = FigureReports(context, self)

    def choices(self) -> FiguresChoices:
        """What can be asked for, and today by the office's clock."""
        with self._context.store.read() as reader:
            word = reader.office.profile().area_word
            return FiguresChoices(
                reader.jorong.all(),
                word,
                self._context.clock.today(),
                reader.registers.begun_on(),
                reader.registers.first_day() is None,
            )

    def overview(
        self,
        period: RegisterPeriod,
        rule: DayRule = DayRule.EVENT,
        jorong_id: JorongId | None = None,
    ) -> PopulationOverview:
        """Everything of the first page, as of one moment; days to come are left out."""
        end = min(period.end, self._context.clock.today())
        with self._context.store.read() as reader:
            counted = _counted(reader, end, jorong_id)
            lampid = _lampid(reader, (period.start, end), rule, jorong_id)
            months = _twelve_months(reader, end, jorong_id)
        change = lampid.total.end.total - lampid.total.start.total
        return PopulationOverview(period, replace(counted, change=change), lampid, months)

    def figures(self, day: date, jorong_id: JorongId | None = None) -> PopulationFigures:
        """The population at the end of `day`, of one jorong or of all."""
        with self._context.store.read() as reader:
            counted = _counted(reader, day, jorong_id)
            month = _of_jorong(
                reader.ledger.balance(day.replace(day=1), day, DayRule.EVENT), jorong_id
            )
        return replace(counted, change=sum(one.end.total - one.start.total for one in month))

    def table(
        self, trait: Trait, day: date, jorong_id: JorongId | None = None
    ) -> tuple[TraitCount, ...]:
        """One line for each value that somebody has, the office's order; not recorded last."""
        with self._context.store.read() as reader:
            rows = reader.figures.by_trait(trait, day, jorong_id)
            labels = self._labels(reader, trait)
        counts: dict[int | str | None, dict[int | None, int]] = {}
        for value, sex, people in rows:
            counts.setdefault(value, {})[sex] = people
        order = {value: place for place, value in enumerate(labels)}
        return tuple(
            TraitCount(
                value,
                labels.get(value, _NOT_RECORDED) if value is not None else _NOT_RECORDED,
                counts[value].get(Sex.MALE, 0),
                counts[value].get(Sex.FEMALE, 0),
                counts[value].get(None, 0),
            )
            for value in sorted(counts, key=lambda one: order.get(one, len(order)))
        )

    def lampid(
        self,
        start: date,
        end: date,
        rule: DayRule = DayRule.EVENT,
        jorong_id: JorongId | None = None,
    ) -> LampidReport:
        """The balance of a period of whole days, both inclusive; of one jorong or of all."""
        with self._context.store.read() as reader:
            return _lampid(reader, (start, end), rule, jorong_id)

    def lampid_by_month(
        self,
        period: RegisterPeriod,
        rule: DayRule = DayRule.EVENT,
        jorong_id: JorongId | None = None,
    ) -> tuple[MonthBalance, ...]:
        """The balance of each month that has begun of the year in which the period ends."""
        today = self._context.clock.today()
        months = [RegisterPeriod.month(period.end.year, month) for month in range(1, 13)]
        with self._context.store.read() as reader:
            return tuple(
                MonthBalance(
                    one.start,
                    _lampid(reader, (one.start, min(one.end, today)), rule, jorong_id).total,
                )
                for one in months
                if one.start <= min(today, period.end)
            )

    def twelve_months(
        self, last: date, jorong_id: JorongId | None = None
    ) -> tuple[MonthlyFlows, ...]:
        """Births and deaths of the twelve months that end with that of `last`, oldest first."""
        with self._context.store.read() as reader:
            return _twelve_months(reader, last, jorong_id)

    def people(
        self, wanted: PeopleBehind, offset: int = 0, limit: int = 200
    ) -> tuple[tuple[ResidentRow, ...], int]:
        """The names behind a number and how many they are."""
        with self._context.store.read() as reader:
            return reader.figures.people(wanted, offset, limit), reader.figures.count(wanted)

    def people_of_flow(self, behind: FlowBehind) -> tuple[FlowPerson, ...]:
        """The names behind a number of the LAMPID report."""
        with self._context.store.read() as reader:
            asked = (behind.start, behind.end, behind.rule, behind.flow)
            if behind.placeless:
                return reader.ledger.people_behind(*asked, None)
            if behind.jorong_id is None:
                return reader.ledger.people_behind(*asked)
            return reader.ledger.people_behind(*asked, behind.jorong_id)

    def _labels(self, reader: Reader, trait: Trait) -> dict[int | str | None, str]:
        labels: dict[int | str | None, str] = {}
        if trait is Trait.JORONG:
            labels.update((area.id.hex, area.name) for area in reader.jorong.all())
        elif trait is Trait.RECORDING:
            labels.update(_RECORDING_WORDS.items())
        else:
            labels.update(_LISTS[trait].items())
        return labels


def _counted(reader: Reader, day: date, jorong_id: JorongId | None) -> PopulationFigures:
    """The figures of one day; `change` is left at nought."""
    people = reader.figures.by_age(day, jorong_id)
    ages: Counter[tuple[int | None, int | None]] = Counter()
    stand: Counter[str] = Counter()
    for age, sex, standing, count in people:
        ages[age, sex] += count
        stand[standing] += count
    men = sum(count for (_, sex), count in ages.items() if sex == Sex.MALE)
    women = sum(count for (_, sex), count in ages.items() if sex == Sex.FEMALE)
    known = sum(count for (age, _), count in ages.items() if age is not None)
    working = sum(count for (age, _), count in ages.items() if age in _WORKING_AGES)
    return PopulationFigures(
        day=day,
        people=ages.total(),
        change=0,
        households=reader.figures.households(day, jorong_id),
        men=men,
        women=women,
        sex_ratio=100 * men / women if women else None,
        dependency=100 * (known - working) / working if working else None,
        ktp_due=stand[Recording.DUE.value] + stand[Recording.RECORDED.value],
        ktp_recorded=stand[Recording.RECORDED.value],
        bands=_bands(ages),
        without_birth_date=ages.total() - known,
        without_sex=ages.total() - men - women,
    )


def _lampid(
    reader: Reader, days: tuple[date, date], rule: DayRule, jorong_id: JorongId | None
) -> LampidReport:
    rows = _of_jorong(reader.ledger.balance(*days, rule), jorong_id)
    total = _sum(rows)
    balanced = all(_holds(one) for one in (*rows, total))
    return LampidReport(*days, tuple(rows), total, balanced, reader.registers.begun_on())


def _twelve_months(
    reader: Reader, last: date, jorong_id: JorongId | None
) -> tuple[MonthlyFlows, ...]:
    months = [_months_before(last, back) for back in range(11, -1, -1)]
    rows = reader.figures.births_and_deaths(months[0], last, jorong_id)
    found = {(month, flow): people for month, flow, people in rows}
    return tuple(
        MonthlyFlows(
            month,
            found.get((f"{month:%Y-%m}", Flow.BIRTH.value), 0),
            found.get((f"{month:%Y-%m}", Flow.DEATH.value), 0),
        )
        for month in months
    )


def _bands(ages: Mapping[tuple[int | None, int | None], int]) -> tuple[AgeBand, ...]:
    firsts = range(0, LAST_BAND_FROM + 1, BAND_YEARS)
    counts = {first: {Sex.MALE: 0, Sex.FEMALE: 0} for first in firsts}
    for (age, sex), people in ages.items():
        if age is not None and sex is not None:
            first = min(max(age, 0) // BAND_YEARS * BAND_YEARS, LAST_BAND_FROM)
            counts[first][Sex(sex)] += people
    return tuple(
        AgeBand(
            first,
            first + BAND_YEARS - 1 if first < LAST_BAND_FROM else None,
            counts[first][Sex.MALE],
            counts[first][Sex.FEMALE],
        )
        for first in firsts
    )


def _of_jorong(rows: tuple[Balance, ...], jorong_id: JorongId | None) -> list[Balance]:
    return [one for one in rows if jorong_id is None or one.jorong_id == jorong_id]


def _holds(one: Balance) -> bool:
    """Start and all that came less those who left give the end, and nothing is below nought."""
    came = sum(one.flows[flow].total for flow in (Flow.BIRTH, Flow.ARRIVAL))
    net = sum(one.flows[flow].total for flow in (Flow.INTERNAL, Flow.ADJUSTMENT))
    left = sum(one.flows[flow].total for flow in (Flow.DEATH, Flow.DEPARTURE, Flow.MISSING))
    adds_up = one.start.total + came + net - left == one.end.total
    # Somebody written down late whose death is dated before: more leave than were there.
    return adds_up and min(one.start.total, one.end.total) >= 0


def _sum(rows: list[Balance]) -> Balance:
    flows = [flow for flow in Flow if flow is not Flow.OPENING]
    return Balance(
        jorong_id=None,
        jorong="",
        start=_added(one.start for one in rows),
        flows={flow: _added(one.flows[flow] for one in rows) for flow in flows},
        end=_added(one.end for one in rows),
        households_at_start=sum(one.households_at_start for one in rows),
        households_at_end=sum(one.households_at_end for one in rows),
    )


def _added(counts: Iterable[PeopleCount]) -> PeopleCount:
    everybody = list(counts)
    return PeopleCount(
        foreign_men=sum(one.foreign_men for one in everybody),
        foreign_women=sum(one.foreign_women for one in everybody),
        men=sum(one.men for one in everybody),
        women=sum(one.women for one in everybody),
        unknown=sum(one.unknown for one in everybody),
    )


def _months_before(day: date, back: int) -> date:
    place = day.year * 12 + day.month - 1 - back
    return date(place // 12, place % 12 + 1, 1)
