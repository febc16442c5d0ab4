"""Gathers what a letter is made from: office, people, family, signer and dates."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from nagari_kit.documents.facts import FamilyFacts, LetterFacts, subject_of
from nagari_kit.documents.people import PersonFacts, outsider_person, person_of_subject
from nagari_kit.domain.identity import OfficerId, ResidentId
from nagari_kit.domain.letters import (
    LetterInput,
    LetterPerson,
    LetterType,
    NamedPerson,
    People,
)
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.office import HEAD_POSITIONS, OfficeProfile, Officer
from nagari_kit.domain.residents import LetterSubject
from nagari_kit.domain.signers import mandating_head, rank_signers
from nagari_kit.errors import NotFoundError
from nagari_kit.services.letter_people_checks import people_doubts, people_faults
from nagari_kit.services.letter_signing import signing_faults

if TYPE_CHECKING:
    from nagari_kit.db.store import Reader
    from nagari_kit.documents.definitions import LetterDefinition

NO_SIGNER = "Belum ada pejabat yang menandatangani."
NOBODY = OfficerId(UUID(int=0))


@dataclass(frozen=True, slots=True)
class Gathered:
    """The facts; what is wrong with signer ("" when nothing) and people; who is named.

    `people_problems` and `people_doubts`: field key to a sentence, as of
    `letter_people_checks`.
    `entered`: the people of `named`, in the same order, as the officer entered them.
    """

    facts: LetterFacts
    signer_problem: str
    people_problems: dict[str, str]
    people_doubts: dict[str, str]
    named: tuple[NamedPerson, ...]
    entered: People

    def problems(self) -> dict[str, str]:
        """What is wrong besides the values of fields."""
        signer = {"signer": self.signer_problem} if self.signer_problem else {}
        return {**self.people_problems, **signer}


def gather(
    reader: Reader, definition: LetterDefinition, wanted: LetterInput, issue_date: date
) -> Gathered:
    """Read the facts of a draft: no number yet. Raises NotFoundError when a resident is gone.

    A missing signer is replaced by an empty name, so that a preview can be drawn.
    """
    kind = definition.letter_type
    office, neighbours = reader.office.profile_and_neighbours()
    officers = rank_signers(reader.office.officers(), issue_date)
    signer, problem = choose_signer(officers, wanted.signer_id)
    if not kind.signed_by_office:
        signer, problem = None, ""
    subject = _subject(reader, wanted.resident_id)
    entered = {role: tuple(filter(_is_somebody, named)) for role, named in wanted.people.items()}
    people = _people(reader, entered)
    facts = LetterFacts(
        office=office,
        resident=subject.resident if subject else None,
        jorong=subject.jorong if subject else "",
        household=subject.household if subject else None,
        family=_family(subject),
        signer=signer or _nobody(office),
        head=mandating_head(officers),
        values=wanted.values,
        issue_date=issue_date,
        valid_until=_valid_until(kind, issue_date),
        number=None,
        people=people,
        neighbours=neighbours,
    )
    return Gathered(
        facts,
        problem,
        signing_faults(definition, people, subject_of(facts))
        | people_faults(kind, people, entered, has_resident=subject is not None),
        people_doubts(kind, people, subject_of(facts), issue_date),
        tuple(_named(people)),
        entered,
    )


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


def subject_name(gathered: Gathered) -> str:
    """By whom the register finds the letter: its person, else the first who is named in it."""
    resident = gathered.facts.resident
    if resident is not None:
        return resident.name.full()
    return gathered.named[0].name if gathered.named else ""


def _subject(reader: Reader, resident_id: ResidentId | None) -> LetterSubject | None:
    return reader.residents.subject(resident_id) if resident_id is not None else None


def _people(reader: Reader, entered: People) -> dict[str, tuple[PersonFacts, ...]]:
    known = reader.letter_people.subjects(
        one.resident_id
        for named in entered.values()
        for one in named
        if one.resident_id is not None
    )
    return {role: tuple(_person(one, known) for one in named) for role, named in entered.items()}


def _is_somebody(one: LetterPerson) -> bool:
    return one.resident_id is not None or one.outsider is not None


def _person(one: LetterPerson, known: Mapping[ResidentId, LetterSubject]) -> PersonFacts:
    if one.outsider is not None:
        return outsider_person(one.outsider, one.columns)
    subject = known.get(one.resident_id) if one.resident_id is not None else None
    if subject is None:
        raise NotFoundError(
            "Seorang yang disebut dalam surat tidak ada lagi di data kantor.",
            hint="Pilih orangnya lagi.",
        )
    return person_of_subject(subject, one.columns)


def _named(people: Mapping[str, tuple[PersonFacts, ...]]) -> Iterator[NamedPerson]:
    for role, named in people.items():
        for one in named:
            yield NamedPerson(role, one.name.full(), one.nik or None, one.resident_id)


def _nobody(office: OfficeProfile) -> Officer:
    """Stands in the preview where the signer is still to be chosen."""
    position = HEAD_POSITIONS.get(office.kind, HEAD_POSITIONS["nagari"])
    return Officer(NOBODY, PersonName(""), position, is_head=True)


def _family(subject: LetterSubject | None) -> FamilyFacts:
    if subject is None:
        return FamilyFacts()
    return FamilyFacts(subject.father, subject.mother, subject.members)


def _valid_until(kind: LetterType, issue_date: date) -> date | None:
    """The same day so much later, the last of a shorter month at most; None: no end."""
    count = kind.validity if kind.validity is not None else kind.validity_months
    if count is None:
        return None
    if kind.validity is not None and kind.validity_unit == "hari":
        return issue_date + timedelta(days=count)
    months = 12 * count if kind.validity_unit == "tahun" and kind.validity is not None else count
    years, month = divmod(issue_date.month - 1 + months, 12)
    year = issue_date.year + years
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(issue_date.day, last))
