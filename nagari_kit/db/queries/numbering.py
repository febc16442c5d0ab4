"""Reads the rules of letter numbers, the counters, and which numbers are taken."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, select, text

from nagari_kit.db.letter_tables import number_reservation
from nagari_kit.db.tables import letter, numbering_rule
from nagari_kit.domain.number_reservations import OPEN, Neighbour, Reservation
from nagari_kit.domain.numbering import Series, comparable
from nagari_kit.domain.office import INCOMING, NumberingSettings, NumberRule

INCOMING_SERIES = (
    "CASE scope WHEN 'office' THEN 'office'"
    " WHEN 'group' THEN 'group:' || lower(trim(group_name)) END"
)
"""The counter that a rule shares with incoming letters; NULL when it is one of its own."""

_COUNTS_ALONG = (
    "EXISTS(SELECT 1 FROM numbering_rule"
    f" WHERE type_id = :incoming AND :series = {INCOMING_SERIES})"
)
_RULES = select(numbering_rule)
_HIGHEST = select(func.max(letter.c.sequence)).where(
    letter.c.series == bindparam("series"), letter.c.year == bindparam("year")
)
# Incoming letters count along when the office gave them the same counter.
_STANDING = text(
    "SELECT (SELECT max(sequence) FROM letter WHERE series = :series AND year = :year) AS letters,"
    " (SELECT max(sequence) FROM number_reservation WHERE series = :series AND year = :year)"
    " AS reserved,"
    " (SELECT max(agenda_number) FROM incoming_letter"
    f" WHERE agenda_year = :year AND {_COUNTS_ALONG}) AS incoming,"
    " (SELECT max(sequence) FROM letter WHERE type_id = :type_id"
    "  AND issue_date BETWEEN :first AND :last) AS of_type"
)
_OF_ALL = text("SELECT max(sequence) FROM letter WHERE issue_date BETWEEN :first AND :last")
_TAKEN = text(
    "SELECT 1 FROM letter WHERE number_key = :key"
    " UNION ALL SELECT 1 FROM number_reservation WHERE number_key = :key LIMIT 1"
)
_PLACE = text(
    "SELECT number FROM letter WHERE (series, year, sequence) = (:series, :year, :sequence)"
    " UNION ALL SELECT number FROM number_reservation WHERE state = 'open'"
    " AND (series, year, sequence) = (:series, :year, :sequence)"
    " UNION ALL SELECT 'agenda ' || agenda_number FROM incoming_letter"
    f" WHERE agenda_year = :year AND agenda_number = :sequence AND {_COUNTS_ALONG}"
)
_BEFORE = text(
    "SELECT number, issue_date FROM letter WHERE series = :series AND year = :year"
    " AND sequence IS NOT NULL AND issue_date <= :day ORDER BY sequence DESC LIMIT 1"
)
_AFTER = text(
    "SELECT number, issue_date FROM letter WHERE series = :series AND year = :year"
    " AND sequence IS NOT NULL AND issue_date > :day ORDER BY sequence LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a counter came, and how far any counter of one letter type; 0 is nowhere yet."""

    counted: int
    of_type: int


class NumberingQueries:
    """Reads of the rules of letter numbers and of the counters."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def settings(self) -> NumberingSettings:
        """The office's rule and the exceptions; the shipped rule while none was saved."""
        rules = {
            row.type_id: NumberRule(
                pattern=row.pattern,
                scope=row.scope,
                reset=row.reset,
                start=row.start,
                classification=row.classification,
                group_name=row.group_name,
                mode=row.mode,
                unit=row.unit,
                start_year=row.start_year,
            )
            for row in self._connection.execute(_RULES)
        }
        default = rules.pop("", NumberRule())
        return NumberingSettings(default, rules)

    def highest(self, series: str, year: int) -> int | None:
        """The highest number given in a series and year, voided ones included."""
        wanted = {"series": series, "year": year}
        highest: int | None = self._connection.execute(_HIGHEST, wanted).scalar_one()
        return highest

    def standing(self, series: Series, type_id: str, first: date, last: date) -> Standing:
        """The highest of a counter, and of a letter type on these days by any counter."""
        wanted = {
            **_values(series),
            "type_id": type_id,
            "first": first.isoformat(),
            "last": last.isoformat(),
        }
        row = self._connection.execute(_STANDING, wanted).one()
        counted = max(row.letters or 0, row.reserved or 0, row.incoming or 0)
        return Standing(counted, row.of_type or 0)

    def highest_of_all(self, first: date, last: date) -> int:
        """The highest number of any counter on these days; 0 when there is none."""
        days = {"first": first.isoformat(), "last": last.isoformat()}
        highest: int | None = self._connection.execute(_OF_ALL, days).scalar_one()
        return highest or 0

    def is_taken(self, number: str) -> bool:
        """Whether a letter bears the number or it is or was kept for one."""
        found = self._connection.execute(_TAKEN, {"key": comparable(number)}).first()
        return found is not None

    def at_place(self, series: Series, sequence: int) -> str | None:
        """The number that stands at a place of a counter, or None."""
        wanted = {**_values(series), "sequence": sequence}
        found: str | None = self._connection.execute(_PLACE, wanted).scalars().first()
        return found

    def neighbours(self, series: Series, day: date) -> tuple[Neighbour | None, Neighbour | None]:
        """The highest number dated that day or earlier, and the lowest dated later."""
        wanted = {**_values(series), "day": day.isoformat()}
        before = self._connection.execute(_BEFORE, wanted).one_or_none()
        after = self._connection.execute(_AFTER, wanted).one_or_none()
        return _neighbour(before), _neighbour(after)

    def reservation(self, reservation_id: UUID) -> Reservation | None:
        """A kept number, or None."""
        statement = select(number_reservation).where(
            number_reservation.c.id == reservation_id.bytes
        )
        row = self._connection.execute(statement).one_or_none()
        return reservation_of(row) if row is not None else None

    def reservation_at(self, number: str) -> Reservation | None:
        """Who keeps a number, blanks and capitals aside, or None."""
        statement = select(number_reservation).where(
            number_reservation.c.number_key == comparable(number)
        )
        row = self._connection.execute(statement).one_or_none()
        return reservation_of(row) if row is not None else None

    def open_reservations(self) -> tuple[Reservation, ...]:
        """Every number that still waits for its letter, by series and place."""
        statement = (
            select(number_reservation)
            .where(number_reservation.c.state == OPEN)
            .order_by(
                number_reservation.c.series,
                number_reservation.c.year,
                number_reservation.c.sequence,
            )
        )
        return tuple(reservation_of(row) for row in self._connection.execute(statement))


def reservation_of(row: Any) -> Reservation:  # noqa: ANN401 - a row of number_reservation
    """The value of a row."""
    return Reservation(
        id=UUID(bytes=row.id),
        series=Series(row.series, row.year),
        sequence=row.sequence,
        number=row.number,
        type_id=row.type_id,
        reason=row.reason,
        reserved_at=datetime.fromisoformat(row.reserved_at),
        reserved_by=row.reserved_by,
        state=row.state,
        closed_at=datetime.fromisoformat(row.closed_at) if row.closed_at else None,
        closed_by=row.closed_by,
        closed_reason=row.closed_reason,
    )


def _neighbour(row: Any) -> Neighbour | None:  # noqa: ANN401 - number and date, or None
    return Neighbour(row.number, date.fromisoformat(row.issue_date)) if row is not None else None


def _values(series: Series) -> dict[str, Any]:
    return {"series": series.name, "year": series.year, "incoming": INCOMING}
