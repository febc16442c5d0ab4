"""Records what happens to the population, shows its effect first, and takes it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nagari_kit.domain import names, nik
from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.dates import long_date
from nagari_kit.domain.event_outcomes import Affected, Outcome, kind_of, outcome_of
from nagari_kit.domain.event_outcomes.affected import NOT_SAVED
from nagari_kit.domain.event_reports import EventReport
from nagari_kit.domain.family_succession import proposed_heads
from nagari_kit.domain.identity import HouseholdId, PopulationEventId, ResidentId
from nagari_kit.domain.population import (
    Balance,
    DayRule,
    EventEffect,
    EventKind,
    EventRow,
    PopulationEvent,
)
from nagari_kit.domain.residents import LifeStatus, Resident
from nagari_kit.errors import ConflictError, InputError
from nagari_kit.infra.identifiers import new_uuid7
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.population.books import affected_by
from nagari_kit.services.population.effect import effect_of

if TYPE_CHECKING:
    from datetime import date

    from nagari_kit.db.store import Reader, UnitOfWork

_CHANGES = Changes.of(Kind.RESIDENTS, Kind.POPULATION, Kind.DOUBTS)


@dataclass(frozen=True, slots=True)
class RecordedEvent:
    """What was written, and what screens should load again."""

    event: PopulationEvent
    changes: Changes


class PopulationService:
    """Peristiwa of people and households. Thread-safe."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def plan(self, report: EventReport) -> EventEffect:
        """What the report would do; writes nothing.

        Raises InputError with a sentence per field, ConflictError for a number that is taken.
        """
        with self._context.store.read() as reader:
            books = affected_by(reader, report, self._context.clock.today())
            outcome = outcome_of(report, books)
            _refuse_before_last_step(reader, report, outcome, books)
            _refuse_taken(reader, outcome)
            people = reader.ledger.people_by_jorong()
            known = {area.id: area.name for area in reader.jorong.all()}
        return effect_of(outcome, books, people, known)

    def record(self, report: EventReport) -> RecordedEvent:
        """Enter the report in the ledger: all of it or nothing, judged anew in the transaction.

        Raises InputError, ConflictError, StorageError.
        """
        event_id = PopulationEventId(new_uuid7(self._context.clock))
        with self._context.store.write(self._context.actor) as uow:
            books = affected_by(uow, report, self._context.clock.today())
            outcome = outcome_of(report, books)
            _refuse_before_last_step(uow, report, outcome, books)
            _refuse_taken(uow, outcome)
            event = PopulationEvent(
                event_id,
                kind_of(report),
                report.event_date,
                report.report_date,
                report.reporter,
                outcome.facts,
                report.note.strip(),
            )
            uow.ledger.enter(event, outcome.people, outcome.households)
            uow.commit()
        return RecordedEvent(event, _CHANGES)

    def undo(self, event_id: PopulationEventId, reason: str) -> RecordedEvent:
        """Take an event back by a counter-event: people and households are as they were before.

        The counter-event bears the day of the event and is reported today. Who had been new is
        marked invalid, never deleted. Raises InputError without a reason, ConflictError when
        something later stands on the event, NotFoundError.
        """
        if not reason.strip():
            sentence = "Tulis mengapa peristiwa ini diurungkan."
            raise InputError(f"{sentence} Belum ada yang berubah.", {"reason": sentence})
        with self._context.store.write(self._context.actor) as uow:
            past, _ = uow.ledger.event(event_id)
            counter = PopulationEvent(
                PopulationEventId(new_uuid7(self._context.clock)),
                EventKind.UNDO,
                past.event_date,
                max(self._context.clock.today(), past.report_date),
                note=reason.strip(),
                facts={"kind": past.kind.value},
                reverses=event_id,
            )
            uow.ledger.reverse(counter)
            uow.commit()
        return RecordedEvent(counter, _CHANGES)

    def event(self, event_id: PopulationEventId) -> tuple[PopulationEvent, EventRow]:
        """One event whole, and its line. Raises NotFoundError."""
        with self._context.store.read() as reader:
            return reader.ledger.event(event_id)

    def timeline(self, resident_id: ResidentId) -> tuple[EventRow, ...]:
        """What happened to a person, the newest first."""
        with self._context.store.read() as reader:
            return reader.ledger.timeline(resident_id)

    def household_timeline(self, household_id: HouseholdId) -> tuple[EventRow, ...]:
        """What happened to a household and its people, the newest first."""
        with self._context.store.read() as reader:
            return reader.ledger.household_timeline(household_id)

    def recent(self, limit: int = 50) -> tuple[EventRow, ...]:
        """What was recorded last, the newest first."""
        with self._context.store.read() as reader:
            return reader.ledger.recent(limit)

    def proposed_heads(
        self, household_id: HouseholdId, leaving: tuple[ResidentId, ...]
    ) -> tuple[Resident, ...]:
        """Who may lead the household when `leaving` are gone, the likeliest first."""
        with self._context.store.read() as reader:
            members = reader.residents.living_members([household_id]).get(household_id, ())
        staying = [one for one in members if one.id not in leaving]
        return proposed_heads(staying, self._context.clock.today())

    def balance(self, start: date, end: date, rule: DayRule = DayRule.EVENT) -> tuple[Balance, ...]:
        """The balance of each jorong over whole days, both inclusive."""
        with self._context.store.read() as reader:
            return reader.ledger.balance(start, end, rule)


