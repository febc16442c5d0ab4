"""Gathers what a letter is made from: office, resident, family, signer and dates."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from nagari_kit.documents.facts import FamilyFacts, LetterFacts
from nagari_kit.domain.identity import OfficerId
from nagari_kit.domain.letters import LetterInput
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.office import HEAD_POSITIONS, OfficeProfile, Officer
from nagari_kit.domain.residents import LetterSubject
from nagari_kit.services.office import rank_signers

if TYPE_CHECKING:
    from nagari_kit.db.store import Reader
    from nagari_kit.documents.definitions import LetterDefinition

NO_SIGNER = "Belum ada pejabat yang menandatangani."


@dataclass(frozen=True, slots=True)
class Gathered:
    """The facts, and what is wrong with the choice of signer ("" when nothing)."""

    facts: LetterFacts
    signer_problem: str


def gather(
    reader: Reader, definition: LetterDefinition, wanted: LetterInput, issue_date: date
) -> Gathered:
    """Read the facts of a draft: no number yet. Raises NotFoundError when the resident is gone.

    A missing signer is replaced by an empty name, so that a preview can be drawn.
    """
    office = reader.office.profile()
    officers = rank_signers(tuple(reader.office.officers()), issue_date)
    signer, problem = choose_signer(officers, wanted.signer_id)
    subject = reader.residents.subject(wanted.resident_id)
    facts = LetterFacts(
        office=office,
        resident=subject.resident,
        jorong=subject.jorong,
        household=subject.household,
        family=_family(subject),
        signer=signer or _nobody(office),
        head=next((one for one in officers if one.is_head), None),
        values=wanted.values,
        issue_date=issue_date,
        valid_until=_valid_until(definition, issue_date),
        number=None,
    )
    return Gathered(facts, problem)


def choose_signer(
    officers: tuple[Officer, ...], wanted: OfficerId | None
) -> tuple[Officer | None, str]:
    """The wanted officer, or the best one; and a sentence when there is none in office."""
    if wanted is None:
        return (officers[0], "") if officers else (None, NO_SIGNER)
    found = next((one for one in officers if one.id == wanted), None)
    if found is None:
        return None, "Pejabat ini tidak menjabat pada tanggal surat. Pilih pejabat lain."
    return found, ""


def _nobody(office: OfficeProfile) -> Officer:
    """Stands in the preview where the signer is still to be chosen."""
    position = HEAD_POSITIONS.get(office.kind, HEAD_POSITIONS["nagari"])
    return Officer(OfficerId(UUID(int=0)), PersonName(""), position, is_head=True)


def _family(subject: LetterSubject) -> FamilyFacts:
    return FamilyFacts(subject.father, subject.mother, subject.members)


def _valid_until(definition: LetterDefinition, issue_date: date) -> date | None:
    """The same day so many months later, the last of a shorter month at most."""
    if definition.validity_months is None:
        return None
    years, month = divmod(issue_date.month - 1 + definition.validity_months, 12)
    year = issue_date.year + years
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(issue_date.day, last))
