"""Gives a letter its number and files it, in one transaction."""

from __future__ import annotations

from nagari_kit.domain.letters import IssuedLetter, LetterInput
from nagari_kit.services.context import ServiceContext


class LetterIssueService:
    """The one place where numbers are given. Thread-safe, safe for several processes."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def issue(self, wanted: LetterInput) -> IssuedLetter:
        """The letter with number, document and event on disk when this returns.

        Issuing a draft again returns the letter that it became and takes no number. Raises
        InputError (`fields` by field id, `signer`, `issue_date`), RuleError for a resident who is
        dead or has moved, NotFoundError, LetterError, StorageError; then no number is taken.
        """
        raise NotImplementedError
