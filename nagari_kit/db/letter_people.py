"""Who is named in a letter besides its person: rows are only added."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import Connection, insert, select

from nagari_kit.db.draft_content import person_of, person_text
from nagari_kit.db.letter_tables import letter_person
from nagari_kit.db.queries.letter_subjects import letter_subjects
from nagari_kit.db.queries.residents import ResidentQueries
from nagari_kit.domain.identity import LetterId, ResidentId
from nagari_kit.domain.letters import LetterPerson, NamedPerson, People
from nagari_kit.domain.residents import LetterSubject
from nagari_kit.domain.search_folding import folded


class LetterPeopleQueries:
    """Reads on one connection."""

    def __init__(self, connection: Connection, residents: ResidentQueries) -> None:
        self._connection = connection
        self._residents = residents

    def subjects(self, ids: Iterable[ResidentId]) -> dict[ResidentId, LetterSubject]:
        """Residents as letters need them; one that was merged is the record that lives on."""
        return letter_subjects(self._connection, self._residents, ids)

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

    def entered(self, letter_id: LetterId) -> dict[str, tuple[LetterPerson, ...]]:
        """The people as the officer entered them, with what was typed of outsiders."""
        statement = (
            select(letter_person.c.role, letter_person.c.facts)
            .where(letter_person.c.letter_id == letter_id.bytes)
            .order_by(letter_person.c.role, letter_person.c.position)
        )
        found: dict[str, tuple[LetterPerson, ...]] = {}
        for row in self._connection.execute(statement):
            found[row.role] = (*found.get(row.role, ()), person_of(row.facts))
        return found


class LetterPeopleRepository(LetterPeopleQueries):
    """The same within a unit of work."""

    def add(self, letter_id: LetterId, people: Sequence[NamedPerson], entered: People) -> None:
        """Enter the people of a filed letter, named and as `entered`, those of a role in order."""
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
                    "facts": person_text(entered[one.role][position - 1]),
                }
            )
        if rows:
            self._connection.execute(insert(letter_person), rows)
