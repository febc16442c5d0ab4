"""Reads the register of outgoing letters, voids letters and hands out stored documents."""

from __future__ import annotations

from nagari_kit.domain.identity import LetterId
from nagari_kit.domain.letters import IssuedLetter, LetterFilter, RegisterPage
from nagari_kit.services.context import ServiceContext


class LetterRegisterService:
    """The letters that were issued. Thread-safe."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def page(self, wanted: LetterFilter, offset: int, limit: int) -> RegisterPage:
        """Rows from `offset` on, newest first."""
        with self._context.store.read() as reader:
            return reader.letters.page(wanted, offset, limit)

    def get(self, letter_id: LetterId) -> IssuedLetter:
        """The letter. Raises NotFoundError."""
        raise NotImplementedError

    def find(self, number: str) -> IssuedLetter:
        """The letter that bears this number, blanks aside. Raises NotFoundError."""
        raise NotImplementedError

    def document(self, letter_id: LetterId) -> bytes:
        """The PDF exactly as it was filed. Raises NotFoundError."""
        raise NotImplementedError

    def void(self, letter_id: LetterId, reason: str) -> IssuedLetter:
        """Cancel the letter; its number stays and is never given again.

        Raises InputError.fields (`reason`, at least five characters), ConflictError when void.
        """
        raise NotImplementedError

    def record_print(self, letter_id: LetterId, printer: str, copies: int) -> IssuedLetter:
        """Note that paper came out. Raises NotFoundError, InputError (`copies`)."""
        raise NotImplementedError
