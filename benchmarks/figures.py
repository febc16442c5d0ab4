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
    ours: Callable[[], object],
    peer: Callable[[], object],
    *,
    rounds: int,
    warm_up: int = 3,
    clock: Callable[[], float] = time.perf_counter,
) -> tuple[list[float], list[float]]:
    """Seconds of each call of both, in turn, so that a noisy machine troubles both alike."""
    for _ in range(warm_up):
        ours()
        peer()
    mine: list[float] = []
    theirs: list[float] = []
    for _ in range(rounds):
        mine.append(seconds(ours, clock))
        theirs.append(seconds(peer, clock))
    return mine, theirs


def seconds(call: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """Time of one call, that of the wall unless another clock is named."""
    begin = clock()
    call()
    return clock() - begin


def median_ms(values: list[float]) -> float:
    """Median in milliseconds."""
    return statistics.median(values) * 1000


def percentile_ms(values: list[float], part: float) -> float:
    """The value below which `part` (0..1) of the values lie, in milliseconds."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))] * 1000
