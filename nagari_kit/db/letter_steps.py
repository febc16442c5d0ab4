"""What became of letters after they were issued: rows are only added."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Connection, insert, select, update

from nagari_kit.db.letter_tables import letter_step
from nagari_kit.db.queries.letter_rows import SIGNED_LETTERS, WAITING_LETTERS, letter_row
from nagari_kit.db.tables import letter
from nagari_kit.domain.identity import LetterId
from nagari_kit.domain.letter_steps import LetterStep, Progress, StepKind
from nagari_kit.domain.letters import DeskLetter
from nagari_kit.domain.signing_desk import DeskSigned


class LetterStepQueries:
    """Reads on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, letter_id: LetterId) -> tuple[LetterStep, ...]:
        """Every step of a letter, also those that were taken back, oldest first."""
        statement = (
            select(letter_step)
            .where(letter_step.c.letter_id == letter_id.bytes)
            .order_by(letter_step.c.key)
        )
        return tuple(
            LetterStep(
                StepKind(row.step),
                row.on_day,
                datetime.fromisoformat(row.at),
                row.by,
                row.person,
                row.place,
                row.note,
            )
            for row in self._connection.execute(statement)
        )

    def waiting(self, since: date, limit: int) -> tuple[DeskLetter, ...]:
        """Letters issued from that day on that nobody signed yet, oldest first."""
        values = {"since": since.isoformat(), "limit": limit}
        return tuple(
            DeskLetter(
                letter_row(row),
                datetime.fromisoformat(row.issued_at),
                row.issued_by,
                row.checked_by or "",
                row.check_note or "",
            )
            for row in self._connection.execute(WAITING_LETTERS, values)
        )

    def signed_on(self, day: date, limit: int) -> tuple[DeskSigned, ...]:
        """Letters whose signature of that day stands, newest first."""
        values = {"day": day.isoformat(), "limit": limit}
        return tuple(
            DeskSigned(
                LetterId(UUID(bytes=row.id)),
                row.number or row.short_title,
                row.resident_name,
                datetime.fromisoformat(row.at),
            )
            for row in self._connection.execute(SIGNED_LETTERS, values)
        )


class LetterStepRepository(LetterStepQueries):
    """The same within a unit of work."""

    def add(self, letter_id: LetterId, step: LetterStep, progress: Progress | None = None) -> None:
        """Enter a step; with `progress` the register shows how far the letter came."""
        row = {
            "letter_id": letter_id.bytes,
            "step": step.kind.value,
            "on_day": step.on,
            "at": step.at.isoformat(),
            "by": step.by,
            "person": step.person,
            "place": step.place,
            "note": step.note,
        }
        self._connection.execute(insert(letter_step), row)
        if progress is not None:
            statement = update(letter).where(letter.c.id == letter_id.bytes)
            self._connection.execute(statement.values(progress=progress.value))
