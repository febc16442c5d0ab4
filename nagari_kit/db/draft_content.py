"""How people and papers of an unfinished letter are written in its row."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from nagari_kit.db.outsiders import outsider_of
from nagari_kit.domain.identity import OutsiderId, ResidentDocumentId, ResidentId
from nagari_kit.domain.letter_requirements import RequirementAnswer, RequirementState
from nagari_kit.domain.letters import LetterPerson, People
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
