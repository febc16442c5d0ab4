"""Keeps unfinished letters on disk."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.identity import DraftId
from nagari_kit.domain.letters import SUBJECT_ROLE, DraftStage, LetterDraft, LetterInput
from nagari_kit.errors import ConflictError, NotFoundError
from nagari_kit.infra.identifiers import new_uuid7
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.letter_identity import letter_of_draft
from nagari_kit.services.letter_replacement import called
from nagari_kit.services.letter_stages import is_as_checked

if TYPE_CHECKING:
    from nagari_kit.db.store import Reader, UnitOfWork


class LetterDraftService:
    """Drafts of this office; they stay on this PC. Thread-safe."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def save(self, wanted: LetterInput) -> LetterDraft:
        """Store the draft, new when it has no `draft_id`; values may be wrong or missing.

        A draft whose content changes leaves the check by the sekretaris: what was checked is no
        longer what it says. Raises NotFoundError (resident, type), ConflictError when it was
        issued meanwhile.
        """
        definition = self._context.definition(wanted.type_id)
        with self._context.store.write(self._context.actor) as uow:
            draft_id = wanted.draft_id or DraftId(new_uuid7(self._context.clock))
            refuse_issued(uow, draft_id)
            draft = LetterDraft(
                id=draft_id,
                type_id=wanted.type_id,
                title=definition.title,
                resident_id=wanted.resident_id,
                resident_name=_name(uow.queries, wanted),
                values=dict(wanted.values),
                signer_id=wanted.signer_id,
                saved_at=self._context.clock.now(),
                issue_date=wanted.issue_date,
                people=wanted.people,
                number=wanted.number,
                requirements=wanted.requirements,
                replaces=wanted.replaces,
            )
            draft = _in_its_stage(draft, uow.drafts.get(draft_id))
            uow.drafts.save(draft)
            uow.commit()
        return draft

    def get(self, draft_id: DraftId) -> LetterDraft:
        """The draft. Raises NotFoundError."""
        with self._context.store.read() as reader:
            return known_draft(reader, draft_id)

    def all(self) -> tuple[LetterDraft, ...]:
        """Every draft, the last saved first."""
        with self._context.store.read() as reader:
            return reader.drafts.all()

    def delete(self, draft_id: DraftId) -> Changes:
        """Throw the draft away; nothing happens when it is gone already."""
        with self._context.store.write(self._context.actor) as uow:
            uow.drafts.delete(draft_id)
            uow.commit()
        return Changes.of(Kind.DRAFTS)

    def restore(self, draft: LetterDraft) -> Changes:
        """Put back a draft that was thrown away, as it was. Raises ConflictError when issued."""
        with self._context.store.write(self._context.actor) as uow:
            refuse_issued(uow, draft.id)
            uow.drafts.save(draft)
            uow.commit()
        return Changes.of(Kind.DRAFTS)


def known_draft(reader: Reader, draft_id: DraftId) -> LetterDraft:
    """The draft. Raises NotFoundError."""
    found = reader.drafts.get(draft_id)
    if found is None:
        raise NotFoundError(
            "Draf ini sudah tidak ada: suratnya sudah terbit, atau drafnya dibuang.",
            hint="Cari suratnya di Register surat, atau mulai surat baru dari nama warganya.",
        )
    return found


def refuse_issued(uow: UnitOfWork, draft_id: DraftId) -> None:
    """Raise ConflictError when the draft became a letter."""
    letter = letter_of_draft(uow, draft_id)
    if letter is not None:
        raise ConflictError(
            f"Draf ini sudah terbit sebagai {called(letter)}. Suratnya ada di register.",
            hint="Untuk surat lain bagi warga ini, mulai surat baru.",
            code="SURAT-12",
        )


def _in_its_stage(draft: LetterDraft, before: LetterDraft | None) -> LetterDraft:
    if before is None or before.stage is DraftStage.DRAFT:
        return draft
    if not is_as_checked(before, draft.as_input()):
        return draft
    return replace(
        draft,
        stage=before.stage,
        stage_at=before.stage_at,
        stage_by=before.stage_by,
        stage_note=before.stage_note,
    )


def _name(reader: Reader, wanted: LetterInput) -> str:
    """Whose letter it is; the first who is named when it is nobody's."""
    if wanted.resident_id is not None:
        return reader.residents.get(wanted.resident_id).name.full()
    named = [*wanted.people.get(SUBJECT_ROLE, ())]
    named += [one for people in wanted.people.values() for one in people]
    for one in named:
        if one.outsider is not None:
            return one.outsider.name.full()
        if one.resident_id is not None:
            return reader.residents.get(one.resident_id).name.full()
    return ""
