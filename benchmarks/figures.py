"""What one measurement says: a ratio, the limit it is held against, and the raw values."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """`ratio` is ours divided by the peer's, both measured in this run; `limit` is the most."""

    name: str
    ratio: float
    limit: float
    detail: str = ""

    @property
    def holds(self) -> bool:
        """Whether the ratio is within its limit."""
        return self.ratio <= self.limit


def interleaved(
    ours: Callable[[], object], peer: Callable[[], object], *, rounds: int, warm_up: int = 3
) -> tuple[list[float], list[float]]:
    """Seconds of each call of both, in turn, so that a noisy machine troubles both alike."""
    for _ in range(warm_up):
        ours()
        peer()
    mine: list[float] = []
    theirs: list[float] = []
    for _ in range(rounds):
        mine.append(seconds(ours))
        theirs.append(seconds(peer))
    return mine, theirs


def seconds(call: Callable[[], object]) -> float:
    """Wall time of one call."""
    begin = time.perf_counter()
    call()
    return time.perf_counter() - begin


def median_ms(values: list[float]) -> float:
    """Median in milliseconds."""
    return statistics.median(values) * 1000


def percentile_ms(values: list[float], part: float) -> float:
    """The value below which `part` (0..1) of the values lie, in milliseconds."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))] * 1000
