"""Enters what happens to the population: records, event, log and postings in one go."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, text

from nagari_kit.db.errors import UnrecordedChangeError
from nagari_kit.db.ledger_postings import Postings
from nagari_kit.db.ledger_records import difference, household_before, resident_before
from nagari_kit.db.queries.ledger import LedgerQueries
from nagari_kit.db.queries.residents import chunks
from nagari_kit.db.repositories.residents import HouseholdRepository, ResidentRepository
from nagari_kit.db.tables import (
    population_event,
    population_event_household,
    population_event_person,
)
from nagari_kit.domain import events
from nagari_kit.domain.identity import HouseholdId, ResidentId
from nagari_kit.domain.listed_events import ListTelling
from nagari_kit.domain.population import (
    EventKind,
    HouseholdChange,
    PersonChange,
    PopulationEvent,
)
from nagari_kit.domain.residents import Household, LifeStatus, Resident
from nagari_kit.errors import ConflictError

_NAME_PEOPLE = (
    "INSERT INTO population_event_person(event_key, resident_key, before, after)"
    " VALUES (?, ?, ?, ?)"
)
_NAME_HOUSEHOLDS = (
    "INSERT INTO population_event_household(event_key, household_id, before, after)"
    " VALUES (?, ?, ?, ?)"
)
_ASTRAY = text(
    "SELECT household_id FROM resident WHERE household_id IN :homes AND life_status = 1"
    " GROUP BY household_id HAVING sum(coalesce(family_relation, 0) = 1) <> 1"
).bindparams(bindparam("homes", expanding=True))
LETTERS_NAMED = 3
NAMED_IN_THE_LOG = 100
"""Events of more people say only how many: lists tell who they are, and each who was changed."""
_PEOPLE_AT_ONCE = 2000
_Telling = Callable[[Sequence[Resident]], Iterable[events.Event]]


class LedgerRepository(LedgerQueries):
    """The only way to change who is counted, and where, within a unit of work."""

    def __init__(
        self,
        connection: Connection,
        changed: tuple[str, str],
        residents: ResidentRepository,
        households: HouseholdRepository,
        record: Callable[[events.Event], None],
    ) -> None:
        """`changed` is when and by whom; `record` tells the event log."""
        super().__init__(connection)
        self._changed = changed
        self._residents = residents
        self._households = households
        self._record = record
        self._postings = Postings(connection)

    def enter(
        self,
        event: PopulationEvent,
        people: Sequence[PersonChange],
        households: Sequence[HouseholdChange] = (),
        *,
        at_person: Callable[[int], None] | None = None,
    ) -> None:
        """Save the records as they are after the event, with all that tells of it.

        `at_person` hears the position of each person, so that a long import can show and cancel.
        """
        key = self._file(event)
        self._record(_told(event, [one.after.id for one in people], households))
        self._save(key, people, households, at_person)
        self._settle(key, event.kind)

    def reverse(self, event: PopulationEvent) -> None:
        """Take back the event that `event.reverses` names.

        Who was new is marked invalid, everybody else gets back what the event changed; a KK that
        was new gives up its number. Raises ConflictError when a later event or change stands on
        it, when letters stand on who was new, when a number went to somebody else since, or when
        a KK would have two heads or none.
        """
        assert event.reverses is not None  # noqa: S101 - the caller's contract
        reversed_key = self.undoable_key(event.reverses)
        _refuse_letters(self.letters_of_newcomers(reversed_key))
        key = self._file(event, reversed_key)
        people = [self._person_back(row, event.note) for row in self._people_of(reversed_key)]
        homes = [self._home_back(row, people) for row in self._homes_of(reversed_key)]
        standing = [home for home in homes if home is not None]
        self._refuse_taken(people, standing)
        everybody = [one for change in people for one in change.both() if one]
        concerned = {one.household_id for one in everybody if one.household_id is not None}
        # With nothing since, the earlier state comes back whole, whatever it was.
        astray = self._without_one_head(concerned)
        is_whole = not self.touched_since(reversed_key, concerned)
        self._record(_told(event, [one.after.id for one in people], ()))
        self._save(key, people, standing, None)
        if not is_whole and self._without_one_head(concerned) - astray:
            raise ConflictError(
                "Sesudah peristiwa ini KK-nya sudah berubah: bila diurungkan, KK itu akan punya "
                "dua kepala keluarga atau tanpa kepala. Belum ada yang diurungkan.",
                hint="Ganti kepala KK itu lebih dahulu, atau urungkan yang lebih baru.",
                code="PERISTIWA-04",
            )
        self._postings.mirror(key, reversed_key)
        self._settle(key, event.kind)
        if self._postings.astray(key, reversed_key):
            raise ConflictError(
                "Peristiwa ini tidak dapat diurungkan tanpa mengacaukan hitungan penduduk. "
                "Belum ada yang diurungkan.",
                hint="Catat peristiwa yang benar, atau betulkan lewat koreksi.",
                code="PERISTIWA-05",
            )

    def refuse_loose(self) -> None:
        """Raise UnrecordedChangeError when the counted facts were changed past the ledger."""
        keys, homes = self._residents.take_touched(), self._households.take_touched()
        if loose := self._postings.loose(keys, homes):
            msg = f"{loose} residents are counted otherwise without a ledger entry"
            raise UnrecordedChangeError(msg)

    def _file(self, event: PopulationEvent, reverses: int | None = None) -> int:
        reporter = {
            name: value
            for name in ("name", "relation", "nik")
            if (value := getattr(event.reporter, name))
        }
        row = {
            "id": event.id.bytes,
            "kind": event.kind.value,
            "event_date": event.event_date,
            "report_date": event.report_date,
            "reporter": _json(reporter),
            "facts": _json(dict(event.facts)),
            "note": event.note,
            "reverses": reverses,
            "recorded_at": self._changed[0],
            "recorded_by": self._changed[1],
        }
        key = self._connection.execute(insert(population_event), row).inserted_primary_key
        assert key is not None  # noqa: S101 - an INSERT of one row always has one
        return int(key[0])

    def _save(
        self,
        key: int,
        people: Sequence[PersonChange],
        households: Sequence[HouseholdChange],
        at_person: Callable[[int], None] | None,
    ) -> None:
        self._save_households(key, households)
        # Who gives up a NIK before who takes it: the books bear it once at any moment.
        people = sorted(people, key=lambda one: not _frees_nik(one))
        told = ListTelling().registered if len(people) > NAMED_IN_THE_LOG else _registered
        for start in range(0, len(people), _PEOPLE_AT_ONCE):
            if at_person is not None:
                at_person(start)
            self._save_people(key, people[start : start + _PEOPLE_AT_ONCE], told)

    def _save_households(self, key: int, households: Sequence[HouseholdChange]) -> None:
        if not households:
            return
        homes = [home.after for home in households]
        self._households.save_many(homes)
        told = ListTelling().saved if len(homes) > NAMED_IN_THE_LOG else _saved
        for event in told(homes):
            self._record(event)
        rows = [(key, one.after.id.bytes, *difference(one.before, one.after)) for one in households]
        self._connection.exec_driver_sql(_NAME_HOUSEHOLDS, rows)

    def _save_people(self, key: int, people: Sequence[PersonChange], told: _Telling) -> None:
        keys = self._residents.save_many([one.after for one in people])
        for event in told([one.after for one in people if one.before is None]):
            self._record(event)
        for one in people:
            if one.before is not None:
                self._record(events.resident_changed(one.after, None))
        named = [
            (key, keys[one.after.id.bytes], *difference(one.before, one.after)) for one in people
        ]
        self._connection.exec_driver_sql(_NAME_PEOPLE, named)

    def _settle(self, key: int, kind: EventKind) -> None:
        keys, homes = self._residents.take_touched(), self._households.take_touched()
        self._postings.settle(key, kind, keys, homes)

    def _people_of(self, key: int) -> list[Any]:
        statement = select(population_event_person).where(
            population_event_person.c.event_key == key
        )
        rows = self._connection.execute(statement).all()
        people = self._residents.by_keys([row.resident_key for row in rows])
        return [(people[row.resident_key], row.before, row.after) for row in rows]

    def _homes_of(self, key: int) -> list[Any]:
        table = population_event_household
        rows = self._connection.execute(select(table).where(table.c.event_key == key)).all()
        homes = self._households.by_ids([row.household_id for row in rows])
        return [(homes[row.household_id], row.before, row.after) for row in rows]

    def _person_back(self, row: Any, note: str) -> PersonChange:  # noqa: ANN401 - a row of text
        current, before, after = row
        if before is None:
            return PersonChange(current, current.as_invalid(note))
        return PersonChange(current, resident_before(current, before, after))

    def _home_back(self, row: Any, people: Sequence[PersonChange]) -> HouseholdChange | None:  # noqa: ANN401 - a row of text
        current, before, after = row
        if before is not None:
            return HouseholdChange(current, household_before(current, before, after))
        leaving = {one.after.id for one in people}
        members = self._residents.living_members([current.id]).get(current.id, ())
        if current.nomor_kk is None or any(one.id not in leaving for one in members):
            return None
        return HouseholdChange(current, replace(current, nomor_kk=None))

    def _refuse_taken(
        self, people: Sequence[PersonChange], homes: Sequence[HouseholdChange]
    ) -> None:
        """Numbers that are given back must not be somebody else's by now."""
        back = {
            one.after.nik: one.after
            for one in people
            if one.after.nik and one.after.life_status is not LifeStatus.INVALID
        }
        for nik, bearer in self._residents.by_nik(back).items():
            if bearer.id != back[nik].id and all(bearer.id != one.after.id for one in people):
                raise ConflictError(
                    f"NIK {back[nik].name.full()} kini tercatat atas nama {bearer.name.full()}. "
                    "Belum ada yang diurungkan.",
                    hint="Periksa NIK keduanya pada KTP lebih dahulu.",
                    code="WARGA-01",
                )
        numbers = {one.after.nomor_kk: one.after for one in homes if one.after.nomor_kk}
        for number, holder in self._households.by_nomor_kk(numbers).items():
            if holder.id != numbers[number].id:
                raise ConflictError(
                    f"Nomor KK {number} kini dipakai keluarga lain. Belum ada yang diurungkan.",
                    hint="Periksa nomor pada kartu keluarga keduanya lebih dahulu.",
                    code="WARGA-02",
                )

    def _without_one_head(self, homes: Iterable[HouseholdId]) -> set[bytes]:
        """Those of the households whose living people have two heads, or none."""
        found: set[bytes] = set()
        for chunk in chunks(home.bytes for home in homes):
            found |= set(self._connection.execute(_ASTRAY, {"homes": chunk}).scalars())
        return found


