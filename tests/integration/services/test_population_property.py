"""Whatever is recorded, imported and undone, in any order, the laws of the books hold."""

from __future__ import annotations

import os
from collections import Counter
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from hypothesis import HealthCheck, Phase, event, given, note, seed, settings
from hypothesis import strategies as st

from nagari_kit.domain.identity import HouseholdId
from nagari_kit.domain.population import DayRule, Flow
from nagari_kit.domain.registers import RegisterPeriod
from nagari_kit.domain.residents import LifeStatus
from nagari_kit.errors import ConflictError, InputError
from tests.integration.services import drawn_events
from tests.integration.services.test_population_ledger import (
    LAST,
    Village,
    check_balance,
    village,
)

MONTHS = tuple(RegisterPeriod.month(2026, month) for month in range(1, 12))
SEQUENCES = int(os.environ.get("NAGARI_SEQUENCES", "20"))
SEED = int(os.environ.get("NAGARI_SEED", "20261124"))
_NAMED = (Flow.BIRTH, Flow.ARRIVAL, Flow.DEATH, Flow.DEPARTURE, Flow.MISSING)


def astray(where: Village) -> set[HouseholdId]:
    """Households whose living people have no head, or two."""
    living = [one for one in where.everybody() if one.life_status is LifeStatus.ALIVE]
    heads = Counter(one.household_id for one in living if one.family_relation == 1)
    return {one.household_id for one in living if one.household_id and heads[one.household_id] != 1}


def check(where: Village, brought: set[HouseholdId]) -> None:
    """The laws, after each step; `brought` came out of a sheet without one head."""
    assert astray(where) <= brought, "one head each"
    living = [one for one in where.everybody() if one.life_status is LifeStatus.ALIVE]
    homes = {one.household_id for one in living if one.household_id}
    with where.store.read() as reader:
        members = reader.residents.living_members(homes)
        listed = Counter(one.id for home in homes for one in members[home])
        assert set(listed.values()) <= {1}, "nobody in two households"
        assert reader.ledger.contradictions() == 0
        assert reader.ledger.counted_now() == sum(one.is_counted for one in living)
        assert reader.ledger.events_at_odds() == reader.ledger.records_at_odds() == 0
        niks = Counter(one.nik for one in where.everybody() if one.nik and _is_valid(one))
        assert set(niks.values()) <= {1}, "one bearer each"
        for rule in DayRule:
            _check_months(reader, rule)
        reader.events.verify_chain()


def _check_months(reader, rule: DayRule) -> None:
    for month in MONTHS:
        rows = reader.ledger.balance(month.start, month.end, rule)
        days = (month.start - timedelta(days=1), month.end)
        reported = any(reader.registers.unordered(day, rule) for day in days)
        for one in rows:
            check_balance(one)
            below = min(one.start.total, one.end.total) < 0
            assert not below or reported, (month, one.jorong, one.end)
        there = reader.registers.inhabitants(month.end, rule)
        assert reported or len(there) == sum(one.end.total for one in rows), "B.1 is B.3"
        for flow in _NAMED:
            behind = reader.ledger.people_behind(month.start, month.end, rule, flow)
            assert len(behind) == sum(one.flows[flow].total for one in rows), (month, flow)
            for one in rows if behind else ():
                here = reader.ledger.people_behind(
                    month.start, month.end, rule, flow, one.jorong_id
                )
                assert len(here) == one.flows[flow].total, (month, flow, one.jorong)


def _is_valid(one) -> bool:
    return one.life_status is not LifeStatus.INVALID


def state(where: Village):
    """People, households and figures; records that were marked invalid and empty KK left out."""
    people = [one for one in where.everybody() if _is_valid(one)]
    lived_in = {one.household_id for one in people}
    homes = [one for one in where.households() if one.id in lived_in or one.nomor_kk]
    with where.store.read() as reader:
        months = [reader.ledger.balance(month.start, month.end, DayRule.EVENT) for month in MONTHS]
        told = reader.ledger.balance(LAST, LAST, DayRule.REPORT)
        figures = (
            [_shown(rows) for rows in months],
            {one.jorong: one.end for one in told if one.end.total},
        )
    return people, homes, figures


def _shown(rows):
    """The rows that say something: a new sub-area, or none, stays with nought."""
    return [one for one in rows if one.start.total or one.end.total]


@seed(SEED)
@settings(
    max_examples=SEQUENCES,
    deadline=None,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.data())
def test_the_laws_hold_after_any_events_imports_and_undoing(clock, data):
    with village(clock) as where, TemporaryDirectory() as folder:
        recorded = []
        brought: set[HouseholdId] = set()
        for _ in range(data.draw(st.integers(3, 12))):
            step = data.draw(st.sampled_from(["record"] * 6 + ["import", "undo", "undo newest"]))
            if step == "record":
                recorded += _recorded(data, where)
            elif step == "import":
                before = state(where)
                made = drawn_events.imported(data, where, Path(folder))
                recorded += [(made, before)] if made else []
                event("import" if made else "import of nothing")
                brought |= astray(where)
                note(f"imported; without one head: {brought}")
            elif recorded:
                newest = step == "undo newest"
                place = len(recorded) - 1 if newest else data.draw(_places(recorded))
                recorded = _undone(where, recorded, place)
            check(where, brought)
        while recorded:
            rest = _undone(where, recorded, len(recorded) - 1)
            if len(rest) == len(recorded):
                break
            recorded = rest
            check(where, brought)


def _places(recorded) -> st.SearchStrategy[int]:
    return st.integers(0, len(recorded) - 1)


def _recorded(data, where: Village):
    report = drawn_events.report(data, where)
    before = state(where)
    try:
        where.population.plan(report)
        done = where.population.record(report)
    except (InputError, ConflictError):
        assert state(where) == before, "what is refused changes nothing"
        return []
    event(f"recorded {done.event.kind.value}")
    note(f"recorded {done.event.kind.value}: {_told(report, where)}")
    return [(done.event.id, before)]


def _told(report, where: Village) -> str:
    """What a failing sequence says of the report: short names, no record whole."""
    people = {one.id: f"{one.name.name} {str(one.id)[-2:]}" for one in where.everybody()}
    parts = {name: getattr(report, name) for name in report.__dataclass_fields__}
    said = {
        name: people.get(part, part) if isinstance(part, UUID) else part
        for name, part in parts.items()
        if part and name not in {"reporter", "report_date"}
    }
    return str(said)


def _undone(where: Village, recorded, place: int):
    """What stays recorded; `before` of those that follow is no longer what it would be."""
    event_id, before = recorded[place]
    kept = state(where)
    is_newest = place == len(recorded) - 1
    try:
        where.population.undo(event_id, "Keliru dicatat")
    except ConflictError:
        assert state(where) == kept, "what is refused changes nothing"
        assert before is None or not is_newest, "the newest can be undone"
        event("undo refused")
        note(f"refused to undo number {place} of {len(recorded)}")
        return recorded
    event("undone")
    note(f"undone: number {place} of {len(recorded)}")
    if is_newest and before is not None:
        for now, earlier in zip(state(where), before, strict=True):
            assert now == earlier, "undoing returns the earlier state"
    return [
        (one, was) if at < place else (one, None)
        for at, (one, was) in enumerate(recorded)
        if at != place
    ]
