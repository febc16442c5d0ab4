"""What the population books B.1, B.2, B.4 and B.5 ask; a fixed number of statements for each."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, TextClause, text

from nagari_kit.db.resident_rows import sex_of
from nagari_kit.domain.identity import JorongId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.population import DayRule, EventKind
from nagari_kit.domain.registers import Inhabitant, Mutation, RegisterPeriod, Visitor
from nagari_kit.domain.residents import LifeStatus

_DAY = {DayRule.EVENT: "event_date", DayRule.REPORT: "report_date"}
_STANDING = "resident_key, jorong_id, household_id, sex, citizenship"
_NAME = "r.name, r.gelar_depan, r.gelar_belakang, r.gelar_adat"

# Who is counted now, less what was posted since: the very sum that the balance makes.
_SUMS = """
    sums AS (
        SELECT {standing}, sum(people) AS people FROM (
            SELECT {standing}, 1 AS people FROM population_standing
            UNION ALL
            SELECT {standing}, -p.delta AS people
            FROM population_event e JOIN population_posting p ON p.event_key = e.key
            WHERE e.{day} > :end AND p.flow <> 'opening'
        ) GROUP BY {standing} HAVING sum(people) <> 0
    )
"""
# Of the places that one person has on that day the one with the most is taken (SQLite gives the
# other columns of the row with the maximum).
_INHABITANTS = f"""
    WITH {_SUMS}, counted AS (
        SELECT {{standing}}, max(people) FROM sums
        GROUP BY resident_key HAVING sum(people) > 0
    ), since AS (
        SELECT p.resident_key, max(e.event_date) AS day
        FROM population_event e JOIN population_posting p ON p.event_key = e.key
        WHERE p.flow IN ('birth', 'arrival') AND e.{{day}} <= :end
        GROUP BY p.resident_key HAVING sum(p.delta) > 0
    )
    SELECT {{name}}, c.sex, r.marital_status, r.birth_place, r.birth_date, r.religion, r.education,
        r.occupation, r.language, c.citizenship,
        CASE WHEN r.current_address <> '' THEN r.current_address ELSE coalesce(h.address, '') END
            AS address,
        coalesce(h.rt, '') AS rt, coalesce(h.rw, '') AS rw, coalesce(j.name, '') AS jorong,
        r.family_relation, r.nik, h.nomor_kk, r.blood_type, r.father_name, r.mother_name, r.papers,
        s.day AS resident_since
    FROM counted c JOIN resident r ON r.key = c.resident_key
    LEFT JOIN household h ON h.id = c.household_id
    LEFT JOIN jorong j ON j.id = c.jorong_id
    LEFT JOIN since s ON s.resident_key = c.resident_key
    WHERE {{place}}
    ORDER BY j.name IS NULL, j.name COLLATE NOCASE, h.nomor_kk IS NULL, h.nomor_kk, c.household_id,
        r.family_relation IS NULL, r.family_relation, r.birth_date, r.key
"""
_MUTATIONS = """
    SELECT e.kind, e.{day} AS day, e.facts, {name}, r.sex, r.citizenship, r.birth_place,
        r.birth_date, sum(p.delta) AS people,
        coalesce((SELECT j.name FROM population_posting o JOIN jorong j ON j.id = o.jorong_id
            WHERE o.event_key = e.key AND o.resident_key = p.resident_key
                AND o.jorong_id IS NOT p.jorong_id LIMIT 1), '') AS other_jorong
    FROM population_event e JOIN population_posting p ON p.event_key = e.key
    JOIN resident r ON r.key = p.resident_key
    WHERE e.{day} BETWEEN :start AND :end AND p.flow <> 'opening' AND {place}
        AND NOT EXISTS (SELECT 1 FROM population_event u
            WHERE u.reverses = e.key AND u.{day} BETWEEN :start AND :end)
        AND NOT EXISTS (SELECT 1 FROM population_event o
            WHERE o.key = e.reverses AND o.{day} BETWEEN :start AND :end)
    GROUP BY e.key, p.resident_key HAVING sum(p.delta) <> 0
    ORDER BY e.{day}, e.key, r.family_relation IS NULL, r.family_relation, r.birth_date, r.key
