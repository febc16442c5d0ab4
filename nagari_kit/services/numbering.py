"""Keeps the office's rules for letter numbers and shows what they give."""

from __future__ import annotations

from datetime import date

from nagari_kit.domain.changes import Changes
from nagari_kit.domain.office import NumberingSettings, NumberRule
from nagari_kit.services.context import ServiceContext


class NumberingService:
    """Rules of letter numbers, per office and letter type. Thread-safe."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def settings(self) -> NumberingSettings:
        """The office's rule and the exceptions per letter type."""
        raise NotImplementedError

    def save(self, settings: NumberingSettings) -> Changes:
        """Replace the rules; letters already issued keep their numbers. Raises InputError."""
        raise NotImplementedError

    def next_number(self, type_id: str, on: date) -> str:
        """The number that the next letter of this type would get; nothing is reserved."""
        raise NotImplementedError

    def example(self, rule: NumberRule, type_id: str, on: date) -> str:
        """The first number that the rule would give, before it is saved. Raises InputError."""
        raise NotImplementedError
