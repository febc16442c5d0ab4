"""Reads the register of letters and their documents."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, select, text

from nagari_kit.db.queries.letter_proof import letters_at_odds
from nagari_kit.db.queries.letter_rows import LETTER_ROW, WHOLE_LETTER, issued_letter, letter_row
from nagari_kit.db.tables import letter, letter_document
from nagari_kit.domain.identity import LetterId, ResidentId
from nagari_kit.domain.letters import (
    IssuedLetter,
    LetterFilter,
    LetterStatus,
    RegisterPage,
)
from nagari_kit.domain.numbering import comparable
from nagari_kit.domain.search_folding import folded_words
from nagari_kit.errors import NotFoundError, StorageCorruptError

_NEWEST = "ORDER BY l.issue_date DESC, l.issued_at DESC, l.sequence DESC"
_ONE = text(f"SELECT {WHOLE_LETTER} FROM letter l WHERE l.id = :id")
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
        return issued_letter(row) if row is not None else None

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
            f"SELECT {LETTER_ROW} FROM letter l {where} {_NEWEST} LIMIT :limit OFFSET :offset"
        )
        rows = self._connection.execute(statement, {**values, "limit": limit, "offset": offset})
        return RegisterPage(tuple(letter_row(row) for row in rows), offset, total)

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
        """People who got a letter on that day: residents, and others by their names."""
        person = func.coalesce(func.hex(letter.c.resident_id), letter.c.resident_name)
        statement = select(func.count(person.distinct())).where(
            letter.c.issue_date == day,
            letter.c.status == LetterStatus.ISSUED.value,
            letter.c.resident_name != "",
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

    def last_of(self, type_id: str, resident_id: ResidentId | None) -> IssuedLetter | None:
        """The newest letter of this kind for this resident, or None."""
        if resident_id is None:
            return None
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
    if wanted.progress is not None:
        conditions.append("l.progress = :progress")
        values["progress"] = wanted.progress.value
    if wanted.text.strip():
        conditions.append(
            f"(instr(l.number_key, :typed) > 0{_word_conditions(wanted.text, values)})"
        )
        values["typed"] = comparable(wanted.text)
    return conditions, values


def _word_conditions(typed: str, values: dict[str, Any]) -> str:
    """OR all words begin words of one name, or it is one person's NIK in full.

    People in roles count as well as the person of the letter.
    """
    words = folded_words(typed)
    if not words:
        return ""
    values |= {f"word{position}": f" {word}" for position, word in enumerate(words)}
    values["nik"] = "".join(typed.split())
    named = " AND ".join(
        f"instr(' ' || {{0}}.folded_name, :word{position}) > 0" for position in range(len(words))
    )
    return (
        f" OR ({named.format('l')}) OR l.resident_nik = :nik"
        " OR EXISTS (SELECT 1 FROM letter_person n WHERE n.letter_id = l.id"
        f" AND (({named.format('n')}) OR n.nik = :nik))"
    )
