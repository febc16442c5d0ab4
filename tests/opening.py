"""People entered into the books in one go, as a first import does it."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import uuid4

from nagari_kit.db.unit_of_work import UnitOfWork
from nagari_kit.domain.identity import PopulationEventId
from nagari_kit.domain.population import EventKind, HouseholdChange, PersonChange, PopulationEvent
from nagari_kit.domain.residents import Household, Resident
from nagari_kit.infra.clock import Clock


def enter_people(
    uow: UnitOfWork,
    clock: Clock,
    people: Iterable[Resident],
    households: Iterable[Household] = (),
    kind: EventKind = EventKind.OPENING,
) -> PopulationEvent:
    """Write new residents and households through the ledger; the caller commits."""
    today = clock.today()
    event = PopulationEvent(PopulationEventId(uuid4()), kind, today, today)
    uow.ledger.enter(
        event,
        [PersonChange(None, one) for one in people],
        [HouseholdChange(None, one) for one in households],
    )
    return event
