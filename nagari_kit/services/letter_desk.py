"""The desks that a letter passes: the sekretaris' before its number, the wali nagari's after it.

The check may be left out. Who may do what comes with the roles; until then each act bears a name.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.identity import DraftId
from nagari_kit.domain.letters import DeskLetter, DraftStage, LetterDraft
from nagari_kit.errors import ConflictError, InputError
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.letter_drafts import known_draft, refuse_issued
from nagari_kit.services.letter_facts import gather

if TYPE_CHECKING:
    from collections.abc import Collection

    from nagari_kit.db.store import UnitOfWork

SHORTEST_REASON = 5
DESK_DAYS = 30
"""Letters that were issued longer ago wait on no desk: offices sign on paper within days."""
MOST_WAITING = 200
_STAGES = {
    DraftStage.DRAFT: "belum diajukan",
    DraftStage.CHECK: "sedang diperiksa",
    DraftStage.READY: "sudah disetujui",
    DraftStage.REFUSED: "sudah dikembalikan",
}


class LetterDeskService:
    """Stages of drafts, and what waits for a signature. Thread-safe."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def submit(self, draft_id: DraftId) -> LetterDraft:
        """Lay a draft on the sekretaris' desk.

        Raises InputError with the fields that a complete letter lacks, ConflictError when it is
        there already, NotFoundError; then the draft stays as it is.
        """
        with self._context.store.write(self._context.actor) as uow:
            draft = self._draft(uow, draft_id, {DraftStage.DRAFT, DraftStage.REFUSED})
            self._refuse_incomplete(uow, draft)
            return self._move(uow, draft, DraftStage.CHECK, "")

    def approve(self, draft_id: DraftId, note: str = "") -> LetterDraft:
        """The letter is right: it may be issued. `note` is for the wali nagari.

        Raises ConflictError when it does not wait for a check, NotFoundError.
        """
        with self._context.store.write(self._context.actor) as uow:
            draft = self._draft(uow, draft_id, {DraftStage.CHECK})
            return self._move(uow, draft, DraftStage.READY, " ".join(note.split()))

    def refuse(self, draft_id: DraftId, reason: str) -> LetterDraft:
        """Send the draft back to who wrote it.

        Raises InputError.fields (`reason`, at least five letters), ConflictError, NotFoundError.
        """
        said = " ".join(reason.split())
        if sum(1 for sign in said if sign.isalpha()) < SHORTEST_REASON:
            raise InputError(
                "Draf belum dikembalikan: alasannya belum jelas.",
                {"reason": "Tulis apa yang harus diperbaiki, paling sedikit lima huruf."},
            )
        with self._context.store.write(self._context.actor) as uow:
            draft = self._draft(uow, draft_id, {DraftStage.CHECK, DraftStage.READY})
            return self._move(uow, draft, DraftStage.REFUSED, said)

    def take_back(self, draft_id: DraftId) -> LetterDraft:
        """Take a draft from the desk to go on writing; what was decided there no longer holds."""
        with self._context.store.write(self._context.actor) as uow:
            stages = {DraftStage.CHECK, DraftStage.READY, DraftStage.REFUSED}
            return self._move(uow, self._draft(uow, draft_id, stages), DraftStage.DRAFT, "")

    def to_check(self) -> tuple[LetterDraft, ...]:
        """What waits for the sekretaris, oldest first."""
        return self._in_stage(DraftStage.CHECK)

    def ready(self) -> tuple[LetterDraft, ...]:
        """What was approved and has no number yet, oldest first."""
        return self._in_stage(DraftStage.READY)

    def refused(self) -> tuple[LetterDraft, ...]:
        """What the sekretaris sent back, oldest first."""
        return self._in_stage(DraftStage.REFUSED)

    def to_sign(self) -> tuple[DeskLetter, ...]:
        """Numbered letters of the last DESK_DAYS days that nobody signed yet, oldest first."""
        since = self._context.clock.today() - timedelta(days=DESK_DAYS)
        with self._context.store.read() as reader:
            return reader.letter_steps.waiting(since, MOST_WAITING)

    def _in_stage(self, stage: DraftStage) -> tuple[LetterDraft, ...]:
        with self._context.store.read() as reader:
            return reader.drafts.in_stage(stage)

    def _draft(
        self, uow: UnitOfWork, draft_id: DraftId, allowed: Collection[DraftStage]
    ) -> LetterDraft:
        refuse_issued(uow, draft_id)
        draft = known_draft(uow.queries, draft_id)
        if draft.stage not in allowed:
            raise ConflictError(
                f"Draf ini {_STAGES[draft.stage]}; tidak ada yang berubah.",
                hint="Muat ulang daftarnya: mungkin orang lain sudah mengerjakannya.",
                code="SURAT-20",
            )
        return draft

    def _refuse_incomplete(self, uow: UnitOfWork, draft: LetterDraft) -> None:
        from nagari_kit.documents.letter import check_values, days_of

        definition = self._context.definition(draft.type_id)
        day = draft.issue_date or self._context.clock.today()
        gathered = gather(uow.queries, definition, draft.as_input(), day)
        faults = check_values(definition, draft.values, days_of(gathered.facts))
        faults |= gathered.problems()
        if faults:
            raise InputError(
                "Draf belum diajukan: ada isian yang perlu diperbaiki. Isian tetap ada.", faults
            )

    def _move(
        self, uow: UnitOfWork, draft: LetterDraft, stage: DraftStage, note: str
    ) -> LetterDraft:
        moved = replace(
            draft,
            stage=stage,
            stage_at=self._context.clock.now(),
            stage_by=self._context.actor,
            stage_note=note,
        )
        uow.drafts.save(moved)
        uow.commit()
        return moved


DESK_CHANGES = Changes.of(Kind.DRAFTS)
"""What a window tells after any act of this desk."""
