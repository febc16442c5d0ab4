"""Scanned papers of residents: rows without their content, the content one at a time."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, TextClause, delete, func, insert, select, text

from nagari_kit.db.queries.same_person import SAME_PERSON
from nagari_kit.db.tables import resident_document
from nagari_kit.domain.identity import ResidentDocumentId, ResidentId
from nagari_kit.domain.resident_documents import DocumentKind, ResidentDocument
from nagari_kit.errors import NotFoundError

_FACTS = (
    *(column for column in resident_document.c if column.name != "content"),
    func.length(resident_document.c.content).label("size"),
)


class ResidentDocumentQueries:
    """Reads on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, resident_id: ResidentId, today: date) -> tuple[ResidentDocument, ...]:
        """What is kept of somebody, newest first; what should be gone by today is not told."""
        statement = (
            select(*_FACTS)
            .where(_of_same_person(resident_id))
            .order_by(resident_document.c.added_at.desc(), resident_document.c.id.desc())
        )
        found = (_document(row) for row in self._connection.execute(statement))
        return tuple(one for one in found if one.delete_after is None or one.delete_after > today)

    def get(self, document_id: ResidentDocumentId) -> ResidentDocument:
        """One document. Raises NotFoundError."""
        statement = select(*_FACTS).where(resident_document.c.id == document_id.bytes)
        row = self._connection.execute(statement).one_or_none()
        if row is None:
            raise NotFoundError(
                "Dokumen ini tidak ada lagi; masa simpannya habis atau sudah dihapus.",
                hint="Pindai lagi bila masih diperlukan.",
                code="DOKUMEN-01",
            )
        return _document(row)

    def content(self, document_id: ResidentDocumentId) -> bytes:
        """The bytes of one document. Raises NotFoundError."""
        statement = select(resident_document.c.content).where(
            resident_document.c.id == document_id.bytes
        )
        found = self._connection.execute(statement).scalar_one_or_none()
        if found is None:
            self.get(document_id)
        return bytes(found or b"")

    def photo(self, resident_id: ResidentId) -> bytes | None:
        """The picture of somebody, if there is one."""
        statement = select(resident_document.c.content).where(
            _of_same_person(resident_id), resident_document.c.kind == DocumentKind.PHOTO.value
        )
        own_first = (resident_document.c.resident_id == resident_id.bytes).desc()
        statement = statement.order_by(own_first).limit(1)
        return self._connection.execute(statement).scalar_one_or_none()

    def due(self, today: date) -> tuple[ResidentDocument, ...]:
        """Documents whose time of keeping is over."""
        statement = select(*_FACTS).where(resident_document.c.delete_after <= today)
        return tuple(_document(row) for row in self._connection.execute(statement))


class ResidentDocumentRepository(ResidentDocumentQueries):
    """Documents within a unit of work."""

    def add(self, document: ResidentDocument, content: bytes) -> None:
        """Keep a document."""
        self._connection.execute(
            insert(resident_document),
            {
                "id": document.id.bytes,
                "resident_id": document.resident_id.bytes,
                "kind": document.kind.value,
                "title": document.title,
                "media_type": document.media_type,
                "content": content,
                "added_at": document.added_at.isoformat(),
                "added_by": document.added_by,
                "delete_after": document.delete_after,
            },
        )

    def remove(self, document_id: ResidentDocumentId) -> None:
        """Let go of a document and its content."""
        self._connection.execute(
            delete(resident_document).where(resident_document.c.id == document_id.bytes)
        )


def _of_same_person(resident_id: ResidentId) -> TextClause:
    """Of the record and those that were merged into it."""
    among = f"resident_document.resident_id IN ({SAME_PERSON} SELECT id FROM same)"  # noqa: S608 - constants
    condition = text(among)
    return condition.bindparams(wanted=resident_id.bytes)


def _document(row: Row[Any]) -> ResidentDocument:
    return ResidentDocument(
        id=ResidentDocumentId(UUID(bytes=row.id)),
        resident_id=ResidentId(UUID(bytes=row.resident_id)),
        kind=DocumentKind(row.kind),
        title=row.title,
        media_type=row.media_type,
        size=row.size,
        added_at=datetime.fromisoformat(row.added_at),
        added_by=row.added_by,
        delete_after=row.delete_after,
    )
