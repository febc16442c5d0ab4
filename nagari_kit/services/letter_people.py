"""Proposes who stands in the roles of a letter: relatives from the household of its person."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.letters import LetterPerson, LetterType
from nagari_kit.domain.residents import LetterSubject, Resident, ResidentRecord
from nagari_kit.services.context import ServiceContext

if TYPE_CHECKING:
    from nagari_kit.documents.definitions import LetterDefinition

_HEAD, _HUSBAND, _WIFE, _CHILD = 1, 2, 3, 4
"""Relations to the head of a household, as code_lists has them."""
_COUPLE = (_HEAD, _HUSBAND, _WIFE)


class LetterPeopleService:
    """Proposals only: the officer takes or changes them. Thread-safe; writes nothing."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def proposed(
        self, type_id: str, resident_id: ResidentId
    ) -> dict[str, tuple[LetterPerson, ...]]:
        """Role or list id to the relatives that fit; ids without a proposal are left out.

        Raises NotFoundError when resident or type is gone.
        """
        kind = self._context.definition(type_id).letter_type
        with self._context.store.read() as reader:
            subject = reader.residents.subject(resident_id)
        return proposed_people(kind, subject)


def with_role_labels(
    record: ResidentRecord, definitions: Mapping[str, LetterDefinition]
) -> ResidentRecord:
    """The record whose letters say what their forms call the role of its resident."""
    letters = tuple(
        replace(one, role_label=_label(definitions.get(one.type_id), one.role)) if one.role else one
        for one in record.letters
    )
    return replace(record, letters=letters)


def _label(definition: LetterDefinition | None, role: str) -> str:
    """What the form calls a role; the id for a form that is gone."""
    if definition is None:
        return role
    kind = definition.letter_type
    labels = {one.id: one.label for one in kind.people}
    labels |= {one.id: one.label for one in kind.people_lists}
    return labels.get(role, role)


def proposed_people(
    kind: LetterType, subject: LetterSubject
) -> dict[str, tuple[LetterPerson, ...]]:
    """Relatives for each role and list that asks for them."""
    found: dict[str, Sequence[Resident]] = {}
    for role in kind.people:
        relatives = _RELATIVES.get(role.proposed_from, _nobody)(subject)
        # Of several children nobody can tell which one is meant.
        if len(relatives) == 1:
            found[role.id] = relatives
    for wanted in kind.people_lists:
        relatives = _LISTED.get(wanted.proposed_from, _nobody)(subject)
        if relatives:
            found[wanted.id] = relatives[: wanted.most]
    return {
        role: tuple(LetterPerson(resident_id=one.id) for one in relatives)
        for role, relatives in found.items()
    }


def _nobody(_subject: LetterSubject) -> Sequence[Resident]:
    return ()


def _father(subject: LetterSubject) -> Sequence[Resident]:
    return (subject.father,) if subject.father else ()


def _mother(subject: LetterSubject) -> Sequence[Resident]:
    return (subject.mother,) if subject.mother else ()


def _spouse(subject: LetterSubject) -> Sequence[Resident]:
    if subject.resident.family_relation not in _COUPLE:
        return ()
    return [one for one in _others(subject) if one.family_relation in _COUPLE]


def _head(subject: LetterSubject) -> Sequence[Resident]:
    return [one for one in _others(subject) if one.family_relation == _HEAD]


def _children(subject: LetterSubject) -> Sequence[Resident]:
    if subject.resident.family_relation not in _COUPLE:
        return ()
    return [one for one in _others(subject) if one.family_relation == _CHILD]


def _others(subject: LetterSubject) -> Sequence[Resident]:
    return [one for one in subject.members if one.id != subject.resident.id]


_Relatives = Callable[[LetterSubject], Sequence[Resident]]
_RELATIVES: Mapping[str, _Relatives] = {
    "ayah": _father,
    "ibu": _mother,
    "pasangan": _spouse,
    "anak": _children,
    "kepala": _head,
}
_LISTED: Mapping[str, _Relatives] = {"anggota": _others, "anak": _children}
