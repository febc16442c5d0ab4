"""Who is named in a letter besides its person: rows are only added."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Connection, insert, select

from nagari_kit.db.letter_tables import letter_person
from nagari_kit.domain.identity import LetterId, ResidentId
from nagari_kit.domain.letters import NamedPerson
from nagari_kit.domain.search_folding import folded


class LetterPeopleQueries:
    """Reads on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, letter_id: LetterId) -> tuple[NamedPerson, ...]:
        """The people of a letter, by role and in the order in which they were named."""
        statement = (
            select(letter_person)
            .where(letter_person.c.letter_id == letter_id.bytes)
            .order_by(letter_person.c.role, letter_person.c.position)
        )
        return tuple(
            NamedPerson(
                row.role,
                row.name,
                row.nik,
                ResidentId(UUID(bytes=row.resident_id)) if row.resident_id else None,
            )
            for row in self._connection.execute(statement)
        )


class LetterPeopleRepository(LetterPeopleQueries):
    """The same within a unit of work."""

    def add(self, letter_id: LetterId, people: Sequence[NamedPerson]) -> None:
        """Enter the people of a filed letter; those of one role are in order."""
        counted: dict[str, int] = {}
        rows = []
        for one in people:
            position = counted[one.role] = counted.get(one.role, 0) + 1
            rows.append(
                {
                    "letter_id": letter_id.bytes,
                    "role": one.role,
                    "position": position,
                    "resident_id": one.resident_id.bytes if one.resident_id else None,
                    "name": one.name,
                    "folded_name": folded(one.name),
                    "nik": one.nik,
                }
            )
        if rows:
            self._connection.execute(insert(letter_person), rows)
