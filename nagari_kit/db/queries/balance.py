"""The balance of the population: every figure is a sum over the ledger's postings.

Who is counted now stands in `population_standing`; who was counted on an earlier day is that,
less what was posted since. So a question costs what happened since, not the whole history.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, text

from nagari_kit.domain.identity import HouseholdId, JorongId, PopulationEventId, ResidentId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.population import (
    Balance,
    DayRule,
    EventKind,
    Flow,
    FlowPerson,
    PeopleCount,
)

_FOREIGN = 2
_COUNTED_NOW = text(
    "SELECT jorong_id, sex, citizenship, count(*) AS people FROM population_standing"
    " GROUP BY jorong_id, sex, citizenship"
)
_HOMES_NOW = text(
    "SELECT jorong_id, count(DISTINCT household_id) AS homes FROM population_standing"
    " GROUP BY jorong_id"
)
_LEAVERS = frozenset({Flow.DEATH, Flow.DEPARTURE, Flow.MISSING})
EVERYWHERE = object()
"""In place of a jorong: all of them."""

# What is taken back in a later period was no birth of that period: it mends the books.
_FLOW = (
    "CASE WHEN e.kind = 'undo' AND NOT EXISTS (SELECT 1 FROM population_event o"
    " WHERE o.key = e.reverses AND o.{day} BETWEEN :start AND :end)"
    " THEN 'adjustment' ELSE p.flow END"
)
_DAY = {DayRule.EVENT: "event_date", DayRule.REPORT: "report_date"}


class BalanceQueries:
    """Counts of people and households by jorong, at a day and over a period."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def balance(self, start: date, end: date, rule: DayRule) -> tuple[Balance, ...]:
        """The balance of each jorong over `start` to `end`, whole days, both inclusive.

        People without a jorong come last, when there are any. Whoever stood in the books when they
        were filled was there before: no period has the filling among its flows.
        """
        day = _DAY[rule]
        later = self._posted("p.flow", f"e.{day} > :end", end=end)
        within = self._posted(
            _FLOW.format(day=day), f"e.{day} BETWEEN :start AND :end", start=start, end=end
        )
        at_end = _People(self._connection.execute(_COUNTED_NOW))
        at_end.less(later)
        flows = {flow: _People(row for row in within if row.flow == flow) for flow in Flow}
        at_start = at_end.copy()
        at_start.less(within)
        homes_end, homes_start = self._homes(start, end, rule)
        names = self._jorong_names()
        places = set(names) | at_end.places() | at_start.places()
        places |= {place for one in flows.values() for place in one.places()}
        return tuple(
            Balance(
                jorong_id=JorongId(UUID(bytes=place)) if place else None,
                jorong=names.get(place, "") if place else "",
                start=at_start.count(place),
                flows={
                    flow: one.count(place, sign=-1 if flow in _LEAVERS else 1)
                    for flow, one in flows.items()
                    if flow is not Flow.OPENING
                },
                end=at_end.count(place),
                households_at_start=homes_start[place],
                households_at_end=homes_end[place],
            )
            for place in sorted(places, key=lambda one: (one is None, names.get(one, "").lower()))
        )

    def people_behind(
        self,
        start: date,
        end: date,
        rule: DayRule,
        flow: Flow,
        jorong_id: JorongId | object | None = EVERYWHERE,
    ) -> tuple[FlowPerson, ...]:
        """The names behind a number of the period, by day.

        What was recorded and taken back within the period is left out; what was recorded before it
        and taken back within it stands behind the adjustments.
        """
        day = _DAY[rule]
        where = "" if jorong_id is EVERYWHERE else " AND p.jorong_id IS :jorong"
        jorong = jorong_id.bytes if isinstance(jorong_id, UUID) else None
        statement = text(
            "SELECT r.id, r.name, r.gelar_depan, r.gelar_belakang, r.gelar_adat, p.household_id,"
            " e.id AS event_id, e.kind, e.event_date, e.report_date"
            " FROM population_event e JOIN population_posting p ON p.event_key = e.key"
            " JOIN resident r ON r.key = p.resident_key"
            f" WHERE e.{day} BETWEEN :start AND :end AND p.flow <> 'opening'"
            f" AND {_FLOW.format(day=day)} = :flow"
            " AND NOT EXISTS (SELECT 1 FROM population_event u WHERE u.reverses = e.key"
            f" AND u.{day} BETWEEN :start AND :end)"
            " AND NOT EXISTS (SELECT 1 FROM population_event o WHERE o.key = e.reverses"
            f" AND o.{day} BETWEEN :start AND :end)"
            f"{where} ORDER BY e.{day}, r.name COLLATE NOCASE, p.delta"
        )
        values = {"start": start.isoformat(), "end": end.isoformat(), "flow": flow.value}
        rows = self._connection.execute(
            statement, {**values, "jorong": jorong} if where else values
        )
        return tuple(_flow_person(row) for row in rows)

    def people_by_jorong(self) -> dict[JorongId | None, int]:
        """How many people the ledger counts in each jorong today."""
        counts: Counter[JorongId | None] = Counter()
        for row in self._connection.execute(_COUNTED_NOW):
            place = JorongId(UUID(bytes=row.jorong_id)) if row.jorong_id else None
            counts[place] += row.people
        return dict(counts)

    def counted_now(self) -> int:
        """How many people the ledger counts today."""
        statement = text("SELECT count(*) FROM population_standing")
        return int(self._connection.execute(statement).scalar_one())

    def contradictions(self) -> int:
        """How many people the postings, the standing and the records count differently."""
        return int(self._connection.execute(_CONTRADICTIONS).scalar_one())

    def _posted(self, flow: str, when: str, **days: date) -> list[Any]:
        statement = text(
            f"SELECT p.jorong_id, p.sex, p.citizenship, {flow} AS flow, sum(p.delta) AS people"
            " FROM population_event e JOIN population_posting p ON p.event_key = e.key"
            f" WHERE {when} AND p.flow <> 'opening'"
            " GROUP BY 1, 2, 3, 4"
        )
        values = {name: day.isoformat() for name, day in days.items()}
        return list(self._connection.execute(statement, values))

    def _homes(
        self, start: date, end: date, rule: DayRule
    ) -> tuple[Counter[bytes | None], Counter[bytes | None]]:
        """Households that have somebody counted, at the end and at the start, by jorong."""
        day = _DAY[rule]
        later = self._posted_homes(f"e.{day} > :end", end=end)
        since = self._posted_homes(f"e.{day} >= :start", start=start)
        now: Counter[bytes | None] = Counter()
        for row in self._connection.execute(_HOMES_NOW):
            now[row.jorong_id] = row.homes
        return _rolled_back(now, later), _rolled_back(now, since)

    def _posted_homes(self, when: str, **days: date) -> list[Any]:
        statement = text(
            "SELECT p.jorong_id, p.household_id, sum(p.delta) AS people,"
            " (SELECT count(*) FROM population_standing s WHERE s.jorong_id IS p.jorong_id"
            " AND s.household_id = p.household_id) AS now"
            " FROM population_event e JOIN population_posting p ON p.event_key = e.key"
            f" WHERE {when} AND p.flow <> 'opening' AND p.household_id IS NOT NULL"
            " GROUP BY p.jorong_id, p.household_id"
        )
        values = {name: day.isoformat() for name, day in days.items()}
        return list(self._connection.execute(statement, values))

    def _jorong_names(self) -> dict[bytes | None, str]:
        rows = self._connection.execute(text("SELECT id, name FROM jorong"))
        return {row.id: row.name for row in rows}


