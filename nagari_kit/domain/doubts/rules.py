"""The rules of the quality desk: what each is called, how grave it is, what it asks, what mends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class DoubtRule(StrEnum):
    """The rules, the order is that of the desk. Values are stored with decisions."""

    SAME_PERSON = "same_person"
    SAME_NIK = "same_nik"
    NIK_STRUCTURE = "nik_structure"
    NIK_BIRTH_DATE = "nik_birth_date"
    NIK_SEX = "nik_sex"
    PARENT_NIK = "parent_nik"
    CHILD_AGE = "child_age"
    SPOUSE_SEX = "spouse_sex"
    SAME_MARRIAGE_DATE = "same_marriage_date"
    MARRIED_CHILD = "married_child"
    ODD_BIRTH_DATE = "odd_birth_date"
    WITHOUT_HEAD = "without_head"
    TWO_HEADS = "two_heads"
    WITHOUT_HOUSEHOLD = "without_household"
    MISSING_BIRTH_DATE = "missing_birth_date"
    MISSING_SEX = "missing_sex"
    KTP_DUE = "ktp_due"


class Gravity(StrEnum):
    """An error cannot be right, a warning may be, a hint is only something to do."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Mend(StrEnum):
    """What mends a doubt: joining two records, facts in a form, a KK, or the head of a KK."""

    MERGE = "merge"
    FACTS = "facts"
    HOUSEHOLD = "household"
    HEAD = "head"


@dataclass(frozen=True, slots=True)
class RuleDescription:
    """What the desk says of a rule. `confirm` is the button for "it is right as it stands"."""

    rule: DoubtRule
    title: str
    gravity: Gravity
    question: str
    mend: Mend
    confirm: str = "Memang benar"


_E, _W, _H = Gravity.ERROR, Gravity.WARNING, Gravity.HINT
_TWO = "Memang dua orang"

RULES: Mapping[DoubtRule, RuleDescription] = {
    one.rule: one
    for one in (
        RuleDescription(
            DoubtRule.SAME_PERSON, "Orang kembar", _W, "Gabungkan dua catatan?", Mend.MERGE, _TWO
        ),
        RuleDescription(
            DoubtRule.SAME_NIK, "NIK dipakai dua kali", _W, "Gabungkan dua catatan?", Mend.MERGE,
            _TWO,
        ),
        RuleDescription(
            DoubtRule.NIK_STRUCTURE, "NIK salah susunan", _E, "NIK ini tidak mungkin. Yang benar?",
            Mend.FACTS,
        ),
        RuleDescription(
            DoubtRule.NIK_BIRTH_DATE, "NIK tidak cocok tanggal lahir", _W,
            "NIK atau tanggal lahirnya yang salah?", Mend.FACTS,
        ),
        RuleDescription(
            DoubtRule.NIK_SEX, "NIK tidak cocok jenis kelamin", _W,
            "NIK atau jenis kelaminnya yang salah?", Mend.FACTS,
        ),
        RuleDescription(
            DoubtRule.PARENT_NIK, "NIK orang tua meragukan", _W, "Benarkah NIK ayah dan ibunya?",
            Mend.FACTS,
        ),
        RuleDescription(
            DoubtRule.CHILD_AGE, "Umur anak janggal", _E,
            "Tanggal lahir atau hubungannya yang salah?", Mend.FACTS,
        ),
        RuleDescription(
            DoubtRule.SPOUSE_SEX, "Suami istri tidak cocok L/P", _E,
            "Jenis kelamin atau hubungannya yang salah?", Mend.FACTS,
        ),
        RuleDescription(
            DoubtRule.SAME_MARRIAGE_DATE, "Dua kawin, satu tanggal", _W,
            "Benarkah kawin pada hari yang sama?", Mend.FACTS,
        ),
        RuleDescription(
            DoubtRule.MARRIED_CHILD, "Kawin di bawah 10 tahun", _E,
            "Tanggal lahir atau status kawinnya yang salah?", Mend.FACTS,
        ),
        RuleDescription(
            DoubtRule.ODD_BIRTH_DATE, "Tanggal lahir janggal", _E, "Berapa tanggal lahirnya?",
            Mend.FACTS,
        ),
        RuleDescription(
            DoubtRule.WITHOUT_HEAD, "KK tanpa kepala", _E, "Siapa kepala keluarganya?", Mend.HEAD
        ),
        RuleDescription(
            DoubtRule.TWO_HEADS, "KK berkepala dua", _E, "Siapa kepala keluarganya?", Mend.HEAD
        ),
        RuleDescription(
            DoubtRule.WITHOUT_HOUSEHOLD, "Warga tanpa KK", _W, "Di KK mana ia tercatat?",
            Mend.HOUSEHOLD, "Memang belum ber-KK",
        ),
        RuleDescription(
            DoubtRule.MISSING_BIRTH_DATE, "Tanggal lahir kosong", _W, "Kapan ia lahir?", Mend.FACTS,
            "Memang tidak diketahui",
        ),
        RuleDescription(
            DoubtRule.MISSING_SEX, "Jenis kelamin kosong", _W, "Laki-laki atau perempuan?",
            Mend.FACTS, "Memang tidak diketahui",
        ),
        RuleDescription(
            DoubtRule.KTP_DUE, "17 tahun lebih, belum KTP", _H, "Sudah direkam KTP-el?", Mend.FACTS,
            "Memang belum",
        ),
    )
}  # fmt: skip
"""Every rule, in the order of the desk."""
