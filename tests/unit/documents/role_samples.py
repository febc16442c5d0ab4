"""Letters that name several people, tables and nobody at all: invented facts for each."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from uuid import UUID

from nagari_kit.documents.letter import FamilyFacts, LetterFacts
from nagari_kit.documents.people import PersonFacts, outsider_person, resident_person
from nagari_kit.domain.identity import HouseholdId, ResidentId
from nagari_kit.domain.name_titles import person_name
from nagari_kit.domain.neighbours import AdatCouncil, Neighbours
from nagari_kit.domain.outsiders import Outsider
from nagari_kit.domain.residents import Household, LifeStatus, Parents, Resident, Sex
from tests.unit.documents import samples

MAN, WOMAN = Sex.MALE, Sex.FEMALE
HOME = Household(HouseholdId(UUID(int=60)), "1306991204070011")
CHAIR = Neighbours(kan=AdatCouncil(chair="M. Nasir Dt. Rajo Pangulu"))


def _resident(number: int, name: str, sex: Sex, born: date, **facts: object) -> Resident:
    base = Resident(
        ResidentId(UUID(int=5000 + number)),
        person_name(name),
        nik=f"130699{number:010d}",
        sex=sex,
        birth_place="Koto Contoh",
        birth_date=born,
        religion=1,
        household_id=HOME.id,
    )
    return replace(base, **facts)


def of(resident: Resident, jorong: str = "Sawah Liek", **columns: str) -> PersonFacts:
    """A resident in a role."""
    return resident_person(resident, jorong=jorong, household=None, columns=columns)


def outsider(name: str, **facts: object) -> PersonFacts:
    """Somebody of another place in a role."""
    columns = facts.pop("columns", {})
    return outsider_person(replace(Outsider(person_name(name)), **facts), columns)


LATE = _resident(
    1,
    "H. Zainal Abidin",
    MAN,
    date(1952, 5, 1),
    nik="1306990105520001",
    occupation=9,
    life_status=LifeStatus.DEAD,
)
WIDOW = _resident(2, "Yusnidar", WOMAN, date(1954, 3, 4), nik="1306994403540001")
SON = _resident(3, "Hendri Zainal", MAN, date(1980, 7, 19), nik="1306991907800004")
GROOM = _resident(
    4,
    "Ilham Pratama",
    MAN,
    date(1998, 9, 9),
    nik="1306990909980002",
    occupation=15,
    marital_status=1,
    parents=Parents(father_name="Mawardi", mother_name="Ermawati"),
)
GROOMS_FATHER = _resident(
    5, "Mawardi", MAN, date(1968, 2, 2), occupation=9, parents=Parents(father_name="Rusli")
)
GROOMS_MOTHER = _resident(
    6, "Ermawati", WOMAN, date(1971, 7, 7), occupation=2, parents=Parents(father_name="Sofyan")
)
OWNER = _resident(
    7, "Asnimar", WOMAN, date(1964, 11, 11), nik="1306995111640001", occupation=9, suku="Piliang"
)
_CHILDREN = (
    ("Hj. Elvi Yusnita", WOMAN, 1982, "Koto Tangah"),
    ("Rita Yusnita", WOMAN, 1983, ""),
    ("Afrizal Zainal", MAN, 1985, "Balai Lamo"),
    ("Nofrianto Zainal", MAN, 1987, ""),
    ("Fitri Yusnita", WOMAN, 1989, "Parik Dalam"),
    ("Muhammad Ihsan Zainal", MAN, 1991, "Sawah Liek"),
    ("Wirda Yusnita", WOMAN, 1993, "Bukik Sati"),
    ("Rahmat Hidayat Zainal", MAN, 1996, ""),
)
_GRANDCHILDREN = (("Aulia Rahman Syafei", MAN, 2003), ("Annisa Putri Syafei", WOMAN, 2006))


def _child(number: int, name: str, sex: Sex, year: int, jorong: str) -> PersonFacts:
    if not jorong:
        return outsider(
            name,
            nik=f"137106{number:010d}",
            sex=sex,
            birth_place="Koto Contoh",
            birth_date=date(year, 10, 10),
            address="Kota Pekanbaru",
            columns={"hubungan": "Anak"},
        )
    return of(_resident(number, name, sex, date(year, 2, 22)), jorong, hubungan="Anak")


HEIRS = (
    of(WIDOW, hubungan="Istri"),
    of(SON, hubungan="Anak"),
    *(_child(20 + number, *child) for number, child in enumerate(_CHILDREN)),
    *(
        of(_resident(40 + number, name, sex, date(year, 12, 14)), "Kampuang Baru", hubungan="Cucu")
        for number, (name, sex, year) in enumerate(_GRANDCHILDREN)
    ),
)
WITNESSES = {
    "saksi1": (
        of(
            _resident(50, "Syahrul Tanjuang", MAN, date(1970, 1, 1)),
            sebagai="Wali Jorong Sawah Liek",
        ),
    ),
    "saksi2": (outsider("Bustami Malin Sati", columns={"sebagai": "Tetangga almarhum"}),),
}


def _table(*rows: dict[str, str]) -> str:
    return json.dumps(rows)


def _row(**cells: str) -> dict[str, str]:
    return cells


_INVITED = (
    ("Ketua dan anggota Bamus Nagari", "9"), ("Ketua Kerapatan Adat Nagari", "1"),
    ("Ketua Lembaga Pemberdayaan Masyarakat", "1"), ("Bundo Kanduang Nagari", "1"),
    ("Para wali jorong", "6"), ("Unsur alim ulama dan cadiak pandai", "6"),
    ("Ketua Tim Penggerak PKK Nagari", "1"), ("Ketua Karang Taruna", "1"),
    ("Bidan desa dan kader posyandu", "8"), ("Kepala sekolah di Nagari Koto Contoh", "5"),
    ("Ketua kelompok tani", "7"), ("Perangkat nagari", "10"),
)  # fmt: skip

VALUES = {
    "kematian": {
        "tanggal_meninggal": "2026-11-21",
        "jam_meninggal": "4.30",
        "tempat_meninggal": "Rumah kediaman, Jorong Sawah Liek",
        "sebab": "Sakit lanjut usia",
        "makam": "Pandam pekuburan kaum, Jorong Sawah Liek",
        "tanggal_makam": "2026-11-21",
        "hubungan_pelapor": "Anak kandung",
        "keperluan": "pengurusan akta kematian pada dinas yang berwenang",
    },
    "ahli_waris": {
        "tanggal_meninggal": "2026-11-21",
        "tempat_meninggal": "Nagari Koto Contoh",
        "surat_kematian": "400.12.3.1/045/KN/2026 tanggal 24 November 2026",
        "riwayat": (
            "semasa hidupnya menikah satu kali dengan Yusnidar dan dari pernikahan itu lahir "
            "10 (sepuluh) orang anak. Seorang anak, Syafei Zainal, telah meninggal dunia lebih "
            "dahulu dan meninggalkan 2 (dua) orang anak."
        ),
        "keperluan": "pencairan tabungan almarhum pada bank",
    },
    "n1": {"status_nikah": "Jejaka", "tempat_pencatatan": "KUA Kecamatan Batang Contoh"},
    "sporadik": {
        "letak": "Jorong Kampuang Baru, Nagari Koto Contoh",
        "luas": "1240",
        "nib": "belum ada",
        "status_tanah": "Pusako tinggi, Kaum Dt. Paduko Alam, Suku Piliang",
        "penggunaan": "Rumah tinggal dan kebun campuran",
        "batas": _table(
            _row(
                arah="Utara", berbatasan="Tanah Marzuki", tanda="Pilar beton", bertanda_tangan="ya"
            ),
            _row(
                arah="Timur", berbatasan="Jalan jorong", tanda="Tepi jalan", bertanda_tangan="tidak"
            ),
            _row(
                arah="Selatan",
                berbatasan="Tanah Hj. Nurlela",
                tanda="Pagar hidup",
                bertanda_tangan="ya",
            ),
            _row(arah="Barat", berbatasan="Bandar irigasi Tabek", tanda="Tepi bandar"),
        ),
        "sejak_tahun": "1988",
        "diperoleh_dari": "mamak kaum sebagai ganggam bauntuak",
        "keperluan": "pendaftaran tanah pertama kali",
    },
    "undangan": {
        "hal": "Undangan Musyawarah Nagari Tahun 2026",
        "sifat": "Biasa",
        "yth": "Bapak/Ibu\nsebagaimana daftar terlampir\ndi Koto Contoh",
        "rangka": "menetapkan prioritas pembangunan Nagari Koto Contoh Tahun Anggaran 2027",
        "kegiatan": "musyawarah nagari",
        "tanggal": "2026-12-03",
        "jam": "09:00",
        "tempat": "Balai Adat Nagari Koto Contoh, Jorong Koto Tangah",
        "acara": (
            "laporan pelaksanaan kegiatan tahun 2026\n"
            "pembahasan usulan jorong untuk tahun 2027\n"
            "penetapan skala prioritas nagari"
        ),
        "undangan": _table(*(_row(nama=name, jumlah=count) for name, count in _INVITED)),
        "tembusan": (
            "Camat Batang Contoh\nKetua Bamus Nagari Koto Contoh\n"
            "Ketua Kerapatan Adat Nagari Koto Contoh"
        ),
    },
    "surat_tugas": {
        "dasar": (
            "Peraturan Nagari Koto Contoh Nomor 3 Tahun 2025 tentang Anggaran Pendapatan dan "
            "Belanja Nagari Tahun 2026\n"
            "Surat Camat Batang Contoh Nomor 400.10.2/112/PEM/2026 tanggal 19 November 2026 hal "
            "Bimbingan Teknis Administrasi Kependudukan"
        ),
        "pelaksana": _table(
            _row(nama="Meilinda Sari, S.E.", nip="198604212010012015", jabatan="Sekretaris Nagari"),
            _row(nama="Yuliarni, A.Md.", jabatan="Kepala Seksi Pelayanan"),
            _row(nama="Andi Saputra", jabatan="Staf Seksi Pelayanan"),
        ),
        "tugas": (
            "mengikuti Bimbingan Teknis Administrasi Kependudukan di Aula Kantor Camat Batang "
            "Contoh\n"
            "melaporkan hasilnya secara tertulis paling lambat 3 (tiga) hari kerja setelah "
            "kegiatan selesai"
        ),
        "waktu": "Rabu dan Kamis, 2 dan 3 Desember 2026",
        "biaya": "APB Nagari Koto Contoh Tahun Anggaran 2026",
    },
}
_PEOPLE: dict[str, dict[str, tuple[PersonFacts, ...]]] = {
    "kematian": {"pelapor": (of(SON),)},
    "ahli_waris": {"ahli_waris": HEIRS, **WITNESSES},
    "n1": {
        "ayah": (of(GROOMS_FATHER, "Koto Tangah"),),
        "ibu": (of(GROOMS_MOTHER, "Koto Tangah"),),
        "calon": (outsider("Suci Ramadani", sex=WOMAN, father_name="Kasman"),),
    },
    "sporadik": WITNESSES,
}
_SUBJECTS = {"kematian": LATE, "ahli_waris": LATE, "n1": GROOM, "sporadik": OWNER}
_JORONG = {"n1": "Koto Tangah", "sporadik": "Kampuang Baru"}
_NUMBERS = {
    "kematian": "400.12.3.1/045/KN/2026",
    "ahli_waris": "400.10.2.2/011/KN/2026",
    "n1": "400.12.3.2/031/KN/2026",
    "sporadik": "500.17/007/KN/2026",
    "undangan": "000.1.5/057/KN/2026",
    "surat_tugas": "800.1.11.1/018/KN/2026",
}
TYPES = tuple(_NUMBERS)


def facts(type_id: str, **changes: object) -> LetterFacts:
    """The facts of one good letter of this type, with changes."""
    subject = _SUBJECTS.get(type_id)
    base = LetterFacts(
        office=samples.OFFICE,
        resident=subject,
        jorong=_JORONG.get(type_id, "Sawah Liek") if subject else "",
        household=HOME if subject else None,
        family=FamilyFacts(),
        signer=samples.WALI_NAGARI,
        head=samples.WALI_NAGARI,
        values=VALUES[type_id],
        issue_date=date(2026, 11, 24),
        valid_until=date(2027, 2, 24) if type_id == "n1" else None,
        number=_NUMBERS[type_id],
        people=_PEOPLE.get(type_id, {}),
        neighbours=CHAIR,
    )
    return replace(base, **changes)
