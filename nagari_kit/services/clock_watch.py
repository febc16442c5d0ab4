"""Tells when this PC's clock cannot be right, since letters are dated and numbered by it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from nagari_kit.domain.dates import long_date
from nagari_kit.infra.clock import WIB, Clock

if TYPE_CHECKING:
    from nagari_kit.db.store import Reader

PROGRAM_MADE = date(2026, 1, 1)
"""A PC whose clock shows an earlier day has lost it."""
_TOLERATED = timedelta(minutes=10)
"""A clock that is set right over the network jumps back a little."""
_LOOKED_AT = 50
"""Events of which the latest counts: one letter dated wrongly must not silence the warning, and a
day that was once set in the future must not bring it for ever."""


@dataclass(frozen=True, slots=True)
class ClockWatch:
    """The clock beside the latest moment of the log; None while the log is empty."""

    clock: Clock
    latest: datetime | None

    def doubt(self) -> str:
        """What speaks against the clock at this moment, one Indonesian sentence; "" if nothing."""
        now = self.clock.now()
        shown = f"Jam komputer menunjuk {_words(now)}"
        if self.latest is not None and now < self.latest - _TOLERATED:
            return f"{shown}, padahal catatan terakhir dibuat {_words(self.latest)}."
        if self.clock.today() < PROGRAM_MADE:
            return f"{shown}, padahal program ini baru dibuat tahun {PROGRAM_MADE.year}."
        return ""


def watch_clock(reader: Reader, clock: Clock) -> ClockWatch:
    """Read what the clock is to be held against."""
    return ClockWatch(clock, reader.events.latest_moment(_LOOKED_AT))


def _words(moment: datetime) -> str:
    local = moment.astimezone(WIB)
    return f"{long_date(local.date())} pukul {local:%H.%M}"
