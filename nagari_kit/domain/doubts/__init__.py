"""What in the books cannot be right or is only odd, each with the question that it asks."""

from nagari_kit.domain.doubts.found import (
    Doubt,
    DoubtCount,
    DoubtDecision,
    DoubtItem,
    DoubtOverview,
    DoubtPage,
)
from nagari_kit.domain.doubts.person_facts import PersonFacts
from nagari_kit.domain.doubts.rules import RULES, DoubtRule, Gravity, Mend, RuleDescription
from nagari_kit.domain.doubts.search import find_doubts

__all__ = [
    "RULES",
    "Doubt",
    "DoubtCount",
    "DoubtDecision",
    "DoubtItem",
    "DoubtOverview",
    "DoubtPage",
    "DoubtRule",
    "Gravity",
    "Mend",
    "PersonFacts",
    "RuleDescription",
    "find_doubts",
]
