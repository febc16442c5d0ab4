"""What a form of a peristiwa begins with, and what it would do, for the eyes of the officer."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from nagari_kit.domain.amounts import grouped
from nagari_kit.domain.dates import MONTHS
from nagari_kit.domain.event_outcomes import kind_of
from nagari_kit.domain.identity import HouseholdId, ResidentId
from nagari_kit.domain.population import INCOMING, OUTGOING, EffectLine, EventEffect, Flow
from nagari_kit.domain.residents import Household, Jorong, LifeStatus, Resident
from nagari_kit.services.context import ServiceContext

if TYPE_CHECKING:
    from nagari_kit.domain.event_reports import EventReport
    from nagari_kit.services.population import PopulationService, RecordedEvent

_AWAY = frozenset({LifeStatus.MOVED, LifeStatus.MISSING, LifeStatus.GONE})
_FLOW_WORDS = {
    Flow.BIRTH: "Lahir",
    Flow.ARRIVAL: "Datang",
    Flow.DEATH: "Meninggal",
    Flow.DEPARTURE: "Pindah keluar",
    Flow.MISSING: "Hilang atau pergi",
}


@dataclass(frozen=True, slots=True)
class EventStart:
    """Whom a form is about. `members` are alive and in the KK, the head first.

    `away` moved, went or are missing and still stand in the KK; who has no KK stands there alone.
    """

    person: Resident | None
    household: Household | None
    members: tuple[Resident, ...]
    away: tuple[Resident, ...]
    jorong: tuple[Jorong, ...]
    area_word: str
    today: date

    @property
    def head(self) -> Resident | None:
        """The kepala keluarga."""
        return next((one for one in self.members if one.family_relation == 1), None)

    @property
    def area(self) -> str:
        """The jorong of the household, or ""."""
        wanted = self.household.jorong_id if self.household else None
        return next((one.name for one in self.jorong if one.id == wanted), "")


class EventFormService:
    """Reads for the forms of peristiwa. Thread-safe."""

    def __init__(self, context: ServiceContext, population: PopulationService) -> None:
        self._context = context
        self._population = population

    def begin(
        self, resident_id: ResidentId | None = None, household_id: HouseholdId | None = None
    ) -> EventStart:
        """The person or household and who lives there. Raises NotFoundError."""
        with self._context.store.read() as reader:
            person = reader.residents.get(resident_id) if resident_id else None
            wanted = person.household_id if person is not None else household_id
            people = reader.household_records.people(wanted) if wanted is not None else None
            jorong = reader.jorong.all()
            area_word = reader.office.profile().area_word
        members: tuple[Resident, ...] = people.members if people else ()
        others: tuple[Resident, ...] = people.others if people else ()
        if people is None and person is not None:
            alive = person.life_status is LifeStatus.ALIVE
            members, others = ((person,), ()) if alive else ((), (person,))
        return EventStart(
            person,
            people.household if people else None,
            members,
            tuple(one for one in others if one.life_status in _AWAY and one.household_id == wanted),
            jorong,
            area_word,
            self._context.clock.today(),
        )

    def members(self, household_id: HouseholdId) -> tuple[Resident, ...]:
        """The living people of a household, the head first."""
        with self._context.store.read() as reader:
            return reader.residents.living_members([household_id]).get(household_id, ())

    def preview(self, report: EventReport) -> EventEffect:
        """What the report would do, to LAMPID and the books too; writes nothing.

        Raises InputError with a sentence per field, ConflictError for a number that is taken.
        """
        effect = self._population.plan(report)
        line = self._lampid(report, effect)
        counts = effect.counts if line is None else (*effect.counts, line)
        return replace(effect, counts=counts, follow_ups=(*effect.follow_ups, *_books(effect)))

    def record(self, report: EventReport) -> tuple[RecordedEvent, EventEffect]:
        """Enter the report in the ledger, and tell what it did. Raises as `preview` does."""
        effect = self.preview(report)
        return self._population.record(report), effect

    def _lampid(self, report: EventReport, effect: EventEffect) -> EffectLine | None:
        kind = kind_of(report)
        flow = INCOMING.get(kind) or OUTGOING.get(kind)
        moved = sum(
            (one.before is not None and one.before.is_counted) != one.after.is_counted
            for one in effect.people
        )
        if flow is None or not moved:
            return None
        day = report.event_date
        last = date(day.year, day.month, calendar.monthrange(day.year, day.month)[1])
        balance = self._population.balance(day.replace(day=1), last)
        before = sum(one.flows[flow].total for one in balance)
        words = f"{_FLOW_WORDS[flow]}, LAMPID {MONTHS[day.month - 1]} {day.year}"
        return EffectLine(words, grouped(before), grouped(before + moved))


def _books(effect: EventEffect) -> tuple[EffectLine, ...]:
    """Lines that the population books gain."""
    counted = temporary = 0
    for one in effect.people:
        was_counted = one.before is not None and one.before.is_counted
        was_here = one.before is not None and one.before.life_status is LifeStatus.ALIVE
        is_here = one.after.life_status is LifeStatus.ALIVE
        if was_counted != one.after.is_counted:
            counted += one.after.life_status is not LifeStatus.INVALID
        elif was_here != is_here:
            temporary += one.after.life_status is not LifeStatus.INVALID
    lines = (
        (counted, f"Buku mutasi penduduk (B.2), {counted} baris"),
        (temporary, f"Buku penduduk sementara (B.4), {temporary} baris"),
    )
    return tuple(EffectLine(words) for count, words in lines if count)
