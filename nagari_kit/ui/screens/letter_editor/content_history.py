"""What the content was before, for undo and redo; typing in one place is one step."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic

from nagari_kit.domain.letter_editing import Content

_MOST_STEPS = 200
_TOGETHER = 1.5
"""Seconds within which changes of one place become one step."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A content with the row that was chosen."""

    content: Content
    row: int


class ContentHistory:
    """Begin with the content that was opened."""

    def __init__(self, content: Content, row: int = 0) -> None:
        self._past: list[Moment] = []
        self._future: list[Moment] = []
        self._last = ("", 0.0)
        self.now = Moment(content, row)

    def change(self, content: Content, row: int, place: str = "") -> None:
        """Another content; the same `place` soon after is the same step."""
        moment = monotonic()
        is_same = bool(place) and self._last[0] == place and moment - self._last[1] < _TOGETHER
        if not is_same or not self._past:
            self._past = [*self._past[-_MOST_STEPS:], self.now]
        self._future.clear()
        self._last = (place, moment)
        self.now = Moment(content, row)

    def choose(self, row: int) -> None:
        """Another row of the same content."""
        self.now = Moment(self.now.content, row)
        self._last = ("", 0.0)

    def undo(self) -> bool:
        """One step back, if there is one."""
        return self._step(self._past, self._future)

    def redo(self) -> bool:
        """One step forth, if there is one."""
        return self._step(self._future, self._past)

    def _step(self, source: list[Moment], target: list[Moment]) -> bool:
        if not source:
            return False
        target.append(self.now)
        self.now = source.pop()
        self._last = ("", 0.0)
        return True
