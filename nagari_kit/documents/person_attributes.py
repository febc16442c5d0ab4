"""What a letter may say of any person it names: meaning, sample, and how it is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from nagari_kit.documents.facts import LetterFacts
from nagari_kit.documents.labels import (
    CITIZENSHIP,
    EDUCATION,
    MARITAL_STATUS,
    OCCUPATION,
    RELATION,
    RELIGION,
    SEX,
    label_of,
)
from nagari_kit.documents.people import PersonFacts
from nagari_kit.documents.wording import bound, clean, long_date, office_name, person_name
from nagari_kit.domain import code_lists
from nagari_kit.domain.addresses import quiet_address
from nagari_kit.domain.residents import Sex

RELATION_COLUMN = "hubungan"
"""The column of a role or list that goes before the relation of the KK."""
_UNKNOWN_BLOOD = 13


@dataclass(frozen=True, slots=True)
class PersonAttribute:
    """`label` and `sample` are for people who write definitions; `read` gives "" for not known."""

    label: str
    sample: str
    read: Callable[[PersonFacts, LetterFacts], str]


def birth(person: PersonFacts, join: str = ", ") -> str:
    """Place and day, whatever of the two is known."""
    day = long_date(person.birth_date) if person.birth_date else ""
    return join.join(part for part in (clean(person.birth_place), day) if part)


def street(person: PersonFacts) -> str:
    """The address within the sub-area; all of it for an outsider."""
    return quiet_address(clean(person.address))


def home(person: PersonFacts, facts: LetterFacts) -> str:
    """The sub-area, for a column of a table; an outsider's address as it is."""
    if person.resident_id is None:
        return street(person)
    if not person.jorong:
        return office_name(facts.office)
    return f"{clean(facts.office.area_word).capitalize()} {clean(person.jorong)}"


def short_address(person: PersonFacts, facts: LetterFacts) -> str:
    """Sub-area and nagari: how a place is named for the second time."""
    if person.resident_id is None:
        return street(person)
    parts = (home(person, facts) if person.jorong else "", office_name(facts.office))
    return ", ".join(part for part in parts if part)


def full_address(person: PersonFacts, facts: LetterFacts) -> str:
    """From small to large, as the law's forms write it."""
    if person.resident_id is None:
        return street(person)
    office = facts.office
    parts = (
        street(person),
        short_address(person, facts),
        f"Kecamatan {clean(office.kecamatan)}",
        clean(office.kabupaten),
    )
    return ", ".join(part for part in parts if part)


def _months_between(begin: date, end: date) -> int:
    """Whole months; for an age in years divide by 12."""
    return (end.year - begin.year) * 12 + end.month - begin.month - (end.day < begin.day)


def _age(person: PersonFacts, facts: LetterFacts) -> str:
    on = facts.age_day if facts.age_day and person is facts.subject else facts.issue_date
    if person.birth_date is None or person.birth_date > on:
        return ""
    months = _months_between(person.birth_date, on)
    return bound(f"{months // 12} tahun" if months >= 12 else f"{months} bulan")


def descent(person: PersonFacts) -> str:
    """`bin Syafrial`, `binti Syafrial`; "" when the father's name is not known."""
    father = clean(person.father_name)
    if not father:
        return ""
    word = {Sex.MALE: "bin", Sex.FEMALE: "binti"}.get(person.sex) if person.sex else None
    return f"{word or 'bin/binti'} {father}"


def _late(person: PersonFacts) -> str:
    return "almarhumah" if person.sex is Sex.FEMALE else "almarhum"


def _relation(person: PersonFacts) -> str:
    told = clean(person.columns.get(RELATION_COLUMN, ""))
    return told or label_of(RELATION, person.relation)


def _blood(person: PersonFacts) -> str:
    if person.blood_type == _UNKNOWN_BLOOD:
        return ""
    return code_lists.label("blood_type", person.blood_type)


