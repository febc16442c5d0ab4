"""What a complete household has, and what this one lacks, one sentence for each thing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from nagari_kit.domain import nik, nomor_kk
from nagari_kit.domain.dates import age_on
from nagari_kit.domain.family_succession import HEAD
from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.residents import Household, Resident

KTP_FROM = 17
"""Years of age from which everybody has a KTP-el, as who is married (UU 24/2013 pasal 63)."""
_EVER_MARRIED = frozenset({2, 3, 4})
_NOT_RECORDED = frozenset({1, 2})


@dataclass(frozen=True, slots=True)
class HouseholdCheck:
    """One line. `resident_id`: the first member whom it is about, None for the household."""

    ok: bool
    words: str
    resident_id: ResidentId | None = None


def check_household(
    household: Household, members: Sequence[Resident], today: date
) -> tuple[HouseholdCheck, ...]:
    """The lines of a household in a fixed order; `members` are alive and in it."""
    if not members:
        return (_number_check(household), HouseholdCheck(ok=False, words="Belum ada anggota"))
    return (
        _number_check(household),
        _head_check(members),
        _each(members, _nik_fault, "NIK cocok dengan tanggal lahir"),
        _each(members, _without_birth_date, "Tanggal lahir lengkap"),
        _each(members, _without_relation, "Hubungan keluarga lengkap"),
        _each(members, _without_parents, "Nama ayah dan ibu lengkap"),
        _each(members, lambda one: _without_ktp(one, today), "KTP 17 tahun ke atas lengkap"),
    )


def _number_check(household: Household) -> HouseholdCheck:
    if household.nomor_kk is None:
        return HouseholdCheck(ok=False, words="Nomor KK belum dicatat")
    reason = nomor_kk.fault(household.nomor_kk)
    return HouseholdCheck(not reason, reason.rstrip(".") or "Nomor KK benar")


def _head_check(members: Sequence[Resident]) -> HouseholdCheck:
    heads = [one for one in members if one.family_relation == HEAD]
    if not heads:
        return HouseholdCheck(ok=False, words="Belum ada kepala keluarga")
    if len(heads) > 1:
        words = f"{len(heads)} orang tercatat sebagai kepala keluarga"
        return HouseholdCheck(ok=False, words=words, resident_id=heads[1].id)
    return HouseholdCheck(ok=True, words="Satu kepala keluarga")


def _each(
    members: Sequence[Resident], lacks: Callable[[Resident], str], all_well: str
) -> HouseholdCheck:
    """One line for one thing: who lacks it by name, or how many do."""
    found = [(one, said) for one in members if (said := lacks(one))]
    if not found:
        return HouseholdCheck(ok=True, words=all_well)
    first, said = found[0]
    words = f"{_short(first)} {said}"
    if len(found) > 1:
        words = f"{words}, dan {len(found) - 1} orang lagi"
    return HouseholdCheck(ok=False, words=words, resident_id=first.id)


def _short(one: Resident) -> str:
    """The first word that says who it is: `Muhammad Rizki`, but `Fadli`."""
    words = one.name.name.split()
    wanted = 2 if (words and len(words[0]) <= 2) or words[:1] == ["Muhammad"] else 1
    return " ".join(words[:wanted])


def _nik_fault(one: Resident) -> str:
    if not one.nik:
        return "belum punya NIK"
    if nik.fault(one.nik):
        return "ber-NIK yang tidak mungkin"
    if nik.doubts(one.nik, birth_date=one.birth_date, sex=one.sex):
        return "ber-NIK yang tidak cocok tanggal lahirnya atau L/P-nya"
    return ""


def _without_birth_date(one: Resident) -> str:
    return "" if one.birth_date else "belum ada tanggal lahirnya"


def _without_relation(one: Resident) -> str:
    return "" if one.family_relation else "belum ada hubungan keluarganya"


def _without_parents(one: Resident) -> str:
    known = one.parents.father_name.strip() and one.parents.mother_name.strip()
    return "" if known else "belum lengkap nama orang tuanya"


def _without_ktp(one: Resident, today: date) -> str:
    age = age_on(one.birth_date, today) if one.birth_date else 0
    due = age >= KTP_FROM or one.marital_status in _EVER_MARRIED
    if not due or one.papers.recording_status not in _NOT_RECORDED:
        return ""
    return f"({age} th) belum rekam KTP" if one.birth_date else "belum rekam KTP"
