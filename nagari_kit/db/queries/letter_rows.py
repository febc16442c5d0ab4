"""Turns rows of the register into the values that other rooms know."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, RowMapping, text

from nagari_kit.db.queries.delivery import APPLIED, BUILT, state_of_event
from nagari_kit.domain.identity import LetterId, LetterSetId, ResidentId
from nagari_kit.domain.letter_steps import Progress
from nagari_kit.domain.letters import IssuedLetter, LetterRow, LetterStatus

DELIVERY = (
    f"CASE {state_of_event('l.event_inc', 'l.event_seq')} WHEN '{APPLIED}' THEN 'applied'"
    f" WHEN '{BUILT}' THEN 'local' ELSE 'sent' END AS delivery"
)
LETTER_ROW = (
    "l.id, l.number, l.series, l.sequence, l.type_id, l.short_title, l.issue_date, l.resident_id,"
    f" l.resident_name, l.status, l.progress, l.valid_until, {DELIVERY}"
)
"""What `letter_row` reads, of the register as `l`."""
WHOLE_LETTER = (
    f"l.*, {DELIVERY}, (SELECT coalesce(sum(copies), 0) FROM letter_print p"
    " WHERE p.letter_id = l.id AND p.kind = 'letter') AS print_count,"
    " (SELECT r.id FROM letter r WHERE r.replaces = l.id) AS replaced_by"
)
"""What `issued_letter` reads, of the register as `l`."""
WAITING_LETTERS = text(
    f"SELECT {LETTER_ROW}, l.issued_at, l.issued_by,"
    " (SELECT s.by FROM letter_step s WHERE s.letter_id = l.id AND s.step = 'checked'"
    " ORDER BY s.key DESC LIMIT 1) AS checked_by,"
    " (SELECT s.note FROM letter_step s WHERE s.letter_id = l.id AND s.step = 'checked'"
    " ORDER BY s.key DESC LIMIT 1) AS check_note"
    " FROM letter l WHERE l.issue_date >= :since AND l.status = 'issued'"
    " AND l.progress = 'issued' AND l.signer_name <> ''"
    " ORDER BY l.issue_date, l.issued_at, l.id LIMIT :limit"
)
"""Those nobody signed yet from `:since` on, oldest first, and who checked them."""
SIGNED_LETTERS = text(
    "SELECT l.id, l.number, l.short_title, l.resident_name, s.at"
    " FROM letter_step s JOIN letter l ON l.id = s.letter_id"
    " WHERE s.step = 'signed' AND s.on_day = :day AND l.progress <> 'issued'"
    " AND s.key = (SELECT max(k.key) FROM letter_step k"
    " WHERE k.letter_id = l.id AND k.step = 'signed')"
    " ORDER BY s.key DESC LIMIT :limit"
)
"""Those that bear a signature of `:day`, the newest first."""
_AS_STORED = (
    "number", "series", "year", "sequence", "type_id", "title", "short_title", "resident_name",
    "resident_nik", "signer_name", "signer_position", "purpose", "issued_by", "sha256", "pages",
    "print_count", "void_reason", "voided_by", "classification", "number_mode", "number_reason",
    "addressed_to",
)  # fmt: skip


def letter_row(row: Row[Any]) -> LetterRow:
    """A line of the register."""
    return LetterRow(
        id=LetterId(UUID(bytes=row.id)),
        number=row.number,
        series=row.series,
        sequence=row.sequence,
        type_id=row.type_id,
        short_title=row.short_title,
        issue_date=date.fromisoformat(row.issue_date),
        resident_id=ResidentId(UUID(bytes=row.resident_id)) if row.resident_id else None,
        resident_name=row.resident_name,
        status=LetterStatus(row.status),
        delivery=row.delivery,
        progress=Progress(row.progress),
        valid_until=date.fromisoformat(row.valid_until) if row.valid_until else None,
    )


def issued_letter(row: RowMapping) -> IssuedLetter:
    """Everything that the register knows of a letter."""
    return IssuedLetter(
        id=LetterId(UUID(bytes=row["id"])),
        issue_date=date.fromisoformat(row["issue_date"]),
        status=LetterStatus(row["status"]),
        resident_id=ResidentId(UUID(bytes=row["resident_id"])) if row["resident_id"] else None,
        valid_until=date.fromisoformat(row["valid_until"]) if row["valid_until"] else None,
        issued_at=datetime.fromisoformat(row["issued_at"]),
        voided_at=datetime.fromisoformat(row["voided_at"]) if row["voided_at"] else None,
        delivered_to_hub=row["delivery"],
        progress=Progress(row["progress"]),
        replaces=_letter_id(row["replaces"]),
        replaced_by=_letter_id(row["replaced_by"]),
        set_id=LetterSetId(UUID(bytes=row["set_id"])) if row["set_id"] else None,
        **{name: row[name] for name in _AS_STORED},
    )


def _letter_id(raw: bytes | None) -> LetterId | None:
    return LetterId(UUID(bytes=raw)) if raw else None
