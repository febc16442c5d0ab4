"""Draws sample papers with the letterhead that is being entered, before there is an office."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from nagari_kit.domain.identity import OfficerId, ResidentId
from nagari_kit.domain.letters import FieldBox
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.office import OfficeProfile, Officer
from nagari_kit.domain.residents import Resident, Sex
from nagari_kit.infra.paths import resource_path
from nagari_kit.services.office_checks import titles_apart

if TYPE_CHECKING:
    from nagari_kit.documents.layout.pages import LaidOut

SAMPLE = "sku"
KOP_BOX = "kop"
"""Name of the box around the letterhead."""
_VALUES = {
    "nama_usaha": "Dapur Randang Uni Yus",
    "jenis_usaha": "Industri makanan rumahan",
    "tempat_usaha": "Jorong Koto Tangah",
    "berdiri_sejak": "2019",
    "keperluan": "pengajuan Kredit Usaha Rakyat (KUR)",
}
_NOBODY = UUID(int=0)


@dataclass(frozen=True, slots=True)
class SamplePaper:
    """A PDF that is shown and never filed; `boxes` are the places of what was typed."""

    pdf: bytes
    boxes: tuple[FieldBox, ...] = ()


class SetupPreviewService:
    """Needs no office. Every person on its papers is invented. Thread-safe."""

    def letter(self, profile: OfficeProfile, head: Officer | None, on: date) -> SamplePaper:
        """A sample SKU with this letterhead and signer, without number.

        Raises LetterError when it cannot be drawn (a logo that is no picture).
        """
        from nagari_kit.documents.definitions import load_definitions
        from nagari_kit.documents.facts import FamilyFacts, LetterFacts
        from nagari_kit.documents.letter import render
        from nagari_kit.documents.resolving import resolve

        signer = head or Officer(OfficerId(_NOBODY), PersonName("…"), "Wali Nagari", is_head=True)
        if not signer.name.name:
            signer = replace(signer, name=PersonName("…"))
        else:
            # As it will be stored: the paper puts titles in their places.
            signer = replace(signer, name=titles_apart(signer.name))
        definition = load_definitions(resource_path("letters"))[SAMPLE]
        facts = LetterFacts(
            office=profile,
            resident=_sample_resident(),
            jorong="Koto Tangah",
            household=None,
            family=FamilyFacts(),
            signer=signer,
            head=signer,
            values=_VALUES,
            issue_date=on,
        )
        snapshot = resolve(definition, facts)
        second = profile.look.second_logo
        drawn = render(snapshot, logo=profile.kop.logo, second_logo=second, missing_ok=True)
        return SamplePaper(drawn.pdf, (_kop_box(drawn.laid),))

    def test_page(self, profile: OfficeProfile) -> bytes:
        """A page with 100 mm rulers on the chosen paper, to see whether the printer scales."""
        from nagari_kit.documents.test_page import render_test_page

        return render_test_page(profile.paper)


def _kop_box(laid: LaidOut) -> FieldBox:
    """The letterhead is the first strip of the first page."""
    top, strip = laid.pages[0].placed[0]
    sheet = laid.sheet
    return FieldBox(KOP_BOX, 0, sheet.left, top, sheet.text_width, strip.height)


def _sample_resident() -> Resident:
    return Resident(
        id=ResidentId(_NOBODY),
        name=PersonName("Yusmaniar"),
        nik="1306994509820003",
        sex=Sex.FEMALE,
        birth_place="Koto Contoh",
        birth_date=date(1982, 9, 5),
        religion=1,
        occupation=88,
        marital_status=2,
        current_address="Jalan Balai Nagari",
        suku="Koto",
    )
