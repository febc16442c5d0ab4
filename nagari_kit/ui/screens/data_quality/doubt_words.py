"""How the quality desk says rules, people and values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from nagari_kit.domain import code_lists
from nagari_kit.domain.doubts import DoubtRule, Gravity
from nagari_kit.domain.doubts.merge import MERGE_FIELDS, Belongings
from nagari_kit.domain.household_choice import HouseholdHit
from nagari_kit.domain.identity import HouseholdId
from nagari_kit.domain.residents import Resident
from nagari_kit.ui.code_words import RECORDING, code_words
from nagari_kit.ui.letter_words import long_day, short_moment

ICONS: Mapping[DoubtRule, str] = {
    DoubtRule.SAME_PERSON: "users",
    DoubtRule.SAME_NIK: "copy",
    DoubtRule.NIK_STRUCTURE: "hash",
    DoubtRule.NIK_BIRTH_DATE: "id",
    DoubtRule.NIK_SEX: "id",
    DoubtRule.PARENT_NIK: "fingerprint",
    DoubtRule.CHILD_AGE: "git-merge",
    DoubtRule.SPOUSE_SEX: "heart-handshake",
    DoubtRule.SAME_MARRIAGE_DATE: "heart-handshake",
    DoubtRule.MARRIED_CHILD: "heart-handshake",
    DoubtRule.ODD_BIRTH_DATE: "calendar",
    DoubtRule.WITHOUT_HEAD: "home",
    DoubtRule.TWO_HEADS: "home",
    DoubtRule.WITHOUT_HOUSEHOLD: "user-search",
    DoubtRule.MISSING_BIRTH_DATE: "calendar",
    DoubtRule.MISSING_SEX: "user",
    DoubtRule.KTP_DUE: "ticket",
}
KINDS: Mapping[Gravity, str] = {
    Gravity.ERROR: "err",
    Gravity.WARNING: "warn",
    Gravity.HINT: "info",
}
CHIP_WORDS: Mapping[Gravity, str] = {
    Gravity.ERROR: "Tidak mungkin",
    Gravity.WARNING: "Meragukan",
    Gravity.HINT: "Perlu dikerjakan",
}
NOTHING = "kosong"

Homes = Mapping[HouseholdId, HouseholdHit]


def person_line(one: Resident, homes: Homes) -> str:
    """`NIK 1306 …  ·  lahir 5 September 1982  ·  istri, KK Syafrial  ·  Koto Tangah`."""
    hit = homes.get(one.household_id) if one.household_id else None
    relation = code_words(code_lists.FAMILY_RELATION, one.family_relation)
    home = f"KK {hit.head_name}" if hit is not None and hit.head_name else ""
    parts = (
        f"NIK {spaced(one.nik)}" if one.nik else "tanpa NIK",
        f"lahir {long_day(one.birth_date)}" if one.birth_date else "tanggal lahir belum ada",
        ", ".join(part for part in (relation, home) if part),
        hit.jorong if hit is not None else "tanpa KK",
    )
    return "  ·  ".join(part for part in parts if part)


def spaced(number: str) -> str:
    """`1306 9945 0982 0003`: two numbers are compared by their groups."""
    return " ".join(number[start : start + 4] for start in range(0, len(number), 4))


def value_words(field_id: str, one: Resident, homes: Homes) -> str:
    """A line of the merge table as one reads it, or `kosong`."""
    say = _SAY.get(field_id)
    if field_id == "household":
        words = _household(one, homes)
    elif say is not None:
        words = say(one)
    else:
        words = _joined(*_FIELDS[field_id].value(one))
    return words or NOTHING


def record_words(letter: str, belongings: Belongings | None) -> str:
    """`Catatan A`, and under it `impor 3 Mei 2024`."""
    if belongings is None or belongings.entered_at is None:
        return f"Catatan {letter}"
    how = _ENTERED.get(belongings.entered_by, "dibuat")
    day = short_moment(belongings.entered_at).rsplit(" ", 1)[0]
    return f"Catatan {letter}\n{how} {day}"


_ENTERED = {"import": "impor", "birth": "lahir", "arrival": "datang"}
_FIELDS = {field.id: field for field in MERGE_FIELDS}


def _joined(*values: object) -> str:
    return ", ".join(_plain(value) for value in values if value not in {None, ""})


def _plain(value: object) -> str:
    return long_day(value) if isinstance(value, date) else str(value)


def _household(one: Resident, homes: Homes) -> str:
    if one.household_id is None:
        return ""
    hit = homes.get(one.household_id)
    number = hit.household.nomor_kk if hit is not None else None
    relation = code_words(code_lists.FAMILY_RELATION, one.family_relation)
    return _joined(spaced(number) if number else "belum bernomor", relation.lower())


def _code(labels: Mapping[int, str], name: str) -> Callable[[Resident], str]:
    return lambda one: code_words(labels, getattr(one, name))


def _parent(name: str, number: str) -> Callable[[Resident], str]:
    return lambda one: _joined(getattr(one.parents, name), spaced(getattr(one.parents, number)))


def _ktp(one: Resident) -> str:
    papers = one.papers
    standing = RECORDING.get(papers.recording_status or 0, "")
    return _joined(standing, papers.ktp_place, papers.ktp_date, papers.tag_id_card)


def _insurance(one: Resident) -> str:
    papers = one.papers
    kind = code_words(code_lists.INSURANCE, papers.insurance)
    return _joined(kind, papers.insurance_number, papers.employment_insurance)


def _birth(one: Resident) -> str:
    born = one.birth
    weight = f"{born.weight} gram" if born.weight else ""
    order = f"anak ke-{born.order}" if born.order else ""
    return _joined(born.time, order, weight) or "ada"


_SAY: Mapping[str, Callable[[Resident], str]] = {
    "name": lambda one: one.name.full(),
    "nik": lambda one: spaced(one.nik or ""),
    "sex": lambda one: code_words(code_lists.SEX, one.sex),
    "religion": _code(code_lists.RELIGION, "religion"),
    "marital_status": _code(code_lists.MARITAL_STATUS, "marital_status"),
    "education": _code(code_lists.EDUCATION, "education"),
    "current_education": _code(code_lists.CURRENT_EDUCATION, "current_education"),
    "occupation": _code(code_lists.OCCUPATION, "occupation"),
    "citizenship": _code(code_lists.CITIZENSHIP, "citizenship"),
    "residency": _code(code_lists.RESIDENCY, "residency"),
    "blood_type": _code(code_lists.BLOOD_TYPE, "blood_type"),
    "language": _code(code_lists.LANGUAGE, "language"),
    "father": _parent("father_name", "father_nik"),
    "mother": _parent("mother_name", "mother_nik"),
    "ktp": _ktp,
    "insurance": _insurance,
    "birth": lambda one: "" if _FIELDS["birth"].is_empty(one) else _birth(one),
    # Health is a restricted fact: that something is written says enough to choose.
    "health": lambda one: "" if _FIELDS["health"].is_empty(one) else "tercatat (terbatas)",
}