"""
_LEFT = "('departure', 'gone', 'missing', 'death')"
_VISITORS = """
    WITH told AS (
        SELECT p.resident_key, e.kind, e.{day} AS day, e.facts, e.key
        FROM population_event_person p JOIN population_event e ON e.key = p.event_key
        JOIN resident r ON r.key = p.resident_key
        WHERE r.residency = 2 AND e.kind <> 'undo'
            AND NOT EXISTS (SELECT 1 FROM population_event u WHERE u.reverses = e.key)
    )
    SELECT {name}, r.sex, r.nik, r.papers, r.birth_place, r.birth_date, r.occupation, r.citizenship,
        r.origin_country, r.ethnic_group, r.previous_address, r.life_status, r.current_address,
        coalesce(h.address, '') AS home_address, coalesce(j.name, '') AS jorong,
        (SELECT day FROM told t WHERE t.resident_key = r.key AND t.kind IN ('arrival', 'return')
            AND t.day <= :end ORDER BY t.key DESC LIMIT 1) AS arrived_on,
        (SELECT facts FROM told t WHERE t.resident_key = r.key AND t.kind = 'arrival'
            ORDER BY t.key DESC LIMIT 1) AS facts,
        (SELECT min(day) FROM told t WHERE t.resident_key = r.key AND t.kind IN ('arrival',
            'return', 'birth')) AS first_arrival,
        (SELECT day FROM told t WHERE t.resident_key = r.key AND t.kind IN {left}
            AND t.day <= :end ORDER BY t.key DESC LIMIT 1) AS left_on
    FROM resident r LEFT JOIN household h ON h.id = r.household_id
    LEFT JOIN jorong j ON j.id = h.jorong_id
    WHERE r.residency = 2 AND r.life_status <> 9 AND {place}
        AND (first_arrival IS NULL OR first_arrival <= :end)
        AND (left_on IS NULL OR left_on >= :start OR arrived_on > left_on)
    ORDER BY arrived_on IS NULL, arrived_on, r.name COLLATE NOCASE, r.key
"""
_UNORDERED = f"""
    WITH {_SUMS} SELECT count(DISTINCT resident_key) FROM sums WHERE people <> 1
"""
_BEGUN = text(
    "SELECT min(e.event_date) FROM population_event e WHERE e.kind = 'opening'"
    " AND NOT EXISTS (SELECT 1 FROM population_event u WHERE u.reverses = e.key)"
)
_FIRST = text("SELECT min(min(event_date), min(report_date)) FROM population_event")


class RegisterQueries:
    """Reads of the population books on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def inhabitants(
        self, end: date, rule: DayRule, jorong_id: JorongId | None = None
    ) -> tuple[Inhabitant, ...]:
        """Everybody who is counted on that day, by jorong, KK and relation; one statement.

        Their number is that of the ledger's balance of the same day and rule, unless `unordered`.
        """
        statement = _statement(_INHABITANTS, rule, "c.jorong_id", jorong_id)
        rows = self._connection.execute(statement, _values(None, end, jorong_id))
        return tuple(_inhabitant(row) for row in rows)

    def mutations(
        self, period: RegisterPeriod, rule: DayRule, jorong_id: JorongId | None = None
    ) -> tuple[Mutation, ...]:
        """Who came to be counted and who ceased to be, by day; what was taken back is left out.

        In a book of one jorong also who moved from or to another one. One statement.
        """
        statement = _statement(_MUTATIONS, rule, "p.jorong_id", jorong_id)
        rows = self._connection.execute(statement, _values(period.start, period.end, jorong_id))
        return tuple(_mutation(row) for row in rows)

    def visitors(
        self, period: RegisterPeriod, rule: DayRule, jorong_id: JorongId | None = None
    ) -> tuple[Visitor, ...]:
        """Temporary residents who were here within the period, by arrival; one statement."""
        statement = _statement(_VISITORS, rule, "h.jorong_id", jorong_id)
        rows = self._connection.execute(statement, _values(period.start, period.end, jorong_id))
        return tuple(_visitor(row) for row in rows)

    def unordered(self, day: date, rule: DayRule) -> int:
        """How many people the ledger counts twice or below nought in some place on that day.

        So it is where events were told in another order than they are dated; then the places of
        that day are not certain.
        """
        statement = _statement(_UNORDERED, rule, "", None)
        return int(self._connection.execute(statement, {"end": day.isoformat()}).scalar_one())

    def begun_on(self) -> date | None:
        """The day on which the books were first filled, None while nobody is in them."""
        return self._one_day(_BEGUN)

    def first_day(self) -> date | None:
        """The earliest day that any event bears, None while there is no event."""
        return self._one_day(_FIRST)

    def _one_day(self, statement: TextClause) -> date | None:
        return _day(self._connection.execute(statement).scalar_one_or_none())


