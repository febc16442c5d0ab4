"""Keeps unfinished letters on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.identity import DraftId
from nagari_kit.domain.letters import LetterDraft, LetterInput
from nagari_kit.errors import ConflictError, NotFoundError
from nagari_kit.infra.identifiers import new_uuid7
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.letter_identity import letter_of_draft

if TYPE_CHECKING:
    from nagari_kit.db.store import UnitOfWork


class LetterDraftService:
    """Drafts of this office; they stay on this PC. Thread-safe."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def save(self, wanted: LetterInput) -> LetterDraft:
        """Store the draft, new when it has no `draft_id`; values may be wrong or missing.

        Raises NotFoundError (resident, type), ConflictError when it was issued meanwhile.
        """
        definition = self._context.definition(wanted.type_id)
        with self._context.store.write(self._context.actor) as uow:
            resident = uow.residents.get(wanted.resident_id)
            draft_id = wanted.draft_id or DraftId(new_uuid7(self._context.clock))
            _refuse_issued(uow, draft_id)
            draft = LetterDraft(
                id=draft_id,
                type_id=wanted.type_id,
                title=definition.title,
                resident_id=wanted.resident_id,
                resident_name=resident.name.full(),
                values=dict(wanted.values),
                signer_id=wanted.signer_id,
                saved_at=self._context.clock.now(),
            )
            uow.drafts.save(draft)
            uow.commit()
        return draft

    def get(self, draft_id: DraftId) -> LetterDraft:
        """The draft. Raises NotFoundError."""
        for draft in self.all():
            if draft.id == draft_id:
                return draft
        raise NotFoundError(
            "Draf ini sudah tidak ada: suratnya sudah terbit, atau drafnya dibuang.",
            hint="Cari suratnya di Register surat, atau mulai surat baru dari nama warganya.",
        )

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
            _refuse_issued(uow, draft.id)
            uow.drafts.save(draft)
            uow.commit()
        return Changes.of(Kind.DRAFTS)


def _refuse_issued(uow: UnitOfWork, draft_id: DraftId) -> None:
    letter = letter_of_draft(uow, draft_id)
    if letter is not None:
        raise ConflictError(
            f"Draf ini sudah terbit sebagai surat nomor {letter.number}. Suratnya ada di register.",
            hint="Untuk surat lain bagi warga ini, mulai surat baru.",
            code="SURAT-12",
        )
