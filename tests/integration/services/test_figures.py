"""Every figure is a sum over the ledger: what two reports count alike is equal by construction."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest

from nagari_kit.domain import events
from nagari_kit.domain.event_reports import (
    BirthReport,
    DeathReport,
    DepartureReport,
    HouseholdMoveReport,
    RegistrationReport,
)
from nagari_kit.domain.figures import (
    FigureTable,
    FlowBehind,
    NamesReport,
    PeopleBehind,
    Recording,
    ReportWish,
    Trait,
)
from nagari_kit.domain.identity import HouseholdId, JorongId, ResidentId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.population import DayRule, Flow
from nagari_kit.domain.registers import RegisterPeriod
from nagari_kit.domain.residents import Household, Jorong, LifeStatus, Resident, Sex
from nagari_kit.errors import NotFoundError
from nagari_kit.services.demonstration import demonstration_profile
from nagari_kit.services.figures import FiguresService
from tests.integration.services.test_population_ledger import AREAS, LAST, Village, by_name, village

OCTOBER = (date(2026, 10, 1), date(2026, 10, 31))


@pytest.fixture
def where(clock):
    with village(clock) as made:
        yield made


@pytest.fixture
def figures(where: Village) -> FiguresService:
    context = where.population._context
    profile = demonstration_profile()
    with context.store.write(context.actor) as uow:
        uow.office.save_profile(profile)
        uow.record(events.office_configured(profile))
        uow.commit()
    return FiguresService(context)


def happen(where: Village, report, day: date, **facts) -> None:
    where.population.record(report(event_date=day, report_date=LAST, **facts))


@pytest.fixture
def autumn(where: Village) -> Village:
    """A birth, a death, a departure and a move within the nagari, all in October."""
    home = where.homes[0]
    child = Resident(where.new_id(), PersonName("Alya"), sex=Sex.FEMALE)
    happen(where, BirthReport, date(2026, 10, 3), child=child, household_id=home.id)
    father = by_name(where, "Syafrial", home)
    happen(where, DeathReport, date(2026, 10, 9), resident_id=father.id)
    son = by_name(where, "Rizki", where.homes[1])
    happen(where, DepartureReport, date(2026, 10, 20), resident_ids=(son.id,), destination="Padang")
    moved = replace(where.homes[2], jorong_id=AREAS[1].id)
    happen(where, HouseholdMoveReport, date(2026, 10, 25), household=moved)
    return where


def test_the_balance_holds_and_its_end_is_what_the_pyramid_counts(autumn, figures):
    for area in (None, AREAS[0].id, AREAS[1].id):
        for day in (date(2026, 10, 5), date(2026, 10, 31), LAST):
            report = figures.lampid(date(2026, 10, 1), day, jorong_id=area)
            now = figures.figures(day, area)
            assert report.balanced
            assert report.total.end.total == now.people
            assert sum(band.men + band.women for band in now.bands) == now.people
            assert report.total.households_at_end == now.households
            for trait in Trait:
                assert sum(row.total for row in figures.table(trait, day, area)) == now.people


def test_each_number_has_its_names_behind_it(autumn, figures):
    now = figures.figures(LAST)
    for band in now.bands:
        for sex, number in ((Sex.MALE, band.men), (Sex.FEMALE, band.women)):
            wanted = PeopleBehind(LAST, sex=sex, age_from=band.first, age_to=band.last)
            rows, total = figures.people(wanted)
            assert (len(rows), total) == (number, number)
    for trait in Trait:
        for row in figures.table(trait, LAST):
            _, total = figures.people(PeopleBehind(LAST, trait=trait, value=row.value))
            assert total == row.total, (trait, row.label)
    november = (date(2026, 11, 1), LAST)
    for rule, days in ((DayRule.EVENT, OCTOBER), (DayRule.REPORT, november)):
        report = figures.lampid(*days, rule)
        for flow in (Flow.BIRTH, Flow.DEATH, Flow.DEPARTURE):
            behind = figures.people_of_flow(FlowBehind(*days, flow, rule))
            assert len(behind) == report.total.flows[flow].total == 1
            for row in report.rows:
                here = FlowBehind(*days, flow, rule, row.jorong_id)
                assert len(figures.people_of_flow(here)) == row.flows[flow].total


def test_a_day_in_the_past_is_counted_as_it_was(autumn, figures):
    assert figures.figures(date(2026, 10, 2)).people == 16
    assert figures.figures(date(2026, 10, 8)).people == 17
    before = figures.figures(date(2026, 10, 24), AREAS[1].id)
    after = figures.figures(date(2026, 10, 25), AREAS[1].id)
    assert (before.people, after.people) == (7, 11)
    assert (before.households, after.households) == (2, 3)


def test_ratios_ages_and_cards(where, figures):
    now = figures.figures(LAST)
    assert (now.men, now.women, now.sex_ratio) == (8, 8, 100)
    assert now.dependency == pytest.approx(100 * 4 / 12)
    assert (now.ktp_due, now.ktp_recorded) == (12, 0)
    stand = {row.value: row.total for row in figures.table(Trait.RECORDING, LAST)}
    assert stand == {Recording.DUE.value: 12, Recording.NOT_DUE.value: 4}
    ages = {(band.first, band.last): (band.men, band.women) for band in now.bands}
    assert ages[10, 14] == (0, 4)
    assert ages[75, None] == (0, 0)


def test_twelve_months_tell_births_and_deaths_by_the_day_they_happened(autumn, figures):
    months = figures.twelve_months(LAST)
    assert [month.month for month in months][::11] == [date(2025, 12, 1), date(2026, 11, 1)]
    assert [(one.births, one.deaths) for one in months if one.births] == [(1, 1)]
    assert figures.lampid(*OCTOBER, rule=DayRule.REPORT).total.flows[Flow.DEATH].total == 0
    assert by_name(autumn, "Syafrial").life_status is LifeStatus.DEAD


def test_one_person_stands_for_each_household(autumn, figures):
    for area in (None, AREAS[1].id):
        _, total = figures.people(PeopleBehind(LAST, area, one_of_household=True))
        assert total == figures.figures(LAST, area).households


def test_a_year_is_the_chain_of_its_months(autumn, figures):
    year = RegisterPeriod.year(2026)
    months = figures.lampid_by_month(year)
    whole = figures.overview(year).lampid

    assert [one.month.month for one in months] == list(range(1, 12)), "December has not begun"
    for former, later in pairwise(months):
        assert former.balance.end == later.balance.start
    assert (months[0].balance.start, months[-1].balance.end) == (whole.total.start, whole.total.end)
    for flow, count in whole.total.flows.items():
        assert sum(one.balance.flows[flow].total for one in months) == count.total


def test_a_period_that_lasts_is_counted_up_to_today(autumn, figures):
    seen = figures.overview(RegisterPeriod.month(2026, 11))
    assert seen.figures.day == seen.lampid.end == LAST
    assert seen.figures.people == seen.lampid.total.end.total
    october = figures.overview(RegisterPeriod.month(2026, 10))
    assert october.figures.change == 1 - 1 - 1
    assert october.figures == figures.figures(date(2026, 10, 31))


def test_reports_say_the_same_as_the_figures_and_carry_no_name(autumn, figures, tmp_path):
    wish = ReportWish(
        RegisterPeriod.month(2026, 10), (FigureTable.AGES, FigureTable.LAMPID, Trait.RELIGION)
    )
    path = tmp_path / "laporan.xlsx"
    figures.reports.write(wish, path)
    with ZipFile(path) as book:
        assert len([one for one in book.namelist() if "worksheets/sheet" in one]) == 3
        words = book.read("xl/sharedStrings.xml").decode()
    assert "LAPORAN LAMPID" in words
    assert "Keadaan 31 Oktober 2026" in words
    assert not [one for one in figures.people(PeopleBehind(LAST))[0] if one.name in words]
    printed = figures.reports.printed(wish)
    assert printed.pages == 3
    assert printed.pdf == figures.reports.printed(wish).pdf, "the same bytes each time"
    assert figures.reports.file_stem(wish) == "Laporan Kependudukan Oktober 2026"


def words_of(path: Path) -> str:
    with ZipFile(path) as book:
        return book.read("xl/sharedStrings.xml").decode()


@pytest.mark.parametrize("table", [FigureTable.AGES, FigureTable.LAMPID, Trait.RELIGION])
def test_a_report_of_days_before_the_books_says_that_it_is_counted_back(
    autumn, figures, tmp_path, table
):
    for period in (RegisterPeriod.month(2026, 10), RegisterPeriod(LAST, LAST)):
        path = tmp_path / "laporan.xlsx"
        figures.reports.write(ReportWish(period, (table,)), path)
        said = "sebelum buku diisi dihitung mundur" in words_of(path)
        assert said == (period.end < LAST), "the books were filled on the last day"


def test_exported_names_are_masked_and_an_empty_list_is_refused(autumn, figures, tmp_path):
    path = tmp_path / "nama.xlsx"
    births = FlowBehind(*OCTOBER, Flow.BIRTH)
    assert figures.reports.write_names(NamesReport("Lahir", "Oktober", births), path) == 1
    assert "Alya" in ZipFile(path).read("xl/sharedStrings.xml").decode()
    nobody = FlowBehind(*OCTOBER, Flow.MISSING)
    with pytest.raises(NotFoundError) as refused:
        figures.reports.write_names(NamesReport("Hilang", "Oktober", nobody), tmp_path / "b.xlsx")
    assert refused.value.code == "ANGKA-01"
    assert not (tmp_path / "b.xlsx").exists()


def test_start_and_end_by_report_date_have_their_names_too(autumn, figures):
    by_report = figures.lampid(*OCTOBER, rule=DayRule.REPORT).total
    assert by_report.end.total == 16, "nothing was reported in October"
    for day, count in ((date(2026, 9, 30), by_report.start), (OCTOBER[1], by_report.end)):
        wanted = PeopleBehind(day, rule=DayRule.REPORT)
        assert figures.people(wanted)[1] == count.total


def test_who_has_no_birth_date_is_outside_the_pyramid_and_found(where, figures):
    son = by_name(where, "Rizki", where.homes[1])
    context = figures._context
    unknown = replace(son, birth_date=None)
    with context.store.write(context.actor) as uow:
        uow.residents.save(unknown)
        uow.record(events.resident_changed(unknown, None))
        uow.commit()
    now = figures.figures(LAST)
    assert (now.people, now.without_birth_date, now.without_sex) == (16, 1, 0)
    assert sum(band.men + band.women for band in now.bands) == 15
    rows, total = figures.people(PeopleBehind(LAST, no_birth_date=True))
    assert (total, rows[0].id) == (1, son.id)
    assert figures.people(PeopleBehind(LAST, no_sex=True)) == ((), 0)


def test_a_report_that_would_count_less_than_nobody_says_that_it_does_not_hold(
    where, figures, tmp_path
):
    new = Jorong(JorongId(where.new_id()), "Jorong Kecil")
    with where.store.write("Penguji") as uow:
        uow.jorong.save(new)
        uow.record(events.jorong_saved(new))
        uow.commit()
    home = Household(HouseholdId(where.new_id()), "1306990103159003", jorong_id=new.id)
    late = Resident(
        ResidentId(where.new_id()), PersonName("Terlambat"), sex=Sex.MALE, family_relation=1
    )
    happen(where, RegistrationReport, LAST, people=(late,), household=home)
    happen(where, DeathReport, date(2026, 10, 5), resident_id=late.id)

    assert not figures.lampid(*OCTOBER).balanced
    wish = ReportWish(RegisterPeriod.month(2026, 10), (FigureTable.LAMPID,))
    figures.reports.write(wish, tmp_path / "lampid.xlsx")
    assert "1 orang punya peristiwa yang tanggalnya tidak berurutan" in words_of(
        tmp_path / "lampid.xlsx"
    )
    assert figures.lampid(date(2026, 11, 1), LAST).rows[0].end.total >= 0
