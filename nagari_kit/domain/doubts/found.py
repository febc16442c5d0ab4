"""A doubt that was found, the officer's word that it is right, and what the desk shows of both."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime

from nagari_kit.domain.doubts.rules import RULES, DoubtRule, Gravity
from nagari_kit.domain.identity import HouseholdId, ResidentId

_FINGERPRINT = 16
"""Hexadecimal digits; a decision is sought among those of one rule and one subject."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing that cannot be right or is odd.

    `people` are those whom it is about, the first one foremost. `title` names them, `why` says
    what was found; `facts` are the very facts that raised it: another fact is another doubt.
    """

    rule: DoubtRule
    people: tuple[ResidentId, ...]
    title: str
    why: str
    facts: tuple[str, ...]
    household_id: HouseholdId | None = None

    @property
    def about(self) -> str:
        """Whom it is about: the first part of the subject."""
        if self.household_id is not None and self.rule in _OF_HOUSEHOLD:
            return self.household_id.hex
        return "+".join([one.hex for one in self.people])

    @property
    def subject(self) -> str:
        """Whom it is about and a fingerprint of the facts, as decisions are kept by it."""
        told = json.dumps(self.facts, ensure_ascii=True).encode()
        digest = hashlib.sha256(told).hexdigest()[:_FINGERPRINT]
        return f"{self.about}:{digest}"


_OF_HOUSEHOLD = frozenset({DoubtRule.WITHOUT_HEAD, DoubtRule.TWO_HEADS})


@dataclass(frozen=True, slots=True)
class DoubtDecision:
    """The officer says that it is right as it stands; it holds until the facts change."""

    rule: DoubtRule
    subject: str
    reason: str
    decided_at: datetime
    decided_by: str


@dataclass(frozen=True, slots=True)
class DoubtItem:
    """One line of the desk; `decision` is None while the doubt is open."""

    doubt: Doubt
    decision: DoubtDecision | None = None


@dataclass(frozen=True, slots=True)
class DoubtCount:
    """How many doubts of a rule are open."""

    rule: DoubtRule
    open: int


@dataclass(frozen=True, slots=True)
class DoubtOverview:
    """`counts` has every rule, `decided` counts standing decisions, `done` those of this week."""

    counts: tuple[DoubtCount, ...]
    decided: int
    done: int
    checked_at: datetime

    @property
    def open(self) -> int:
        """All that waits at the desk."""
        return sum(one.open for one in self.counts)

    @property
    def pressing(self) -> int:
        """Open doubts that are more than a hint: the number that every screen gives."""
        return sum(one.open for one in self.counts if RULES[one.rule].gravity is not Gravity.HINT)

    @property
    def hints(self) -> int:
        """What is only something to do."""
        return self.open - self.pressing


@dataclass(frozen=True, slots=True)
class DoubtPage:
    """`items` from `offset` on, by title; `total` counts all."""

    items: tuple[DoubtItem, ...]
    offset: int
    total: int
