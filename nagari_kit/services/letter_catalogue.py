"""Names the letter types that this office can issue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from nagari_kit.domain.letters import LetterType
from nagari_kit.services.context import ServiceContext

if TYPE_CHECKING:
    from nagari_kit.documents.definitions import LetterDefinition

OF_LATE = timedelta(days=90)
"""What was issued since then says what an office uses most."""
MOST_USED = 9


@dataclass(frozen=True, slots=True)
class TypeChoice:
    """Every type, those that offices use most first; `used`: those that this office does."""

    types: tuple[LetterType, ...]
    used: tuple[LetterType, ...]


class LetterCatalogueService:
    """The validated definitions, as lists and forms need them. Thread-safe."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def types(self) -> tuple[LetterType, ...]:
        """Every type, those that offices use most first, then by title."""
        found = (definition.letter_type for definition in self._context.definitions.values())
        return tuple(sorted(found, key=lambda one: (one.frequency, one.title)))

    def choice(self) -> TypeChoice:
        """What a list to choose from shows; nobody has to set favourites."""
        since = self._context.clock.today() - OF_LATE
        with self._context.store.read() as reader:
            often = reader.letters.top_types(since, MOST_USED)
        return TypeChoice(self.types(), most_used(self._context.definitions, often, MOST_USED))

    def get(self, type_id: str) -> LetterType:
        """The type of this id. Raises NotFoundError."""
        return self._context.definition(type_id).letter_type


def most_used(
    definitions: Mapping[str, LetterDefinition], often: Iterable[str], most: int
) -> tuple[LetterType, ...]:
    """Those issued most, filled up by what offices use most, then by title."""
    first = [type_id for type_id in often if type_id in definitions]
    rest = sorted(
        (one.letter_type for one in definitions.values() if one.id not in first),
        key=lambda kind: (kind.frequency, kind.title),
    )
    return (*(definitions[type_id].letter_type for type_id in first), *rest)[:most]
