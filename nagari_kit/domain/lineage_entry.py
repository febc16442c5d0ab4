"""What an officer fills in for one person of a ranji, and what is wrong with it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from nagari_kit.domain import names
from nagari_kit.domain.identity import LineageNodeId, ResidentId
from nagari_kit.domain.lineage import DIED_ONCE, LineageNode
from nagari_kit.domain.residents import Sex

EARLIEST_YEAR = 1500
LONGEST_TEXT = 120
_ONE_LINE = ("gelar", "suku", "spouse")


@dataclass(frozen=True, slots=True)
class LineageEntry:
    """A person as typed; fields as those of `LineageNode`."""

    name: str
    gelar: str = ""
    sex: Sex | None = None
    mother_id: LineageNodeId | None = None
    resident_id: ResidentId | None = None
    suku: str = ""
    birth_year: int | None = None
    death_year: int | None = None
    spouse: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class LineageChange:
    """What one wish did: nodes as they were (those that are new are missing) and as they are."""

    before: tuple[LineageNode, ...]
    after: tuple[LineageNode, ...]


def entry_of(node: LineageNode) -> LineageEntry:
    """A node as a form shows it."""
    fields = (field.name for field in dataclasses.fields(LineageEntry))
    return LineageEntry(**{name: getattr(node, name) for name in fields})


def tidy(entry: LineageEntry) -> LineageEntry:
    """Without superfluous blanks."""
    kept: dict[str, Any] = {
        name: " ".join(getattr(entry, name).split()) for name in ("name", *_ONE_LINE)
    }
    return dataclasses.replace(entry, note=entry.note.strip(), **kept)


def entry_faults(entry: LineageEntry, today: date) -> Mapping[str, str]:
    """A sentence per field that cannot be stored."""
    faults: dict[str, str] = {}
    if reason := names.fault(entry.name):
        faults["name"] = reason
    for field in ("name", *_ONE_LINE):
        if len(getattr(entry, field)) > LONGEST_TEXT:
            faults[field] = f"Paling panjang {LONGEST_TEXT} huruf."
    for field in ("birth_year", "death_year"):
        year = getattr(entry, field)
        if year and not EARLIEST_YEAR <= year <= today.year:
            faults[field] = f"Tahun antara {EARLIEST_YEAR} dan {today.year}."
    if faults.keys().isdisjoint({"birth_year", "death_year"}) and _died_before_birth(entry):
        faults["death_year"] = "Tahun wafat lebih awal dari tahun lahir."
    return faults


def _died_before_birth(entry: LineageEntry) -> bool:
    known = entry.birth_year is not None and entry.death_year not in {None, DIED_ONCE}
    return known and (entry.death_year or 0) < (entry.birth_year or 0)
