"""How the papers that a letter asks for were met: rows are only added."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Connection, insert, select

from nagari_kit.db.letter_tables import letter_requirement
from nagari_kit.domain.identity import LetterId, ResidentDocumentId
from nagari_kit.domain.letter_requirements import RequirementLine, RequirementState

_ADD = insert(letter_requirement)


class LetterRequirementQueries:
    """Reads on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, letter_id: LetterId) -> tuple[RequirementLine, ...]:
        """The papers of a letter, in the order of its form."""
        statement = (
            select(letter_requirement)
            .where(letter_requirement.c.letter_id == letter_id.bytes)
            .order_by(letter_requirement.c.position)
        )
        return tuple(
            RequirementLine(
                row.requirement_id,
                row.label,
                RequirementState(row.state),
                row.reason,
                ResidentDocumentId(UUID(bytes=row.document_id)) if row.document_id else None,
            )
            for row in self._connection.execute(statement)
        )


class LetterRequirementRepository(LetterRequirementQueries):
    """The same within a unit of work."""

    def add(self, letter_id: LetterId, lines: Sequence[RequirementLine]) -> None:
        """Enter the papers of a filed letter."""
        rows = [
            {
                "letter_id": letter_id.bytes,
                "position": position,
                "requirement_id": line.requirement_id,
                "label": line.label,
                "state": line.state.value,
                "reason": line.reason,
                "document_id": line.document_id.bytes if line.document_id else None,
            }
            for position, line in enumerate(lines, start=1)
        ]
        if rows:
            self._connection.execute(_ADD, rows)
