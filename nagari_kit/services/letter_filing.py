"""Enters a letter that was found right: number, page, people, papers, event, all at once."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from nagari_kit.documents.table_values import rows_of
from nagari_kit.domain import events
from nagari_kit.domain.identity import DraftId, LetterId, OutsiderId
from nagari_kit.domain.letter_steps import LetterStep, StepKind
from nagari_kit.domain.letters import (
    SUBJECT_ROLE,
    DraftStage,
    FieldKind,
    IssuedLetter,
    LetterInput,
    LetterStatus,
    LetterType,
)
from nagari_kit.domain.numbering import GivenNumber, Series
from nagari_kit.domain.office import NumberRule
from nagari_kit.infra.identifiers import new_uuid7
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.form_images import page_images
from nagari_kit.services.letter_facts import Gathered, subject_name
from nagari_kit.services.letter_identity import letter_id_of
from nagari_kit.services.letter_numbers import assign, rule_of
from nagari_kit.services.letter_replacement import mark_replaced
from nagari_kit.services.letter_requirements import settled
from nagari_kit.services.letter_stages import is_as_checked
from nagari_kit.services.record_access import note_access

if TYPE_CHECKING:
    from nagari_kit.db.store import UnitOfWork
    from nagari_kit.documents.definitions import LetterDefinition

UNNUMBERED = "none"
"""`IssuedLetter.number_mode` of a form that bears no number of the office."""
_ADDRESSEES = ("kepada", "yth")
"""Fields that say to whom a letter goes, for the agenda."""


def file_letter(
    uow: UnitOfWork,
    context: ServiceContext,
    definition: LetterDefinition,
    wanted: LetterInput,
    gathered: Gathered,
    replaced: IssuedLetter | None,
) -> IssuedLetter:
    """File the letter; nothing of it is on disk before the unit of work commits.

    Raises InputError and ConflictError for the number, LetterError for the page.
    """
    from nagari_kit.documents.letter import render, resolve

    rule = rule_of(uow.numbering.settings(), definition)
    given = _number(uow, rule, definition, wanted, gathered)
    letter = _row(context, definition, wanted, gathered, given)
    letter = replace(letter, classification=rule.classification or definition.code)
    snapshot = resolve(definition, replace(gathered.facts, number=given.printed))
    office = gathered.facts.office
    rendered = render(
        snapshot,
        logo=office.kop.logo,
        second_logo=office.look.second_logo,
        page_images=page_images(uow.form_packs, snapshot),
    )
    digest = hashlib.sha256(rendered.pdf).hexdigest()
    letter = replace(letter, sha256=digest, pages=rendered.pages)
    stored = snapshot.to_json()
    reference = events.DefinitionReference(definition.id, definition.version, definition.sha256)
    event = events.letter_issued(
        letter, reference, hashlib.sha256(stored).hexdigest(), len(gathered.named)
    )
    uow.file_letter(letter, stored, rendered.pdf, event)
    uow.letter_people.add(letter.id, gathered.named, gathered.entered)
    uow.letter_requirements.add(letter.id, settled(definition.letter_type, wanted))
    _remember(uow, context, wanted, gathered, letter)
    if replaced is not None:
        mark_replaced(uow, context, replaced, letter)
    if wanted.draft_id is not None:
        _take_over_check(uow, wanted, letter)
        uow.drafts.delete(wanted.draft_id)
    return letter


def _number(
    uow: UnitOfWork,
    rule: NumberRule,
    definition: LetterDefinition,
    wanted: LetterInput,
    gathered: Gathered,
) -> GivenNumber:
    on = gathered.facts.issue_date
    if not definition.letter_type.numbered:
        series = Series(f"none:{definition.id}", on.year)
        return GivenNumber(series, None, "", UNNUMBERED, "", "")
    return assign(uow, rule, definition, on, wanted.number, gathered.facts.office)


def _row(
    context: ServiceContext,
    definition: LetterDefinition,
    wanted: LetterInput,
    gathered: Gathered,
    given: GivenNumber,
) -> IssuedLetter:
    """The letter as the register has it; hash and pages are still to come."""
    facts = gathered.facts
    resident = facts.resident
    addressee = next((facts.values[one] for one in _ADDRESSEES if facts.values.get(one)), "")
    signer, position = _signer(definition.letter_type, gathered)
    draft = wanted.draft_id or DraftId(new_uuid7(context.clock))
    return IssuedLetter(
        id=LetterId(letter_id_of(draft)),
        number=given.number,
        series=given.series.name,
        year=given.series.year,
        sequence=given.sequence,
        type_id=definition.id,
        title=definition.title,
        short_title=definition.short_title,
        issue_date=facts.issue_date,
        status=LetterStatus.ISSUED,
        resident_id=resident.id if resident else None,
        resident_name=subject_name(gathered) or _first_of_table(definition.letter_type, gathered),
        resident_nik=resident.nik if resident else _typed_nik(gathered),
        signer_name=signer,
        signer_position=position,
        purpose=facts.values.get("keperluan", ""),
        valid_until=facts.valid_until,
        issued_by=context.actor,
        issued_at=context.clock.now(),
        sha256="",
        pages=0,
        number_mode=given.mode,
        number_reason=given.reason,
        addressed_to=" ".join(addressee.split()),
        replaces=wanted.replaces,
        set_id=wanted.set_id,
    )


def _signer(kind: LetterType, gathered: Gathered) -> tuple[str, str]:
    from nagari_kit.documents.wording import position_in_text

    if not kind.signed_by_office:
        return "", ""
    facts = gathered.facts
    return facts.signer.name.full(), position_in_text(facts.signer, facts.office)


def _first_of_table(kind: LetterType, gathered: Gathered) -> str:
    """Who stands first in a table of names, as in a surat tugas; "" without one."""
    for field in kind.fields:
        if field.kind is FieldKind.TABLE and any(one.id == "nama" for one in field.columns):
            for row in rows_of(gathered.facts.values.get(field.id, "")):
                return row.get("nama", "")
    return ""


def _typed_nik(gathered: Gathered) -> str | None:
    return next((one.nik for one in gathered.named if one.role == SUBJECT_ROLE), None)


def _remember(
    uow: UnitOfWork,
    context: ServiceContext,
    wanted: LetterInput,
    gathered: Gathered,
    letter: IssuedLetter,
) -> None:
    """Note whose records were used, and keep people of other places to be offered again."""
    what = letter.number or letter.short_title
    if letter.resident_id is not None:
        note_access(uow, context, letter.resident_id, f"membuat surat {what}")
    others = {one.resident_id for one in gathered.named} - {letter.resident_id, None}
    for resident_id in others:
        if resident_id is not None:
            note_access(uow, context, resident_id, f"disebut dalam surat {what}")
    for one in (person for people in wanted.people.values() for person in people):
        if one.outsider is not None:
            kept = one.outsider.id or uow.outsiders.same_as(one.outsider)
            uow.outsiders.save(one.outsider, kept or OutsiderId(new_uuid7(context.clock)))


def _take_over_check(uow: UnitOfWork, wanted: LetterInput, letter: IssuedLetter) -> None:
    """The check of the draft becomes the letter's, when it was issued as it was checked."""
    draft = uow.drafts.get(wanted.draft_id) if wanted.draft_id is not None else None
    if draft is None or draft.stage is not DraftStage.READY or not is_as_checked(draft, wanted):
        return
    at = draft.stage_at or letter.issued_at
    step = LetterStep(StepKind.CHECKED, at.date(), at, draft.stage_by, note=draft.stage_note)
    uow.letter_steps.add(letter.id, step)
