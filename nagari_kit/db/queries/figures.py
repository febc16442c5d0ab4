"""Counts of the people whom the ledger counts at the end of a day, by sex, age and trait."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, text

from nagari_kit.db.queries.resident_rows import COLUMNS, JOINS, resident_list_row
from nagari_kit.domain.figures import KTP_AGE, PeopleBehind, Recording, Trait
from nagari_kit.domain.identity import JorongId
from nagari_kit.domain.population import DayRule
from nagari_kit.domain.residents import ResidentRow

# Who is counted today, less what was posted since: a day in the past costs what happened after it.
_COUNTED = """
    WITH later AS (
        SELECT p.resident_key, p.jorong_id, p.household_id, p.sex, p.citizenship, -p.delta AS n
        FROM population_event e JOIN population_posting p ON p.event_key = e.key
        WHERE e.{day} > :day AND p.flow <> 'opening'),
    counted AS (
        SELECT s.resident_key, s.jorong_id, s.household_id, s.sex, s.citizenship
        FROM population_standing s
        WHERE s.resident_key NOT IN (SELECT resident_key FROM later)
        UNION ALL
        SELECT resident_key, jorong_id, household_id, sex, citizenship FROM (
            SELECT s.*, 1 AS n FROM population_standing s
            WHERE s.resident_key IN (SELECT resident_key FROM later)
            UNION ALL SELECT * FROM later)
        GROUP BY 1, 2, 3, 4, 5 HAVING sum(n) > 0)
"""
_DAY = {DayRule.EVENT: "event_date", DayRule.REPORT: "report_date"}
_BY_EVENT = _COUNTED.format(day=_DAY[DayRule.EVENT])
_RECORDED = (3, 4, 5, 6, 7, 8)
"""Codes of the recording status from which the data were taken (perekaman)."""
_MARRIED = 2
_AGE = (
    "(CAST(strftime('%Y', :day) AS INTEGER) - CAST(strftime('%Y', r.birth_date) AS INTEGER)"
    " - (strftime('%m-%d', :day) < strftime('%m-%d', r.birth_date)))"
)
_RECORDING = (
    f"CASE WHEN r.recording_status IN {_RECORDED} THEN '{Recording.RECORDED.value}'"
    f" WHEN {_AGE} >= {KTP_AGE} OR r.marital_status >= {_MARRIED} THEN '{Recording.DUE.value}'"
    f" ELSE '{Recording.NOT_DUE.value}' END"
)
_TRAITS = {
    Trait.EDUCATION: "r.education",
    Trait.CURRENT_EDUCATION: "r.current_education",
    Trait.OCCUPATION: "r.occupation",
    Trait.RELIGION: "r.religion",
    Trait.MARITAL_STATUS: "r.marital_status",
    Trait.FAMILY_RELATION: "r.family_relation",
    Trait.CITIZENSHIP: "c.citizenship",
    Trait.BLOOD_TYPE: "r.blood_type",
    Trait.RECORDING: _RECORDING,
    Trait.JORONG: "lower(hex(c.jorong_id))",
}
_ONE_OF_HOUSEHOLD = (
    "r.key IN (SELECT key FROM (SELECT m.key, row_number() OVER (PARTITION BY o.household_id"
    " ORDER BY coalesce(m.family_relation, 99), m.key) AS place"
    " FROM counted o JOIN resident m ON m.key = o.resident_key"
    " WHERE o.household_id IS NOT NULL AND {inside}) WHERE place = 1)"
)
_FROM = "FROM counted c JOIN resident r ON r.key = c.resident_key"


class FiguresQueries:
    """Reads of figures on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def by_age(
        self, day: date, jorong_id: JorongId | None
    ) -> list[tuple[int | None, int | None, str, int]]:
        """(age in whole years, sex, standing with the KTP, people) at the end of the day."""
        columns = f"SELECT {_AGE} AS age, c.sex, {_RECORDING} AS standing, count(*) AS people"
        rows = self._asked(columns, day, jorong_id, "1, 2, 3")
        return [(row.age, row.sex, row.standing, row.people) for row in rows]

    def by_trait(
        self, trait: Trait, day: date, jorong_id: JorongId | None
    ) -> list[tuple[int | str | None, int | None, int]]:
        """(value of the trait, sex, people); no value for those of whom none is recorded."""
        columns = f"SELECT {_TRAITS[trait]} AS trait, c.sex, count(*) AS people"
        rows = self._asked(columns, day, jorong_id)
        return [(row.trait or None, row.sex, row.people) for row in rows]

    def households(self, day: date, jorong_id: JorongId | None) -> int:
        """How many KK have somebody counted at the end of the day."""
        where, values = _within(day, jorong_id)
        statement = (
            f"{_BY_EVENT} SELECT count(DISTINCT c.household_id) FROM counted c WHERE {where}"
        )
        return int(self._connection.execute(text(statement), values).scalar_one())

    def people(self, wanted: PeopleBehind, offset: int, limit: int) -> tuple[ResidentRow, ...]:
        """The names behind a number, by name."""
        where, values = _conditions(wanted)
        # The few rows of the page first: their columns cost a look at the family of each.
        statement = (
            f"{_counted(wanted)} SELECT {COLUMNS} FROM (SELECT r.key AS chosen {_FROM}"
            f" WHERE {where} ORDER BY r.name COLLATE NOCASE, r.key LIMIT :limit OFFSET :offset)"
            f" JOIN resident r ON r.key = chosen {JOINS} ORDER BY r.name COLLATE NOCASE, r.key"
        )
        bounds = {**values, "limit": limit, "offset": offset}
        return tuple(
            resident_list_row(row) for row in self._connection.execute(text(statement), bounds)
        )

    def count(self, wanted: PeopleBehind) -> int:
        """How many they are."""
        where, values = _conditions(wanted)
        statement = text(f"{_counted(wanted)} SELECT count(*) {_FROM} WHERE {where}")
        return int(self._connection.execute(statement, values).scalar_one())

    def births_and_deaths(
        self, start: date, end: date, jorong_id: JorongId | None
    ) -> list[tuple[str, str, int]]:
        """(month as YYYY-MM, flow, people) of births and deaths by the day of the event."""
        where = "AND p.jorong_id IS :jorong" if jorong_id else ""
        statement = text(
            "SELECT substr(e.event_date, 1, 7) AS month, p.flow, sum(p.delta) AS people"
            " FROM population_event e JOIN population_posting p ON p.event_key = e.key"
            f" WHERE e.event_date BETWEEN :start AND :end AND p.flow IN ('birth', 'death') {where}"
            " GROUP BY 1, 2"
        )
        values: dict[str, Any] = {"start": start.isoformat(), "end": end.isoformat()}
        if jorong_id:
            values["jorong"] = jorong_id.bytes
        rows = self._connection.execute(statement, values)
        return [(row.month, row.flow, abs(row.people)) for row in rows]

    def _asked(
        self, columns: str, day: date, jorong_id: JorongId | None, groups: str = "1, 2"
    ) -> Iterable[Row[Any]]:
        where, values = _within(day, jorong_id)
        statement = f"{_BY_EVENT} {columns} {_FROM} WHERE {where} GROUP BY {groups}"
        return self._connection.execute(text(statement), values)


