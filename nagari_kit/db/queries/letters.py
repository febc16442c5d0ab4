"""Reads the register of letters, their documents and the drafts."""

from __future__ import annotations

import hashlib
import json
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, RowMapping, func, select, text

from nagari_kit.db.queries.delivery import APPLIED, BUILT, state_of_event
from nagari_kit.db.queries.letter_proof import letters_at_odds
from nagari_kit.db.queries.same_person import LIVES_ON_AS
from nagari_kit.db.tables import draft, letter, letter_document
from nagari_kit.domain.identity import DraftId, LetterId, OfficerId, ResidentId
from nagari_kit.domain.letters import (
    IssuedLetter,
    LetterDraft,
    LetterFilter,
    LetterRow,
    LetterStatus,
    RegisterPage,
)
from nagari_kit.domain.numbering import comparable
from nagari_kit.domain.search_folding import folded_words
from nagari_kit.errors import NotFoundError, StorageCorruptError

_DELIVERY = (
    f"CASE {state_of_event('l.event_inc', 'l.event_seq')} WHEN '{APPLIED}' THEN 'applied'"
    f" WHEN '{BUILT}' THEN 'local' ELSE 'sent' END AS delivery"
)
_ROW = (
    "l.id, l.number, l.series, l.sequence, l.type_id, l.short_title, l.issue_date, l.resident_id,"
    f" l.resident_name, l.status, {_DELIVERY}"
)
_NEWEST = "ORDER BY l.issue_date DESC, l.issued_at DESC, l.sequence DESC"
_ONE = text(
    f"SELECT l.*, {_DELIVERY}, (SELECT coalesce(sum(copies), 0) FROM letter_print p"
    " WHERE p.letter_id = l.id) AS print_count FROM letter l WHERE l.id = :id"
)

_TOLD = text(
    "SELECT json_extract(CAST(e.body AS TEXT), '$.d.pdf_sha256') FROM letter l JOIN event_log e"
    " ON e.inc = l.event_inc AND e.seq = l.event_seq AND e.type = 'letter.issued' WHERE l.id = :id"
)


class LetterQueries:
    """Reads of issued letters on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, letter_id: LetterId) -> IssuedLetter | None:
        """The letter, or None."""
        row = self._connection.execute(_ONE, {"id": letter_id.bytes}).mappings().one_or_none()
        return _issued(row) if row is not None else None

    def get(self, letter_id: LetterId) -> IssuedLetter:
        """The letter. Raises NotFoundError."""
        found = self.find(letter_id)
        if found is None:
            raise NotFoundError(
                "Surat ini tidak ada di register kantor ini.",
                hint="Cari nomornya di Register surat.",
                code="SURAT-10",
            )
        return found

    def find_by_number(self, number: str) -> tuple[IssuedLetter, ...]:
        """Letters that bear the number, blanks and capitals aside; numbers are unique."""
        statement = select(letter.c.id).where(letter.c.number_key == comparable(number))
        ids = self._connection.execute(statement).scalars().all()
        return tuple(self.get(LetterId(UUID(bytes=raw))) for raw in ids)

    def has_number(self, number: str) -> bool:
        """Whether a letter bears the number, blanks and capitals aside."""
        statement = select(letter.c.id).where(letter.c.number_key == comparable(number))
        return self._connection.execute(statement).first() is not None

    def document(self, letter_id: LetterId) -> bytes:
        """The PDF exactly as it was filed.

        Raises NotFoundError, StorageCorruptError code SURAT-17 when the stored file is not the one
        whose hash the event log bears.
        """
        pdf = self._blob(letter_id, "pdf")
        told = self._connection.execute(_TOLD, {"id": letter_id.bytes}).scalar_one_or_none()
        if told is None or hashlib.sha256(pdf).hexdigest() != told:
            raise StorageCorruptError(
                "Berkas surat ini bukan lagi yang dahulu diterbitkan. Tidak ada yang dicetak.",
                hint="Jangan pakai surat itu. Hubungi admin kabupaten dan sebutkan nomor suratnya.",
                code="SURAT-17",
            )
        return pdf

    def at_odds(self) -> tuple[str, ...]:
        """Numbers of letters whose row, paper or void mark is not what the log tells."""
        return letters_at_odds(self._connection)

    def snapshot(self, letter_id: LetterId) -> bytes:
        """The canonical JSON that the PDF was rendered from. Raises NotFoundError."""
        return self._blob(letter_id, "snapshot")

    def page(self, wanted: LetterFilter, offset: int, limit: int) -> RegisterPage:
        """Rows from `offset` on, newest first, and the count of the filter; two statements."""
        conditions, values = _conditions(wanted)
        where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
        total = self._connection.execute(
            text(f"SELECT count(*) FROM letter l {where}"), values
        ).scalar_one()
        statement = text(
            f"SELECT {_ROW} FROM letter l {where} {_NEWEST} LIMIT :limit OFFSET :offset"
        )
        rows = self._connection.execute(statement, {**values, "limit": limit, "offset": offset})
        return RegisterPage(tuple(_row(row) for row in rows), offset, total)

    def counts_per_day(self, first: date, last: date) -> dict[date, int]:
        """Letters issued per day from `first` to `last`, voided ones not counted."""
        statement = (
            select(letter.c.issue_date, func.count())
            .where(letter.c.issue_date.between(first, last))
            .where(letter.c.status == LetterStatus.ISSUED.value)
            .group_by(letter.c.issue_date)
        )
        return dict(tuple(row) for row in self._connection.execute(statement))

    def people_served(self, day: date) -> int:
        """Residents who got a letter on that day."""
        statement = select(func.count(letter.c.resident_id.distinct())).where(
            letter.c.issue_date == day, letter.c.status == LetterStatus.ISSUED.value
        )
        return self._connection.execute(statement).scalar_one()

    def top_types(self, since: date, limit: int) -> tuple[str, ...]:
        """Ids of the letter types issued most since that day."""
        statement = (
            select(letter.c.type_id)
            .where(letter.c.issue_date >= since)
            .group_by(letter.c.type_id)
            .order_by(func.count().desc(), letter.c.type_id)
            .limit(limit)
        )
        return tuple(self._connection.execute(statement).scalars())

    def last_of(self, type_id: str, resident_id: ResidentId) -> IssuedLetter | None:
        """The newest letter of this kind for this resident, or None."""
        statement = (
            select(letter.c.id)
            .where(letter.c.type_id == type_id, letter.c.resident_id == resident_id.bytes)
            .where(letter.c.status == LetterStatus.ISSUED.value)
            .order_by(letter.c.issue_date.desc(), letter.c.issued_at.desc())
            .limit(1)
        )
        raw = self._connection.execute(statement).scalar_one_or_none()
        return self.find(LetterId(UUID(bytes=raw))) if raw is not None else None

    def _blob(self, letter_id: LetterId, column: str) -> bytes:
        statement = select(letter_document.c[column]).where(
            letter_document.c.letter_id == letter_id.bytes
        )
        found = self._connection.execute(statement).scalar_one_or_none()
        if found is None:
            raise NotFoundError(
                "Berkas surat ini tidak ada di register kantor ini.", code="SURAT-10"
            )
        return bytes(found)


class DraftQueries:
    """Reads of unfinished letters."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[LetterDraft, ...]:
        """Every draft, the last saved first."""
        statement = select(draft, LIVES_ON_AS).order_by(draft.c.saved_at.desc(), draft.c.id.desc())
        return tuple(_draft(row) for row in self._connection.execute(statement).mappings())

    def get(self, draft_id: DraftId) -> LetterDraft | None:
        """The draft, or None."""
        statement = select(draft, LIVES_ON_AS).where(draft.c.id == draft_id.bytes)
        row = self._connection.execute(statement).mappings().one_or_none()
        return _draft(row) if row is not None else None


