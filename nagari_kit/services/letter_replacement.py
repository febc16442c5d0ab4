"""Corrects an issued letter: a new one takes its place, the old one stays, marked and linked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nagari_kit.domain import events
from nagari_kit.domain.letters import IssuedLetter, LetterInput, LetterStatus
from nagari_kit.errors import ConflictError

if TYPE_CHECKING:
    from nagari_kit.db.store import UnitOfWork
    from nagari_kit.services.context import ServiceContext


def letter_to_replace(uow: UnitOfWork, wanted: LetterInput) -> IssuedLetter | None:
    """The letter whose place is taken. Raises NotFoundError, ConflictError when it is taken."""
    if wanted.replaces is None:
        return None
    old = uow.letters.get(wanted.replaces)
    if old.replaced_by is not None:
        newer = uow.letters.get(old.replaced_by)
        raise ConflictError(
            f"{named_first(old)} sudah diganti {called(newer)}. Surat baru belum diterbitkan.",
            hint="Perbaikan berikutnya dimulai dari surat pengganti itu.",
            code="SURAT-21",
        )
    return old


def mark_replaced(
    uow: UnitOfWork, context: ServiceContext, old: IssuedLetter, new: IssuedLetter
) -> None:
    """Void the old letter by naming the new one; one that was void before keeps its reason."""
    if old.status is LetterStatus.VOIDED:
        return
    reason = f"diganti {called(new)}"
    uow.letters.void(old.id, reason, context.actor, context.clock.now())
    uow.record(events.letter_voided(old.id, old.number, reason))


def called(letter: IssuedLetter) -> str:
    """`surat nomor 500.3/081/KN/2026`, or by its title while it has no number."""
    if letter.number:
        return f"surat nomor {letter.number}"
    return f"surat {letter.short_title} untuk {letter.resident_name}"


def named_first(letter: IssuedLetter) -> str:
    """The same at the beginning of a sentence."""
    words = called(letter)
    return words[0].upper() + words[1:]
