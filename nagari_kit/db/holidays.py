"""Keeps the days that an office adds to the shipped holidays, or takes away from them."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, delete, select

from nagari_kit.db.letter_tables import holiday
from nagari_kit.db.repositories.residents import upsert
from nagari_kit.domain.working_days import Holiday, HolidayKind


class HolidayQueries:
    """Reads on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def own(self) -> tuple[Holiday, ...]:
        """What the office wrote, by day."""
        wanted = select(holiday).order_by(holiday.c.day)
        return tuple(
            Holiday(day, name, HolidayKind(kind), is_own=True)
            for day, name, kind in self._connection.execute(wanted)
        )


class HolidayRepository(HolidayQueries):
    """Writes within a unit of work; the calendar stays on this PC."""

    def save(self, one: Holiday) -> None:
        """Add or replace what is said of a day."""
        row = {"day": one.day, "name": one.name, "kind": one.kind.value}
        self._connection.execute(upsert(holiday, "day"), row)

    def remove(self, day: date) -> None:
        """Say nothing of that day any more; nothing happens when nothing was said."""
        self._connection.execute(delete(holiday).where(holiday.c.day == day))
