"""Counts days on which an office works: Monday to Friday, without holidays and shared leave."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_SATURDAY = 5
_FARTHEST = 3660


class HolidayKind(StrEnum):
    """NATIONAL and SHARED_LEAVE (cuti bersama) are free; WORKING takes a shipped day away."""

    NATIONAL = "libur"
    SHARED_LEAVE = "cuti"
    WORKING = "kerja"


@dataclass(frozen=True, slots=True)
class Holiday:
    """One day of the calendar. `is_own`: the office wrote it, it was not shipped."""

    day: date
    name: str
    kind: HolidayKind
    is_own: bool = False


def is_working_day(day: date, free: Collection[date]) -> bool:
    """Whether offices work on that day."""
    return day.weekday() < _SATURDAY and day not in free


def working_days_between(start: date, end: date, free: Collection[date]) -> int:
    """Working days after `start` and before `end`: neither of the two counts; 0 when none."""
    span = min((end - start).days, _FARTHEST)
    days = (start + timedelta(days=step) for step in range(1, span))
    return sum(is_working_day(day, free) for day in days)
