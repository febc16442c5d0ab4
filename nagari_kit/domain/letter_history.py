"""What the register knows around one letter: people, steps, and the letters it is tied to."""

from __future__ import annotations

from dataclasses import dataclass

from nagari_kit.domain.letter_steps import LetterStep, StepKind, may_follow
from nagari_kit.domain.letters import NamedPerson


@dataclass(frozen=True, slots=True)
class LetterHistory:
    """`people` pairs what the form calls a role with who is in it.

    `replaces` and `replaced_by` are numbers of other letters, "" for none; a letter without a
    number is called by its title.
    """

    people: tuple[tuple[str, NamedPerson], ...] = ()
    steps: tuple[LetterStep, ...] = ()
    replaces: str = ""
    replaced_by: str = ""

    def next_steps(self, *, voided: bool) -> tuple[StepKind, ...]:
        """The steps that may follow; a void letter is only archived."""
        done = [one.kind for one in self.steps]
        wanted = (
            StepKind.SIGNED,
            StepKind.HANDED_OVER,
            StepKind.SENT,
            StepKind.ARCHIVED,
            StepKind.TAKEN_BACK,
        )
        allowed = {StepKind.ARCHIVED, StepKind.TAKEN_BACK} if voided else set(wanted)
        return tuple(kind for kind in wanted if kind in allowed and may_follow(done, kind))