def _statement(template: str, rule: DayRule, column: str, jorong_id: JorongId | None) -> TextClause:
    place = f"{column} = :jorong" if jorong_id is not None else "1"
    return text(
        template.format(day=_DAY[rule], name=_NAME, standing=_STANDING, place=place, left=_LEFT)
    )


def _values(start: date | None, end: date, jorong_id: JorongId | None) -> dict[str, Any]:
    values: dict[str, Any] = {"end": end.isoformat()}
    if start is not None:
        values["start"] = start.isoformat()
    if jorong_id is not None:
        values["jorong"] = jorong_id.bytes
    return values


def _full_name(row: Row[Any]) -> str:
    return PersonName(row.name, row.gelar_depan, row.gelar_belakang, row.gelar_adat).full()


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _facts(written: str | None) -> dict[str, str]:
    return dict(json.loads(written)) if written else {}


def _inhabitant(row: Row[Any]) -> Inhabitant:
    papers = json.loads(row.papers) if row.papers else {}
    return Inhabitant(
        name=_full_name(row),
        sex=sex_of(row.sex),
        marital_status=row.marital_status,
        birth_place=row.birth_place,
        birth_date=_day(row.birth_date),
        religion=row.religion,
        education=row.education,
        occupation=row.occupation,
        language=row.language,
        citizenship=row.citizenship,
        address=row.address,
        rt=row.rt,
        rw=row.rw,
        jorong=row.jorong,
        family_relation=row.family_relation,
        nik=row.nik,
        nomor_kk=row.nomor_kk,
        blood_type=row.blood_type,
        father=row.father_name,
        mother=row.mother_name,
        ktp_place=papers.get("ktp_place", ""),
        ktp_date=_day(papers.get("ktp_date")),
        resident_since=_day(row.resident_since),
    )


def _mutation(row: Row[Any]) -> Mutation:
    return Mutation(
        kind=EventKind(row.kind),
        is_addition=row.people > 0,
        day=date.fromisoformat(row.day),
        name=_full_name(row),
        sex=sex_of(row.sex),
        birth_place=row.birth_place,
        birth_date=_day(row.birth_date),
        citizenship=row.citizenship,
        facts=_facts(row.facts),
        other_jorong=row.other_jorong,
    )


def _visitor(row: Row[Any]) -> Visitor:
    papers = json.loads(row.papers) if row.papers else {}
    facts = _facts(row.facts)
    back = row.left_on and row.arrived_on and row.arrived_on > row.left_on
    return Visitor(
        name=_full_name(row),
        sex=sex_of(row.sex),
        identity=row.nik or papers.get("passport") or papers.get("kitas") or "",
        birth_place=row.birth_place,
        birth_date=_day(row.birth_date),
        occupation=row.occupation,
        citizenship=row.citizenship,
        origin_country=row.origin_country,
        ethnic_group=row.ethnic_group,
        origin=facts.get("origin") or row.previous_address,
        purpose=facts.get("purpose") or facts.get("reason", ""),
        host=facts.get("host", ""),
        arrived_on=_day(row.arrived_on),
        left_on=None if back else _day(row.left_on),
        life_status=LifeStatus(row.life_status),
        address=row.current_address or row.home_address,
        jorong=row.jorong,
    )
