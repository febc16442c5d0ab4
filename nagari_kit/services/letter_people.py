"""Finds who stands in the roles of a letter: proposes relatives, searches, describes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from nagari_kit.domain import nik
from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.letter_people import PersonHit
from nagari_kit.domain.letters import SUBJECT_ROLE, LetterPerson, LetterType, People
from nagari_kit.domain.outsiders import Outsider
from nagari_kit.domain.residents import LetterSubject, Resident, ResidentRecord, ResidentRow
from nagari_kit.services.context import ServiceContext

if TYPE_CHECKING:
    from nagari_kit.documents.definitions import LetterDefinition

_HEAD, _HUSBAND, _WIFE, _CHILD = 1, 2, 3, 4
"""Relations to the head of a household, as code_lists has them."""
_COUPLE = (_HEAD, _HUSBAND, _WIFE)


class LetterPeopleService:
    """The officer takes or changes what is proposed. Thread-safe; writes nothing."""

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

    def family(self, resident_id: ResidentId) -> tuple[PersonHit, ...]:
        """Who lives in the household of the letter's person, then parents who live elsewhere."""
        with self._context.store.read() as reader:
            subject = reader.residents.subject(resident_id)
        found = {one.id: one for one in _others(subject)}
        for parent in (subject.father, subject.mother):
            if parent is not None:
                found.setdefault(parent.id, parent)
        at_home = {one.id for one in subject.members}
        return tuple(
            resident_hit(one, subject.jorong if one.id in at_home else "") for one in found.values()
        )

    def search(self, text: str, limit: int = 8) -> tuple[PersonHit, ...]:
        """Residents, then people of other places who were typed before; half of either at most."""
        with self._context.store.read() as reader:
            residents = reader.residents.search(text, limit)
            others = reader.outsiders.search(text, limit)
            kept = [reader.outsiders.get(one.id) for one in others[: limit // 2]]
        hits = [row_hit(row) for row in residents[: limit - len(kept)]]
        return (*hits, *map(outsider_hit, kept))

    def described(self, people: People) -> dict[str, tuple[PersonHit, ...]]:
        """How a form shows those who stand in roles; who is no longer in the books is left out."""
        ids = [one.resident_id for named in people.values() for one in named]
        with self._context.store.read() as reader:
            known = reader.letter_people.subjects(one for one in ids if one is not None)
        found: dict[str, tuple[PersonHit, ...]] = {}
        for role, named in people.items():
            hits = []
            for one in named:
                subject = known.get(one.resident_id) if one.resident_id is not None else None
                if subject is not None:
                    hits.append(replace(resident_hit(subject.resident, subject.jorong), person=one))
                elif one.outsider is not None:
                    hits.append(replace(outsider_hit(one.outsider), person=one))
            found[role] = tuple(hits)
        return found


def resident_hit(one: Resident, jorong: str) -> PersonHit:
    """A resident of the books."""
    return PersonHit(
        LetterPerson(resident_id=one.id),
        one.name.full(),
        nik.masked(one.nik) if one.nik else "",
        one.sex,
        one.birth_date,
        one.life_status,
        jorong,
        one.family_relation,
    )


def row_hit(row: ResidentRow) -> PersonHit:
    """A resident as the search found it."""
    return PersonHit(
        LetterPerson(resident_id=row.id),
        row.name,
        nik.masked(row.nik) if row.nik else "",
        row.sex,
        row.birth_date,
        row.life_status,
        row.jorong,
    )


def outsider_hit(one: Outsider) -> PersonHit:
    """Somebody of another place."""
    return PersonHit(
        LetterPerson(outsider=one),
        one.name.full(),
        nik.masked(one.nik) if one.nik else "",
        one.sex,
        one.birth_date,
        place=one.address,
    )


def with_role_labels(
    record: ResidentRecord, definitions: Mapping[str, LetterDefinition]
) -> ResidentRecord:
    """The record whose letters say what their forms call the role of its resident."""
    letters = []
    for one in record.letters:
        labels = role_labels(definitions.get(one.type_id)) if one.role else {}
        letters.append(replace(one, role_label=labels.get(one.role, one.role)))
    return replace(record, letters=tuple(letters))


def role_labels(definition: LetterDefinition | None) -> dict[str, str]:
    """What the form calls its roles and lists, by id; nothing for a form that is gone."""
    if definition is None:
        return {}
    kind = definition.letter_type
    roles = {SUBJECT_ROLE: "Nama"} | {one.id: one.label for one in kind.people}
    return roles | {one.id: one.label for one in kind.people_lists}


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
