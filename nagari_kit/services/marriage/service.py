"""Looks at a wedding, keeps its draft, and issues its forms in one go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from nagari_kit.documents.people import PersonFacts, outsider_person, person_of_subject
from nagari_kit.domain.dates import age_on, weekday_date
from nagari_kit.domain.identity import DraftId, ResidentId
from nagari_kit.domain.letter_fields import RequirementSpec
from nagari_kit.domain.letter_people import PersonHit
from nagari_kit.domain.letters import IssuedLetter, LetterInput, LetterPerson, LetterType
from nagari_kit.domain.marriage import (
    ENDED_BY_COURT,
    ENDED_BY_DEATH,
    NOTICE_DAYS,
    Caution,
    FormNeed,
    MarriageCase,
    MarriageSide,
    Side,
    needed_forms,
    young_cautions,
)
from nagari_kit.domain.residents import Sex
from nagari_kit.domain.working_days import working_days_between
from nagari_kit.errors import InputError, NagariError
from nagari_kit.infra.identifiers import new_uuid7
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.holidays import free_days
from nagari_kit.services.letter_drafts import known_draft
from nagari_kit.services.letter_issue import LetterIssueService, TogetherRefused
from nagari_kit.services.letter_people import LetterPeopleService, proposed_people
from nagari_kit.services.letter_preview import LetterPreviewService
from nagari_kit.services.marriage.composing import composed, papers_of
from nagari_kit.services.marriage.draft_form import as_draft, of_draft, people_of_case

if TYPE_CHECKING:
    from nagari_kit.db.store import Reader

_MARRIED, _DIVORCED, _WIDOWED = 2, 3, 4
"""Codes of `code_lists`: married, divorced, widowed."""
FORMS = ("n1", "n2", "n4", "n5", "n6")


@dataclass(frozen=True, slots=True)
class FormPage:
    """One form of the set; without `pdf` it is not needed, or cannot be drawn yet.

    `problems`: field key to a sentence.
    """

    need: FormNeed
    pdf: bytes = b""
    problems: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MarriageLook:
    """What the screen shows of a case. `hits` by `suami.father` and the like."""

    needs: tuple[FormNeed, ...]
    cautions: tuple[Caution, ...]
    papers: tuple[RequirementSpec, ...]
    hits: Mapping[str, PersonHit]


class MarriageService:
    """One entry gives every form of the set. Thread-safe."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context
        self._people = LetterPeopleService(context)
        self._previews = LetterPreviewService(context)
        self._issuing = LetterIssueService(context)

    def begin(self, resident_id: ResidentId | None = None) -> MarriageCase:
        """A new case, with the resident on the side of his or her sex and the parents proposed."""
        with self._context.store.read() as reader:
            place = reader.office.profile().kecamatan
        case = MarriageCase(
            registrar=f"KUA Kecamatan {place}" if place else "",
            draft_id=DraftId(new_uuid7(self._context.clock)),
        )
        if resident_id is None:
            return case
        with self._context.store.read() as reader:
            sex = reader.residents.get(resident_id).sex
        side = Side.BRIDE if sex is Sex.FEMALE else Side.GROOM
        return self.with_person(case, side, LetterPerson(resident_id=resident_id))

    def with_person(self, case: MarriageCase, side: Side, person: LetterPerson) -> MarriageCase:
        """Somebody on one side; parents and status of a resident as the books know them."""
        one = MarriageSide(person=person, status=_single(side))
        if person.resident_id is not None:
            kind = self._context.definition("n1").letter_type
            with self._context.store.read() as reader:
                subject = reader.residents.subject(person.resident_id)
            people = proposed_people(kind, subject)
            status = _status(side, subject.resident.marital_status)
            father, mother = (next(iter(people.get(role, ())), None) for role in ("ayah", "ibu"))
            ended = (
                ENDED_BY_COURT if subject.resident.marital_status == _DIVORCED else ENDED_BY_DEATH
            )
            one = MarriageSide(person, father, mother, status, ended_by=ended)
        return case.with_side(side, one)

    def look(self, case: MarriageCase) -> MarriageLook:
        """Which forms are needed, what to look at twice, the papers, who is named."""
        with self._context.store.read() as reader:
            facts = _facts(reader, case)
            free = free_days(reader)
        today = case.applied_on or self._context.clock.today()
        births = {side: one.birth_date for side, one in facts.items()}
        names = {side: one.name.full() for side, one in facts.items()}
        needs = needed_forms(case, births, today)
        cautions = (
            *_notice(case, today, free),
            *young_cautions(births, names, case.akad_date() or today),
            *_fatherless(case, facts),
        )
        hits = self._people.described(people_of_case(case))
        shown = {role: found[0] for role, found in hits.items() if found}
        return MarriageLook(needs, cautions, papers_of(self._kinds(), needs), shown)

    def pages(self, case: MarriageCase) -> tuple[FormPage, ...]:
        """Every form as it would be filed, without numbers."""
        found = []
        for need, wanted in self._inputs(case):
            if wanted is None:
                found.append(FormPage(need))
                continue
            try:
                preview = self._previews.preview(wanted)
            except NagariError as error:
                found.append(FormPage(need, problems={"": error.user_message}))
            else:
                found.append(FormPage(need, preview.pdf, preview.problems))
        return tuple(found)

    def save(self, case: MarriageCase) -> MarriageCase:
        """Keep the case as it is; it may be unfinished. The answer has its `draft_id`."""
        draft_id = case.draft_id or DraftId(new_uuid7(self._context.clock))
        case = replace(case, draft_id=draft_id)
        with self._context.store.write(self._context.actor) as uow:
            names = {side: one.name.full() for side, one in _facts(uow.queries, case).items()}
            uow.drafts.save(as_draft(case, draft_id, names, self._context.clock.now()))
            uow.commit()
        return case

    def get(self, draft_id: DraftId) -> MarriageCase:
        """A kept case. Raises NotFoundError."""
        with self._context.store.read() as reader:
            return of_draft(known_draft(reader, draft_id))

    def issue(self, case: MarriageCase) -> tuple[IssuedLetter, ...]:
        """Every needed form in one transaction under one `set_id`, or none.

        Issued again, the same letters come back and no number is taken. Raises InputError
        (`fields` by `n1.suami/pihak.ayah` and the like), StorageError; then the draft stays.
        """
        pairs = [(need, wanted) for need, wanted in self._inputs(case) if wanted is not None]
        _refuse_incomplete(case)
        try:
            return self._issuing.issue_together([one for _, one in pairs], case.draft_id)
        except TogetherRefused as refused:
            fields = {}
            for place, error in refused.refusals.items():
                key = pairs[place][0].key
                sentences = error.fields if isinstance(error, InputError) else {}
                for name, words in (sentences or {"": error.user_message}).items():
                    fields[f"{key}/{name}"] = words
            raise InputError(
                refused.user_message, fields, hint=refused.hint, code=refused.code
            ) from refused

    def _inputs(self, case: MarriageCase) -> tuple[tuple[FormNeed, LetterInput | None], ...]:
        with self._context.store.read() as reader:
            facts = _facts(reader, case)
        today = case.applied_on or self._context.clock.today()
        births = {side: one.birth_date for side, one in facts.items()}
        kinds = self._kinds()
        on = case.akad_date() or today
        ages = {
            side: age_on(born, on) if born is not None and born <= on else None
            for side, born in births.items()
        }
        return tuple(
            (need, composed(case, need, kinds[need.type_id], ages) if _drawn(case, need) else None)
            for need in needed_forms(case, births, today)
        )

    def _kinds(self) -> dict[str, LetterType]:
        return {one: self._context.definition(one).letter_type for one in FORMS}