_CONTRADICTIONS = text(
    """
    SELECT count(*) FROM (
        SELECT resident_key, jorong_id, household_id, sex, citizenship, sum(n) FROM (
            SELECT resident_key, jorong_id, household_id, sex, citizenship, delta AS n
            FROM population_posting
            UNION ALL
            SELECT resident_key, jorong_id, household_id, sex, citizenship, -1
            FROM population_standing
        ) GROUP BY 1, 2, 3, 4, 5 HAVING sum(n) <> 0
        UNION ALL
        SELECT resident_key, jorong_id, household_id, sex, citizenship, sum(n) FROM (
            SELECT resident_key, jorong_id, household_id, sex, citizenship, 1 AS n
            FROM population_standing
            UNION ALL
            SELECT r.key, h.jorong_id, r.household_id, r.sex, r.citizenship, -1
            FROM resident r LEFT JOIN household h ON h.id = r.household_id
            WHERE r.life_status = 1 AND r.residency = 1
        ) GROUP BY 1, 2, 3, 4, 5 HAVING sum(n) <> 0
    )
    """
)


class _People:
    """People by jorong, sex and citizenship."""

    def __init__(self, rows: Any) -> None:  # noqa: ANN401 - rows with people
        self._people: defaultdict[bytes | None, Counter[str]] = defaultdict(Counter)
        for row in rows:
            self._people[row.jorong_id][_column(row.sex, row.citizenship)] += row.people

    def copy(self) -> _People:
        """Another that begins the same."""
        made = _People(())
        for place, counts in self._people.items():
            made._people[place].update(counts)
        return made

    def less(self, rows: list[Any]) -> None:
        """Take away what was posted."""
        for row in rows:
            self._people[row.jorong_id][_column(row.sex, row.citizenship)] -= row.people

    def places(self) -> set[bytes | None]:
        """Where somebody is."""
        return {place for place, counts in self._people.items() if any(counts.values())}

    def count(self, place: bytes | None, sign: int = 1) -> PeopleCount:
        """The people of one place."""
        counts: Mapping[str, int] = self._people.get(place, Counter())
        return PeopleCount(**{name: sign * number for name, number in counts.items()})


def _column(sex: int | None, citizenship: int | None) -> str:
    if sex is None:
        return "unknown"
    gender = "men" if sex == 1 else "women"
    return f"foreign_{gender}" if citizenship == _FOREIGN else gender


def _rolled_back(now: Counter[bytes | None], rows: list[Any]) -> Counter[bytes | None]:
    """The households that had somebody before `rows` were posted."""
    before = Counter(now)
    for row in rows:
        had = row.now - row.people > 0
        before[row.jorong_id] += int(had) - int(row.now > 0)
    return before


def _flow_person(row: Any) -> FlowPerson:  # noqa: ANN401 - a row of people_behind
    return FlowPerson(
        id=ResidentId(UUID(bytes=row.id)),
        name=PersonName(row.name, row.gelar_depan, row.gelar_belakang, row.gelar_adat).full(),
        event_id=PopulationEventId(UUID(bytes=row.event_id)),
        kind=EventKind(row.kind),
        event_date=date.fromisoformat(row.event_date),
        report_date=date.fromisoformat(row.report_date),
        household_id=HouseholdId(UUID(bytes=row.household_id)) if row.household_id else None,
    )
