"""A village for tests of the ledger; what is recorded, shown first, and undone."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import pytest

from nagari_kit.db.engine import open_engine
from nagari_kit.db.errors import UnrecordedChangeError
from nagari_kit.db.migrate import migrate
from nagari_kit.db.store import Store
from nagari_kit.domain import events
from nagari_kit.domain.event_reports import (
    DeathReport,
    DepartureReport,
    GoneReport,
    HouseholdMoveReport,
    MissingReport,
    ReturnReport,
)
from nagari_kit.domain.identity import HouseholdId, JorongId, ResidentId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.population import DayRule, EventKind, Flow
from nagari_kit.domain.residents import Household, Jorong, LifeStatus, Resident, Sex
from nagari_kit.errors import ConflictError, InputError
from nagari_kit.infra.clock import FixedClock
from nagari_kit.infra.paths import OfficePaths
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.device_identity import DeviceIdentity
from nagari_kit.services.population import PopulationService
from tests.opening import enter_people

LAST = date(2026, 11, 24)
FIRST = date(2026, 1, 1)
AREAS = (
    Jorong(JorongId(UUID(int=1)), "Koto Tangah"),
    Jorong(JorongId(UUID(int=2)), "Balai Ahad"),
)


class Village:
    """Two jorong, four households, and the service that is tested."""

    def __init__(self, folder: Path, clock: FixedClock) -> None:
        paths = OfficePaths(folder / "kantor")
        paths.data_dir.mkdir()
        engine = open_engine(paths.database, os.urandom(32))
        migrate(engine, paths.database, paths.backups, clock)
        self.store = Store(engine, clock)
        device = DeviceIdentity(paths.device_dir, bytes(32))
        context = ServiceContext(self.store, clock, paths, "Penguji", {}, device)
        self.population = PopulationService(context)
        self._numbers = itertools.count(10)
        self.homes = tuple(
            Household(HouseholdId(self.new_id()), f"130699010315000{n}", jorong_id=AREAS[n % 2].id)
            for n in range(4)
        )
        with self.store.write("Penguji") as uow:
            uow.start_incarnation(os.urandom(16))
            for area in AREAS:
                uow.jorong.save(area)
                uow.record(events.jorong_saved(area))
            people = [one for home in self.homes for one in self.family(home)]
            enter_people(uow, clock, people, self.homes)
            uow.commit()

    def new_id(self) -> UUID:
        """The same ones in each run, so that a failing sequence can be found again."""
        return UUID(int=next(self._numbers))

    def everybody(self) -> list[Resident]:
        with self.store.read() as reader:
            return list(reader.residents.by_keys(range(1, 400)).values())

    def family(self, home: Household) -> list[Resident]:
        def person(name: str, sex: Sex, born: int, relation: int) -> Resident:
            return Resident(
                ResidentId(self.new_id()),
                PersonName(name),
                sex=sex,
                birth_date=date(born, 3, 2),
                family_relation=relation,
                marital_status=2 if relation in {1, 3} else 1,
                household_id=home.id,
            )

        return [
            person("Syafrial", Sex.MALE, 1970, 1),
            person("Yusmaniar", Sex.FEMALE, 1974, 3),
            person("Rizki", Sex.MALE, 2001, 4),
            person("Nabila", Sex.FEMALE, 2014, 4),
        ]

    def households(self) -> list[Household]:
        with self.store.read() as reader:
            ids = {one.household_id for one in self.everybody() if one.household_id}
            found = reader.households.by_ids(
                [one.bytes for one in ids | {o.id for o in self.homes}]
            )
            return [found[raw] for raw in sorted(found)]

    def check(self) -> None:
        """The invariants of the books."""
        people = [one for one in self.everybody() if one.life_status is LifeStatus.ALIVE]
        for home in {one.household_id for one in people if one.household_id}:
            heads = [o for o in people if o.household_id == home and o.family_relation == 1]
            assert len(heads) == 1, [o.name.name for o in heads]
        people = [one for one in people if one.is_counted]
        with self.store.read() as reader:
            assert reader.ledger.contradictions() == 0
            assert reader.ledger.counted_now() == len(people)
            for rule in DayRule:
                for start in (FIRST, date(2026, 9, 1), LAST):
                    for one in reader.ledger.balance(start, LAST, rule):
                        check_balance(one)
            today = reader.ledger.balance(LAST, LAST, DayRule.EVENT)
            assert sum(one.end.total for one in today) == len(people)
            assert sum(one.households_at_end for one in today) == len(
                {one.household_id for one in people if one.household_id}
            )
            reader.events.verify_chain()


def check_balance(one) -> None:
    flow = {name: count.total for name, count in one.flows.items()}
    end = one.start.total + flow[Flow.BIRTH] + flow[Flow.ARRIVAL]
    end += flow[Flow.INTERNAL] + flow[Flow.ADJUSTMENT]
    end -= flow[Flow.DEATH] + flow[Flow.DEPARTURE] + flow[Flow.MISSING]
    assert end == one.end.total


@contextmanager
def village(clock: FixedClock) -> Iterator[Village]:
    with TemporaryDirectory() as folder:
        made = Village(Path(folder), clock)
        yield made
        made.store.close()


@pytest.fixture
def where(clock):
    with village(clock) as made:
        yield made


def by_name(where: Village, name: str, home: Household | None = None) -> Resident:
    home = home or where.homes[0]
    return next(
        one for one in where.everybody() if one.name.name == name and one.household_id == home.id
    )


def test_an_event_that_others_stand_on_is_not_undone(where):
    father, mother = by_name(where, "Syafrial"), by_name(where, "Yusmaniar")
    on = {"event_date": date(2026, 10, 1), "report_date": date(2026, 10, 2)}
    death = where.population.record(DeathReport(resident_id=father.id, **on))
    later = where.population.record(
        DepartureReport(resident_ids=(mother.id,), destination="Padang", **on)
    )

    with pytest.raises(ConflictError) as refusal:
        where.population.undo(death.event.id, "Keliru")
    assert refusal.value.code == "PERISTIWA-01"

    where.population.undo(later.event.id, "Keliru")
    where.population.undo(death.event.id, "Keliru")
    assert by_name(where, "Yusmaniar").family_relation == 3
    with pytest.raises(ConflictError):
        where.population.undo(death.event.id, "Keliru")


def test_undoing_keeps_what_was_changed_since_for_other_reasons(where):
    father = by_name(where, "Syafrial")
    day = date(2026, 10, 1)
    gone = where.population.record(
        GoneReport(resident_id=father.id, event_date=day, report_date=day)
    )
    with where.store.write("Penguji") as uow:
        renewed = replace(by_name(where, "Syafrial"), phone="0812-0000")
        uow.residents.save(renewed)
        uow.record(events.resident_changed(renewed, None))
        uow.commit()

    where.population.undo(gone.event.id, "Sudah kembali hari itu juga")

    found = by_name(where, "Syafrial")
    assert (found.life_status, found.phone) == (LifeStatus.ALIVE, "0812-0000")


def test_the_effect_is_shown_before_anything_is_saved(where):
    father, mother, son, girl = (
        by_name(where, name) for name in ("Syafrial", "Yusmaniar", "Rizki", "Nabila")
    )
    report = DepartureReport(
        resident_ids=(father.id, girl.id),
        destination="Padang",
        event_date=date(2026, 11, 20),
        report_date=LAST,
    )
    heads = where.population.proposed_heads(where.homes[0].id, report.resident_ids)

    effect = where.population.plan(report)

    lines = [(one.text, one.before, one.after) for one in effect.counts]
    assert lines == [
        ("Anggota KK 1306990103150000", "4", "2"),
        ("Warga Koto Tangah", "8", "6"),
        ("Warga nagari", "16", "14"),
    ]
    assert [one.name.name for one in heads] == ["Yusmaniar", "Rizki"]
    assert effect.follow_ups[0].text == "Yusmaniar menjadi kepala keluarga"
    assert by_name(where, "Syafrial") == father
    assert (mother, son) == (by_name(where, "Yusmaniar"), by_name(where, "Rizki"))


def test_a_move_within_the_nagari_leaves_the_nagaris_count_and_moves_the_jorongs(where):
    home = where.homes[0]
    where.population.record(
        HouseholdMoveReport(
            household=replace(home, jorong_id=AREAS[1].id),
            event_date=date(2026, 11, 3),
            report_date=LAST,
        )
    )

    balance = {
        one.jorong: one for one in where.population.balance(date(2026, 11, 1), date(2026, 11, 30))
    }

    left, joined = balance["Koto Tangah"], balance["Balai Ahad"]
    assert (left.start.total, left.end.total) == (8, 4)
    assert (left.households_at_start, left.households_at_end) == (2, 1)
    assert (joined.start.total, joined.end.total) == (8, 12)
    assert joined.flows[Flow.INTERNAL].total == 4


def test_late_news_counts_in_the_month_of_the_event_or_of_the_report(where):
    mother = by_name(where, "Yusmaniar")
    where.population.record(
        DeathReport(resident_id=mother.id, event_date=date(2026, 9, 30), report_date=LAST)
    )

    def deaths(month: int, rule: DayRule) -> int:
        start = date(2026, month, 1)
        end = date(2026, month, 30)
        with where.store.read() as reader:
            return sum(o.flows[Flow.DEATH].total for o in reader.ledger.balance(start, end, rule))

    assert (deaths(9, DayRule.EVENT), deaths(11, DayRule.EVENT)) == (1, 0)
    assert (deaths(9, DayRule.REPORT), deaths(11, DayRule.REPORT)) == (0, 1)
    with where.store.read() as reader:
        behind = reader.ledger.people_behind(
            date(2026, 9, 1), date(2026, 9, 30), DayRule.EVENT, Flow.DEATH, AREAS[0].id
        )
    assert [(one.name, one.kind) for one in behind] == [("Yusmaniar", EventKind.DEATH)]


def test_what_happens_comes_after_what_happened_before(where):
    mother = by_name(where, "Yusmaniar")
    gone = where.population.record(
        GoneReport(resident_id=mother.id, event_date=date(2026, 10, 10), report_date=LAST)
    )

    with pytest.raises(InputError) as refusal:
        where.population.record(
            ReturnReport(resident_ids=(mother.id,), event_date=date(2026, 10, 1), report_date=LAST)
        )
    assert "10 Oktober 2026" in refusal.value.fields["event_date"]

    where.population.undo(gone.event.id, "Keliru")
    where.population.record(
        DeathReport(resident_id=mother.id, event_date=date(2026, 10, 1), report_date=LAST)
    )


def test_no_commit_changes_who_is_counted_past_the_ledger(where):
    son = by_name(where, "Rizki")
    for renewed in (
        replace(son, life_status=LifeStatus.MOVED),
        replace(son, household_id=where.homes[1].id),
        replace(son, sex=Sex.FEMALE),
    ):
        with where.store.write("Penguji") as uow:
            uow.residents.save(renewed)
            uow.record(events.resident_changed(renewed, None))
            with pytest.raises(UnrecordedChangeError, match="ledger"):
                uow.commit()
    moved = replace(where.homes[0], jorong_id=AREAS[1].id)
    with where.store.write("Penguji") as uow:
        uow.households.save(moved)
        uow.record(events.household_saved(moved))
        with pytest.raises(UnrecordedChangeError, match="ledger"):
            uow.commit()


def test_a_timeline_offers_only_the_last_event_for_undoing(where):
    mother = by_name(where, "Yusmaniar")
    day = date(2026, 10, 1)
    where.population.record(MissingReport(resident_id=mother.id, event_date=day, report_date=day))
    where.population.record(
        ReturnReport(resident_ids=(mother.id,), event_date=date(2026, 10, 9), report_date=LAST)
    )

    rows = where.population.timeline(mother.id)

    assert [(row.kind, row.can_be_undone) for row in rows] == [
        (EventKind.OPENING, False),
        (EventKind.RETURN, True),
        (EventKind.MISSING, False),
    ]
