"""Does the work of widgets in several turns of the window: keys and paint come in between."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter

from nagari_kit.ui.jobs.runner import Runner

TURN = 0.008
"""Seconds after which the rest waits for the next turn."""


class Pieces:
    """One long work at a time; a newer one takes the place of the older, as `drop` does."""

    def __init__(self, runner: Runner, key: str) -> None:
        self._runner = runner
        self._key = key
        self._steps: Iterator[None] | None = None

    def run(self, steps: Iterator[None]) -> None:
        """Take the steps, the first ones at once; each must be short."""
        self._steps = steps
        self._go_on(steps)

    def drop(self) -> None:
        """What was not done yet is not wanted any more."""
        self._steps = None

    def _go_on(self, steps: Iterator[None]) -> None:
        if steps is not self._steps:
            return
        until = perf_counter() + TURN
        for _ in steps:
            if perf_counter() >= until:
                self._wait(lambda: self._go_on(steps))
                return
        if steps is self._steps:
            self._steps = None

    def _wait(self, then: Callable[[], None]) -> None:
        # By the runner and no timer: where that works on the spot, so does this.
        self._runner.start(
            lambda _progress, _token: None, key=self._key, on_success=lambda _: then()
        )
