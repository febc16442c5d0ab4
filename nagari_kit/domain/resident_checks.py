"""What is wrong or only doubtful in the facts of one resident, said field by field."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from nagari_kit.domain import names, nik, nomor_kk
from nagari_kit.domain.dates import age_on
from nagari_kit.domain.residents import Resident, Sex

OLDEST = 120
_NAMES_UNDER_NEW_LAW = date(2022, 4, 21)
"""From this day Permendagri 73/2022 judges names; whoever was born before keeps the own."""
_HEAD, _HUSBAND, _WIFE = 1, 2, 3
_NEVER_MARRIED = 1
_MARRYING_AGE = 19
"""UU 16/2019 pasal 7; younger people marry by leave of a court, so that it is a doubt only."""
_PREGNANT = 1
_TIME = re.compile(r"(?:[01]\d|2[0-3])\.[0-5]\d\Z")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+\Z")
_PHONE = re.compile(r"\+?[0-9 \-()]{6,20}\Z")
_TAG = re.compile(r"[0-9A-Za-z]{10,17}\Z")


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence on the field of this path (`nik`, `papers.passport`, `name.name`).

    A fault must be mended; a doubt may stand when the officer says why.
    """

    field: str
    sentence: str
    is_fault: bool = True


def remarks(one: Resident, today: date, known: Resident | None = None) -> tuple[Remark, ...]:
    """Everything that can be said of these facts alone, faults first.

    `known` is the record as the books have it, None for somebody new: what is old and was not
    touched is held against nobody.
    """
    found = [
        remark
        for check in _CHECKS
        for remark in check(one, today)
        if known is None or _touched(remark.field, one, known)
    ]
    return tuple(sorted(found, key=lambda remark: not remark.is_fault))


def relation_fault(relation: int | None, head_name: str, *, opens_household: bool) -> str:
    """Why the relation does not fit the household, as a sentence, or "".

    `head_name` is that of another person who heads it, "" when nobody does.
    """
    if opens_household and relation != _HEAD:
        return "KK baru dibuka oleh kepala keluarganya: pilih KEPALA KELUARGA."
    if relation == _HEAD and head_name:
        return f"KK ini sudah dikepalai {head_name}. Satu KK satu kepala: pilih hubungan lain."
    return ""


def fact(one: Resident, path: str) -> object:
    """The fact at a path such as `papers.passport`."""
    found: object = one
    for name in path.split("."):
        found = getattr(found, name)
    return found


_RELATED = {
    "name.name": ("name.name", "birth_date"),
    "nik": ("nik", "birth_date", "sex"),
    "family_relation": ("family_relation", "sex"),
    "marital_status": ("marital_status", "birth_date"),
    "papers.marriage_date": ("papers.marriage_date", "birth_date", "marital_status"),
    "papers.divorce_date": ("papers.divorce_date", "papers.marriage_date"),
}


def _touched(path: str, one: Resident, known: Resident) -> bool:
    return any(fact(one, near) != fact(known, near) for near in _RELATED.get(path, (path,)))


def _name(one: Resident, _today: date) -> Iterator[Remark]:
    if reason := names.fault(one.name.name):
        yield Remark("name.name", reason)
    elif one.birth_date is not None and one.birth_date >= _NAMES_UNDER_NEW_LAW:
        for sentence in names.doubts(one.name.name):
            yield Remark("name.name", sentence, is_fault=False)


def _nik(one: Resident, _today: date) -> Iterator[Remark]:
    if not one.nik:
        return
    if reason := nik.fault(one.nik):
        yield Remark("nik", reason)
    elif not nik.has_possible_date(one.nik):
        yield Remark("nik", "Tanggal lahir di dalam NIK tidak ada di kalender.")
    else:
        for sentence in nik.doubts(one.nik, birth_date=one.birth_date, sex=one.sex):
            yield Remark("nik", sentence, is_fault=False)


def _who(one: Resident, today: date) -> Iterator[Remark]:
    if one.sex is None:
        yield Remark("sex", "Jenis kelamin belum dipilih.")
    if one.birth_date is None:
        return
    if one.birth_date > today:
        yield Remark("birth_date", "Tanggal lahir belum tiba. Periksa tahunnya.")
    elif age_on(one.birth_date, today) > OLDEST:
        yield Remark("birth_date", f"Umurnya lebih dari {OLDEST} tahun.", is_fault=False)