def _conditions(wanted: LetterFilter) -> tuple[list[str], dict[str, Any]]:
    conditions: list[str] = []
    values: dict[str, Any] = {}
    if wanted.year is not None:
        month = f"-{wanted.month:02d}" if wanted.month is not None else ""
        conditions.append("l.issue_date >= :first AND l.issue_date < :after")
        values["first"], values["after"] = f"{wanted.year:04d}{month}", f"{wanted.year:04d}{month}~"
    elif wanted.month is not None:
        conditions.append("substr(l.issue_date, 6, 2) = :month")
        values["month"] = f"{wanted.month:02d}"
    if wanted.type_id is not None:
        conditions.append("l.type_id = :type_id")
        values["type_id"] = wanted.type_id
    if wanted.status is not None:
        conditions.append("l.status = :status")
        values["status"] = wanted.status.value
    if wanted.text.strip():
        conditions.append(
            f"(instr(l.number_key, :typed) > 0{_word_conditions(wanted.text, values)})"
        )
        values["typed"] = comparable(wanted.text)
    return conditions, values


def _word_conditions(typed: str, values: dict[str, Any]) -> str:
    """OR all words begin words of the name; one resident's NIK in full counts as well."""
    parts = []
    for position, word in enumerate(folded_words(typed)):
        parts.append(f"instr(' ' || l.folded_name, :word{position}) > 0")
        values[f"word{position}"] = f" {word}"
    if not parts:
        return ""
    values["nik"] = "".join(typed.split())
    return f" OR ({' AND '.join(parts)}) OR l.resident_nik = :nik"


def _row(row: Any) -> LetterRow:  # noqa: ANN401 - a row of _ROW
    return LetterRow(
        id=LetterId(UUID(bytes=row.id)),
        number=row.number,
        series=row.series,
        sequence=row.sequence,
        type_id=row.type_id,
        short_title=row.short_title,
        issue_date=date.fromisoformat(row.issue_date),
        resident_id=ResidentId(UUID(bytes=row.resident_id)),
        resident_name=row.resident_name,
        status=LetterStatus(row.status),
        delivery=row.delivery,
    )


_AS_STORED = (
    "number", "series", "year", "sequence", "type_id", "title", "short_title", "resident_name",
    "resident_nik", "signer_name", "signer_position", "purpose", "issued_by", "sha256", "pages",
    "print_count", "void_reason", "voided_by",
)  # fmt: skip


def _issued(row: RowMapping) -> IssuedLetter:
    return IssuedLetter(
        id=LetterId(UUID(bytes=row["id"])),
        issue_date=date.fromisoformat(row["issue_date"]),
        status=LetterStatus(row["status"]),
        resident_id=ResidentId(UUID(bytes=row["resident_id"])),
        valid_until=date.fromisoformat(row["valid_until"]) if row["valid_until"] else None,
        issued_at=datetime.fromisoformat(row["issued_at"]),
        voided_at=datetime.fromisoformat(row["voided_at"]) if row["voided_at"] else None,
        delivered_to_hub=row["delivery"],
        **{name: row[name] for name in _AS_STORED},
    )


def _draft(row: RowMapping) -> LetterDraft:
    return LetterDraft(
        id=DraftId(UUID(bytes=row["id"])),
        type_id=row["type_id"],
        title=row["title"],
        resident_id=ResidentId(UUID(bytes=row["lives_on_as"])),
        resident_name=row["resident_name"],
        values=json.loads(row["field_values"]),
        signer_id=OfficerId(UUID(bytes=row["signer_id"])) if row["signer_id"] else None,
        saved_at=datetime.fromisoformat(row["saved_at"]),
    )
