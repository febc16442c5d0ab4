"""Puts right what raised a doubt, as a correction in the ledger that can be taken back."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from nagari_kit.domain.changes import Changes
from nagari_kit.domain.doubts import RULES, Doubt
from nagari_kit.domain.doubts.merge import with_facts
from nagari_kit.domain.event_reports import CorrectionReport
from nagari_kit.domain.family_succession import HEAD, may_lead
from nagari_kit.domain.identity import HouseholdId, PopulationEventId, ResidentId
from nagari_kit.domain.population import PopulationEvent
from nagari_kit.domain.resident_checks import remarks
from nagari_kit.domain.residents import Resident
from nagari_kit.errors import ConflictError, InputError
from nagari_kit.services.context import ServiceContext

if TYPE_CHECKING:
    from nagari_kit.db.reader import Reader
    from nagari_kit.db.unit_of_work import UnitOfWork
    from nagari_kit.domain.event_reports import EventReport

NOT_MENDED = "Perbaikan belum disimpan. Belum ada yang berubah."


@dataclass(frozen=True, slots=True)
class Mended:
    """A doubt that was settled by an entry of the ledger, which `undo` takes back."""

    doubt: Doubt
    event_id: PopulationEventId
    changes: Changes


class _Recorded(Protocol):
    @property
    def event(self) -> PopulationEvent: ...

    @property
    def changes(self) -> Changes: ...


class Ledger(Protocol):
    """The part of the population service that the desk needs."""

    def record(self, report: EventReport) -> _Recorded:
        """Enter what is so."""

    def undo(self, event_id: PopulationEventId, reason: str) -> _Recorded:
        """Take an entry back."""


class MendService:
    """Corrections of records. Thread-safe."""

    def __init__(self, context: ServiceContext, ledger: Ledger) -> None:
        self._context = context
        self._ledger = ledger

    def facts(
        self,
        doubt: Doubt,
        known: Sequence[Resident],
        facts: Mapping[ResidentId, Mapping[str, object]],
    ) -> Mended:
        """The records should have said this: facts by path, as `resident_checks.fact` reads them.

        `known` are the records that were looked at. Raises InputError with a sentence per
        `person.path`, ConflictError when one was changed meanwhile or a NIK is taken.
        """
        changed = [
            (one, after)
            for one in known
            if (after := with_facts(one, facts.get(one.id, {}))) != one
        ]
        if not changed:
            raise InputError(NOT_MENDED, {"": "Belum ada isian yang diganti."})
        today = self._context.clock.today()
        faults = {
            f"{known.index(before)}.{remark.field}": remark.sentence
            for before, after in changed
            for remark in remarks(after, today, before)
            if remark.is_fault
        }
        if faults:
            raise InputError(NOT_MENDED, faults)
        return self._correct(doubt, known, [after for _, after in changed])

    def household(
        self, doubt: Doubt, known: Resident, household_id: HouseholdId, relation: int
    ) -> Mended:
        """The person belongs to this KK. Raises InputError, ConflictError, NotFoundError."""
        with self._context.store.read() as reader:
            hit = reader.household_search.hit(household_id)
        if hit is None:
            raise InputError(NOT_MENDED, {"household": "Pilih KK dari pencarian."})
        if relation == HEAD and hit.head_id is not None:
            sentence = f"KK ini sudah dikepalai {hit.head_name}. Pilih hubungan lain."
            raise InputError(NOT_MENDED, {"family_relation": sentence})
        after = dataclasses.replace(known, household_id=household_id, family_relation=relation)
        return self._correct(doubt, [known], [after])

    def head(
        self,
        doubt: Doubt,
        members: Sequence[Resident],
        head_id: ResidentId,
        relations: Mapping[ResidentId, int],
    ) -> Mended:
        """This member heads the KK; `relations` are those of members who did so wrongly.

        Raises InputError (`head` when they are a child or no member who lives here),
        ConflictError.
        """
        today = self._context.clock.today()
        if not any(one.id == head_id and may_lead(one, today) for one in members):
            sentence = "Kepala keluarga harus anggota KK yang masih ada dan sudah dewasa."
            raise InputError(NOT_MENDED, {"head": sentence})
        codes = dict(relations) | {head_id: HEAD}
        after = [
            dataclasses.replace(one, family_relation=codes.get(one.id, one.family_relation))
            for one in members
        ]
        changed = [new for old, new in zip(members, after, strict=True) if new != old]
        return self._correct(doubt, members, changed)

    def undo(self, mended: Mended, reason: str = "Diurungkan di Periksa data") -> Changes:
        """Take a correction or a merge back, and ask again. Raises ConflictError."""
        changes = self._ledger.undo(mended.event_id, reason).changes
        with self._context.store.write(self._context.actor) as uow:
            uow.doubts.withdraw(mended.doubt.rule, mended.doubt.subject)
            uow.commit()
        return changes

    def _correct(
        self, doubt: Doubt, known: Sequence[Resident], people: Sequence[Resident]
    ) -> Mended:
        with self._context.store.read() as reader:
            refuse_stale(reader, known)
        today = self._context.clock.today()
        report = CorrectionReport(
            event_date=today,
            report_date=today,
            people=tuple(people),
            reason=f"Periksa data: {RULES[doubt.rule].title}",
        )
        recorded = self._ledger.record(report)
        now, actor = self._context.clock.now(), self._context.actor
        with self._context.store.write(actor) as uow:
            uow.doubts.mended(doubt.rule, doubt.subject, now, actor)
            uow.commit()
        return Mended(doubt, recorded.event.id, recorded.changes)


def refuse_stale(reader: Reader | UnitOfWork, known: Sequence[Resident]) -> None:
    """Raise ConflictError code PERIKSA-01 when a record is no longer as it was looked at."""
    stored = reader.residents.by_ids([one.id for one in known])
    if any(stored.get(one.id) != one for one in known):
        raise ConflictError(
            "Data warga ini baru saja diubah di tempat lain. Belum ada yang disimpan.",
            hint="Buka lagi keraguannya, lalu ulangi.",
            code="PERIKSA-01",
        )
