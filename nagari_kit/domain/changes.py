"""What a write touched, so that screens reload only when concerned."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Areas of data that screens show."""

    RESIDENTS = "residents"
    POPULATION = "population"
    DOUBTS = "doubts"
    LINEAGE = "lineage"
    FILTERS = "filters"
    LETTERS = "letters"
    DRAFTS = "drafts"
    OFFICE = "office"
    NUMBERING = "numbering"
    CORRESPONDENCE = "correspondence"
    SYNC = "sync"


@dataclass(frozen=True, slots=True)
class Changes:
    """Set of kinds that a use case changed."""

    kinds: frozenset[Kind]

    @classmethod
    def of(cls, *kinds: Kind) -> Changes:
        """Build from the kinds named."""
        return cls(frozenset(kinds))
