"""Says who the resident's family is in a letter, and what the register lets one say of it."""

from __future__ import annotations

from datetime import date

from nagari_kit.documents.facts import LetterFacts
from nagari_kit.domain.dates import age_on
from nagari_kit.domain.residents import Resident

_HEAD = 1
_WIFE = 3
_CHILD = 4
_OF_AGE = 18
_WITHOUT_WORK = frozenset({1, 2, 3})
"""Not working, keeping house, at school or university."""
_SALARIED = frozenset({4, 5, 6, 7, 15, 16, 17, 18, *range(48, 67), *range(72, 77), 85, 86})
"""Pensions, civil and armed service, employees, public office, teaching, flying, health care and
village officers: an income that comes every month."""


def is_child(facts: LetterFacts) -> bool:
    """Whether the resident is registered as a child of a household, with a parent's name."""
    if facts.resident is None:
        return False
    parents = facts.resident.parents
    known = facts.family.father or facts.family.mother
    named = parents.father_name.strip() or parents.mother_name.strip()
    return facts.resident.family_relation == _CHILD and bool(known or named)


def role(facts: LetterFacts) -> str:
    """Whose income is the head's: the resident's own, that of parents, or of somebody else."""
    if is_child(facts):
        return "anak"
    return "kepala" if _relation(facts) == _HEAD else "anggota"


def mother_word(facts: LetterFacts) -> str:
    """Whose income is the mother's field: the resident's own, or the wife's of the head."""
    if _relation(facts) == _WIFE:
        return "yang bersangkutan"
    people = _household(facts)
    if not any(one.family_relation == _WIFE for one in people):
        return "ibu"
    return "istri" if role(facts) == "kepala" else "istri kepala keluarga"


def listed_people(facts: LetterFacts) -> tuple[Resident, ...]:
    """The people the table of the family lists: children first, oldest first.

    For a child: who can be a dependant of the parents, the child included. Else: everybody of the
    household but the resident.
    """
    family = facts.family
    people = {one.id: one for one in family.members}
    own = facts.resident
    if own is not None and is_child(facts):
        people.setdefault(own.id, own)
        parents = {one.id for one in (family.father, family.mother) if one is not None}
        shown = [
            one
            for one in people.values()
            if one.id not in parents and _may_depend(one, facts.issue_date)
        ]
    else:
        shown = [one for one in people.values() if own is None or one.id != own.id]
    return tuple(sorted(shown, key=_family_order))


def introduction(facts: LetterFacts) -> str:
    """The sentence before that table; it calls nobody a dependant who may not be one."""
    if is_child(facts):
        return "Anggota keluarga yang masih menjadi tanggungan adalah:"
    return "Anggota keluarga lain yang tercatat dalam satu kartu keluarga adalah:"


def family_words(facts: LetterFacts) -> str:
    """The family at the beginning of a sentence: named before only in a child's letter."""
    return "Keluarga tersebut" if is_child(facts) else "Keluarga yang bersangkutan"


def circumstances(facts: LetterFacts) -> str:
    """How the family lives; without a steady income only when the occupations speak for it."""
    if _lacks_steady_income(facts):
        return "hidup sederhana, tidak mempunyai penghasilan tetap,"
    return "hidup sederhana"


def _relation(facts: LetterFacts) -> int | None:
    return facts.resident.family_relation if facts.resident else None


def _household(facts: LetterFacts) -> tuple[Resident, ...]:
    own = (facts.resident,) if facts.resident else ()
    return (*own, *facts.family.members)


def _may_depend(person: Resident, on: date) -> bool:
    if person.family_relation == _HEAD:
        return False
    return person.occupation in _WITHOUT_WORK or _is_minor(person.birth_date, on)


def _is_minor(born: date | None, on: date) -> bool:
    return born is not None and age_on(born, on) < _OF_AGE


def _lacks_steady_income(facts: LetterFacts) -> bool:
    """Whether the work of a head or parent is known, and nobody of the family has a salary."""
    family = facts.family
    parents = [one for one in (family.father, family.mother) if one is not None]
    people = [*_household(facts), *parents]
    if any(one.occupation in _SALARIED for one in people):
        return False
    heads = parents + [one for one in people if one.family_relation == _HEAD]
    return any(one.occupation is not None for one in heads)


def _family_order(person: Resident) -> tuple[int, date, str]:
    relation = person.family_relation if person.family_relation is not None else 99
    return (relation, person.birth_date or date.max, person.name.name)
