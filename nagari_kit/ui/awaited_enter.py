"""Enter in a search box, pressed before the answer to what was typed is on the screen."""

from __future__ import annotations


class AwaitedEnter:
    """Keeps quick fingers from taking a row of the answer before: a letter for another person.

    `wanted` is what was asked for, a text or a filter; equal ones have equal answers.
    """

    def __init__(self) -> None:
        self._shown: object = None
        self._waits = False

    def typed(self) -> None:
        """Something else is wanted: an Enter that waited is forgotten."""
        self._waits = False

    def pressed(self, wanted: object) -> bool:
        """Whether the answer to `wanted` is on the screen, so that its row may be taken now.

        If not, the Enter waits: ask at once.
        """
        self._waits = not self.is_shown(wanted)
        return not self._waits

    def is_shown(self, wanted: object) -> bool:
        """Whether the rows on the screen are the answer to `wanted`."""
        return wanted == self._shown

    def answered(self, wanted: object, hits: int) -> bool:
        """The answer to `wanted` is shown; whether an Enter waited and there is just one hit.

        Of several nobody can have chosen one unseen.
        """
        waited, self._waits = self._waits, False
        self._shown = wanted
        return waited and hits == 1
