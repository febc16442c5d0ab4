"""Scanned papers of a resident: what they are, and when they go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from nagari_kit.domain.identity import ResidentDocumentId, ResidentId

LARGEST_FILE = 5 * 1024 * 1024
"""Bytes of a file that may be added."""


class DocumentKind(StrEnum):
    """What a scan shows. There is at most one photo of a person."""

    KTP = "ktp"
    KK = "kk"
    BIRTH_CERTIFICATE = "akta_lahir"
    MARRIAGE_BOOK = "buku_nikah"
    PHOTO = "foto"
    OTHER = "lain"


TITLES: Mapping[DocumentKind, str] = {
    DocumentKind.KTP: "KTP-el",
    DocumentKind.KK: "Kartu keluarga",
    DocumentKind.BIRTH_CERTIFICATE: "Akta kelahiran",
    DocumentKind.MARRIAGE_BOOK: "Buku nikah",
    DocumentKind.PHOTO: "Foto",
    DocumentKind.OTHER: "Dokumen lain",
}


@dataclass(frozen=True, slots=True)
class ResidentDocument:
    """A kept scan without its content. `size` in bytes; `delete_after` None: kept."""

    id: ResidentDocumentId
    resident_id: ResidentId
    kind: DocumentKind
    title: str
    media_type: str
    size: int
    added_at: datetime
    added_by: str
    delete_after: date | None


def default_delete_after(kind: DocumentKind, added_on: date) -> date | None:
    """One year on; a photo stays: attachments are no archive and need no long life."""
    if kind is DocumentKind.PHOTO:
        return None
    try:
        return added_on.replace(year=added_on.year + 1)
    except ValueError:
        return added_on.replace(year=added_on.year + 1, day=28)
