"""The letters whose words and looks are kept; each is written anew with NAGARI_WRITE_GOLDEN=1."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from nagari_kit.documents.letter import LetterFacts
from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.office import PaperSize
from nagari_kit.domain.residents import Resident
from tests.unit.documents import samples
from tests.unit.documents.samples import changed


def _large_family() -> tuple[Resident, ...]:
    names = ("Alya Khairunnisa", "Hafiz Maulana", "Zahra Aulia", "Rasyid", "Yusniar") * 4
    return tuple(
        changed(
            samples.BROTHER,
            id=ResidentId(UUID(int=3000 + number)),
            name=PersonName(name),
            birth_date=date(2024 - number, 3, 3),
        )
        for number, name in enumerate(names)
    )


def _draft() -> LetterFacts:
    values = {**samples.VALUES["sku"], "keperluan": ""}
    return samples.facts("sku", number=None, values=values)


def _two_pages() -> LetterFacts:
    members = (*samples.FAMILY.members, *_large_family())
    return samples.facts("sktm", family=changed(samples.FAMILY, members=members))


def _long_kop() -> LetterFacts:
    kop = changed(
        samples.OFFICE.kop,
        line1="PEMERINTAH KABUPATEN CONTOH SELATAN RAYA",
        line2="KECAMATAN BATANG CONTOH UTARA DAN SEKITARNYA",
        line3="NAGARI KOTO CONTOH BALAI TANGAH PARIK MUDIAK",
    )
    return samples.facts("sku", office=changed(samples.OFFICE, kop=kop))


LETTERS: dict[str, tuple[str, Callable[[], LetterFacts]]] = {
    "sku": ("sku", lambda: samples.facts("sku")),
    "sktm": ("sktm", lambda: samples.facts("sktm")),
    "domisili": ("domisili", lambda: samples.facts("domisili")),
    "sktm_dewasa": (
        "sktm",
        lambda: samples.facts(
            "sktm",
            resident=changed(
                samples.FATHER, birth_place="Koto Contoh", birth_date=date(1978, 3, 17), religion=1
            ),
        ),
    ),
    "sktm_a4": (
        "sktm",
        lambda: samples.facts("sktm", office=changed(samples.OFFICE, paper=PaperSize.A4)),
    ),
    "sktm_dua_halaman": ("sktm", _two_pages),
    "sku_draf": ("sku", _draft),
    "sku_kop_panjang": ("sku", _long_kop),
}
