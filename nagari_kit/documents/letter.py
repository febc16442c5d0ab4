"""The door of this room: check the values of a letter, resolve it to a snapshot, render it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from nagari_kit.documents.checking import check_values
from nagari_kit.documents.doubts import doubtful_values
from nagari_kit.documents.facts import FamilyFacts, LetterFacts, days_of, subject_of
from nagari_kit.documents.layout.marks import Page
from nagari_kit.documents.layout.pages import LaidOut, lay_out
from nagari_kit.documents.logo import PreparedLogo, prepared_logo
from nagari_kit.documents.resolving import default_values, resolve
from nagari_kit.documents.snapshot import FormPage, LetterSnapshot
from nagari_kit.domain.letters import FieldBox
from nagari_kit.errors import LetterError

__all__ = [
    "FamilyFacts",
    "LetterFacts",
    "LetterSnapshot",
    "RenderedLetter",
    "check_values",
    "days_of",
    "default_values",
    "doubtful_values",
    "form_images",
    "render",
    "resolve",
    "subject_of",
]


@dataclass(frozen=True, slots=True)
class RenderedLetter:
    """PDF bytes, number of pages, fitting step used, and where each field's value stands.

    `laid` holds every mark that was placed; `layout.overlaps` judges it.
    """

    pdf: bytes
    pages: int
    step: str
    boxes: tuple[FieldBox, ...]
    laid: LaidOut


def render(
    snapshot: LetterSnapshot,
    *,
    logo: bytes | None,
    second_logo: bytes | None = None,
    missing_ok: bool = False,
    page_images: Mapping[str, bytes] = MappingProxyType({}),
) -> RenderedLetter:
    """The letter as PDF; the same snapshot and logos give the same bytes, on every machine.

    The logos are PNG or JPEG bytes; the second is for a kop between two. With `missing_ok` it is a
    draft: missing values are drawn as dots, and the letter's data is not attached. Without it
    missing values raise LetterError, and so does a logo that is no picture.
    `page_images` holds those of a form (`form_images`) by their SHA-256; LetterError without one.
    """
    from nagari_kit.documents.archival.letter_data import letter_data
    from nagari_kit.documents.pdf_writer import DocumentFacts, write_pdf

    missing = snapshot.missing()
    if missing and not missing_ok:
        raise LetterError(
            f"Surat belum bisa dicetak: {', '.join(missing)} belum terisi dengan benar. "
            "Isian yang lain tetap ada.",
            hint="Lengkapi yang disebut itu, lalu cetak lagi.",
            code="SURAT-02",
            detail=f"{len(missing)} unresolved values in {snapshot.definition_id}",
        )
    between = snapshot.kop is not None and snapshot.kop.arrangement == "dua"
    pictures = [_picture(snapshot, logo), _picture(snapshot, second_logo if between else None)]
    crest, second = (picture.shape if picture else 0.0 for picture in pictures)
    laid = lay_out(snapshot, crest_shape=crest, second_shape=second)
    subject = snapshot.number or ("draf" if missing_ok else snapshot.short_title)
    pdf = write_pdf(
        laid.pages,
        (laid.sheet.width, laid.sheet.height),
        DocumentFacts(
            snapshot.title,
            _author(snapshot),
            subject,
            date.fromisoformat(snapshot.issue_date),
            b"" if missing_ok else letter_data(snapshot),
        ),
        [] if snapshot.kop and snapshot.kop.preprinted else pictures,
        {digest: _page(page_images, digest) for digest in form_images(snapshot)},
    )
    return RenderedLetter(pdf, len(laid.pages), laid.step.name, _boxes(laid.pages), laid)


def _picture(snapshot: LetterSnapshot, logo: bytes | None) -> PreparedLogo | None:
    """A logo made ready, when the letter has a kop to show it in."""
    return prepared_logo(logo) if logo and snapshot.kop else None


def form_images(snapshot: LetterSnapshot) -> tuple[str, ...]:
    """SHA-256 of each page image that the letter needs, each once."""
    pages = (one.background for one in snapshot.body if isinstance(one, FormPage))
    return tuple(dict.fromkeys(digest for digest in pages if digest))


def _page(images: Mapping[str, bytes], digest: str) -> PreparedLogo:
    from nagari_kit.documents.page_image import page_image_missing, prepared_page

    found = images.get(digest)
    if found is None:
        raise page_image_missing("not there")
    return prepared_page(found)


def _author(snapshot: LetterSnapshot) -> str:
    lines = snapshot.kop.lines if snapshot.kop else ()
    return lines[-1] if lines else ""


def _boxes(pages: list[Page]) -> tuple[FieldBox, ...]:
    return tuple(
        FieldBox(box.field_id, number, box.x, top + box.y, box.width, box.height)
        for number, page in enumerate(pages)
        for top, strip in page.placed
        for box in strip.boxes
    )
