"""Whatever a filter asks, the list has just those whom it asks for, in order, page after page."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nagari_kit.db.engine import open_engine
from nagari_kit.db.migrate import migrate
from nagari_kit.db.store import Store
from nagari_kit.domain import events
from nagari_kit.domain.residents import (
    Household,
    KtpStanding,
    LifeStatus,
    Residency,
    Resident,
    ResidentFilter,
    Sex,
)
from nagari_kit.infra.clock import FixedClock
from nagari_kit.services.synthetic_population import generate_population
from tests.opening import enter_people

PEOPLE = 600
FILTERS = st.builds(
    ResidentFilter,
    age_from=st.none() | st.integers(0, 90),
    age_to=st.none() | st.integers(0, 90),
    sex=st.none() | st.sampled_from(Sex),
    family_relation=st.none() | st.sampled_from([1, 3, 4]),
    all_statuses=st.booleans(),
    life_status=st.none() | st.sampled_from(LifeStatus),
    residency=st.none() | st.sampled_from(Residency),
    ktp=st.none() | st.sampled_from(KtpStanding),
    marital_status=st.none() | st.sampled_from([1, 2]),
    education=st.none() | st.sampled_from([3, 5]),
    suku=st.sampled_from(["", "koto", "Guci"]),
    without_nik=st.booleans(),
    without_kk=st.booleans(),
)


def _varied(people: tuple[Resident, ...]) -> list[Resident]:
    """Some dead, some temporary, some without NIK, household or birthday."""
    chance = Random(4)
    return [_changed(one, chance) for one in people]


def _changed(one: Resident, chance: Random) -> Resident:
    draw = chance.random()
    if draw < 0.05:
        return replace(one, life_status=chance.choice(list(LifeStatus)), invalid_reason="salah")
    if draw < 0.1:
        return replace(one, residency=Residency.TEMPORARY, nik=None)
    if draw < 0.15:
        return replace(one, household_id=None, birth_date=None)
    return one


class _Village:
    def __init__(self, folder, clock: FixedClock) -> None:
        engine = open_engine(folder / "nagari.db", b"k" * 32)
        migrate(engine, folder / "nagari.db", folder / "cadangan", clock)
        self.store = Store(engine, clock)
        population = generate_population(PEOPLE, seed=9)
        homes = [
            replace(home, nomor_kk=None) if place % 11 == 0 else home
            for place, home in enumerate(population.households)
        ]
        self.homes: dict[object, Household] = {home.id: home for home in homes}
        self.people = _varied(population.residents)
        self.today = clock.today()
        with self.store.write("Rina") as uow:
            uow.start_incarnation(b"d" * 16)
            for area in population.jorong:
                uow.jorong.save(area)
            enter_people(uow, clock, self.people, homes)
            # Past the events of the jorong: they are not what is looked at.
            uow._connection.commit()

    def wanted(self, asked: ResidentFilter) -> set[object]:
        return {one.id for one in self.people if self._fits(one, asked)}

    def _fits(self, one: Resident, asked: ResidentFilter) -> bool:
        home = self.homes.get(one.household_id)
        status = asked.life_status
        asks = (
            asked.all_statuses or status is not None or one.life_status is LifeStatus.ALIVE,
            status is None or one.life_status is status,
            asked.residency is None or one.residency is asked.residency,
            asked.sex is None or one.sex is asked.sex,
            *(
                getattr(asked, name) is None or getattr(one, name) == getattr(asked, name)
                for name in ("family_relation", "marital_status", "education")
            ),
            not asked.suku or one.suku.casefold() == asked.suku.casefold(),
            not asked.without_nik or one.nik is None,
            not asked.without_kk or home is None or home.nomor_kk is None,
            asked.jorong_id is None or (home is not None and home.jorong_id == asked.jorong_id),
            self._age_fits(one, asked),
            asked.ktp is None or self._ktp(one) is asked.ktp,
        )
        return all(asks)

    def _age(self, one: Resident) -> int | None:
        if one.birth_date is None:
            return None
        day = one.birth_date
        before = (self.today.month, self.today.day) < (day.month, day.day)
        return self.today.year - day.year - before

    def _age_fits(self, one: Resident, asked: ResidentFilter) -> bool:
        age = self._age(one)
        if asked.age_from is None and asked.age_to is None:
            return True
        low, high = asked.age_from or 0, 200 if asked.age_to is None else asked.age_to
        return age is not None and low <= age <= high

    def _ktp(self, one: Resident) -> KtpStanding:
        if (one.papers.recording_status or 0) >= 3:
            return KtpStanding.RECORDED
        age = self._age(one)
        due = (age is not None and age >= 17) or one.marital_status not in {None, 1}
        return KtpStanding.NOT_RECORDED if due else KtpStanding.NOT_REQUIRED


@pytest.fixture(scope="module")
def village(tmp_path_factory) -> _Village:
    clock = FixedClock(datetime(2026, 11, 24, 2, 0, tzinfo=UTC))
    made = _Village(tmp_path_factory.mktemp("desa"), clock)
    yield made
    made.store.close()


@settings(max_examples=150, deadline=None)
@given(asked=FILTERS, area=st.none() | st.integers(0, 5))
def test_a_filter_lists_just_those_whom_it_asks_for(village, asked, area):
    with village.store.read() as reader:
        if area is not None:
            asked = replace(asked, jorong_id=reader.jorong.all()[area].id)
        page = reader.residents.page(asked, 0, PEOPLE)
        assert {row.id for row in page.rows} == village.wanted(asked)
        assert page.total == len(page.rows) == reader.lists.count(asked)
        names = [row.name.split(",")[0] for row in page.rows]
        assert len(names) == page.total


def test_pages_put_together_are_the_list(village):
    with village.store.read() as reader:
        whole = reader.residents.page(ResidentFilter(), 0, PEOPLE).rows
        pages = [
            row
            for offset in range(0, len(whole), 37)
            for row in reader.residents.page(ResidentFilter(), offset, 37).rows
        ]
        assert pages == list(whole)
        assert reader.lists.ids(reader.lists.keys(ResidentFilter())) == tuple(
            row.id for row in whole
        )


@pytest.mark.parametrize("text", ["a", "nur", "nurhayati", "surau gadang", "130699", "putra ya"])
def test_a_text_is_narrowed_down_by_the_other_filters(village, text):
    with village.store.read() as reader:
        everybody = reader.residents.page(ResidentFilter(text=text), 0, PEOPLE)
        women = reader.residents.page(ResidentFilter(text=text, sex=Sex.FEMALE), 0, PEOPLE)
        wanted = [row for row in everybody.rows if row.sex is Sex.FEMALE]
        assert list(women.rows) == wanted
        paged = [
            row
            for offset in range(0, everybody.total, 7)
            for row in reader.residents.page(ResidentFilter(text=text), offset, 7).rows
        ]
        assert paged == list(everybody.rows)
        reasons = [bool(row.found_by) for row in everybody.rows]
        assert reasons == sorted(reasons)


def test_a_list_that_was_counted_sees_what_is_written_later(village):
    asked = ResidentFilter(text="zubaidah")
    with village.store.read() as reader:
        # Nobody bears it: those are shown who may be meant.
        before = [row.name for row in reader.residents.page(asked, 0, 9).rows]
    assert "Zubaidah" not in before
    newcomer = replace(village.people[0], name=replace(village.people[0].name, name="Zubaidah"))
    with village.store.write("Rina") as uow:
        uow.residents.save(newcomer)
        uow.record(events.resident_changed(newcomer, None))
        uow.commit()
    with village.store.read() as reader:
        page = reader.residents.page(asked, 0, 9)
        assert (page.total, page.rows[0].id) == (1, newcomer.id)
