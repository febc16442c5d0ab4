"""Finds, shows and registers residents."""

from __future__ import annotations

from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.residents import (
    PopulationSummary,
    Resident,
    ResidentFilter,
    ResidentPage,
    ResidentRecord,
    ResidentRow,
)
from nagari_kit.services.context import ServiceContext


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
            return reader.residents.record(resident_id)

    def find_by_nik(self, nik: str) -> Resident | None:
        """The resident who bears this NIK (16 digits)."""
        raise NotImplementedError

    def summary(self) -> PopulationSummary:
        """Counts of those who are alive."""
        with self._context.store.read() as reader:
            return reader.residents.summary()

    def register(self, resident: Resident) -> Resident:
        """Enter a new resident. Raises InputError.fields, ConflictError when the NIK is taken."""
        raise NotImplementedError
