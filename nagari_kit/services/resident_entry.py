"""Takes what the officer wrote into one resident's form: somebody new, or a correction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.event_reports import CorrectionReport, RegistrationReport
from nagari_kit.domain.household_choice import HouseholdHit
from nagari_kit.domain.identity import HouseholdId, ResidentId
from nagari_kit.domain.resident_checks import relation_fault, remarks
from nagari_kit.domain.residents import (
    Household,
    Jorong,
    LifeStatus,
    Resident,
    ResidentRow,
)
from nagari_kit.errors import ConflictError, InputError
from nagari_kit.infra.identifiers import new_uuid7
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.suku import SukuService

if TYPE_CHECKING:
    from datetime import date

    from nagari_kit.db.reader import Reader
    from nagari_kit.domain.event_reports import EventReport

_NAMESAKES_LOOKED_AT = 40
_REFUSED = "Data warga belum bisa disimpan. Belum ada yang berubah, isiannya tetap ada."


@dataclass(frozen=True, slots=True)
class FormStart:
    """What a form begins with: the record (None for somebody new), its KK, and what to offer.

    `area_word` is what the office calls a sub-area.
    """

    known: Resident | None
    home: HouseholdHit | None
    jorong: tuple[Jorong, ...]
    suku: tuple[str, ...]
    area_word: str


class Recorder(Protocol):
    """The part of the population service that a form needs."""

    def record(self, report: EventReport) -> object:
        """Enter what happened into the ledger."""


class ResidentEntryService:
    """Somebody new enters through a registration, facts change through a correction.

    Both are entries of the ledger, whatever the fact: so the timeline tells of each. Thread-safe.
    """

    def __init__(self, context: ServiceContext, population: Recorder) -> None:
        self._context = context
        self._population = population
        self._suku = SukuService(context)

    def begin(
        self, resident_id: ResidentId | None = None, household_id: HouseholdId | None = None
    ) -> FormStart:
        """Everything that the form needs at first. Raises NotFoundError."""
        with self._context.store.read() as reader:
            known = reader.residents.get(resident_id) if resident_id else None
            wanted = known.household_id if known is not None else household_id
            home = reader.household_search.hit(wanted) if wanted is not None else None
            jorong = reader.jorong.all()
            area_word = reader.office.profile().area_word
        return FormStart(known, home, jorong, self._suku.names(), area_word)

    def households(self, text: str, limit: int = 8) -> tuple[HouseholdHit, ...]:
        """Households by the beginning of their number or the name of somebody in them."""
        with self._context.store.read() as reader:
            return reader.household_search.search(text, limit)

    def bearer(self, nik: str, but: ResidentId | None = None) -> Resident | None:
        """Who bears this NIK already, other than the one whose form it is."""
        with self._context.store.read() as reader:
            return _bearer(reader, nik, but)

    def namesake(self, name: str, birth_date: date) -> ResidentRow | None:
        """Somebody in the books who is called so, in any spelling, and was born on that day."""
        with self._context.store.read() as reader:
            rows = reader.residents.search(name, _NAMESAKES_LOOKED_AT)
        alike = (row for row in rows if row.birth_date == birth_date)
        return next((row for row in alike if row.life_status is not LifeStatus.INVALID), None)

    def new_resident_id(self) -> ResidentId:
        """An identity for somebody who is about to be written down."""
        return ResidentId(new_uuid7(self._context.clock))

    def new_household_id(self) -> HouseholdId:
        """An identity for a KK that is about to be opened."""
        return HouseholdId(new_uuid7(self._context.clock))

    def register(self, resident: Resident, household: Household | None, reason: str) -> Changes:
        """Enter somebody who has long lived here; `household` is one of the nagari's or new.

        Raises InputError.fields, ConflictError when the NIK is taken.
        """
        with self._context.store.read() as reader:
            self._refuse_faults(reader, resident, household, known=None)
            home = _as_stored(reader, household)
        self._propose_suku(resident)
        today = self._context.clock.today()
        self._population.record(
            RegistrationReport(
                event_date=today,
                report_date=today,
                people=(resident,),
                household=home,
                reason=reason,
                relations=_relation(resident),
            )
        )
        return Changes.of(Kind.RESIDENTS, Kind.POPULATION, Kind.DOUBTS)

    def correct(
        self, changed: Resident, known: Resident, household: Household | None, reason: str
    ) -> Changes:
        """The record should have said this; `known` is the record that was looked at.

        Raises InputError.fields, ConflictError when the NIK is taken or the record was changed
        meanwhile, NotFoundError.
        """
        with self._context.store.read() as reader:
            _refuse_stale(reader.residents.get(known.id), known)
            self._refuse_faults(reader, changed, household, known)
            home = _as_stored(reader, household)
        self._propose_suku(changed)
        if changed == known:
            return Changes.of()
        self._correct_in_ledger(changed, known, home, reason)
        return Changes.of(Kind.RESIDENTS, Kind.POPULATION, Kind.DOUBTS)

    def _correct_in_ledger(
        self, changed: Resident, known: Resident, household: Household | None, reason: str
    ) -> None:
        today = self._context.clock.today()
        self._population.record(
            CorrectionReport(
                event_date=today,
                report_date=today,
                people=(changed,),
                households=(household,) if household is not None else (),
                reason=reason,
                looked_at=(known,),
            )
        )

    def _refuse_faults(
        self,
        reader: Reader,
        resident: Resident,
        household: Household | None,
        known: Resident | None,
    ) -> None:
        today = self._context.clock.today()
        faults = {
            remark.field: remark.sentence
            for remark in remarks(resident, today, known)
            if remark.is_fault
        }
        moved = known is None or (known.household_id, known.family_relation) != (
            resident.household_id,
            resident.family_relation,
        )
        if resident.household_id is not None and moved:
            hit = reader.household_search.hit(resident.household_id)
            other = hit is not None and hit.head_id not in {None, resident.id}
            sentence = relation_fault(
                resident.family_relation,
                hit.head_name if hit is not None and other else "",
                opens_household=hit is None,
            )
            if sentence:
                faults["family_relation"] = sentence
            if hit is None and household is not None and household.nomor_kk:
                taken = reader.households.by_nomor_kk([household.nomor_kk])
                if taken:
                    faults["household"] = "Nomor KK ini sudah ada. Pilih KK itu dari pencarian."
        if faults:
            raise InputError(_REFUSED, faults, code="WARGA-02")
        _refuse_taken_nik(reader, resident)

    def _propose_suku(self, resident: Resident) -> None:
        """A clan that is new to the office is proposed from now on."""
        if resident.suku and resident.suku.casefold() not in map(str.casefold, self._suku.names()):
            self._suku.add(resident.suku)


def _as_stored(reader: Reader, household: Household | None) -> Household | None:
    """The KK as the books have it by now: it was looked up a while ago, to be joined."""
    hit = reader.household_search.hit(household.id) if household is not None else None
    return hit.household if hit is not None else household


def _relation(resident: Resident) -> dict[ResidentId, int]:
    return {resident.id: resident.family_relation} if resident.family_relation else {}


def _bearer(reader: Reader, nik: str, but: ResidentId | None) -> Resident | None:
    found = reader.residents.by_nik([nik]).get(nik)
    return found if found is not None and found.id != but else None


def _refuse_taken_nik(reader: Reader, resident: Resident) -> None:
    bearer = _bearer(reader, resident.nik, resident.id) if resident.nik else None
    if bearer is not None:
        raise ConflictError(
            f"NIK ini sudah tercatat atas nama {bearer.name.full()}. Belum ada yang disimpan.",
            hint="Bila orangnya sama, buka datanya. Bila bukan, laporkan ke Dukcapil.",
            code="WARGA-03",
        )


def _refuse_stale(stored: Resident, known: Resident) -> None:
    if stored != known:
        raise ConflictError(
            "Data warga ini baru saja diubah di tempat lain. Perbaikan ini belum disimpan.",
            hint="Catat isian Anda, buka lagi datanya, lalu ulangi perbaikannya.",
            code="WARGA-04",
        )
