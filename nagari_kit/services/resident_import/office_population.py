"""What the office already holds of the people and households that a file names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from nagari_kit.domain.identity import HouseholdId, ResidentId
from nagari_kit.domain.residents import Household, Jorong, Resident
from nagari_kit.services.resident_import.resident_cells import NO_NIK, FileValue, same_name
from nagari_kit.services.resident_import.row_parsing import FileRow

Member = tuple[ResidentId, str, bool]
"""Somebody of a household: identity, name, and whether as its head."""


class _Residents(Protocol):
    def by_nik(self, niks: Iterable[str], /) -> dict[str, Resident]: ...
    def without_nik(self) -> tuple[Resident, ...]: ...


class _Households(Protocol):
    def by_nomor_kk(self, numbers: Iterable[str], /) -> dict[str, Household]: ...
    def by_ids(self, ids: Iterable[bytes], /) -> dict[bytes, Household]: ...
    def living_members(
        self, ids: Iterable[HouseholdId], /
    ) -> Mapping[HouseholdId, tuple[Member, ...]]: ...


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
    """Residents by NIK, those without one by name; households by KK number and by identity.

    `members` has who lives in each of these households. `given_up` has each NIK that a merge of
    records gave up, with the name of whom it was.
    """

    residents: Mapping[str, Resident]
    unnumbered: Mapping[str, Sequence[Resident]]
    households: Mapping[str, Household]
    homes: Mapping[HouseholdId, Household]
    jorong: tuple[Jorong, ...]
    given_up: Mapping[str, str]
    members: Mapping[HouseholdId, tuple[Member, ...]]

    @classmethod
    def load(cls, books: Books, rows: Iterable[FileRow]) -> OfficePopulation:
        """Read what the rows name, and where those people live, in bulk."""
        everybody = list(rows)
        niks = _texts(row.values[row.shape.nik] for row in everybody) - {NO_NIK}
        numbers = _texts(row.values[row.shape.nomor_kk] for row in everybody)
        residents = books.residents.by_nik(sorted(niks))
        unnumbered = _by_name(books.residents.without_nik())
        known = [*residents.values(), *(one for many in unnumbered.values() for one in many)]
        ids = {one.household_id.bytes for one in known if one.household_id is not None}
        homes = [
            *books.households.by_ids(sorted(ids)).values(),
            *books.households.by_nomor_kk(sorted(numbers)).values(),
        ]
        by_id = {one.id: one for one in homes}
        return cls(
            residents=residents,
            unnumbered=unnumbered,
            households={one.nomor_kk: one for one in by_id.values() if one.nomor_kk},
            homes=by_id,
            jorong=books.jorong.all(),
            given_up=books.doubts.given_up_niks(),
            members=books.households.living_members(by_id),
        )

    def with_rows(self, books: Books, rows: Iterable[FileRow]) -> OfficePopulation:
        """The same with what further rows name."""
        more = OfficePopulation.load(books, rows)
        return replace(
            more,
            residents={**self.residents, **more.residents},
            households={**self.households, **more.households},
            homes={**self.homes, **more.homes},
            members={**self.members, **more.members},
        )

    def find(self, row: FileRow) -> Resident | None:
        """The stored resident whom a row means: by NIK, else by name and birth.

        Somebody who stands in the books without a NIK is known by name, place and day of birth,
        also when the sheet brings the NIK; without a day of birth only by a row that has neither.
        """
        nik = row.values[row.shape.nik]
        if isinstance(nik, str) and nik != NO_NIK:
            return self.residents.get(nik) or self._without_nik(row, only_dated=True)
        return self._without_nik(row, only_dated=False) if nik == NO_NIK else None

    def _without_nik(self, row: FileRow, *, only_dated: bool) -> Resident | None:
        name, born = row.value("nama"), row.value("tanggallahir")
        day = born if isinstance(born, date) else None
        if not isinstance(name, str) or (only_dated and day is None):
            return None
        place = row.text("tempatlahir")
        return next(
            (
                one
                for one in self.unnumbered.get(_key(name), ())
                if one.birth_date == day and same_name(one.birth_place, place)
            ),
            None,
        )

    def household_of(self, resident: Resident) -> Household | None:
        """Where the office keeps the resident now."""
        return self.homes.get(resident.household_id) if resident.household_id else None


def _by_name(people: Iterable[Resident]) -> dict[str, list[Resident]]:
    found: dict[str, list[Resident]] = {}
    for one in people:
        for name in {_key(one.name.full()), _key(one.name.name)}:
            found.setdefault(name, []).append(one)
    return found


def _key(name: str) -> str:
    """As `same_name` compares."""
    return "".join(name.split()).casefold()


def _texts(values: Iterable[FileValue]) -> set[str]:
    return {value for value in values if isinstance(value, str)}
