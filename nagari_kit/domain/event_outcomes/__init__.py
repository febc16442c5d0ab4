"""What a report does to people and households, as a pure function of the books."""

from nagari_kit.domain.event_outcomes.affected import Affected, Outcome
from nagari_kit.domain.event_outcomes.outcome import (
    kind_of,
    named_households,
    named_people,
    outcome_of,
)

__all__ = ["Affected", "Outcome", "kind_of", "named_households", "named_people", "outcome_of"]
