"""Invented people and an invented office, for the tests of documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from nagari_kit.documents.letter import FamilyFacts, LetterFacts
from nagari_kit.domain.identity import HouseholdId, OfficerId, ResidentId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.office import Kop, OfficeProfile, Officer, PaperSize, Standing
from nagari_kit.domain.residents import Household, Parents, Resident, Sex

OFFICE = OfficeProfile(
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
            "Telepon 0752-000123    Surel kantor@kotocontoh.example    Laman kotocontoh.example",
        ),
    ),
    paper=PaperSize.F4,
)

WALI_NAGARI = Officer(
    OfficerId(UUID(int=1)),
    PersonName("Armen", gelar_adat="Sutan Mangkuto", gelar_belakang="S.Pd."),
    "Wali Nagari",
    is_head=True,
)
PENJABAT = Officer(
    OfficerId(UUID(int=2)),
    PersonName("Defrizal", gelar_belakang="S.Sos."),
    "Wali Nagari",
    standing=Standing.PJ,
    is_head=True,
    nip="197508172005011004",
)
KASI = Officer(
    OfficerId(UUID(int=3)),
    PersonName("Yuliarni", gelar_belakang="A.Md."),
    "Kepala Seksi Pelayanan",
    on_behalf=True,
    via="Sekretaris Nagari",
)
SEKRETARIS = Officer(
    OfficerId(UUID(int=4)),
    PersonName("Meilinda Sari", gelar_belakang="S.E."),
    "Sekretaris Nagari",
    on_behalf=True,
    nip="198604212010012015",
)

HOUSEHOLD = Household(HouseholdId(UUID(int=50)), "1306991202090007", "")


changed = replace


def person(number: int, name: str, **facts: object) -> Resident:
    base = Resident(
        ResidentId(UUID(int=1000 + number)),
        PersonName(name),
        nik=f"130699{number:010d}",
        household_id=HOUSEHOLD.id,
    )
    return replace(base, **facts)


FATHER = person(
    1, "Syafrial", nik="1306991703780002", sex=Sex.MALE, family_relation=1, occupation=20
)
MOTHER = person(
    2, "Yusmaniar", nik="1306995509820001", sex=Sex.FEMALE, family_relation=3, occupation=2
)
CHILD = person(
    3,
    "Nabila Putri Ramadhani",
    nik="1306995208120003",
    sex=Sex.FEMALE,
    birth_place="Koto Contoh",
    birth_date=date(2012, 8, 12),
    religion=1,
    marital_status=1,
    occupation=3,
    family_relation=4,
    parents=Parents(father_name="Syafrial", mother_name="Yusmaniar"),
)
BROTHER = person(
    4,
    "Fikri Alhamdi",
    sex=Sex.MALE,
    birth_date=date(2016, 3, 2),
    family_relation=4,
    occupation=3,
)
GRANDMOTHER = person(
    5,
    "Rosmaini",
    sex=Sex.FEMALE,
    birth_date=date(1955, 4, 9),
    family_relation=8,
    occupation=1,
)
TRADER = person(
    6,
    "Desi Marlina",
    nik="1306994612850002",
    sex=Sex.FEMALE,
    birth_place="Koto Contoh",
    birth_date=date(1985, 12, 6),
    religion=1,
    marital_status=2,
    occupation=88,
    family_relation=3,
)
NURSE = person(
    7,
    "Rizky Maulana Siregar",
    nik="1306991803950006",
    sex=Sex.MALE,
    birth_place="Padangsidimpuan",
    birth_date=date(1995, 3, 18),
    religion=1,
    marital_status=1,
    occupation=74,
    family_relation=1,
)

FAMILY = FamilyFacts(FATHER, MOTHER, (FATHER, MOTHER, CHILD, BROTHER, GRANDMOTHER))

VALUES = {
    "sktm": {
        "keperluan": "pengajuan keringanan biaya pendidikan di SMP Negeri 9 Batang Contoh",
        "penghasilan_ayah": "900000",
        "penghasilan_ibu": "tidak tetap",
    },
    "sku": {
        "nama_usaha": "Kerupuk Sanjai Bundo Desi",
        "jenis_usaha": "Industri rumah tangga pengolahan singkong",
        "tempat_usaha": "Jorong Balai Lamo, di samping Surau Nurul Hikmah",
        "berdiri_sejak": "Maret 2019",
        "tenaga_kerja": "3",
        "keperluan": "pengajuan Kredit Usaha Rakyat (KUR) pada bank",
    },
    "domisili": {
        "alamat_ktp": "Jalan Kenanga Nomor 7, Kelurahan Contoh Timur, Kota Contoh",
        "sejak": "2025-01-02",
        "jorong": "Balai Lamo",
        "alamat": "Rumah Ibu Hj. Marnis, Jalan Surau Gadang Nomor 4",
        "keperluan": "pembukaan rekening tabungan",
    },
}
_PEOPLE = {"sktm": CHILD, "sku": TRADER, "domisili": NURSE}
_SIGNERS = {"sktm": WALI_NAGARI, "sku": PENJABAT, "domisili": KASI}
_JORONG = {"sktm": "Parik Dalam", "sku": "Balai Lamo", "domisili": "Balai Lamo"}
_NUMBERS = {
    "sktm": "400.10.2.2/219/KN/2026",
    "sku": "500.3/080/KN/2026",
    "domisili": "400.12.2.1/029/KN/2026",
}
_UNTIL = {
    "sktm": date(2027, 2, 24),
    "sku": date(2027, 5, 24),
    "domisili": date(2027, 2, 24),
}


def facts(type_id: str, **changes: object) -> LetterFacts:
    """The facts of one good letter of this type, with changes."""
    base = LetterFacts(
        office=OFFICE,
        resident=_PEOPLE[type_id],
        jorong=_JORONG[type_id],
        household=HOUSEHOLD,
        family=FAMILY if type_id == "sktm" else FamilyFacts(),
        signer=_SIGNERS[type_id],
        head=WALI_NAGARI,
        values=VALUES[type_id],
        issue_date=date(2026, 11, 24),
        valid_until=_UNTIL[type_id],
        number=_NUMBERS[type_id],
    )
    return replace(base, **changes)
