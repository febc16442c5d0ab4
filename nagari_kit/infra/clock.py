"""The only source of the present time, so that tests can set it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Protocol

WIB = timezone(timedelta(hours=7), "WIB")
"""Western Indonesia Time; Sumatera Barat has no other and no summer time."""


class Clock(Protocol):
    """Gives the present moment in UTC and the civil date at the office."""

    def now(self) -> datetime:
        """Aware datetime in UTC."""

    def today(self) -> date:
        """Civil date in Sumatera Barat."""


class SystemClock:
    """The operating system's clock."""

    def now(self) -> datetime:
        """Aware datetime in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - the one door to the clock

    def today(self) -> date:
        """Civil date in Sumatera Barat."""
        return self.now().astimezone(WIB).date()


class FixedClock:
    """A clock that stands still until it is moved; for tests and pictures."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        """The moment that was set."""
        return self.moment

    def today(self) -> date:
        """Its civil date in Sumatera Barat."""
        return self.moment.astimezone(WIB).date()
