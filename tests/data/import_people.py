"""Invented families of a nagari that the files of `imports/` describe, each in its own layout."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

AREA = "130699"
"""A kecamatan that does not exist."""

HEAD, WIFE, CHILD, MOTHER = "KEPALA KELUARGA", "ISTRI", "ANAK", "ORANG TUA"


@dataclass(frozen=True)
class Person:
    """One line of a list; words as Dukcapil prints them."""

    name: str
    nik: str
    sex: str
    birth_place: str
    born: date
    relation: str
    marital: str
    occupation: str
    education: str
    father: str
    mother: str
    blood: str = "O"
    religion: str = "ISLAM"


@dataclass(frozen=True)
class Family:
    """A KK with its people."""

    nomor_kk: str
    address: str
    jorong: str
    rt: str
    rw: str
    people: tuple[Person, ...]


def nik(born: date, sex: str, serial: int) -> str:
    """A NIK that agrees with birth and sex."""
    day = born.day + (40 if sex == "P" else 0)
    return f"{AREA}{day:02d}{born:%m%y}{serial:04d}"


_MEMBERS = (
    ("SYAFRIZAL", "L", date(1971, 3, 14), HEAD, "KAWIN", "PETANI/PEKEBUN", "SLTA/SEDERAJAT"),
    ("YUSMANIAR", "P", date(1975, 9, 5), WIFE, "KAWIN", "MENGURUS RUMAH TANGGA",
     "TAMAT SD/SEDERAJAT"),
    ("RIZKI ANANDA", "L", date(2001, 2, 11), CHILD, "BELUM KAWIN", "PELAJAR/MAHASISWA",
     "SLTA/SEDERAJAT"),
    ("NUR'AINI", "P", date(2009, 3, 17), CHILD, "BELUM KAWIN", "BELUM/TIDAK BEKERJA",
     "SLTP/SEDERAJAT"),
)  # fmt: skip
_NAMES = (
    ("SYAFRIZAL", "YUSMANIAR", "RIZKI ANANDA", "NUR'AINI"),
    ("ZULKARNAIN", "ERNA WILIS", "BAGAS OKTAVIAN", "SUCI RAHMADANI"),
    ("GUSNEDI", "ROSMIATI", "FAJRI HIDAYAT", "ANNISA ZAHARA"),
)
_ADDRESSES = ("JL. SURAU GADANG NO. 7", "JL. PASAR LAMO", "SIMPANG AMPEK")
_JORONG = ("KOTO TUO", "KAMPUANG DALAM", "KOTO TUO")


def families() -> tuple[Family, ...]:
    """Three KK of four people each."""
    return tuple(_family(place) for place in range(3))


def _family(place: int) -> Family:
    people = []
    for serial, (_, sex, born, relation, marital, occupation, education) in enumerate(_MEMBERS, 1):
        day = born.replace(year=born.year + place)
        is_child = relation == CHILD
        people.append(
            Person(
                _NAMES[place][serial - 1], nik(day, sex, serial + 10 * place), sex,
                "KOTO CONTOH", day, relation, marital, occupation, education,
                _NAMES[place][0] if is_child else "JUFRI",
                _NAMES[place][1] if is_child else "SITI AMINAH",
            )
        )  # fmt: skip
    return Family(
        f"{AREA}250612{place + 1:04d}", _ADDRESSES[place], _JORONG[place], f"00{place + 1}", "001",
        tuple(people),
    )  # fmt: skip
