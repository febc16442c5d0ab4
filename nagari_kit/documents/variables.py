"""The table of names that a definition may print: meaning, sample, and where it comes from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from nagari_kit.documents.facts import LetterFacts
from nagari_kit.documents.family import (
    circumstances,
    family_words,
    introduction,
    is_child,
    listed_people,
    mother_word,
    role,
)
from nagari_kit.documents.labels import (
    MARITAL_STATUS,
    OCCUPATION,
    RELATION,
    RELIGION,
    SEX,
    label_of,
)
from nagari_kit.documents.wording import (
    bound,
    clean,
    counted,
    head_position,
    long_date,
    office_name,
    office_word,
    person_name,
    position_in_text,
)
from nagari_kit.domain.addresses import quiet_address
from nagari_kit.domain.residents import Resident

YES = "ya"
NO = "tidak"


@dataclass(frozen=True, slots=True)
class Variable:
    """`label` and `sample` are for people who write definitions; `read` gives "" for not known."""

    label: str
    sample: str
    read: Callable[[LetterFacts], str]


@dataclass(frozen=True, slots=True)
class PersonVariable:
    """A value of one person of a list; the number counts from 1."""

    label: str
    sample: str
    read: Callable[[Resident, int, LetterFacts], str]


def _birth(person: Resident) -> str:
    day = long_date(person.birth_date) if person.birth_date else ""
    return ", ".join(part for part in (clean(person.birth_place), day) if part)


def _address(facts: LetterFacts) -> str:
    own = clean(facts.resident.current_address)
    return quiet_address(own or (clean(facts.household.address) if facts.household else ""))


def _near_head(facts: LetterFacts) -> str:
    """The head of the resident's sub-area by its name, when the values speak of that sub-area."""
    word, area = clean(facts.office.area_word), clean(facts.jorong)
    named = area and any(area.casefold() in text.casefold() for text in facts.values.values())
    return f"Wali {word.capitalize()} {area}" if named else f"wali {word} setempat"


def _full_address(facts: LetterFacts) -> str:
    """From small to large, as the law's forms write it."""
    office = facts.office
    jorong = f"{clean(office.area_word).capitalize()} {clean(facts.jorong)}" if facts.jorong else ""
    parts = (
        _address(facts),
        jorong,
        office_name(office),
        f"Kecamatan {clean(office.kecamatan)}",
        clean(office.kabupaten),
    )
    return ", ".join(part for part in parts if part)


def _months_between(begin: date, end: date) -> int:
    """Whole months; for an age in years divide by 12."""
    return (end.year - begin.year) * 12 + end.month - begin.month - (end.day < begin.day)


def _age_words(person: Resident, facts: LetterFacts) -> str:
    if person.birth_date is None or person.birth_date > facts.issue_date:
        return ""
    months = _months_between(person.birth_date, facts.issue_date)
    return bound(f"{months // 12} tahun" if months >= 12 else f"{months} bulan")


def _parent_name(parent: Resident | None, written: str) -> str:
    return person_name(parent.name) if parent else clean(written)


def _parent_work(parent: Resident | None) -> str:
    return label_of(OCCUPATION, parent.occupation) if parent else ""


def _yes(*, holds: bool) -> str:
    return YES if holds else NO


def _validity(facts: LetterFacts) -> str:
    until = facts.valid_until
    if until is None:
        return ""
    months = (until.year - facts.issue_date.year) * 12 + until.month - facts.issue_date.month
    return f"{counted(max(months, 1))} bulan"


