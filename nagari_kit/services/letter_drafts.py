"""Keeps unfinished letters on disk."""

from __future__ import annotations

from nagari_kit.domain.changes import Changes
from nagari_kit.domain.identity import DraftId
from nagari_kit.domain.letters import LetterDraft, LetterInput
from nagari_kit.services.context import ServiceContext


class LetterDraftService:
    """Drafts of this office; they stay on this PC. Thread-safe."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def save(self, wanted: LetterInput) -> LetterDraft:
        """Store the draft, new when it has no `draft_id`; values may be wrong or missing.

        Raises NotFoundError (resident, type), ConflictError when it was issued meanwhile.
        """
        raise NotImplementedError

    def get(self, draft_id: DraftId) -> LetterDraft:
        """The draft. Raises NotFoundError."""
        raise NotImplementedError

    def all(self) -> tuple[LetterDraft, ...]:
        """Every draft, the last saved first."""
        raise NotImplementedError

    def delete(self, draft_id: DraftId) -> Changes:
        """Throw the draft away; nothing happens when it is gone already."""
        raise NotImplementedError

    def restore(self, draft: LetterDraft) -> Changes:
        """Put back a draft that was thrown away, as it was. Raises ConflictError when issued."""
        raise NotImplementedError
