"""One letter being written: of whom, what the form shows, and what is saved."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from nagari_kit.domain.identity import DraftId, LetterId, OfficerId, ResidentId
from nagari_kit.domain.letter_people import PersonHit
from nagari_kit.domain.letter_requirements import (
    RequirementAnswer,
    RequirementProposal,
    RequirementState,
)
from nagari_kit.domain.letters import (
    SUBJECT_ROLE,
    DraftStage,
    IssuedLetter,
    LetterCopy,
    LetterDraft,
    LetterInput,
    LetterPerson,
    LetterType,
)
from nagari_kit.domain.number_options import NumberOptions
from nagari_kit.domain.numbering import NumberChoice
from nagari_kit.domain.office import Officer
from nagari_kit.domain.outsiders import Outsider
from nagari_kit.domain.resident_documents import ResidentDocument
from nagari_kit.domain.residents import ResidentRecord
from nagari_kit.errors import NotFoundError
from nagari_kit.services.clock_watch import ClockWatch
from nagari_kit.ui.screens.letter_issue.relations import Hits, relatives_of, with_relations

if TYPE_CHECKING:
    from nagari_kit.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Request:
    """What the officer has chosen so far; None is still to be chosen.

    `replaced_id` names a letter whose content is to be copied, and no other. `outsider`: the person
    of the letter when that is nobody of the books.
    """

    resident_id: ResidentId | None = None
    type_id: str | None = None
    draft_id: DraftId | None = None
    replaced_id: LetterId | None = None
    outsider: Outsider | None = None


@dataclass(slots=True, eq=False)
class Sitting:
    """The form's content. `draft_id` is written by the write lane alone, which is one thread.

    `record` None: the letter is of an outsider, who stands in `people`, or of nobody.

    `restored_at` is set when the values come from a draft of an earlier sitting, `is_over` when the
    letter was issued or given up, `copied_from` when the values are those of an earlier letter,
    `replaces` names the one whose place this letter takes. `people` are those in roles.
    `papers` and `scans`: what the citizen should bring and what is kept already. `options`: how the
    letter may be numbered on its date, None when it bears no number of the office.
    `hits` are the same people as the form shows them, `family` who may be proposed.
    `stage` is that of the draft on the sekretaris' desk.
    `clock` tells whether the letter's date can be right. `asked` is what the officer was asked to
    look at again before the number is given.
    """

    record: ResidentRecord | None
    letter_type: LetterType
    signers: tuple[Officer, ...]
    clock: ClockWatch
    values: dict[str, str] = field(default_factory=dict)
    signer_id: OfficerId | None = None
    draft_id: DraftId | None = None
    restored_at: datetime | None = None
    copied_from: IssuedLetter | None = None
    replaces: LetterId | None = None
    people: dict[str, tuple[LetterPerson, ...]] = field(default_factory=dict)
    hits: Hits = field(default_factory=dict)
    family: tuple[PersonHit, ...] = ()
    papers: tuple[RequirementProposal, ...] = ()
    scans: tuple[ResidentDocument, ...] = ()
    requirements: tuple[RequirementAnswer, ...] | None = None
    number: NumberChoice = field(default_factory=NumberChoice)
    issue_date: date | None = None
    options: NumberOptions | None = None
    stage: DraftStage = DraftStage.DRAFT
    stage_by: str = ""
    stage_note: str = ""
    is_over: bool = False
    asked: dict[str, str] = field(default_factory=dict)

    def name(self) -> str:
        """What is written for whom."""
        person = self.person_name()
        return f"{self.letter_type.title}, {person}" if person else self.letter_type.title

    @property
    def resident_id(self) -> ResidentId | None:
        """The resident of the letter, if it is one."""
        return self.record.resident.id if self.record is not None else None

    @property
    def outsider(self) -> Outsider | None:
        """The outsider of the letter, if it is one."""
        return next((one.outsider for one in self.people.get(SUBJECT_ROLE, ())), None)

    def person_name(self) -> str:
        """Of whom it is, "" for a letter of nobody."""
        if self.record is not None:
            return self.record.resident.name.full()
        return self.outsider.name.full() if self.outsider is not None else ""

    def letter_input(self) -> LetterInput:
        """The present content as the services take it; a copy, safe to hand to a worker."""
        return LetterInput(
            type_id=self.letter_type.id,
            resident_id=self.resident_id,
            values=dict(self.values),
            signer_id=self.signer_id,
            draft_id=self.draft_id,
            issue_date=self.issue_date,
            people=dict(self.people),
            number=self.number,
            requirements=self.requirements,
            replaces=self.replaces,
        )


def open_sitting(workspace: Workspace, request: Request, *, fresh: bool = False) -> Sitting:
    """Read everything that the form needs, in a worker.

    A letter that is to be replaced gives values, people and signer. Else a draft that is named, or
    one of the same person and type, gives them, unless `fresh`; without a draft the last letter of
    the same kind gives the values. A type must be known, by itself or through the draft, and a
    person unless the type is of nobody. Raises NotFoundError when one of them is gone.
    """
    draft = _draft(workspace, request, fresh=fresh)
    resident_id = draft.resident_id if draft else request.resident_id
    type_id = draft.type_id if draft else request.type_id
    if type_id is None:
        raise NotFoundError("Draf ini sudah tidak ada.", hint="Pilih warga untuk mulai lagi.")
    issue_date = draft.issue_date if draft else None
    day = issue_date or workspace.clock.today()
    signers = workspace.office.signers(day)
    known = {signer.id for signer in signers}
    content = _content(workspace, request, type_id, resident_id, fresh=fresh)
    copies = draft is None and request.replaced_id is None and not fresh
    values, chosen, people = content.values, content.signer_id, content.people
    if draft:
        values, chosen, people = {**values, **draft.values}, draft.signer_id, draft.people
    kind = workspace.catalogue.get(type_id)
    record = workspace.residents.record(resident_id) if resident_id is not None else None
    family: tuple[PersonHit, ...] = ()
    if resident_id is not None and (kind.people or kind.people_lists):
        family = relatives_of(record, workspace.letter_people.family(resident_id))
    hits = workspace.letter_people.described(people)
    if draft is None:
        # A draft says what was written: a relation that is missing there was left out.
        hits = with_relations(kind, hits, family)
    papers = workspace.requirements.proposed(type_id, resident_id)
    last = None
    if copies and resident_id is not None:
        last = workspace.previews.last_such(type_id, resident_id)
    return Sitting(
        record=record,
        letter_type=kind,
        signers=signers,
        values=dict(values),
        signer_id=chosen if chosen in known else (signers[0].id if signers else None),
        draft_id=draft.id if draft else None,
        restored_at=draft.saved_at if draft else None,
        replaces=draft.replaces if draft else request.replaced_id,
        people={role: tuple(hit.person for hit in found) for role, found in hits.items()},
        hits=hits,
        family=family,
        papers=papers,
        scans=workspace.scans.of(resident_id) if papers and resident_id is not None else (),
        requirements=draft.requirements if draft else _begun(papers),
        number=draft.number if draft else NumberChoice(),
        issue_date=issue_date,
        options=workspace.numbering.options(type_id, day) if kind.numbered else None,
        stage=draft.stage if draft else DraftStage.DRAFT,
        stage_by=draft.stage_by if draft else "",
        stage_note=draft.stage_note if draft else "",
        copied_from=last,
        clock=workspace.previews.clock_watch(),
    )


def _begun(papers: tuple[RequirementProposal, ...]) -> tuple[RequirementAnswer, ...]:
    """What is kept as a scan is met already; the rest is still to be asked for."""
    scanned, unchecked = RequirementState.SCANNED, RequirementState.UNCHECKED
    return tuple(
        RequirementAnswer(
            one.requirement_id,
            scanned if one.document_id else unchecked,
            document_id=one.document_id,
        )
        for one in papers
    )


def _content(
    workspace: Workspace,
    request: Request,
    type_id: str,
    resident_id: ResidentId | None,
    *,
    fresh: bool,
) -> LetterCopy:
    if request.replaced_id is not None:
        return workspace.previews.copy_of(request.replaced_id)
    proposed = workspace.previews.defaults(type_id, resident_id, as_last=not fresh)
    people: dict[str, tuple[LetterPerson, ...]] = {}
    if resident_id is not None:
        people = workspace.letter_people.proposed(type_id, resident_id)
    if request.outsider is not None:
        people[SUBJECT_ROLE] = (LetterPerson(outsider=request.outsider),)
    return LetterCopy(proposed, None, people)


def _draft(workspace: Workspace, request: Request, *, fresh: bool) -> LetterDraft | None:
    if fresh or request.replaced_id is not None:
        return None
    if request.draft_id is not None:
        return workspace.drafts.get(request.draft_id)
    wanted = (request.resident_id, request.type_id, request.outsider)
    for draft in workspace.drafts.all():
        subject = next((one.outsider for one in draft.people.get(SUBJECT_ROLE, ())), None)
        if (draft.resident_id, draft.type_id, subject) == wanted:
            return draft
    return None
