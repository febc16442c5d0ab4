"""Who the demonstration office is: letterhead, officers, passphrase; nobody of them exists."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from nagari_kit.domain.identity import OfficerId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.neighbours import AdatCouncil, Camat, Neighbours
from nagari_kit.domain.office import Kop, OfficeProfile, Officer, Standing
from nagari_kit.infra.paths import resource_path

DEMONSTRATION_CODE = "13.06.99.2001"
DEMONSTRATION_PASSPHRASE = "koto contoh"  # noqa: S105 - guards invented people only
DEMONSTRATION_ACTOR = "Rina Marlina"
CREST = "demo/crest.png"
CONTACT = "    ".join(
    ("Telepon 0752-000123", "Surel kantor@kotocontoh.example", "Laman kotocontoh.example")
)


def demonstration_profile() -> OfficeProfile:
    """Nagari Koto Contoh in Kecamatan Batang Contoh."""
    return OfficeProfile(
        code=DEMONSTRATION_CODE,
        name="Koto Contoh",
        kind="nagari",
        kecamatan="Batang Contoh",
        kabupaten="Kabupaten Contoh",
        unit="KN",
        kop=Kop(
            line1="PEMERINTAH KABUPATEN CONTOH",
            line2="KECAMATAN BATANG CONTOH",
            line3="NAGARI KOTO CONTOH",
            address_lines=(
                "Jalan Balai Adat Nomor 12, Jorong Koto Tuo, Nagari Koto Contoh 26499",
                CONTACT,
            ),
            logo=resource_path(CREST).read_bytes(),
        ),
        postcode="26499",
    )


def demonstration_officers() -> tuple[Officer, ...]:
    """The wali nagari, and two who may sign on behalf."""
    since = date(2024, 1, 2)
    return (
        Officer(
            id=_officer_id(1),
            name=PersonName("Defrizal", gelar_belakang="S.Sos."),
            position="Wali Nagari",
            standing=Standing.PJ,
            is_head=True,
            nip="197508172005011004",
            active_from=since,
        ),
        Officer(
            id=_officer_id(2),
            name=PersonName("Mardalena", gelar_belakang="S.E."),
            position="Sekretaris Nagari",
            on_behalf=True,
            nip="198203142009022003",
            active_from=since,
        ),
        Officer(
            id=_officer_id(3),
            name=PersonName("Yulhendri"),
            position="Kepala Seksi Pelayanan",
            on_behalf=True,
            via="Sekretaris Nagari",
            active_from=since,
        ),
    )


def demonstration_neighbours() -> Neighbours:
    """The camat of Batang Contoh, and who chairs the adat council."""
    return Neighbours(
        Camat("Drs. Hendri Yanto, M.Si.", nip="197006121996031002"),
        AdatCouncil("KAN Koto Contoh", "H. Syafrizal Dt. Rajo Basa"),
    )


def _officer_id(number: int) -> OfficerId:
    """Fixed, in the shape of UUID version 7, so that every demonstration has the same."""
    return OfficerId(UUID(int=(1 << 80) | (0x7 << 76) | (0x2 << 62) | number))