def _drawn(case: MarriageCase, need: FormNeed) -> bool:
    return need.is_needed and case.side(need.side).is_resident


def _facts(reader: Reader, case: MarriageCase) -> dict[Side, PersonFacts]:
    people = {side: case.side(side).person for side in Side}
    ids = [one.resident_id for one in people.values() if one is not None]
    known = reader.letter_people.subjects(one for one in ids if one is not None)
    found = {}
    for side, one in people.items():
        if one is None:
            continue
        if one.outsider is not None:
            found[side] = outsider_person(one.outsider)
        elif one.resident_id in known:
            found[side] = person_of_subject(known[one.resident_id])
    return found


def _notice(case: MarriageCase, today: date, free: frozenset[date]) -> tuple[Caution, ...]:
    akad = case.akad_date()
    if akad is None:
        return ()
    if akad < today:
        return (Caution(f"Akad {weekday_date(akad)} sudah lewat.", "Periksa tanggalnya."),)
    left = working_days_between(today, akad, free)
    if left >= NOTICE_DAYS:
        return ()
    return (
        Caution(
            f"Akad {weekday_date(akad)} tinggal {left} hari kerja.",
            f"KUA minta {NOTICE_DAYS}; kurang dari itu perlu dispensasi camat.",
        ),
    )


def _fatherless(case: MarriageCase, facts: Mapping[Side, PersonFacts]) -> tuple[Caution, ...]:
    found = []
    for side, one in facts.items():
        if one.father_name or (case.side(side).father is not None and not one.resident_id):
            continue
        word = "bin" if side is Side.GROOM else "binti"
        found.append(
            Caution(
                f"Nama ayah {one.name.full()} belum tercatat.",
                f"“{word} …” di belakang namanya tidak tercetak; lengkapi datanya dulu.",
            )
        )
    return tuple(found)


def _refuse_incomplete(case: MarriageCase) -> None:
    fields = {}
    for side in Side:
        if case.side(side).person is None:
            fields[f"{side}.person"] = f"Calon {side} belum dipilih."
    if not fields and not (case.groom.is_resident or case.bride.is_resident):
        fields["suami.person"] = "Salah satu calon harus warga nagari ini."
    if fields:
        raise InputError("Berkas nikah belum diterbitkan. Isian tetap ada.", fields)


def _single(side: Side) -> str:
    return "Jejaka" if side is Side.GROOM else "Perawan"


def _status(side: Side, marital: int | None) -> str:
    """What the books say; a bride who is still married on paper is left to the officer."""
    if marital in {_DIVORCED, _WIDOWED}:
        return "Duda" if side is Side.GROOM else "Janda"
    return "Beristri" if marital == _MARRIED and side is Side.GROOM else _single(side)
