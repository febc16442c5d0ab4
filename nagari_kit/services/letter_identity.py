"""Ties a draft to the letter that it becomes, so that issuing it twice gives one letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nagari_kit.domain.identity import DraftId, LetterId
from nagari_kit.domain.letters import IssuedLetter

if TYPE_CHECKING:
    from nagari_kit.db.store import UnitOfWork


def letter_id_of(draft_id: DraftId) -> LetterId:
    """A letter keeps the identity of its draft."""
    return LetterId(draft_id)


def letter_of_draft(uow: UnitOfWork, draft_id: DraftId) -> IssuedLetter | None:
    """The letter that this draft became, or None while it is a draft."""
    return uow.letters.find(letter_id_of(draft_id))
