"""Gives a letter its number and files it, in one transaction."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from nagari_kit.domain import events
from nagari_kit.domain.identity import DraftId, LetterId
from nagari_kit.domain.letters import IssuedLetter, LetterInput, LetterStatus
from nagari_kit.domain.numbering import rule_for
from nagari_kit.domain.residents import LifeStatus, Resident
from nagari_kit.errors import ConflictError, InputError, RuleError
from nagari_kit.infra.identifiers import new_uuid7
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.letter_facts import Gathered, gather
from nagari_kit.services.letter_identity import letter_id_of, letter_of_draft
from nagari_kit.services.letter_numbers import next_letter_number
from nagari_kit.services.record_access import note_access

if TYPE_CHECKING:
    from nagari_kit.db.store import UnitOfWork
    from nagari_kit.documents.definitions import LetterDefinition
    from nagari_kit.documents.facts import LetterFacts

_GONE = {
    LifeStatus.DEAD: "sudah tercatat meninggal",
    LifeStatus.MOVED: "sudah tercatat pindah",
    LifeStatus.MISSING: "tercatat hilang",
    LifeStatus.GONE: "tercatat pergi",
    LifeStatus.INVALID: "datanya ditandai tidak valid",
}


class LetterIssueService:
    """The one place where numbers are given. Thread-safe, safe for several processes."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def issue(self, wanted: LetterInput) -> IssuedLetter:
        """The letter with number, document and event on disk when this returns.

        Issuing a draft again returns the letter that it became and takes no number. Raises
        ConflictError when that letter is another resident's or says something else, InputError
        (`fields` by field id, `signer`, `issue_date`), RuleError for a resident who is dead or has
        moved, NotFoundError, LetterError, StorageError; then no number is taken.
        """
        definition = self._context.definition(wanted.type_id)
        issue_date = self._issue_date(wanted)
        with self._context.store.write(self._context.actor) as uow:
            if wanted.draft_id is not None:
                before = letter_of_draft(uow, wanted.draft_id)
                if before is not None:
                    if not _says(uow, definition, before, wanted):
                        raise _is_another(before)
                    return before
            gathered = gather(uow.queries, definition, wanted, issue_date)
            _refuse_gone(gathered.facts.resident)
            _refuse_wrong_values(definition, wanted, gathered)
            letter = self._file(uow, definition, gathered.facts, wanted.draft_id)
            uow.commit()
        return letter

    def _issue_date(self, wanted: LetterInput) -> date:
        today = self._context.clock.today()
        if wanted.issue_date is not None and wanted.issue_date > today:
            raise InputError(
                "Tanggal surat belum tiba. Surat belum diberi nomor.",
                {"issue_date": "Tanggal surat tidak boleh sesudah hari ini."},
            )
        return wanted.issue_date or today

    def _file(
        self,
        uow: UnitOfWork,
        definition: LetterDefinition,
        facts: LetterFacts,
        draft_id: DraftId | None,
    ) -> IssuedLetter:
        from nagari_kit.documents.letter import render, resolve

        letter = self._numbered(uow, definition, facts, draft_id)
        snapshot = resolve(definition, replace(facts, number=letter.number))
        rendered = render(snapshot, logo=facts.office.kop.logo)
        digest = hashlib.sha256(rendered.pdf).hexdigest()
        letter = replace(letter, sha256=digest, pages=rendered.pages)
        stored = snapshot.to_json()
        reference = events.DefinitionReference(definition.id, definition.version, definition.sha256)
        event = events.letter_issued(letter, reference, hashlib.sha256(stored).hexdigest())
        uow.file_letter(letter, stored, rendered.pdf, event)
        note_access(uow, self._context, letter.resident_id, f"membuat surat {letter.number}")
        if draft_id is not None:
            uow.drafts.delete(draft_id)
        return letter

    def _numbered(
        self,
        uow: UnitOfWork,
        definition: LetterDefinition,
        facts: LetterFacts,
        draft_id: DraftId | None,
    ) -> IssuedLetter:
        """The letter with its number; hash and pages are still to come."""
        from nagari_kit.documents.wording import position_in_text

        rule = rule_for(uow.numbering.settings(), definition.id)
        place = next_letter_number(uow.queries, rule, definition, facts.issue_date)
        now = self._context.clock.now()
        draft = draft_id or DraftId(new_uuid7(self._context.clock))
        return IssuedLetter(
            id=LetterId(letter_id_of(draft)),
            number=place.number,
            series=place.series.name,
            year=place.series.year,
            sequence=place.sequence,
            type_id=definition.id,
            title=definition.title,
            short_title=definition.short_title,
            issue_date=facts.issue_date,
            status=LetterStatus.ISSUED,
            resident_id=facts.resident.id,
            resident_name=facts.resident.name.full(),
            resident_nik=facts.resident.nik,
            signer_name=facts.signer.name.full(),
            signer_position=position_in_text(facts.signer, facts.office),
            purpose=facts.values.get("keperluan", ""),
            valid_until=facts.valid_until,
            issued_by=self._context.actor,
            issued_at=now,
            sha256="",
            pages=0,
        )


def _says(
    uow: UnitOfWork, definition: LetterDefinition, before: IssuedLetter, wanted: LetterInput
) -> bool:
    """Whether a filed letter is what is wanted: of whom, of which kind, with which words."""
    from nagari_kit.documents.letter import LetterSnapshot, resolve

    wanted_day = wanted.issue_date or before.issue_date
    key = (before.resident_id, before.type_id, before.issue_date)
    if key != (wanted.resident_id, wanted.type_id, wanted_day):
        return False
    facts = gather(uow.queries, definition, wanted, wanted_day).facts
    if wanted.signer_id is not None and facts.signer.name.full() != before.signer_name:
        return False
    filed = LetterSnapshot.from_json(uow.letters.snapshot(before.id))
    return resolve(definition, facts).values == filed.values


def _is_another(before: IssuedLetter) -> ConflictError:
    return ConflictError(
        f"Draf ini sudah terbit sebagai surat nomor {before.number} untuk "
        f"{before.resident_name}. Surat itu tidak berubah, dan tidak ada nomor yang terpakai.",
        hint="Lihat surat itu di Register surat. Untuk surat yang lain, mulai surat baru.",
        code="SURAT-15",
    )


def _refuse_gone(resident: Resident) -> None:
    words = _GONE.get(resident.life_status)
    if words is not None:
        raise RuleError(
            f"{resident.name.full()} {words}; surat untuknya tidak dapat diterbitkan. "
            "Draf tetap tersimpan.",
            hint="Periksa statusnya di data penduduk. Bila keliru, perbaiki statusnya dulu.",
            code="SURAT-13",
        )


def _refuse_wrong_values(
    definition: LetterDefinition, wanted: LetterInput, gathered: Gathered
) -> None:
    from nagari_kit.documents.letter import check_values, days_of

    faults = check_values(definition, wanted.values, days_of(gathered.facts))
    if gathered.signer_problem:
        faults["signer"] = gathered.signer_problem
    if faults:
        raise InputError(
            "Surat belum bisa diterbitkan: ada isian yang perlu diperbaiki. "
            "Nomor belum dipakai dan isian tetap ada.",
            faults,
        )
