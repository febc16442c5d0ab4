"""What a letter is made from: the office, the person, the family, the signer and the values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from nagari_kit.documents.plausible_dates import LetterDays
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

    `values` maps field ids to text as it travels: ISO dates, digits, free text. `head` is the
    officer who leads the office, needed when the signer signs on behalf.
    """

    office: OfficeProfile
    resident: Resident
    jorong: str
    household: Household | None
    family: FamilyFacts
    signer: Officer
    head: Officer | None
    values: Mapping[str, str]
    issue_date: date
    valid_until: date | None = None
    number: str | None = None


def days_of(facts: LetterFacts) -> LetterDays:
    """The days that bound the dates of this letter."""
    return LetterDays(facts.issue_date, facts.resident.birth_date)
