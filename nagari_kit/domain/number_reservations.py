"""Numbers kept for a letter that comes later, and numbers that a counter skipped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from nagari_kit.domain.numbering import Series

OPEN, USED, RELEASED = "open", "used", "released"
MOST_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Reservation:
    """One number kept for letters of a type; `number` is frozen as it will be printed.

    `state` is OPEN, USED by a letter, or RELEASED with `closed_reason`: then nobody gets it.
    """

    id: UUID
    series: Series
    sequence: int
    number: str
    type_id: str
    reason: str
    reserved_at: datetime
    reserved_by: str
    state: str = OPEN
    closed_at: datetime | None = None
    closed_by: str = ""
    closed_reason: str = ""


@dataclass(frozen=True, slots=True)
class ReservationWish:
    """`count` numbers in a row for letters of a type, dated `on` (None: today), and why."""

    type_id: str
    count: int
    reason: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Skip:
    """Numbers `first` to `last` that a counter passed over, and why.

    `kind`: `start` (the office's start value), `rule` (others counted them before the rule
    changed), `taken` (another counter had printed them), `manual` (a number typed by hand lies
    behind them).
    """

    kind: str
    first: int
    last: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A letter beside another in its series."""

    number: str
    issue_date: date


@dataclass(frozen=True, slots=True)
class BackDating:
    """A letter dated before others of its series: `number` would stand between these two dates.

    `before` is the highest number dated on that day or earlier, `after` the lowest dated later.
    """

    number: str
    issue_date: date
    before: Neighbour | None
    after: Neighbour
