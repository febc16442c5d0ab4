"""Fills in how relatives stand to the person of the letter, where the books say it plainly."""

from __future__ import annotations

from dataclasses import replace

from nagari_kit.domain import code_lists
from nagari_kit.domain.letter_fields import PeopleListSpec, RoleSpec
from nagari_kit.domain.letter_people import PersonHit
from nagari_kit.domain.letters import LetterType
from nagari_kit.domain.residents import ResidentRecord
from nagari_kit.ui.code_words import code_words

RELATION_COLUMN = "hubungan"
_HEAD = 1
Hits = dict[str, tuple[PersonHit, ...]]


def relatives_of(
    record: ResidentRecord | None, family: tuple[PersonHit, ...]
) -> tuple[PersonHit, ...]:
    """The family; relations only when they are those to the person of the letter, who is head."""
    if record is not None and record.resident.family_relation == _HEAD:
        return family
    return tuple(replace(one, relation=None) for one in family)


def with_relations(kind: LetterType, hits: Hits, family: tuple[PersonHit, ...]) -> Hits:
    """Those who are in roles, with the relation filled in where nobody wrote one."""
    specs: dict[str, RoleSpec | PeopleListSpec] = {one.id: one for one in kind.people}
    specs |= {one.id: one for one in kind.people_lists}
    known = {one.person.resident_id: one.relation for one in family}

    def filled(role: str, hit: PersonHit) -> PersonHit:
        relation = known.get(hit.person.resident_id) if not hit.is_outsider else None
        return related(specs[role], replace(hit, relation=relation)) if role in specs else hit

    return {role: tuple(filled(role, hit) for hit in found) for role, found in hits.items()}


def related(spec: RoleSpec | PeopleListSpec, hit: PersonHit) -> PersonHit:
    """The hit with its relation in the column that asks for it, when that offers the word."""
    column = next((one for one in spec.columns if one.id == RELATION_COLUMN), None)
    words = code_words(code_lists.FAMILY_RELATION, hit.relation)
    if column is None or hit.person.columns.get(RELATION_COLUMN) or words not in column.options:
        return hit
    columns = {**hit.person.columns, RELATION_COLUMN: words}
    return replace(hit, person=replace(hit.person, columns=columns))
