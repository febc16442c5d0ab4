"""Composes the letters of the set from the one entry."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from nagari_kit.domain.identity import DraftId, LetterSetId
from nagari_kit.domain.letter_fields import RequirementSpec
from nagari_kit.domain.letter_requirements import RequirementAnswer, RequirementState
from nagari_kit.domain.letters import LetterInput, LetterPerson, LetterType
from nagari_kit.domain.marriage import (
    AGE_WITHOUT_LEAVE,
    FormNeed,
    MarriageCase,
    MarriageSide,
    Side,
)
from nagari_kit.services.letter_requirements import requirements_of

_YES, _NO = "ya", "tidak"


def composed(
    case: MarriageCase, need: FormNeed, kind: LetterType, ages: Mapping[Side, int | None]
) -> LetterInput:
    """The input of one form: only people and values that this version of the form asks for."""
    one, other = case.side(need.side), case.side(need.side.other)
    people = {
        "ayah": one.father,
        "ibu": one.mother,
        "calon": with_father(other),
        "almarhum": one.late_spouse,
    }
    asked = {role.id for role in kind.people}
    fields = {field.id for field in kind.fields}
    values = _values(case, one, ages)
    return LetterInput(
        kind.id,
        one.person.resident_id if one.person is not None else None,
        {name: text for name, text in values.items() if name in fields},
        case.signer_id,
        case.applied_on,
        _draft_of(case.draft_id, need.key),
        {role: (who,) for role, who in people.items() if who is not None and role in asked},
        requirements=_answers(case, kind),
        set_id=LetterSetId(case.draft_id) if case.draft_id is not None else None,
    )


def with_father(side: MarriageSide) -> LetterPerson | None:
    """The person; a stranger takes bin or binti from a father who was typed apart."""
    person = side.person
    father = side.father.outsider if side.father is not None else None
    if person is None or person.outsider is None or person.outsider.father_name or father is None:
        return person
    named = replace(person.outsider, father_name=father.name.full())
    return replace(person, outsider=named)


def papers_of(
    kinds: Mapping[str, LetterType], needs: tuple[FormNeed, ...]
) -> tuple[RequirementSpec, ...]:
    """Papers of all needed forms, each once; required when any form requires it."""
    found: dict[str, RequirementSpec] = {}
    for need in needs:
        if not need.is_needed:
            continue
        for one in requirements_of(kinds[need.type_id]):
            before = found.get(one.id)
            found[one.id] = one if before is None or one.required else before
    return tuple(found.values())


def _values(
    case: MarriageCase, one: MarriageSide, ages: Mapping[Side, int | None]
) -> dict[str, str]:
    young = any(age is not None and age < AGE_WITHOUT_LEAVE for age in ages.values())
    before = case.groom.was_married or case.bride.was_married
    return {
        "status_nikah": one.status,
        "pasangan_terdahulu": one.former,
        "tempat_pencatatan": case.registrar,
        "wali_nikah": case.guardian,
        "tanggal_akad": case.akad_day,
        "jam_akad": case.akad_hour,
        "tempat_akad": case.akad_place,
        "di_bawah_21": _YES if young else _NO,
        "pernah_menikah": _YES if before else _NO,
        "tanggal_meninggal": one.died_on,
        "tempat_meninggal": one.died_at,
        "akta": one.death_certificate,
    }


def _answers(case: MarriageCase, kind: LetterType) -> tuple[RequirementAnswer, ...]:
    answers = []
    for one in requirements_of(kind):
        if one.id in case.papers:
            answers.append(RequirementAnswer(one.id, RequirementState.PRESENT))
        elif one.required and case.papers_reason.strip():
            reason = case.papers_reason
            answers.append(RequirementAnswer(one.id, RequirementState.WAIVED, reason))
    return tuple(answers)


def _draft_of(case_id: DraftId | None, key: str) -> DraftId | None:
    """The same form of the same case has the same id: issued again it takes no second number."""
    if case_id is None:
        return None
    made = bytearray(case_id.bytes[:6] + hashlib.sha256(case_id.bytes + key.encode()).digest()[:10])
    # Version 7 and variant of RFC 9562, with the time of the case.
    made[6] = 0x70 | (made[6] & 0x0F)
    made[8] = 0x80 | (made[8] & 0x3F)
    return DraftId(UUID(bytes=bytes(made)))