ATTRIBUTES: dict[str, PersonAttribute] = {
    "nama": PersonAttribute("Nama", "Fikri Alhamdi", lambda p, _f: person_name(p.name)),
    "nik": PersonAttribute("NIK", "1306991004160001", lambda p, _f: p.nik),
    "nomor_kk": PersonAttribute("Nomor KK", "1306991202090007", lambda p, _f: p.nomor_kk),
    "lahir": PersonAttribute(
        "Tempat dan tanggal lahir", "Koto Contoh, 12 Agustus 2012", lambda p, _f: birth(p)
    ),
    "lahir_bersusun": PersonAttribute(
        "Tempat dan tanggal lahir, dua baris di dalam tabel",
        "Koto Contoh, 12 Agustus 2012",
        lambda p, _f: birth(p, ",\n"),
    ),
    "tempat_lahir": PersonAttribute(
        "Tempat lahir", "Koto Contoh", lambda p, _f: clean(p.birth_place)
    ),
    "tanggal_lahir": PersonAttribute(
        "Tanggal lahir",
        "12 Agustus 2012",
        lambda p, _f: long_date(p.birth_date) if p.birth_date else "",
    ),
    "umur": PersonAttribute("Umur pada tanggal surat", "10 tahun", _age),
    "jenis_kelamin": PersonAttribute(
        "Jenis kelamin", "Perempuan", lambda p, _f: label_of(SEX, p.sex)
    ),
    "lp": PersonAttribute("L atau P", "P", lambda p, _f: label_of(SEX, p.sex)[:1]),
    "agama": PersonAttribute("Agama", "Islam", lambda p, _f: label_of(RELIGION, p.religion)),
    "status_kawin": PersonAttribute(
        "Status perkawinan",
        "Belum kawin",
        lambda p, _f: label_of(MARITAL_STATUS, p.marital_status),
    ),
    "pekerjaan": PersonAttribute(
        "Pekerjaan", "Buruh tani", lambda p, _f: label_of(OCCUPATION, p.occupation)
    ),
    "pendidikan": PersonAttribute(
        "Pendidikan", "SLTA/sederajat", lambda p, _f: label_of(EDUCATION, p.education)
    ),
    "kewarganegaraan": PersonAttribute(
        "Kewarganegaraan", "Indonesia", lambda p, _f: label_of(CITIZENSHIP, p.citizenship)
    ),
    "kewarganegaraan_agama": PersonAttribute(
        "Kewarganegaraan dan agama",
        "Indonesia, Islam",
        lambda p, _f: ", ".join(
            word
            for word in (label_of(CITIZENSHIP, p.citizenship), label_of(RELIGION, p.religion))
            if word
        ),
    ),
    "golongan_darah": PersonAttribute("Golongan darah", "O", lambda p, _f: _blood(p)),
    "suku": PersonAttribute("Suku", "Koto", lambda p, _f: clean(p.suku)),
    "kaum": PersonAttribute("Kaum", "Dt. Paduko Alam", lambda p, _f: clean(p.kaum)),
    "penghulu": PersonAttribute("Penghulu", "M. Nasir Dt. Rajo", lambda p, _f: clean(p.penghulu)),
    "telepon": PersonAttribute("Nomor telepon", "081200000000", lambda p, _f: clean(p.phone)),
    "bin": PersonAttribute(
        "bin atau binti, dengan nama ayah", "bin Syafrial", lambda p, _f: descent(p)
    ),
    "ayah": PersonAttribute("Nama ayahnya", "Syafrial", lambda p, _f: clean(p.father_name)),
    "ibu": PersonAttribute("Nama ibunya", "Yusmaniar", lambda p, _f: clean(p.mother_name)),
    "hubungan": PersonAttribute(
        "Hubungan: yang ditanyakan di kolom itu, atau menurut KK",
        "Anak",
        lambda p, _f: _relation(p),
    ),
    "jorong": PersonAttribute("Jorong", "Koto Tangah", lambda p, _f: clean(p.jorong)),
    "tempat_tinggal": PersonAttribute(
        "Jorong dengan sebutannya, atau alamat orang luar", "Jorong Koto Tangah", home
    ),
    "alamat": PersonAttribute(
        "Jorong dan nagari, atau alamat orang luar",
        "Jorong Koto Tangah, Nagari Koto Contoh",
        short_address,
    ),
    "alamat_lengkap": PersonAttribute(
        "Alamat sampai kabupaten",
        "Jorong Koto Tangah, Nagari Koto Contoh, Kecamatan Batang Contoh, Kabupaten Contoh",
        full_address,
    ),
    "almarhum": PersonAttribute("almarhum atau almarhumah", "almarhum", lambda p, _f: _late(p)),
}
"""By the last part of its name: `{pihak.ayah.nama}`, `{orang.nama}`, `{warga.nama}`."""
