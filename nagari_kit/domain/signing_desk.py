"""What lies on the desks of the sekretaris and the wali nagari, and what was looked at for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from nagari_kit.domain.identity import DraftId, LetterId


@dataclass(frozen=True, slots=True)
class DeskItem:
    """A card of the desk: a numbered letter, or a draft (`number` is "" then).

    `is_ready`: a draft that was approved. `checked_by` is "" when no one checked it.
    """

    letter_id: LetterId | None
    draft_id: DraftId | None
    number: str
    kind: str
    person: str
    since: datetime
    checked_by: str = ""
    note: str = ""
    is_ready: bool = False


@dataclass(frozen=True, slots=True)
class DeskSigned:
    """A letter that was signed today, and when that was entered."""

    letter_id: LetterId
    number: str
    person: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Desks:
    """Both desks, each oldest first, and what was done today, newest first."""

    to_check: tuple[DeskItem, ...]
    to_sign: tuple[DeskItem, ...]
    signed: tuple[DeskSigned, ...]


@dataclass(frozen=True, slots=True)
class DeskCheck:
    """One thing that was looked at: a sentence, and who or what says so."""

    fits: bool
    sentence: str
    source: str


@dataclass(frozen=True, slots=True)
class DeskPaper:
    """The pages of one card and what was looked at. `person_line`: age and where they live."""

    item: DeskItem
    pdf: bytes
    person: str
    person_line: str
    checks: tuple[DeskCheck, ...]
