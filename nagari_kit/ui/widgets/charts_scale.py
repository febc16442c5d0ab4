"""Round numbers for the axes of charts."""

from __future__ import annotations

from itertools import count

_STEPS = (1, 2, 5)


def ticks(most: int, wanted: int = 3) -> tuple[int, ...]:
    """Round numbers from 0, about `wanted` of them above it, the last at least `most`."""
    least = max(1.0, most / wanted)
    step = next(
        base * 10**power for power in count() for base in _STEPS if base * 10**power >= least
    )
    return tuple(range(0, step * max(1, -(-most // step)) + 1, step))
