"""The columns that a list of residents may have, on the screen, on paper and in a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from nagari_kit.domain import code_lists, nik
from nagari_kit.domain.residents import LifeStatus, ResidentRow, Sex


class ListColumn(StrEnum):
    """By the words under which a PC remembers them."""

    NAME = "nama"
    NIK = "nik"
    NOMOR_KK = "no_kk"
    SEX = "jenis_kelamin"
    AGE = "umur"
    BORN = "lahir"
    RELATION = "hubungan"
    HEAD = "kepala_keluarga"
    MARITAL = "status_kawin"
    RELIGION = "agama"
    EDUCATION = "pendidikan"
    OCCUPATION = "pekerjaan"
    SUKU = "suku"
    JORONG = "jorong"
    RT_RW = "rt_rw"
    ADDRESS = "alamat"
    KTP = "ktp"


FIRST_COLUMNS = (
    ListColumn.NAME,
    ListColumn.NIK,
    ListColumn.SEX,
    ListColumn.AGE,
    ListColumn.RELATION,
    ListColumn.HEAD,
    ListColumn.JORONG,
    ListColumn.KTP,
)
"""What a list shows until somebody chooses; the name is in every list."""

NO_NIK = "belum punya NIK"
NO_KK = "belum tercatat"
RECORDED = frozenset({3, 4, 5, 6, 7, 8})
"""Codes of `recording_status` from which on the face and fingers were taken."""

_GONE = {
    LifeStatus.DEAD: "Meninggal",
    LifeStatus.MOVED: "Pindah",
    LifeStatus.MISSING: "Hilang",
    LifeStatus.GONE: "Pergi",
    LifeStatus.INVALID: "Tidak berlaku",
}


@dataclass(frozen=True, slots=True)
class ColumnFacts:
    """Title, width in mm on a sheet whose columns share 303 mm, and the text for a row on a day."""

    title: str
    width: float
    text: Callable[[ResidentRow, date], str]
    is_code: bool = False


def age_on(row: ResidentRow, today: date) -> str:
    """Whole years, or "" when the birthday is not known."""
    if row.birth_date is None:
        return ""
    before = (today.month, today.day) < (row.birth_date.month, row.birth_date.day)
    return str(today.year - row.birth_date.year - before)


def sex_letter(sex: Sex | None) -> str:
    """`L`, `P` or "" when it is not known."""
    return {Sex.MALE: "L", Sex.FEMALE: "P"}[sex] if sex is not None else ""


def relation_words(code: int | None) -> str:
    """`Kepala`, `Istri`, …: what fits a column."""
    return "Kepala" if code == 1 else code_lists.label("family_relation", code).capitalize()


def ktp_words(row: ResidentRow) -> str:
    """What is to be known before serving: gone, without NIK, KTP-el recorded or not."""
    if row.life_status is not LifeStatus.ALIVE:
        return _GONE[row.life_status]
    if not row.nik:
        return "Tanpa NIK"
    if row.recording_status in RECORDED:
        return "Sudah rekam"
    return {1: "Belum wajib", 2: "Belum rekam"}.get(row.recording_status or 0, "Belum tercatat")


def _born(row: ResidentRow, _today: date) -> str:
    day = f"{row.birth_date:%d-%m-%Y}" if row.birth_date else ""
    return ", ".join(part for part in (row.birth_place, day) if part)


def _label(list_name: str) -> Callable[[ResidentRow, date], str]:
    return lambda row, _today: code_lists.label(list_name, getattr(row, list_name))


COLUMNS: Mapping[ListColumn, ColumnFacts] = {
    ListColumn.NAME: ColumnFacts("Nama", 52, lambda row, _: row.name),
    ListColumn.NIK: ColumnFacts(
        "NIK", 33, lambda row, _: nik.masked(row.nik) if row.nik else NO_NIK, is_code=True
    ),
    ListColumn.NOMOR_KK: ColumnFacts(
        "No. KK",
        33,
        lambda row, _: nik.masked(row.nomor_kk) if row.nomor_kk else NO_KK,
        is_code=True,
    ),
    ListColumn.SEX: ColumnFacts("L/P", 9, lambda row, _: sex_letter(row.sex), is_code=True),
    ListColumn.AGE: ColumnFacts("Umur", 11, age_on, is_code=True),
    ListColumn.BORN: ColumnFacts("Tempat, tanggal lahir", 40, _born),
    ListColumn.RELATION: ColumnFacts(
        "Hubungan", 22, lambda row, _: relation_words(row.family_relation)
    ),
    ListColumn.HEAD: ColumnFacts("Kepala keluarga", 42, lambda row, _: row.head_name),
    ListColumn.MARITAL: ColumnFacts("Status kawin", 25, _label("marital_status")),
    ListColumn.RELIGION: ColumnFacts("Agama", 20, _label("religion")),
    ListColumn.EDUCATION: ColumnFacts("Pendidikan", 36, _label("education")),
    ListColumn.OCCUPATION: ColumnFacts("Pekerjaan", 36, _label("occupation")),
    ListColumn.SUKU: ColumnFacts("Suku", 22, lambda row, _: row.suku),
    ListColumn.JORONG: ColumnFacts("Jorong", 28, lambda row, _: row.jorong),
    ListColumn.RT_RW: ColumnFacts(
        "RT/RW", 16, lambda row, _: "/".join(part for part in (row.rt, row.rw) if part)
    ),
    ListColumn.ADDRESS: ColumnFacts("Alamat", 44, lambda row, _: row.address),
    ListColumn.KTP: ColumnFacts("KTP", 24, lambda row, _: ktp_words(row)),
}
"""In the order in which they stand from left to right. Numbers of people are masked."""


def in_order(chosen: frozenset[ListColumn]) -> tuple[ListColumn, ...]:
    """The chosen columns from left to right; the name is always there."""
    return tuple(one for one in COLUMNS if one in chosen or one is ListColumn.NAME)
