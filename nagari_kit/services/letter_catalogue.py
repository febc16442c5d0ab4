"""Names the letter types that this office can issue."""

from __future__ import annotations

from nagari_kit.domain.letters import LetterType
from nagari_kit.services.context import ServiceContext


class LetterCatalogueService:
    """The validated definitions, as lists and forms need them. Thread-safe."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def types(self) -> tuple[LetterType, ...]:
        """Every type, those that offices use most first, then by title."""
        found = (definition.letter_type for definition in self._context.definitions.values())
        return tuple(sorted(found, key=lambda one: (one.frequency, one.title)))

    def get(self, type_id: str) -> LetterType:
        """The type of this id. Raises NotFoundError."""
        return self._context.definition(type_id).letter_type
