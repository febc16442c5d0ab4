"""The invented office and people with which a letter is shown before anybody is chosen.

Nobody of them exists; their NIK begin with an area that no kecamatan has.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from nagari_kit.documents.facts import FamilyFacts
from nagari_kit.documents.people import PersonFacts
from nagari_kit.domain.identity import HouseholdId, OfficerId, ResidentId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.neighbours import AdatCouncil, Camat, Neighbours
from nagari_kit.domain.office import Kop, OfficeProfile, Officer
from nagari_kit.domain.residents import Household, LifeStatus, Parents, Resident, Sex

SAMPLE_OFFICE = OfficeProfile(
    code="13.06.99.2001",
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
            "Jalan Balai Adat Nomor 12, Jorong Koto Tangah, Nagari Koto Contoh 26499",
            "Telepon 0752-000123    Surel kantor@kotocontoh.example",
        ),
    ),
)
SAMPLE_HEAD = Officer(
    OfficerId(UUID(int=1)),
    PersonName("Armen", gelar_adat="Sutan Mangkuto", gelar_belakang="S.Pd."),
    "Wali Nagari",
    is_head=True,
)
SAMPLE_NEIGHBOURS = Neighbours(
    Camat("Drs. Afrizal", nip="197001011995031001"),
    AdatCouncil("KAN Koto Contoh", "M. Nasir Dt. Rajo Pangulu"),
)
SAMPLE_JORONG = "Koto Tangah"
SAMPLE_HOUSEHOLD = Household(
    HouseholdId(UUID(int=50)), "1306991202090007", "Jalan Surau Gadang Nomor 4"
)
LONGEST_NAME = "Muhammad Abdurrahman Al Fatih Rajo Bintang Nan Sabatang Panjang"[:60].strip()
LONGEST_ADDRESS = (
    "Jalan Raya Lintas Barat Kilometer 27 Gang Surau Lamo Nomor 128 B, di belakang pasar lama, "
    "Perumahan Griya Nagari Sejahtera Blok C Nomor 14"
)


def _resident(number: int, name: str, sex: Sex, born: date, **facts: object) -> Resident:
    day = born.day + (40 if sex is Sex.FEMALE else 0)
    base = Resident(
        ResidentId(UUID(int=1000 + number)),
        PersonName(name),
        nik=f"130699{day:02d}{born:%m%y}{number:04d}",
        sex=sex,
        birth_place="Koto Contoh",
        birth_date=born,
        religion=1,
        citizenship=1,
        marital_status=2,
        household_id=SAMPLE_HOUSEHOLD.id,
        suku="Koto",
        kaum="Dt. Paduko Alam",
        penghulu="Zulkifli Dt. Paduko Alam",
    )
    return replace(base, **facts)  # type: ignore[arg-type]  # any fact of a resident


FATHER = _resident(1, "Syafrial", Sex.MALE, date(1978, 3, 17), family_relation=1, occupation=20)
MOTHER = _resident(2, "Yusmaniar", Sex.FEMALE, date(1982, 9, 15), family_relation=3, occupation=2)
CHILD = _resident(
    3,
    "Nabila Putri Ramadhani",
    Sex.FEMALE,
    date(2008, 8, 12),
    family_relation=4,
    occupation=3,
    marital_status=1,
    parents=Parents(father_name="Syafrial", mother_name="Yusmaniar"),
)
BROTHER = _resident(
    4,
    "Fikri Alhamdi",
    Sex.MALE,
    date(2016, 3, 2),
    family_relation=4,
    occupation=3,
    marital_status=1,
)
SUBJECT = _resident(
    5,
    "Desi Marlina",
    Sex.FEMALE,
    date(1985, 12, 6),
    family_relation=3,
    occupation=88,
    parents=Parents(father_name="Zainal Abidin", mother_name="Rosmaini"),
)
DEAD = replace(SUBJECT, life_status=LifeStatus.DEAD)
SAMPLE_FAMILY = FamilyFacts(members=(FATHER, SUBJECT, CHILD, BROTHER))
BARE = Resident(ResidentId(UUID(int=1009)), PersonName("Ali"))
"""Somebody of whom the books know no more than a name."""


def as_person(resident: Resident, *, father: str = "Zainal Abidin") -> PersonFacts:
    """A sample resident in a role."""
    return PersonFacts(
        name=resident.name,
        resident_id=resident.id,
        nik=resident.nik or "",
        sex=resident.sex,
        birth_place=resident.birth_place,
        birth_date=resident.birth_date,
        religion=resident.religion,
        occupation=resident.occupation,
        marital_status=resident.marital_status,
        citizenship=resident.citizenship,
        relation=resident.family_relation,
        jorong=SAMPLE_JORONG,
        suku=resident.suku,
        kaum=resident.kaum,
        penghulu=resident.penghulu,
        father_name=father,
        mother_name="Rosmaini",
        life_status=resident.life_status,
    )


OUTSIDER = PersonFacts(
    name=PersonName("Hendri Zainal"),
    nik="1371031203800004",
    sex=Sex.MALE,
    birth_place="Padang",
    birth_date=date(1980, 3, 12),
    religion=1,
    occupation=88,
    marital_status=2,
    citizenship=1,
    address="Jalan Contoh Nomor 7, Kelurahan Contoh, Kota Padang",
    father_name="Zainal",
    mother_name="Murni",
)
