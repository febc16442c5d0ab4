"""Names the letter types that this office can issue."""

from __future__ import annotations

from nagari_kit.domain.letters import LetterType
from nagari_kit.errors import NotFoundError
from nagari_kit.services.context import ServiceContext


class LetterCatalogueService:
    """The validated definitions, as lists and forms need them. Thread-safe."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def types(self) -> tuple[LetterType, ...]:
        """Every type, by title."""
        found = (definition.letter_type for definition in self._context.definitions.values())
        return tuple(sorted(found, key=lambda one: one.title))

    def get(self, type_id: str) -> LetterType:
        """The type of this id. Raises NotFoundError."""
        definition = self._context.definitions.get(type_id)
        if definition is None:
            known = ", ".join(sorted(self._context.definitions))
            raise NotFoundError(
                f"Jenis surat “{type_id}” tidak ada. Belum ada yang dibuat.",
                hint=f"Jenis yang ada: {known}.",
            )
        return definition.letter_type
