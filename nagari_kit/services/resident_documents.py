"""Keeps scans of residents' papers in the encrypted database, for a while."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.identity import ResidentDocumentId, ResidentId
from nagari_kit.domain.resident_documents import (
    LARGEST_FILE,
    TITLES,
    DocumentKind,
    ResidentDocument,
    default_delete_after,
)
from nagari_kit.errors import InputError
from nagari_kit.infra.identifiers import new_uuid7
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.record_access import note_access

if TYPE_CHECKING:
    from nagari_kit.db.unit_of_work import UnitOfWork

LONGEST_YEARS = 10
_SHORTEST_REASON = 5
_RETENTION = "masa simpan habis"


class ResidentDocumentService:
    """Scans are no archive: each but the photo has a day on which it goes. Thread-safe.

    Adding, looking at and deleting one is remembered with the record's looks.
    """

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def of(self, resident_id: ResidentId) -> tuple[ResidentDocument, ...]:
        """What is kept of somebody, newest first."""
        with self._context.store.read() as reader:
            return reader.scans.of(resident_id, self._context.clock.today())

    def add(
        self,
        resident_id: ResidentId,
        kind: DocumentKind,
        path: Path,
        *,
        title: str = "",
        delete_after: date | None = None,
    ) -> ResidentDocument:
        """Keep the file's content; a photo takes the place of the former one.

        `delete_after` None means the usual time. Raises InputError.fields (`file`,
        `delete_after`), NotFoundError when the resident is gone.
        """
        from nagari_kit.documents.scans import FACE_SIDE, LONGEST_SIDE, prepared_scan

        today = self._context.clock.today()
        day = self._checked_day(kind, delete_after, today)
        is_face = kind is DocumentKind.PHOTO
        scan = prepared_scan(_content_of(path), FACE_SIDE if is_face else LONGEST_SIDE)
        if is_face and scan.media_type != "image/jpeg":
            raise _refused("Foto harus berupa gambar JPEG atau PNG.")
        document = ResidentDocument(
            id=ResidentDocumentId(new_uuid7(self._context.clock)),
            resident_id=resident_id,
            kind=kind,
            title=" ".join(title.split()) or TITLES[kind],
            media_type=scan.media_type,
            size=len(scan.content),
            added_at=self._context.clock.now(),
            added_by=self._context.actor,
            delete_after=day,
        )
        with self._context.store.write(self._context.actor) as uow:
            uow.residents.get(resident_id)
            if is_face:
                for old in uow.scans.of(resident_id, today):
                    if old.kind is kind and old.resident_id == resident_id:
                        uow.scans.remove(old.id)
            uow.scans.add(document, scan.content)
            note_access(uow, self._context, resident_id, f"menambah {document.title}")
            uow.commit()
        return document

    def pages(self, document_id: ResidentDocumentId) -> bytes:
        """The document as a PDF to look at; the look is remembered. Raises NotFoundError."""
        from nagari_kit.documents.scans import Scan, as_pdf

        with self._context.store.write(self._context.actor) as uow:
            document = uow.scans.get(document_id)
            content = uow.scans.content(document_id)
            note_access(uow, self._context, document.resident_id, f"melihat {document.title}")
            uow.commit()
        return as_pdf(Scan(document.media_type, content))

    def photo(self, resident_id: ResidentId) -> bytes | None:
        """JPEG bytes of the person's picture, or None."""
        with self._context.store.read() as reader:
            return reader.scans.photo(resident_id)

    def delete(self, document_id: ResidentDocumentId, reason: str) -> Changes:
        """Let go of a document before its time. Raises InputError.fields (`reason`)."""
        words = " ".join(reason.split())
        if len(words) < _SHORTEST_REASON:
            sentence = "Tulis sebab menghapusnya, beberapa kata saja."
            raise InputError(f"{sentence} Dokumennya masih ada.", {"reason": sentence})
        with self._context.store.write(self._context.actor) as uow:
            self._remove(uow, uow.scans.get(document_id), words)
            uow.commit()
        return Changes.of(Kind.RESIDENTS)

    def purge_due(self) -> int:
        """Let go of all whose time is over; how many. Writes nothing when there are none."""
        today = self._context.clock.today()
        with self._context.store.read() as reader:
            if not reader.scans.due(today):
                return 0
        with self._context.store.write(self._context.actor) as uow:
            due = uow.scans.due(today)
            for document in due:
                self._remove(uow, document, _RETENTION)
            uow.commit()
        return len(due)

    def _remove(self, uow: UnitOfWork, document: ResidentDocument, reason: str) -> None:
        uow.scans.remove(document.id)
        purpose = f"menghapus {document.title}: {reason}"
        note_access(uow, self._context, document.resident_id, purpose)

    def _checked_day(self, kind: DocumentKind, wanted: date | None, today: date) -> date | None:
        day = wanted or default_delete_after(kind, today)
        if day is None:
            return None
        sentence = ""
        if day <= today:
            sentence = "Tanggal hapus harus sesudah hari ini."
        elif day.year > today.year + LONGEST_YEARS:
            sentence = f"Pindaian disimpan paling lama {LONGEST_YEARS} tahun."
        if sentence:
            raise InputError(f"{sentence} Belum ada yang disimpan.", {"delete_after": sentence})
        return day


def _content_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise _refused("Berkas itu lebih dari 5 MB. Pindai dengan mutu lebih rendah.")
        return path.read_bytes()
    except OSError as error:
        raise _refused("Berkas itu tidak bisa dibuka.") from error


def _refused(sentence: str) -> InputError:
    return InputError(
        f"{sentence} Belum ada yang disimpan.",
        {"file": sentence},
        hint="Pilih berkas lain.",
        code="DOKUMEN-03",
    )
