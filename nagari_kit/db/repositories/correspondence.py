"""Keeps the letters that come in; none is ever taken out."""

from __future__ import annotations

from sqlalchemy import Connection, insert, update

from nagari_kit.db.letter_tables import incoming_letter
from nagari_kit.db.queries.correspondence import CorrespondenceQueries
from nagari_kit.domain.correspondence import IncomingLetter, IncomingReport
from nagari_kit.domain.identity import IncomingLetterId


class CorrespondenceRepository(CorrespondenceQueries):
    """The same within a unit of work. `changed`: moment (ISO, UTC) and actor."""

    def __init__(self, connection: Connection, changed: tuple[str, str]) -> None:
        super().__init__(connection)
        self._changed = changed

    def receive(self, letter: IncomingLetter) -> None:
        """Enter a letter that came in."""
        row = {
            "id": letter.id.bytes,
            "agenda_year": letter.agenda_year,
            "agenda_number": letter.agenda_number,
            **_content(letter.content),
            "recorded_at": self._changed[0],
            "recorded_by": self._changed[1],
        }
        self._connection.execute(insert(incoming_letter), row)

    def amend(self, letter_id: IncomingLetterId, content: IncomingReport) -> None:
        """Mend what was misread; the number in the agenda stays."""
        statement = update(incoming_letter).where(incoming_letter.c.id == letter_id.bytes)
        self._connection.execute(statement.values(**_content(content)))

    def void(self, letter_id: IncomingLetterId, reason: str) -> None:
        """Mark it as entered by mistake; line and number stay."""
        statement = update(incoming_letter).where(incoming_letter.c.id == letter_id.bytes)
        self._connection.execute(statement.values(void_reason=reason))


def _content(one: IncomingReport) -> dict[str, object]:
    return {
        "received_on": one.received_on,
        "number": one.number,
        "letter_date": one.letter_date,
        "sender": one.sender,
        "subject": one.subject,
        "note": one.note,
    }