VARIABLES: dict[str, Variable] = {
    "warga.nama": Variable(
        "Nama warga", "Nabila Putri Ramadhani", lambda f: person_name(f.resident.name)
    ),
    "warga.nik": Variable("NIK", "1306995208120003", lambda f: f.resident.nik or ""),
    "warga.lahir": Variable(
        "Tempat dan tanggal lahir", "Koto Contoh, 12 Agustus 2012", lambda f: _birth(f.resident)
    ),
    "warga.jenis_kelamin": Variable(
        "Jenis kelamin", "Perempuan", lambda f: label_of(SEX, f.resident.sex)
    ),
    "warga.agama": Variable("Agama", "Islam", lambda f: label_of(RELIGION, f.resident.religion)),
    "warga.status_kawin": Variable(
        "Status perkawinan",
        "Belum kawin",
        lambda f: label_of(MARITAL_STATUS, f.resident.marital_status),
    ),
    "warga.pekerjaan": Variable(
        "Pekerjaan", "Buruh tani", lambda f: label_of(OCCUPATION, f.resident.occupation)
    ),
    "warga.suku": Variable("Suku", "Koto", lambda f: clean(f.resident.suku)),
    "warga.nomor_kk": Variable(
        "Nomor KK",
        "1306991202090007",
        lambda f: (f.household.nomor_kk or "") if f.household else "",
    ),
    "warga.jorong": Variable("Jorong", "Koto Tangah", lambda f: clean(f.jorong)),
    "warga.alamat": Variable("Alamat dalam jorong", "Jalan Surau Gadang Nomor 4", _address),
    "warga.alamat_lengkap": Variable(
        "Alamat sampai kabupaten",
        "Jorong Koto Tangah, Nagari Koto Contoh, Kecamatan Batang Contoh, Kabupaten Contoh",
        _full_address,
    ),
    "warga.wali_setempat": Variable(
        "Wali jorong warga, bila isian menyebut jorong itu", "Wali Jorong Koto Tangah", _near_head
    ),
    "ayah.nama": Variable(
        "Nama ayah",
        "Syafrial",
        lambda f: _parent_name(f.family.father, f.resident.parents.father_name),
    ),
    "ayah.nik": Variable(
        "NIK ayah",
        "1306991703780002",
        lambda f: (f.family.father.nik if f.family.father else f.resident.parents.father_nik) or "",
    ),
    "ayah.pekerjaan": Variable(
        "Pekerjaan ayah", "Buruh tani", lambda f: _parent_work(f.family.father)
    ),
    "ibu.nama": Variable(
        "Nama ibu",
        "Yusmaniar",
        lambda f: _parent_name(f.family.mother, f.resident.parents.mother_name),
    ),
    "ibu.nik": Variable(
        "NIK ibu",
        "1306995509820001",
        lambda f: (f.family.mother.nik if f.family.mother else f.resident.parents.mother_nik) or "",
    ),
    "ibu.pekerjaan": Variable(
        "Pekerjaan ibu", "Mengurus rumah tangga", lambda f: _parent_work(f.family.mother)
    ),
    "keluarga.sebagai_anak": Variable(
        "Apakah warga tercatat sebagai anak", NO, lambda f: _yes(holds=is_child(f))
    ),
    "keluarga.peran": Variable("Warga sebagai anak, kepala, atau anggota lain", "kepala", role),
    "keluarga.sebutan_ibu": Variable(
        "Perempuan yang ditanyakan bersama kepala keluarga", "istri", mother_word
    ),
    "keluarga.ada_anggota": Variable(
        "Apakah ada anggota keluarga lain", YES, lambda f: _yes(holds=bool(listed_people(f)))
    ),
    "keluarga.sebutan": Variable("Keluarga, di awal kalimat", "Keluarga tersebut", family_words),
    "keluarga.pengantar_anggota": Variable(
        "Kalimat sebelum tabel anggota",
        "Anggota keluarga yang masih menjadi tanggungan adalah:",
        introduction,
    ),
    "keluarga.keadaan": Variable(
        "Keadaan keluarga, sebelum “dan menurut”",
        "hidup sederhana, tidak mempunyai penghasilan tetap,",
        circumstances,
    ),
    "kantor.nama": Variable("Nama nagari", "Koto Contoh", lambda f: clean(f.office.name)),
    "kantor.sebutan": Variable(
        "Nagari, Desa, atau Kelurahan", "Nagari", lambda f: office_word(f.office)
    ),
    "kantor.nama_lengkap": Variable(
        "Sebutan dan nama", "Nagari Koto Contoh", lambda f: office_name(f.office)
    ),
    "kantor.sebutan_wilayah": Variable(
        "Jorong, korong, kampung", "jorong", lambda f: clean(f.office.area_word)
    ),
    "kantor.kecamatan": Variable(
        "Nama kecamatan", "Batang Contoh", lambda f: clean(f.office.kecamatan)
    ),
    "kantor.kabupaten": Variable(
        "Kabupaten atau kota, lengkap", "Kabupaten Contoh", lambda f: clean(f.office.kabupaten)
    ),
    "penandatangan.jabatan": Variable(
        "Jabatan penanda tangan dalam kalimat",
        "Wali Nagari Koto Contoh",
        lambda f: position_in_text(f.signer, f.office),
    ),
    "penandatangan.atas_nama": Variable(
        "Apakah ditandatangani atas nama", NO, lambda f: _yes(holds=f.signer.on_behalf)
    ),
    "kepala.jabatan": Variable(
        "Jabatan kepala dalam kalimat",
        "Wali Nagari Koto Contoh",
        lambda f: (
            position_in_text(f.head, f.office)
            if f.head
            else f"{head_position(None, f.office)} {clean(f.office.name)}"
        ),
    ),
    "surat.tanggal": Variable(
        "Tanggal surat", "24 November 2026", lambda f: long_date(f.issue_date)
    ),
    "surat.berlaku_sampai": Variable(
        "Hari terakhir berlaku",
        "24 Februari 2027",
        lambda f: long_date(f.valid_until) if f.valid_until else "",
    ),
    "surat.masa_berlaku": Variable("Lama berlaku", "3 (tiga) bulan", _validity),
}

PERSON_VARIABLES: dict[str, PersonVariable] = {
    "orang.nomor": PersonVariable("Nomor baris", "1", lambda _p, n, _f: str(n)),
    "orang.nama": PersonVariable("Nama", "Fikri Alhamdi", lambda p, _n, _f: person_name(p.name)),
    "orang.nik": PersonVariable("NIK", "1306991004160001", lambda p, _n, _f: p.nik or ""),
    "orang.hubungan": PersonVariable(
        "Hubungan keluarga", "Anak", lambda p, _n, _f: label_of(RELATION, p.family_relation)
    ),
    "orang.umur": PersonVariable("Umur", "10 tahun", lambda p, _n, f: _age_words(p, f)),
    "orang.pekerjaan": PersonVariable(
        "Pekerjaan", "Pelajar", lambda p, _n, _f: label_of(OCCUPATION, p.occupation)
    ),
}

LISTS: dict[str, Callable[[LetterFacts], tuple[Resident, ...]]] = {"anggota": listed_people}
