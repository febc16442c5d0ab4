"""Joins two records of one person in one entry of the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.doubts import Doubt
from nagari_kit.domain.doubts.merge import Side, given_up_nik, joined, merge_outcome
from nagari_kit.domain.event_outcomes import Affected
from nagari_kit.domain.identity import HouseholdId, PopulationEventId
from nagari_kit.domain.population import EventKind, PopulationEvent
from nagari_kit.domain.residents import Resident
from nagari_kit.infra.identifiers import new_uuid7
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.data_quality.mending import Mended, refuse_stale

if TYPE_CHECKING:
    from nagari_kit.db.reader import Reader
    from nagari_kit.db.unit_of_work import UnitOfWork

_CHANGES = Changes.of(Kind.RESIDENTS, Kind.POPULATION, Kind.DOUBTS, Kind.LETTERS)


class RecordMergeService:
    """What hangs on both records is read together afterwards; nothing is moved or deleted."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def merge(self, doubt: Doubt, a: Resident, b: Resident, choices: Mapping[str, Side]) -> Mended:
        """Record A lives on with the chosen values; B stays to be read, marked invalid.

        `choices`: side by the id of `MERGE_FIELDS`, A where none is named. Raises InputError,
        ConflictError when a record was changed meanwhile.
        """
        clock, actor = self._context.clock, self._context.actor
        today = clock.today()
        with self._context.store.write(actor) as uow:
            refuse_stale(uow, (a, b))
            after = joined(a, b, choices)
            number = given_up_nik(a, b, after)
            children = uow.doubts.children_by_nik(number) if number else ()
            outcome = merge_outcome((a, b), choices, self._books(uow, a, b, after), children)
            event = PopulationEvent(
                PopulationEventId(new_uuid7(clock)),
                EventKind.RECORD_MERGE,
                today,
                today,
                facts=outcome.facts,
            )
            uow.ledger.enter(event, outcome.people)
            uow.doubts.mended(doubt.rule, doubt.subject, clock.now(), actor)
            uow.commit()
        return Mended(doubt, event.id, _CHANGES)

    def _books(self, books: Reader | UnitOfWork, *people: Resident) -> Affected:
        homes = [one.household_id for one in people if one.household_id is not None]
        wanted = list(dict.fromkeys(homes))
        households = books.households.by_ids([one.bytes for one in wanted])
        return Affected(
            people={one.id: one for one in people},
            households={HouseholdId(UUID(bytes=raw)): home for raw, home in households.items()},
            members=books.residents.living_members(wanted),
            today=self._context.clock.today(),
        )
