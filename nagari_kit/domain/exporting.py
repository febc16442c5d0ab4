"""What is to leave the office as a spreadsheet of residents, and what left."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.residents import ResidentFilter

SHORTEST_REASON = 10
"""Characters of a reason that says something."""


def missing_reason(reason: str, *, full: bool, what: str) -> str:
    """What to say when `what` shows whole numbers without a reason that says something, else ""."""
    if not full or len(reason.strip()) >= SHORTEST_REASON:
        return ""
    return f"{what} memerlukan alasan tertulis, paling sedikit {SHORTEST_REASON} huruf."


class ExportForm(Enum):
    """Forms in which residents leave the office; LIST is the list of the screen, always masked."""

    OPENSID = "opensid"
    NAGARI = "nagari"
    KK = "kk"
    LIST = "daftar"


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """Whom and how much to write.

    `chosen` takes the place of the filter. Unless `full`, the numbers of people are masked and
    health facts left out; a full export needs a `reason`.
    """

    form: ExportForm
    wanted: ResidentFilter = field(default_factory=ResidentFilter)
    chosen: tuple[ResidentId, ...] | None = None
    full: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ExportResult:
    """The file, whole and in place, and how many it holds."""

    file: Path
    people: int
    households: int
