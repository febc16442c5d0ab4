"""Reads what one tab shows, as plain values: the work that runs beside the window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from nagari_kit.domain.figures import MonthBalance, PopulationOverview, Trait, TraitCount
from nagari_kit.domain.identity import JorongId
from nagari_kit.domain.population import DayRule
from nagari_kit.domain.registers import RegisterPeriod
from nagari_kit.services.figures import FiguresService
from nagari_kit.ui.screens.figures.tab_plan import LAMPID, SUMMARY, TABS


@dataclass(frozen=True, slots=True)
class Asked:
    """Which numbers are wanted; an answer to another question is dropped."""

    place: int
    period: RegisterPeriod
    jorong_id: JorongId | None
    rule: DayRule
    by_month: bool

    @property
    def flow_period(self) -> RegisterPeriod:
        """Over which days the balance goes: by month it is always a whole year."""
        if self.place == LAMPID and self.by_month:
            return RegisterPeriod.year(self.period.end.year)
        return self.period


@dataclass(frozen=True, slots=True)
class PageContent:
    """The numbers of a tab; what it does not show is empty."""

    overview: PopulationOverview | None
    months: tuple[MonthBalance, ...]
    tables: tuple[tuple[TraitCount, ...], ...]
    day: date


def read_content(figures: FiguresService, asked: Asked, today: date) -> PageContent:
    """The numbers of a tab at the last day of the period, or today while that is to come."""
    day = min(asked.period.end, today)
    overview: PopulationOverview | None = None
    months: tuple[MonthBalance, ...] = ()
    if asked.place in {SUMMARY, LAMPID}:
        rule = asked.rule if asked.place == LAMPID else DayRule.EVENT
        overview = figures.overview(asked.flow_period, rule, asked.jorong_id)
    if asked.place == LAMPID and asked.by_month:
        months = figures.lampid_by_month(asked.flow_period, asked.rule, asked.jorong_id)
    traits = [one.trait for one in TABS[asked.place].traits]
    if asked.place == LAMPID:
        traits = [Trait.JORONG]
    tables = tuple(figures.table(trait, day, asked.jorong_id) for trait in traits)
    return PageContent(overview, months, tables, day)