def _registered(people: Sequence[Resident]) -> Iterable[events.Event]:
    return map(events.resident_registered, people)


def _saved(homes: Sequence[Household]) -> Iterable[events.Event]:
    return map(events.household_saved, homes)


def _told(
    event: PopulationEvent, people: list[ResidentId], households: Iterable[HouseholdChange]
) -> events.Event:
    homes: list[HouseholdId] = [home.after.id for home in households]
    return events.population_recorded(
        event,
        people if len(people) <= NAMED_IN_THE_LOG else (),
        homes if len(homes) <= NAMED_IN_THE_LOG else (),
        len(people),
    )


def _refuse_letters(numbers: Sequence[str]) -> None:
    if numbers:
        rest = len(numbers) - LETTERS_NAMED
        named = ", ".join(numbers[:LETTERS_NAMED]) + (f", dan {rest} lagi" if rest > 0 else "")
        raise ConflictError(
            f"{len(numbers)} surat yang masih berlaku dibuat untuk orang dari peristiwa ini "
            f"({named}); tanpa orangnya surat itu tidak berdasar. Belum ada yang diurungkan.",
            hint="Bila orangnya memang keliru, batalkan dulu suratnya di Register surat. Bila "
            "hanya datanya yang salah, betulkan lewat perbaikan data.",
            code="PERISTIWA-06",
        )


def _frees_nik(one: PersonChange) -> bool:
    if one.before is None or one.before.nik is None:
        return False
    is_void = one.after.life_status is LifeStatus.INVALID
    return is_void or one.after.nik != one.before.nik


def _json(facts: dict[str, str]) -> str:
    return json.dumps(facts, ensure_ascii=False, sort_keys=True) if facts else ""
