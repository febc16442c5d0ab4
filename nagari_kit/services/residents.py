"""Finds, shows and registers residents."""

from __future__ import annotations

from nagari_kit.domain import names, nik
from nagari_kit.domain.identity import PopulationEventId, ResidentId
from nagari_kit.domain.population import EventKind, PersonChange, PopulationEvent
from nagari_kit.domain.residents import (
    PopulationSummary,
    Resident,
    ResidentFilter,
    ResidentPage,
    ResidentRecord,
    ResidentRow,
)
from nagari_kit.errors import ConflictError, InputError
from nagari_kit.infra.identifiers import new_uuid7
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.letter_people import with_role_labels


class ResidentService:
    """The population of the office. Thread-safe."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def search(self, text: str, limit: int = 8) -> tuple[ResidentRow, ...]:
        """Residents that the text may mean, best first: name in any spelling, NIK, KK number."""
        with self._context.store.read() as reader:
            return reader.residents.search(text, limit)

    def page(self, wanted: ResidentFilter, offset: int, limit: int) -> ResidentPage:
        """Rows of the list from `offset` on, by name."""
        with self._context.store.read() as reader:
            return reader.residents.page(wanted, offset, limit)

    def record(self, resident_id: ResidentId) -> ResidentRecord:
        """Everything that the record page shows. Raises NotFoundError."""
        with self._context.store.read() as reader:
            return with_role_labels(reader.residents.record(resident_id), self._context.definitions)

    def find_by_nik(self, wanted: str) -> Resident | None:
        """The resident who bears this NIK (16 digits)."""
        with self._context.store.read() as reader:
            return reader.residents.by_nik([wanted]).get(wanted)

    def summary(self) -> PopulationSummary:
        """Counts of those who are alive."""
        with self._context.store.read() as reader:
            return reader.residents.summary()

    def register(self, resident: Resident) -> Resident:
        """Enter a new resident. Raises InputError.fields, ConflictError when the NIK is taken."""
        _refuse_faults(resident)
        with self._context.store.write(self._context.actor) as uow:
            if resident.nik is not None:
                bearer = uow.residents.by_nik([resident.nik]).get(resident.nik)
                if bearer is not None and bearer.id != resident.id:
                    raise ConflictError(
                        f"NIK ini sudah tercatat atas nama {bearer.name.full()}. "
                        "Warga baru belum disimpan.",
                        hint="Periksa NIK pada KTP. Bila orangnya sama, buka datanya.",
                        code="WARGA-01",
                    )
            today = self._context.clock.today()
            entry = PopulationEvent(
                PopulationEventId(new_uuid7(self._context.clock)),
                EventKind.REGISTRATION,
                today,
                today,
            )
            uow.ledger.enter(entry, [PersonChange(None, resident)])
            uow.commit()
        return resident


def _refuse_faults(resident: Resident) -> None:
    faults: dict[str, str] = {}
    if reason := names.fault(resident.name.name):
        faults["name"] = reason
    if resident.nik is not None:
        if reason := nik.fault(resident.nik):
            faults["nik"] = reason
        elif not nik.has_possible_date(resident.nik):
            faults["nik"] = "Tanggal lahir di dalam NIK tidak ada di kalender."
    if faults:
        raise InputError("Data warga belum bisa disimpan. Belum ada yang berubah.", faults)
