"""Which letter a command means: by its number, or by its ID while it has none."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from nagari_kit.domain.identity import LetterId
from nagari_kit.domain.letters import IssuedLetter

if TYPE_CHECKING:
    from nagari_kit.services.workspace import Workspace


def chosen_letter(office: Workspace, text: str) -> IssuedLetter:
    """The letter. Raises NotFoundError."""
    try:
        identity = UUID(text)
    except ValueError:
        return office.register.find(text)
    return office.register.get(LetterId(identity))


def called(letter: IssuedLetter) -> str:
    """`Surat nomor 500.3/081/KN/2026`, or its title while it has no number."""
    return f"Surat nomor {letter.number}" if letter.number else letter.title
