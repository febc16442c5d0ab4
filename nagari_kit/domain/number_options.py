"""What a screen shows of numbers before one is given: examples of rules, choices for a letter."""

from __future__ import annotations

from dataclasses import dataclass

from nagari_kit.domain.number_reservations import BackDating, Reservation


@dataclass(frozen=True, slots=True)
class NumberExamples:
    """What rules would give.

    `sequence` is the counter of `next_number`; `other` comes after it for another letter type,
    `first_of_year` is the first of next year, `blank` has room for the hand.
    """

    next_number: str
    sequence: int
    other: str
    first_of_year: str
    blank: str


@dataclass(frozen=True, slots=True)
class NumberOptions:
    """How a letter of a type and a date may be numbered.

    `next_number` is "" when the rule leaves room for the hand (`by_hand`). `reserved`: numbers
    kept for this type. `back_dating`: what to warn of, None when the dates stay in order.
    """

    next_number: str
    by_hand: bool
    reserved: tuple[Reservation, ...]
    back_dating: BackDating | None
