"""What happens to the population, as the ledger keeps it and every figure counts it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from nagari_kit.domain.identity import (
    HouseholdId,
    JorongId,
    PopulationEventId,
    ResidentId,
)
from nagari_kit.domain.residents import Household, Resident


class EventKind(StrEnum):
    """The kinds of peristiwa. `OPENING` is the first filling of the books."""

    OPENING = "opening"
    IMPORT = "import"
    REGISTRATION = "registration"
    BIRTH = "birth"
    ARRIVAL = "arrival"
    DEATH = "death"
    DEPARTURE = "departure"
    MISSING = "missing"
    GONE = "gone"
    RETURN = "return"
    HOUSEHOLD_SPLIT = "household_split"
    HOUSEHOLD_MERGE = "household_merge"
    HEAD_CHANGE = "head_change"
    HOUSEHOLD_MOVE = "household_move"
    CORRECTION = "correction"
    INVALIDATION = "invalidation"
    RECORD_MERGE = "record_merge"
    UNDO = "undo"


class Flow(StrEnum):
    """Columns of the balance (LAMPID). Start and end are sums, never stored."""

    OPENING = "opening"
    BIRTH = "birth"
    ARRIVAL = "arrival"
    DEATH = "death"
    DEPARTURE = "departure"
    MISSING = "missing"
    INTERNAL = "internal"
    ADJUSTMENT = "adjustment"


INCOMING: Mapping[EventKind, Flow] = {
    EventKind.OPENING: Flow.OPENING,
    EventKind.BIRTH: Flow.BIRTH,
    EventKind.ARRIVAL: Flow.ARRIVAL,
    EventKind.RETURN: Flow.ARRIVAL,
}
"""The column of somebody who begins to be counted; any other kind is an adjustment."""

OUTGOING: Mapping[EventKind, Flow] = {
    EventKind.DEATH: Flow.DEATH,
    EventKind.DEPARTURE: Flow.DEPARTURE,
    EventKind.MISSING: Flow.MISSING,
    EventKind.GONE: Flow.MISSING,
}
"""The column of somebody who ceases to be counted; any other kind is an adjustment."""

CORRECTING = frozenset(
    {EventKind.CORRECTION, EventKind.IMPORT, EventKind.INVALIDATION, EventKind.RECORD_MERGE}
)
"""Kinds whose changes of sex, citizenship or place amend the books: no move took place."""


@dataclass(frozen=True, slots=True)
class Reporter:
    """Who told the office (pelapor). All may be empty; `nik` is 16 digits or ""."""

    name: str = ""
    relation: str = ""
    nik: str = ""


@dataclass(frozen=True, slots=True)
class PopulationEvent:
    """One peristiwa. `event_date` is when it happened, `report_date` when the office heard of it.

    `facts` hold what else the form asks (cause, destination, …) by name, text only. `reverses`
    names the event that this one undoes.
    """

    id: PopulationEventId
    kind: EventKind
    event_date: date
    report_date: date
    reporter: Reporter = Reporter()
    facts: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    reverses: PopulationEventId | None = None


@dataclass(frozen=True, slots=True)
class PersonChange:
    """One person of an event: the record before, None for somebody new, and after."""

    before: Resident | None
    after: Resident

    def both(self) -> tuple[Resident | None, Resident]:
        """As they were and as they are."""
        return self.before, self.after


@dataclass(frozen=True, slots=True)
class HouseholdChange:
    """One KK of an event: as it was, None for a new one, and as it is."""

    before: Household | None
    after: Household


@dataclass(frozen=True, slots=True)
class EventRow:
    """One line of a timeline. `people` are the names of all concerned, the first five of them.

    `can_be_undone` is false for an event that was undone, that undoes, or that a later event of
    the same people follows. `changed` names the facts that a correction changed of the person
    whose timeline it is, as columns of the books; it is empty elsewhere.
    """

    id: PopulationEventId
    kind: EventKind
    event_date: date
    report_date: date
    people: tuple[str, ...]
    count: int
    facts: Mapping[str, str]
    note: str
    recorded_at: datetime
    recorded_by: str
    undone: bool
    can_be_undone: bool
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EffectLine:
    """One sentence of what an event would do; a count that changes shows `before` and `after`."""

    text: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class EventEffect:
    """What a form would do when saved: changes of counts, what else follows, and warnings."""

    people: tuple[PersonChange, ...]
    households: tuple[HouseholdChange, ...]
    counts: tuple[EffectLine, ...]
    follow_ups: tuple[EffectLine, ...]
    warnings: tuple[str, ...]


class DayRule(StrEnum):
    """Which of an event's two dates a report goes by."""

    EVENT = "event"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class PeopleCount:
    """People by citizenship and sex, as book B.3 counts them; `unknown` has no sex recorded."""

    foreign_men: int = 0
    foreign_women: int = 0
    men: int = 0
    women: int = 0
    unknown: int = 0

    @property
    def total(self) -> int:
        """Everybody."""
        return self.foreign_men + self.foreign_women + self.men + self.women + self.unknown


@dataclass(frozen=True, slots=True)
class Balance:
    """The balance of one jorong (None: people without one) over a period of whole days.

    `flows` counts by column; INTERNAL and ADJUSTMENT are net and may be negative, DEATH,
    DEPARTURE and MISSING count those who left as positive numbers.
    """

    jorong_id: JorongId | None
    jorong: str
    start: PeopleCount
    flows: Mapping[Flow, PeopleCount]
    end: PeopleCount
    households_at_start: int
    households_at_end: int


@dataclass(frozen=True, slots=True)
class FlowPerson:
    """A name behind a number of a report."""

    id: ResidentId
    name: str
    event_id: PopulationEventId
    kind: EventKind
    event_date: date
    report_date: date
    household_id: HouseholdId | None
