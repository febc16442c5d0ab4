"""Which facts of whom the desk offers to put right for each rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from nagari_kit.domain import code_lists
from nagari_kit.domain.doubts.rules import DoubtRule


class FieldKind(StrEnum):
    """How a fact is written."""

    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class MendField:
    """One field of the form. `person` is the place among the people of the doubt.

    `path` is that of `resident_checks.fact`; `options` are the codes of a choice.
    """

    person: int
    path: str
    label: str
    kind: FieldKind
    options: Mapping[int, str] = field(default_factory=dict)


def _nik(person: int = 0) -> MendField:
    return MendField(person, "nik", "NIK", FieldKind.NUMBER)


def _born(person: int = 0) -> MendField:
    return MendField(person, "birth_date", "Tanggal lahir", FieldKind.DATE)


def _choice(person: int, path: str, label: str, options: Mapping[int, str]) -> MendField:
    return MendField(person, path, label, FieldKind.CHOICE, options)


def _sex(person: int = 0) -> MendField:
    return _choice(person, "sex", "Jenis kelamin", code_lists.SEX)


def _relation(person: int = 0) -> MendField:
    return _choice(person, "family_relation", "Hubungan dalam KK", code_lists.FAMILY_RELATION)


def _married(person: int = 0) -> MendField:
    return MendField(person, "papers.marriage_date", "Tanggal kawin", FieldKind.DATE)


_FIELDS: Mapping[DoubtRule, tuple[MendField, ...]] = {
    DoubtRule.NIK_STRUCTURE: (_nik(),),
    DoubtRule.NIK_BIRTH_DATE: (_nik(), _born()),
    DoubtRule.NIK_SEX: (_nik(), _sex()),
    DoubtRule.PARENT_NIK: (
        MendField(0, "parents.father_nik", "NIK ayah", FieldKind.NUMBER),
        MendField(0, "parents.mother_nik", "NIK ibu", FieldKind.NUMBER),
    ),
    DoubtRule.CHILD_AGE: (_born(), _relation(), _born(1), _relation(1)),
    DoubtRule.SPOUSE_SEX: (_sex(), _relation(), _sex(1)),
    DoubtRule.SAME_MARRIAGE_DATE: (_married(), _married(1)),
    DoubtRule.MARRIED_CHILD: (
        _born(),
        _choice(0, "marital_status", "Status kawin", code_lists.MARITAL_STATUS),
        _married(),
    ),
    DoubtRule.ODD_BIRTH_DATE: (_born(),),
    DoubtRule.MISSING_BIRTH_DATE: (_born(),),
    DoubtRule.MISSING_SEX: (_sex(),),
    DoubtRule.KTP_DUE: (
        _choice(0, "papers.recording_status", "Perekaman KTP-el", code_lists.RECORDING_STATUS),
        _born(),
    ),
}


def mend_fields(rule: DoubtRule) -> tuple[MendField, ...]:
    """The fields of a rule, none where something else mends it."""
    return _FIELDS.get(rule, ())
