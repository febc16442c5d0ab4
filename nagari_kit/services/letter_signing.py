"""Refuses a letter that the dead would sign: whoever signs it must be living and rightly known."""

from __future__ import annotations

from collections.abc import Iterator

from nagari_kit.documents.definition_blocks import (
    ConfirmationBlock,
    ListSignatureBlock,
    PersonSignatureBlock,
    WitnessBlock,
)
from nagari_kit.documents.definition_model import LetterDefinition
from nagari_kit.documents.people import PersonFacts
from nagari_kit.domain.letter_people import ROLE_FIELD, SUBJECT_FIELD
from nagari_kit.domain.letters import SUBJECT_ROLE
from nagari_kit.domain.residents import LifeStatus
from nagari_kit.services.letter_people_checks import Named

_OF_THE_SUBJECT = frozenset({"warga", SUBJECT_ROLE})
_CANNOT_SIGN = {
    LifeStatus.DEAD: "sudah tercatat meninggal",
    LifeStatus.INVALID: "datanya ditandai tidak valid",
}


def signing_faults(
    definition: LetterDefinition, named: Named, subject: PersonFacts | None
) -> dict[str, str]:
    """Field key to a sentence for each role in which somebody who cannot sign would sign."""
    faults: dict[str, str] = {}
    for role in _signing_roles(definition):
        of_subject = role in _OF_THE_SUBJECT
        people = named.get(role, ())
        if of_subject and subject is not None:
            people = (*people, subject)
        for one in people:
            if words := _CANNOT_SIGN.get(one.life_status):
                key = SUBJECT_FIELD if of_subject else ROLE_FIELD + role
                faults[key] = (
                    f"{one.name.full()} {words}, jadi tidak dapat menandatangani surat ini. "
                    "Pilih orang lain, atau perbaiki statusnya dulu."
                )
    return faults


def _signing_roles(definition: LetterDefinition) -> Iterator[str]:
    """Who signs. A witness's place stands when there is a witness; the subject's may not stand."""
    for block in definition.blocks:
        match block:
            case PersonSignatureBlock() | ConfirmationBlock():
                if block.role not in _OF_THE_SUBJECT or not block.conditions:
                    yield block.role
            case WitnessBlock():
                yield from block.roles
            case ListSignatureBlock():
                yield block.each