def _refuse_before_last_step(
    reads: Reader | UnitOfWork, report: EventReport, outcome: Outcome, books: Affected
) -> None:
    """What happens to somebody comes after what happened to them before, or no day adds up.

    So does what amends the books: who died in October was not alive until then by a correction.
    """
    people = [one.after.id for one in outcome.people if one.before is not None]
    for home in outcome.households:
        people += [one.id for one in books.members_of(home.after.id)]
    last = reads.ledger.latest_step(people)
    if last is not None and report.event_date < last:
        sentence = (
            f"Pada orang atau KK ini sudah tercatat peristiwa tanggal {long_date(last)}; "
            "yang baru tidak boleh mendahuluinya."
        )
        raise InputError(NOT_SAVED, {"event_date": sentence})


def _refuse_taken(books: Reader | UnitOfWork, outcome: Outcome) -> None:
    """Numbers that somebody else bears, and names and NIK that cannot be."""
    people = [
        one.after for one in outcome.people if one.after.life_status is not LifeStatus.INVALID
    ]
    _refuse_faults(
        [
            one.after
            for one in outcome.people
            if one.before is None
            or (one.before.nik, one.before.name) != (one.after.nik, one.after.name)
        ]
    )
    bearers = books.residents.by_nik([one.nik for one in people if one.nik])
    for one in people:
        bearer = bearers.get(one.nik) if one.nik else None
        if bearer is not None and bearer.id != one.id:
            raise ConflictError(
                f"NIK {one.name.full()} sudah tercatat atas nama {bearer.name.full()}. {NOT_SAVED}",
                hint="Periksa NIK pada KTP. Bila orangnya sama, buka datanya.",
                code="WARGA-01",
            )
    numbers = [one.after.nomor_kk for one in outcome.households if one.after.nomor_kk]
    taken = books.households.by_nomor_kk(numbers)
    for change in outcome.households:
        number = change.after.nomor_kk
        holder = taken.get(number) if number else None
        if holder is not None and holder.id != change.after.id:
            raise ConflictError(
                f"Nomor KK {number} sudah dipakai keluarga lain. {NOT_SAVED}",
                hint="Periksa nomor pada kartu keluarga, atau kosongkan bila KK belum terbit.",
                code="WARGA-02",
            )


def _refuse_faults(people: list[Resident]) -> None:
    for one in people:
        faults: dict[str, str] = {}
        if reason := names.fault(one.name.name):
            faults["name"] = reason
        if one.nik is not None:
            if reason := nik.fault(one.nik):
                faults["nik"] = reason
            elif not nik.has_possible_date(one.nik):
                faults["nik"] = "Tanggal lahir di dalam NIK tidak ada di kalender."
        if faults:
            raise InputError(NOT_SAVED, faults)
