"""The door of this room: check the values of a letter, resolve it to a snapshot, render it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nagari_kit.documents.definition_model import LetterDefinition
from nagari_kit.documents.facts import FamilyFacts, LetterFacts
from nagari_kit.domain.letters import FieldBox

__all__ = [
    "FamilyFacts",
    "LetterFacts",
    "LetterSnapshot",
    "RenderedLetter",
    "check_values",
    "default_values",
    "render",
    "resolve",
]


@dataclass(frozen=True, slots=True)
class LetterSnapshot:
    """A letter with every value resolved."""

    def to_json(self) -> bytes:
        """Canonical JSON."""
        raise NotImplementedError

    @classmethod
    def from_json(cls, source: bytes) -> LetterSnapshot:
        """The snapshot that `to_json` wrote."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class RenderedLetter:
    """PDF bytes, number of pages, fitting step used, and where each field's value stands."""

    pdf: bytes
    pages: int
    step: str
    boxes: tuple[FieldBox, ...]


def check_values(definition: LetterDefinition, values: Mapping[str, str]) -> dict[str, str]:
    """Field id to an Indonesian sentence, for every value that cannot be used."""
    raise NotImplementedError


def default_values(definition: LetterDefinition, facts: LetterFacts) -> dict[str, str]:
    """Values that the definition proposes for this resident; only fields that have one."""
    raise NotImplementedError


def resolve(definition: LetterDefinition, facts: LetterFacts) -> LetterSnapshot:
    """The letter with every placeholder filled in."""
    raise NotImplementedError


def render(
    snapshot: LetterSnapshot, *, logo: bytes | None, missing_ok: bool = False
) -> RenderedLetter:
    """Deterministic PDF bytes of a snapshot."""
    raise NotImplementedError
