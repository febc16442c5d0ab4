"""Rules that need the facts of one person alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from nagari_kit.domain import nik
from nagari_kit.domain.dates import age_on, long_date
from nagari_kit.domain.doubts.found import Doubt
from nagari_kit.domain.doubts.person_facts import PersonFacts
from nagari_kit.domain.doubts.rules import DoubtRule
from nagari_kit.domain.household_checks import KTP_FROM
from nagari_kit.domain.resident_checks import OLDEST
from nagari_kit.domain.residents import Residency, Sex

YOUNGEST_MARRIED = 10
"""Below this age a marriage is a slip of the pen; between it and the legal 19 a court may allow."""
_MARRIED = 2
_EVER_MARRIED = frozenset({2, 3, 4})
_NOT_RECORDED = frozenset({1, 2})
_WITHOUT_KTP = 1


def doubts_of_person(one: PersonFacts, today: date) -> Iterator[Doubt]:
    """All that is odd about somebody who lives here."""
    if one.nik:
        yield from _nik(one, one.nik)
    if one.household_id is None and one.residency == Residency.PERMANENT.value:
        yield _doubt(DoubtRule.WITHOUT_HOUSEHOLD, one, "Belum tercatat di KK mana pun")
    if one.sex is None:
        yield _doubt(DoubtRule.MISSING_SEX, one, "Jenis kelamin belum dicatat")
    if one.born is None:
        yield _doubt(DoubtRule.MISSING_BIRTH_DATE, one, "Tanggal lahir belum dicatat")
    else:
        yield from _age(one, one.born, today)


def _nik(one: PersonFacts, number: str) -> Iterator[Doubt]:
    said, reason = _read(number)
    if said is not None and number == one.nomor_kk:
        reason = "NIK sama dengan nomor KK."
    is_born_so = said is not None and one.born is not None and said.could_be_born(one.born)
    if said is not None and not is_born_so and not nik.has_possible_date(number):
        reason = "Tanggal lahir di dalam NIK tidak ada di kalender."
    if reason or said is None:
        yield _doubt(DoubtRule.NIK_STRUCTURE, one, reason.rstrip("."), number)
        return
    if one.born is not None and not is_born_so:
        in_nik = f"{said.day:02d}-{said.month:02d}-{said.two_digit_year:02d}"
        why = f"Menurut NIK {in_nik}, tercatat {one.born:%d-%m-%Y}"
        yield _doubt(DoubtRule.NIK_BIRTH_DATE, one, why, number, one.born.isoformat())
    if one.sex is not None and said.sex.value != one.sex:
        why = f"Menurut NIK {_sex(said.sex)}, tercatat {_sex(Sex(one.sex))}"
        yield _doubt(DoubtRule.NIK_SEX, one, why, number, str(one.sex))


def _read(number: str) -> tuple[nik.NikParts | None, str]:
    """What the NIK says, or why it says nothing."""
    try:
        return nik.parts(number), ""
    except ValueError as error:
        return None, str(error)


def _age(one: PersonFacts, born: date, today: date) -> Iterator[Doubt]:
    age = age_on(born, today)
    if born > today:
        why = f"Lahir {long_date(born)}, belum tiba"
        yield _doubt(DoubtRule.ODD_BIRTH_DATE, one, why, born.isoformat())
        return
    if age > OLDEST:
        why = f"Lahir {long_date(born)}, berumur {age} tahun"
        yield _doubt(DoubtRule.ODD_BIRTH_DATE, one, why, born.isoformat())
    if one.marital_status in _EVER_MARRIED:
        yield from _married_child(one, born, age)
    if _lacks_ktp(one, age):
        why = f"Berumur {age} tahun, belum rekam KTP-el"
        # Only the birthday and the standing count, or each year would ask anew.
        yield _doubt(DoubtRule.KTP_DUE, one, why, born.isoformat())


def _married_child(one: PersonFacts, born: date, age: int) -> Iterator[Doubt]:
    facts = (born.isoformat(), str(one.marital_status), one.marriage_date or "")
    wedding = date.fromisoformat(one.marriage_date) if one.marriage_date else None
    at_wedding = age_on(born, wedding) if wedding is not None else None
    if age < YOUNGEST_MARRIED:
        why = f"Berumur {age} tahun, tetapi sudah pernah kawin"
        yield _doubt(DoubtRule.MARRIED_CHILD, one, why, *facts)
    elif at_wedding is not None and at_wedding < YOUNGEST_MARRIED:
        words = f"pada umur {at_wedding} tahun" if at_wedding >= 0 else "sebelum ia lahir"
        yield _doubt(DoubtRule.MARRIED_CHILD, one, f"Tanggal kawin {words}", *facts)


def _lacks_ktp(one: PersonFacts, age: int) -> bool:
    due = age >= KTP_FROM or (one.marital_status == _MARRIED and age >= YOUNGEST_MARRIED)
    not_recorded = one.recording_status in _NOT_RECORDED
    return due and (not_recorded or (one.recording_status is None and one.ektp == _WITHOUT_KTP))


def _doubt(rule: DoubtRule, one: PersonFacts, why: str, *facts: str) -> Doubt:
    return Doubt(rule, (one.resident_id,), one.full_name, why, facts, one.home)


def _sex(sex: Sex) -> str:
    return "laki-laki" if sex is Sex.MALE else "perempuan"
