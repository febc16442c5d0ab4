"""Reads what came in and what went out, for the agenda and the ekspedisi."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, func, select, text

from nagari_kit.db.letter_tables import incoming_letter
from nagari_kit.domain.correspondence import (
    AgendaEntry,
    DispatchEntry,
    IncomingLetter,
    IncomingReport,
    OutgoingLetter,
    agenda,
)
from nagari_kit.domain.identity import IncomingLetterId
from nagari_kit.domain.letter_steps import StepKind

# Moments are kept in UTC; Sumatera Barat is seven hours ahead and has no summer time.
_OUTGOING = (
    "l.number, l.issue_date, date(l.issued_at, '+7 hours') AS recorded_on, l.title, l.purpose,"
    " l.resident_name, l.addressed_to, l.status, l.void_reason,"
    " (SELECT j.name FROM resident r JOIN jorong j ON j.id = r.jorong_id"
    " WHERE r.id = l.resident_id) AS jorong"
)
# A form that bears no number of the office is no letter of the office.
_OFFICE_LETTER = "l.number_mode <> 'none'"
_YEAR = text(
    f"SELECT {_OUTGOING} FROM letter l WHERE {_OFFICE_LETTER}"
    " AND date(l.issued_at, '+7 hours') BETWEEN :first AND :last"
    " ORDER BY l.issued_at, l.event_inc, l.event_seq, l.id"
)
_OUTGOING_COUNT = text(
    f"SELECT count(*) FROM letter l WHERE {_OFFICE_LETTER}"
    " AND date(l.issued_at, '+7 hours') BETWEEN :first AND :last"
)
# With all that was entered for the same letters later: a step can be taken back.
_STEPS = text(
    f"SELECT {_OUTGOING}, l.id AS letter_id, s.step, s.on_day, s.person, s.place, s.note,"
    " date(s.at, '+7 hours') AS entered_on"
    " FROM letter_step s JOIN letter l ON l.id = s.letter_id"
    " WHERE s.step <> 'checked' AND s.letter_id IN (SELECT d.letter_id FROM letter_step d"
    " WHERE d.step IN ('handed_over', 'sent')"
    " AND date(d.at, '+7 hours') BETWEEN :first AND :last)"
    " ORDER BY s.key"
)
_NO_REASON = "Dibatalkan"
_DISPATCHED = frozenset({StepKind.HANDED_OVER, StepKind.SENT})


class CorrespondenceQueries:
    """Reads on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def agenda(self, year: int) -> tuple[AgendaEntry, ...]:
        """All lines of the agenda of a year, by their number; two statements."""
        outgoing = (_outgoing(row) for row in self._connection.execute(_YEAR, _bounds(year)))
        return agenda(outgoing, self.incoming(year))

    def dispatches(self, year: int) -> tuple[DispatchEntry, ...]:
        """All lines of the ekspedisi of a year, as they were entered; one statement."""
        standing: dict[bytes, list[_Line]] = {}
        lines: list[_Line] = []
        for row in self._connection.execute(_STEPS, _bounds(year)):
            kind = StepKind(row.step)
            mine = standing.setdefault(row.letter_id, [])
            if kind is StepKind.TAKEN_BACK:
                if mine:
                    mine.pop().taken_back = row.note or _NO_REASON
                continue
            line = _Line(row)
            mine.append(line)
            if kind in _DISPATCHED and row.entered_on[:4] == f"{year:04d}":
                lines.append(line)
        return tuple(line.entry(position) for position, line in enumerate(lines, start=1))

    def incoming(self, year: int) -> tuple[IncomingLetter, ...]:
        """Letters that came in, by their number in the agenda of that year."""
        statement = (
            select(incoming_letter, func.date(incoming_letter.c.recorded_at, "+7 hours").label("d"))
            .where(incoming_letter.c.agenda_year == year)
            .order_by(incoming_letter.c.agenda_number)
        )
        return tuple(_incoming(row) for row in self._connection.execute(statement))

    def find(self, letter_id: IncomingLetterId) -> IncomingLetter | None:
        """One that came in, or None."""
        statement = select(
            incoming_letter, func.date(incoming_letter.c.recorded_at, "+7 hours").label("d")
        ).where(incoming_letter.c.id == letter_id.bytes)
        row = self._connection.execute(statement).one_or_none()
        return _incoming(row) if row is not None else None

    def next_number(self, year: int) -> int:
        """The next running number of the agenda of a year."""
        out = self._connection.execute(_OUTGOING_COUNT, _bounds(year)).scalar_one()
        stamped = select(func.count(), func.coalesce(func.max(incoming_letter.c.agenda_number), 0))
        came = self._connection.execute(stamped.where(incoming_letter.c.agenda_year == year)).one()
        return int(max(out + came[0], came[1])) + 1

    def first_day(self) -> date | None:
        """The day of the oldest line, None before the first."""
        found = self._connection.execute(
            text(
                "SELECT min(d) FROM (SELECT min(date(issued_at, '+7 hours')) AS d FROM letter"
                " UNION ALL SELECT min(date(recorded_at, '+7 hours')) FROM incoming_letter)"
            )
        ).scalar_one()
        return date.fromisoformat(found) if found else None


class _Line:
    """A step and whether it still holds."""

    def __init__(self, row: Row[Any]) -> None:
        self._row = row
        self.taken_back = ""

    def entry(self, position: int) -> DispatchEntry:
        """As the book has it."""
        row = self._row
        return DispatchEntry(
            position,
            date.fromisoformat(row.entered_on),
            date.fromisoformat(row.on_day),
            _outgoing(row),
            StepKind(row.step),
            row.person,
            row.place,
            row.note,
            self.taken_back,
        )


def _bounds(year: int) -> dict[str, str]:
    return {"first": f"{year}-01-01", "last": f"{year}-12-31"}


def _outgoing(row: Row[Any]) -> OutgoingLetter:
    return OutgoingLetter(
        number=row.number,
        day=date.fromisoformat(row.issue_date),
        recorded_on=date.fromisoformat(row.recorded_on),
        title=row.title,
        purpose=row.purpose,
        person=row.resident_name,
        jorong=row.jorong or "",
        addressed_to=row.addressed_to,
        void_reason=row.void_reason if row.status == "voided" else "",
    )


def _incoming(row: Row[Any]) -> IncomingLetter:
    content = IncomingReport(
        row.received_on, row.sender, row.subject, row.number, row.letter_date, row.note
    )
    return IncomingLetter(
        IncomingLetterId(UUID(bytes=row.id)),
        row.agenda_year,
        row.agenda_number,
        content,
        date.fromisoformat(row.d),
        row.void_reason,
    )
