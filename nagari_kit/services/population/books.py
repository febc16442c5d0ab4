"""Reads the part of the books that a report concerns, in a fixed number of statements."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from nagari_kit.domain.event_outcomes import Affected, named_households, named_people
from nagari_kit.domain.event_reports import EventReport
from nagari_kit.domain.identity import HouseholdId

if TYPE_CHECKING:
    from nagari_kit.db.store import Reader, UnitOfWork


def affected_by(books: Reader | UnitOfWork, report: EventReport, today: date) -> Affected:
    """The people and households that the report names, and who lives with them."""
    people = books.residents.by_ids(named_people(report))
    homes = list(named_households(report))
    homes += [one.household_id for one in people.values() if one.household_id is not None]
    wanted = list(dict.fromkeys(homes))
    households = books.households.by_ids([one.bytes for one in wanted])
    return Affected(
        people=people,
        households={HouseholdId(UUID(bytes=raw)): home for raw, home in households.items()},
        members=books.residents.living_members(wanted),
        today=today,
    )
