"""Files letters with their documents, voids them and counts prints."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError

from nagari_kit.db.queries.letters import LetterQueries
from nagari_kit.db.tables import letter, letter_document, letter_print
from nagari_kit.domain.identity import LetterId
from nagari_kit.domain.letters import IssuedLetter, LetterStatus, PrintKind
from nagari_kit.domain.numbering import comparable
from nagari_kit.domain.search_folding import folded
from nagari_kit.errors import ConflictError

_LETTER = insert(letter)
_DOCUMENT = insert(letter_document)


class LetterRepository(LetterQueries):
    """The register within a unit of work."""

    def add(
        self, issued: IssuedLetter, snapshot_json: bytes, pdf: bytes, place: tuple[bytes, int]
    ) -> None:
        """File a letter with its document; `place` is the event's, incarnation and number.

        Raises ConflictError when the number or its place in the counter is taken.
        """
        row = {
            "id": issued.id.bytes,
            "number": issued.number,
            "number_key": comparable(issued.number) or None,
            "series": issued.series,
            "year": issued.year,
            "sequence": issued.sequence,
            "type_id": issued.type_id,
            "title": issued.title,
            "short_title": issued.short_title,
            "issue_date": issued.issue_date,
            "status": issued.status.value,
            "resident_id": issued.resident_id.bytes if issued.resident_id else None,
            "resident_name": issued.resident_name,
            "folded_name": folded(issued.resident_name),
            "resident_nik": issued.resident_nik,
            "signer_name": issued.signer_name,
            "signer_position": issued.signer_position,
            "purpose": issued.purpose,
            "valid_until": issued.valid_until,
            "issued_by": issued.issued_by,
            "issued_at": issued.issued_at.isoformat(),
            "sha256": issued.sha256,
            "pages": issued.pages,
            "event_inc": place[0],
            "event_seq": place[1],
            "classification": issued.classification,
            "number_mode": issued.number_mode,
            "number_reason": issued.number_reason,
            "progress": issued.progress.value,
            "addressed_to": issued.addressed_to,
            "replaces": issued.replaces.bytes if issued.replaces else None,
            "set_id": issued.set_id.bytes if issued.set_id else None,
        }
        try:
            self._connection.execute(_LETTER, row)
        except IntegrityError as error:
            if not self._is_taken(issued):
                raise
            raise ConflictError(
                f"Nomor {issued.number} sudah dipakai surat lain. Surat belum diterbitkan.",
                hint="Di Pengaturan, bagian Penomoran, naikkan nomor mulai di atas nomor itu.",
                code="SURAT-11",
            ) from error
        document = {"letter_id": issued.id.bytes, "pdf": pdf, "snapshot": snapshot_json}
        self._connection.execute(_DOCUMENT, document)

    def _is_taken(self, issued: IssuedLetter) -> bool:
        place = select(letter.c.id).where(
            letter.c.series == issued.series,
            letter.c.year == issued.year,
            letter.c.sequence == issued.sequence,
        )
        same_place = self._connection.execute(place).first() is not None
        return same_place or self.has_number(issued.number)

    def void(self, letter_id: LetterId, reason: str, by: str, at: datetime) -> None:
        """Mark a letter as void; number and document stay."""
        statement = (
            update(letter)
            .where(letter.c.id == letter_id.bytes)
            .values(
                status=LetterStatus.VOIDED.value,
                void_reason=reason,
                voided_by=by,
                voided_at=at.isoformat(),
            )
        )
        self._connection.execute(statement)

    def log_print(
        self,
        letter_id: LetterId,
        printer: str,
        copies: int,
        at: datetime,
        by: str,
        kind: PrintKind = PrintKind.LETTER,
    ) -> None:
        """Note that paper came out."""
        row = {
            "letter_id": letter_id.bytes,
            "printer": printer,
            "copies": copies,
            "printed_at": at.isoformat(),
            "printed_by": by,
            "kind": kind.value,
        }
        self._connection.execute(insert(letter_print), row)
