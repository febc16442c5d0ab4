"""What becomes of a letter after it was issued: signed, handed over, sent, archived."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Progress(StrEnum):
    """How far an issued letter came."""

    ISSUED = "issued"
    SIGNED = "signed"
    HANDED_OVER = "handed_over"
    SENT = "sent"
    ARCHIVED = "archived"


class StepKind(StrEnum):
    """What happened. CHECKED was before the number; TAKEN_BACK takes back the last one that stands.

    Steps are only added, so that the history of a letter stays whole.
    """

    CHECKED = "checked"
    SIGNED = "signed"
    HANDED_OVER = "handed_over"
    SENT = "sent"
    ARCHIVED = "archived"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class StepWish:
    """What the officer tells. `on` None: today.

    `person`: who took or received it. `place`: to whom it was sent. `note`: the relation of who
    took it to the person of the letter, or why a step is taken back.
    """

    kind: StepKind
    on: date | None = None
    person: str = ""
    place: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class LetterStep:
    """A step as it is kept; `at` and `by` say when and by whom it was entered."""

    kind: StepKind
    on: date
    at: datetime
    by: str
    person: str = ""
    place: str = ""
    note: str = ""


_RANKS = {
    StepKind.SIGNED: 1,
    StepKind.HANDED_OVER: 2,
    StepKind.SENT: 2,
    StepKind.ARCHIVED: 3,
}


def standing_steps(kinds: Iterable[StepKind]) -> tuple[StepKind, ...]:
    """The steps after issue that were not taken back, oldest first."""
    standing: list[StepKind] = []
    for kind in kinds:
        if kind is StepKind.TAKEN_BACK:
            del standing[-1:]
        elif kind in _RANKS:
            standing.append(kind)
    return tuple(standing)


def progress_after(kinds: Iterable[StepKind]) -> Progress:
    """How far a letter with these steps came."""
    standing = standing_steps(kinds)
    return Progress(standing[-1].value) if standing else Progress.ISSUED


def may_follow(kinds: Iterable[StepKind], wanted: StepKind) -> bool:
    """Whether a step fits after these: forward only, each once; taking back needs one that stands.

    Handed over and sent may come in either order. A step may be left out.
    """
    standing = standing_steps(kinds)
    if wanted is StepKind.TAKEN_BACK:
        return bool(standing)
    if wanted not in _RANKS or wanted in standing:
        return False
    return all(_RANKS[wanted] >= _RANKS[one] for one in standing)
