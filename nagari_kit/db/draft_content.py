"""How people, papers and number of a letter, as entered, are written in its rows."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from nagari_kit.db.outsiders import outsider_of
from nagari_kit.domain.identity import OutsiderId, ResidentDocumentId, ResidentId
from nagari_kit.domain.letter_requirements import RequirementAnswer, RequirementState
from nagari_kit.domain.letters import LetterPerson, People
from nagari_kit.domain.numbering import NumberChoice
from nagari_kit.domain.plain_facts import known_facts, plain_facts


def people_text(people: People) -> str:
    """JSON of the people in roles; "" when there are none."""
    content = {role: [_facts_of(one) for one in named] for role, named in people.items() if named}
    return json.dumps(content, ensure_ascii=False, sort_keys=True) if content else ""


def people_of(written: str) -> dict[str, tuple[LetterPerson, ...]]:
    """The people that `people_text` wrote."""
    content = json.loads(written) if written else {}
    return {role: tuple(_person_of(one) for one in named) for role, named in content.items()}


def requirements_text(answers: tuple[RequirementAnswer, ...] | None) -> str:
    """JSON of the answers; "" when nobody was asked."""
    return "" if answers is None else json.dumps(plain_facts(answers), ensure_ascii=False)


def requirements_of(written: str) -> tuple[RequirementAnswer, ...] | None:
    """The answers that `requirements_text` wrote."""
    if not written:
        return None
    return tuple(
        RequirementAnswer(
            one["requirement_id"],
            RequirementState(one["state"]),
            one["reason"],
            ResidentDocumentId(UUID(one["document_id"])) if one["document_id"] else None,
        )
        for one in json.loads(written)
    )


def person_text(one: LetterPerson) -> str:
    """JSON of one person as entered."""
    return json.dumps(_facts_of(one), ensure_ascii=False, sort_keys=True)


def person_of(written: str) -> LetterPerson:
    """The person that `person_text` wrote."""
    return _person_of(json.loads(written))


def number_text(choice: NumberChoice) -> str:
    """JSON of how the letter is to be numbered; "" for the counter."""
    return "" if choice == NumberChoice() else json.dumps(known_facts(choice), ensure_ascii=False)


def number_of(written: str) -> NumberChoice:
    """The choice that `number_text` wrote."""
    content = json.loads(written) if written else {}
    kept = content.pop("reservation_id", None)
    return NumberChoice(**content, reservation_id=UUID(kept) if kept else None)


def _facts_of(one: LetterPerson) -> dict[str, Any]:
    facts: dict[str, Any] = {"columns": dict(one.columns)}
    if one.resident_id is not None:
        facts["resident"] = one.resident_id.hex
    if one.outsider is not None:
        facts["outsider"] = known_facts(one.outsider)
    return facts


def _person_of(facts: dict[str, Any]) -> LetterPerson:
    typed, resident = facts.get("outsider"), facts.get("resident")
    identity = typed.get("id") if typed else None
    return LetterPerson(
        ResidentId(UUID(resident)) if resident else None,
        outsider_of(typed, OutsiderId(UUID(identity)) if identity else None) if typed else None,
        facts["columns"],
    )
