"""What a letter is made from: the office, the person, the family, the signer and the values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from nagari_kit.documents.people import PersonFacts, resident_person
from nagari_kit.documents.plausible_dates import LetterDays
from nagari_kit.domain.letters import SUBJECT_ROLE
from nagari_kit.domain.neighbours import Neighbours
from nagari_kit.domain.office import OfficeProfile, Officer
from nagari_kit.domain.residents import Household, Resident


@dataclass(frozen=True, slots=True)
class FamilyFacts:
    """The resident's household. `members` may hold the resident; parents only when registered."""

    father: Resident | None = None
    mother: Resident | None = None
    members: tuple[Resident, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """Everything that one letter may print. `number` None means a draft; `jorong` is a name.

    `resident` None: the letter is of an outsider, who stands in `people` under SUBJECT_ROLE, or of
    nobody (surat dinas). `values` maps field ids to text as it travels: ISO dates, digits, free
    text. `people` maps ids of roles and lists to who is in them. `head` is the officer who leads
    the office, needed when the signer signs on behalf. `subject`, `validity_unit` and `age_day`
    are filled by `prepared`.
    """

    office: OfficeProfile
    resident: Resident | None
    jorong: str
    household: Household | None
    family: FamilyFacts
    signer: Officer
    head: Officer | None
    values: Mapping[str, str]
    issue_date: date
    valid_until: date | None = None
    number: str | None = None
    people: Mapping[str, tuple[PersonFacts, ...]] = field(default_factory=dict)
    neighbours: Neighbours = field(default_factory=Neighbours)
    subject: PersonFacts | None = None
    validity_unit: str = "bulan"
    age_day: date | None = None


def prepared(facts: LetterFacts, *, validity_unit: str, age_day: date | None = None) -> LetterFacts:
    """The facts with the person of the letter in the one shape.

    `age_day`: the day on which the age of that person counts, None for the day of the letter.
    """
    subject = subject_of(facts)
    return replace(facts, subject=subject, validity_unit=validity_unit, age_day=age_day)


def subject_of(facts: LetterFacts) -> PersonFacts | None:
    """The person of the letter, None for a letter of nobody."""
    if facts.resident is None:
        return next(iter(facts.people.get(SUBJECT_ROLE, ())), None)
    return resident_person(
        facts.resident,
        jorong=facts.jorong,
        household=facts.household,
        parents=(facts.family.father, facts.family.mother),
    )


def days_of(facts: LetterFacts) -> LetterDays:
    """The days that bound the dates of this letter."""
    subject = subject_of(facts)
    return LetterDays(facts.issue_date, subject.birth_date if subject else None)
