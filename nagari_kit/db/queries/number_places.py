"""Reads which numbers of every counter are on a letter, kept, or explained."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, text

from nagari_kit.db.queries.numbering import INCOMING_SERIES, reservation_of
from nagari_kit.domain.identity import LetterId
from nagari_kit.domain.number_gaps import GapNote, NumberPlace
from nagari_kit.domain.number_reservations import Reservation
from nagari_kit.domain.numbering import Series
from nagari_kit.domain.office import INCOMING

_LETTERS = text(
    "SELECT series, year, sequence, number, status = 'voided' AS voided, void_reason AS reason,"
    " voided_at AS at, voided_by AS by FROM letter"
    " WHERE year IN (:year, 0) AND sequence IS NOT NULL ORDER BY sequence"
)
# Incoming letters stand in a counter only where the office gave them one of its letters' own.
_INCOMING = text(
    f"SELECT {INCOMING_SERIES} AS series, agenda_year AS year, agenda_number AS sequence,"
    " 'agenda ' || agenda_number AS number, void_reason <> '' AS voided, void_reason AS reason,"
    " NULL AS at, '' AS by FROM incoming_letter JOIN numbering_rule"
    f" ON type_id = :incoming AND {INCOMING_SERIES} IS NOT NULL"
    " WHERE agenda_year IN (:year, 0)"
)
_WAITING = text(
    "SELECT series, year, count(*) AS waiting FROM letter WHERE year IN (:year, 0)"
    " AND number_mode = 'blank' AND number = '' AND status <> 'voided' GROUP BY series, year"
)
_RESERVATIONS = text("SELECT * FROM number_reservation WHERE year IN (:year, 0)")
_NOTES = text("SELECT * FROM number_gap_note WHERE year IN (:year, 0) ORDER BY key")
_YEARS = text("SELECT year FROM letter UNION SELECT year FROM number_reservation ORDER BY 1 DESC")
_WITHOUT_NUMBER = text(
    "SELECT id FROM letter WHERE number_mode = 'blank' AND number = '' AND status <> 'voided'"
    " ORDER BY issue_date, issued_at"
)


@dataclass(slots=True)
class SeriesContent:
    """What stands in one counter."""

    places: list[NumberPlace] = field(default_factory=list)
    reservations: list[Reservation] = field(default_factory=list)
    notes: list[GapNote] = field(default_factory=list)
    waiting: int = 0


class NumberPlaceQueries:
    """Reads of whole counters on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def years(self) -> tuple[int, ...]:
        """Years with any number, the last first; counters without a year are left out."""
        return tuple(year for year in self._connection.execute(_YEARS).scalars() if year)

    def of_year(self, year: int) -> dict[Series, SeriesContent]:
        """Every counter of the year and those that never reset; five statements."""
        found: defaultdict[Series, SeriesContent] = defaultdict(SeriesContent)
        wanted = {"year": year}
        for statement in (_LETTERS, _INCOMING):
            values = wanted if statement is _LETTERS else {**wanted, "incoming": INCOMING}
            for row in self._connection.execute(statement, values):
                found[Series(row.series, row.year)].places.append(_place(row))
        for row in self._connection.execute(_RESERVATIONS, wanted):
            found[Series(row.series, row.year)].reservations.append(reservation_of(row))
        for row in self._connection.execute(_NOTES, wanted):
            found[Series(row.series, row.year)].notes.append(_note(row))
        for row in self._connection.execute(_WAITING, wanted):
            found[Series(row.series, row.year)].waiting = row.waiting
        return dict(found)

    def letters_without_number(self) -> tuple[LetterId, ...]:
        """Letters whose number was or will be written by hand and is not entered, oldest first."""
        ids = self._connection.execute(_WITHOUT_NUMBER).scalars()
        return tuple(LetterId(UUID(bytes=raw)) for raw in ids)


def _place(row: Any) -> NumberPlace:  # noqa: ANN401 - a row of _LETTERS
    at = datetime.fromisoformat(row.at) if row.at else None
    return NumberPlace(row.sequence, row.number, bool(row.voided), row.reason, at, row.by)


def _note(row: Any) -> GapNote:  # noqa: ANN401 - a row of number_gap_note
    at = datetime.fromisoformat(row.at)
    return GapNote(row.first, row.last, row.kind, row.reason, at, row.by)