def _family(one: Resident, today: date) -> Iterator[Remark]:
    wrong = {_WIFE: Sex.MALE, _HUSBAND: Sex.FEMALE}.get(one.family_relation or 0)
    if wrong is not None and one.sex is wrong:
        words = "istri" if one.family_relation == _WIFE else "suami"
        sentence = f"Hubungan {words} tidak cocok dengan jenis kelaminnya."
        yield Remark("family_relation", sentence, is_fault=False)
    married = one.marital_status not in {None, _NEVER_MARRIED}
    if married and one.birth_date and age_on(one.birth_date, today) < _MARRYING_AGE:
        sentence = f"Sudah kawin, tetapi umurnya di bawah {_MARRYING_AGE} tahun."
        yield Remark("marital_status", sentence, is_fault=False)
    for path, number in (
        ("parents.father_nik", one.parents.father_nik),
        ("parents.mother_nik", one.parents.mother_nik),
    ):
        if number and (reason := nik.fault(number)):
            yield Remark(path, reason)
        elif number and number == one.nik:
            yield Remark(path, "NIK orang tua sama dengan NIK warga ini sendiri.")


def _papers(one: Resident, today: date) -> Iterator[Remark]:
    papers = one.papers
    if papers.marriage_date is not None:
        if papers.marriage_date > today:
            yield Remark("papers.marriage_date", "Tanggal kawin belum tiba.")
        elif one.birth_date is not None and papers.marriage_date <= one.birth_date:
            yield Remark("papers.marriage_date", "Tanggal kawin mendahului tanggal lahir.")
        elif one.marital_status == _NEVER_MARRIED:
            sentence = "Ada tanggal kawin, tetapi status kawinnya belum kawin."
            yield Remark("papers.marriage_date", sentence, is_fault=False)
    before = papers.marriage_date
    if papers.divorce_date is not None and before is not None and papers.divorce_date < before:
        yield Remark("papers.divorce_date", "Tanggal cerai mendahului tanggal kawin.")
    if papers.ktp_date is not None and papers.ktp_date > today:
        yield Remark("papers.ktp_date", "Tanggal KTP belum tiba.")
    if papers.tag_id_card and not _TAG.match(papers.tag_id_card):
        yield Remark("papers.tag_id_card", "Tag kartu terdiri dari 10 sampai 17 huruf atau angka.")


def _reached(one: Resident, _today: date) -> Iterator[Remark]:
    if one.phone and not _PHONE.match(one.phone):
        yield Remark("phone", "Tulis nomor telepon dengan angka saja, seperti 0812-3456-7890.")
    if one.email and not _EMAIL.match(one.email):
        yield Remark("email", "Tulis alamat surel seperti nama@contoh.id.")
    if one.previous_nomor_kk and (reason := nomor_kk.fault(one.previous_nomor_kk)):
        yield Remark("previous_nomor_kk", reason)


def _birth(one: Resident, _today: date) -> Iterator[Remark]:
    born = one.birth
    if born.time and not _TIME.match(born.time):
        yield Remark("birth.time", "Tulis jam lahir seperti 04.30.")
    for path, value, least, most, words in (
        ("birth.order", born.order, 1, 25, "Anak ke berapa: tulis 1 sampai 25."),
        ("birth.weight", born.weight, 300, 9000, "Berat lahir ditulis dalam gram, misalnya 3100."),
        ("birth.length", born.length, 20, 70, "Panjang lahir ditulis dalam cm, misalnya 49."),
    ):
        if value is not None and not least <= value <= most:
            yield Remark(path, words)
    if one.restricted.pregnancy == _PREGNANT and one.sex is Sex.MALE:
        yield Remark("restricted.pregnancy", "Laki-laki tidak dapat dicatat hamil.")


_CHECKS: tuple[Callable[[Resident, date], Iterator[Remark]], ...] = (
    _name, _nik, _who, _family, _papers, _reached, _birth,
)  # fmt: skip
