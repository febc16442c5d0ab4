"""Writes the rules of letter numbers, kept numbers, and why numbers are missing."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import Connection, delete, insert, update

from nagari_kit.db.letter_tables import number_gap_note, number_reservation
from nagari_kit.db.queries.numbering import NumberingQueries
from nagari_kit.db.tables import letter, numbering_rule
from nagari_kit.domain.identity import LetterId
from nagari_kit.domain.number_reservations import USED, Reservation, Skip
from nagari_kit.domain.numbering import Series, comparable
from nagari_kit.domain.office import NumberingSettings, NumberRule


class NumberingRepository(NumberingQueries):
    """Numbers within a unit of work. `changed`: the moment (ISO) and who is at the desk."""

    def __init__(self, connection: Connection, changed: tuple[str, str]) -> None:
        super().__init__(connection)
        self._at, self._by = changed

    def save_settings(self, settings: NumberingSettings) -> None:
        """Replace all rules; numbers already given stay as they are."""
        self._connection.execute(delete(numbering_rule))
        rules: dict[str, NumberRule] = {"": settings.default, **settings.by_type}
        rows = [{"type_id": name, **dataclasses.asdict(rule)} for name, rule in rules.items()]
        self._connection.execute(insert(numbering_rule), rows)

    def keep(self, reservations: Sequence[Reservation]) -> None:
        """Keep numbers for letters that come later."""
        rows = [
            {
                "id": one.id.bytes,
                "series": one.series.name,
                "year": one.series.year,
                "sequence": one.sequence,
                "number": one.number,
                "number_key": comparable(one.number),
                "type_id": one.type_id,
                "reason": one.reason,
                "reserved_at": self._at,
                "reserved_by": self._by,
                "state": one.state,
            }
            for one in reservations
        ]
        self._connection.execute(insert(number_reservation), rows)

    def close_reservation(self, reservation_id: UUID, state: str, reason: str = "") -> None:
        """A kept number went to a letter (USED), or goes to nobody (RELEASED)."""
        self._connection.execute(
            update(number_reservation)
            .where(number_reservation.c.id == reservation_id.bytes)
            .values(state=state, closed_at=self._at, closed_by=self._by, closed_reason=reason)
        )

    def use_reservation(self, reservation_id: UUID) -> None:
        """A letter takes a kept number."""
        self.close_reservation(reservation_id, USED)

    def note_skips(self, series: Series, skips: Iterable[Skip]) -> None:
        """Say why numbers of a counter will be missing; nothing happens without any."""
        rows = [
            {
                "series": series.name,
                "year": series.year,
                "first": one.first,
                "last": one.last,
                "kind": one.kind,
                "reason": one.reason,
                "at": self._at,
                "by": self._by,
            }
            for one in skips
        ]
        if rows:
            self._connection.execute(insert(number_gap_note), rows)

    def enter_number(
        self, letter_id: LetterId, number: str, series: Series, sequence: int | None
    ) -> None:
        """A letter's number that was written by hand; once only."""
        self._connection.execute(
            update(letter)
            .where(letter.c.id == letter_id.bytes)
            .values(
                number=number,
                number_key=comparable(number),
                series=series.name,
                year=series.year,
                sequence=sequence,
            )
        )
