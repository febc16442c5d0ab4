"""What the office already holds of the people and households that a file names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from nagari_kit.domain.identity import HouseholdId, ResidentId
from nagari_kit.domain.residents import Household, Jorong, Resident, ResidentRecord, ResidentRow
from nagari_kit.services.resident_import.resident_cells import NO_NIK, FileValue, same_name
from nagari_kit.services.resident_import.row_parsing import FileRow

NAMESAKES = 50
"""How many people of a like name are looked through for somebody without a NIK."""


class _Residents(Protocol):
    def by_nik(self, niks: Iterable[str], /) -> dict[str, Resident]: ...
    def search(self, text: str, limit: int, /) -> tuple[ResidentRow, ...]: ...
    def record(self, resident_id: ResidentId, /) -> ResidentRecord: ...


class _Households(Protocol):
    def by_nomor_kk(self, numbers: Iterable[str], /) -> dict[str, Household]: ...
    def heads(
        self, ids: Iterable[HouseholdId], /
    ) -> Mapping[HouseholdId, tuple[ResidentId, str]]: ...


class _Jorong(Protocol):
    def all(self) -> tuple[Jorong, ...]: ...


class _Doubts(Protocol):
    def given_up_niks(self) -> dict[str, str]: ...


class Books(Protocol):
    """What a reader and a unit of work both offer."""

    @property
    def residents(self) -> _Residents:
        """Reads of the residents."""

    @property
    def households(self) -> _Households:
        """Reads of the households."""

    @property
    def jorong(self) -> _Jorong:
        """Reads of the jorong."""

    @property
    def doubts(self) -> _Doubts:
        """What was settled about records of one person."""


@dataclass(frozen=True, slots=True)
class OfficePopulation:
    """Residents by NIK, households by KK number; people without a NIK are asked for one by one.

    `heads` has who leads each of these households in the books, with the name. `given_up` has each
    NIK that a merge of records gave up, with the name of whom it was.
    """

    residents: Mapping[str, Resident]
    households: Mapping[str, Household]
    jorong: tuple[Jorong, ...]
    queries: _Residents
    given_up: Mapping[str, str]
    heads: Mapping[HouseholdId, tuple[ResidentId, str]]

    @classmethod
    def load(cls, books: Books, rows: Iterable[FileRow]) -> OfficePopulation:
        """Read what the rows name, in bulk."""
        everybody = list(rows)
        niks = _texts(row.values[row.shape.nik] for row in everybody) - {NO_NIK}
        numbers = _texts(row.values[row.shape.nomor_kk] for row in everybody)
        households = books.households.by_nomor_kk(sorted(numbers))
        return cls(
            residents=books.residents.by_nik(sorted(niks)),
            households=households,
            jorong=books.jorong.all(),
            queries=books.residents,
            given_up=books.doubts.given_up_niks(),
            heads=books.households.heads(one.id for one in households.values()),
        )

    def with_rows(self, books: Books, rows: Iterable[FileRow]) -> OfficePopulation:
        """The same with what further rows name."""
        more = OfficePopulation.load(books, rows)
        return OfficePopulation(
            {**self.residents, **more.residents},
            {**self.households, **more.households},
            more.jorong,
            more.queries,
            more.given_up,
            {**self.heads, **more.heads},
        )

    def find(self, row: FileRow) -> Resident | None:
        """The stored resident whom a row means: by NIK, or by name and birth when there is none."""
        nik = row.values[row.shape.nik]
        if isinstance(nik, str) and nik != NO_NIK:
            return self.residents.get(nik)
        name, born = row.value("nama"), row.value("tanggallahir")
        if nik != NO_NIK or not isinstance(name, str) or not isinstance(born, date):
            return None
        for found in self.queries.search(name, NAMESAKES):
            if found.nik is None and found.birth_date == born and same_name(found.name, name):
                resident = self.queries.record(found.id).resident
                if same_name(resident.birth_place, row.text("tempatlahir")):
                    return resident
        return None

    def household_of(self, resident: Resident) -> Household | None:
        """Where the office keeps the resident now."""
        if resident.household_id is None:
            return None
        return self.queries.record(resident.id).household


def _texts(values: Iterable[FileValue]) -> set[str]:
    return {value for value in values if isinstance(value, str)}