def _counted(wanted: PeopleBehind) -> str:
    return _COUNTED.format(day=_DAY[wanted.rule])


def _within(day: date, jorong_id: JorongId | None) -> tuple[str, dict[str, Any]]:
    values: dict[str, Any] = {"day": day.isoformat()}
    if jorong_id is None:
        return "1", values
    return "c.jorong_id = :jorong", {**values, "jorong": jorong_id.bytes}


def _conditions(wanted: PeopleBehind) -> tuple[str, dict[str, Any]]:
    where, values = _within(wanted.day, wanted.jorong_id)
    conditions = [where]
    if wanted.sex is not None:
        conditions.append("c.sex = :sex")
        values["sex"] = int(wanted.sex)
    if wanted.age_from is not None:
        conditions.append(f"{_AGE} >= :age_from")
        values["age_from"] = wanted.age_from
    if wanted.age_to is not None:
        conditions.append(f"{_AGE} <= :age_to")
        values["age_to"] = wanted.age_to
    if wanted.trait is not None:
        column = f"nullif({_TRAITS[wanted.trait]}, '')"
        conditions.append(f"{column} IS :value")
        values["value"] = wanted.value
    if wanted.no_birth_date:
        conditions.append("r.birth_date IS NULL")
    if wanted.no_sex:
        conditions.append("c.sex IS NULL")
    if wanted.one_of_household:
        inside = where.replace("c.", "o.")
        conditions.append(_ONE_OF_HOUSEHOLD.format(inside=inside))
    return " AND ".join(conditions), values


def jorong_of_value(value: str) -> JorongId:
    """The jorong that a value of Trait.JORONG names."""
    return JorongId(UUID(hex=value))
