"""Residents from the values of a row: new ones built at once, stored ones with cells laid over."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from itertools import repeat
from typing import Any

from nagari_kit.domain.identity import HouseholdId, ResidentId
from nagari_kit.domain.name_titles import person_name
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.residents import (
    BirthFacts,
    Papers,
    Parents,
    Resident,
    RestrictedFacts,
)
from nagari_kit.services.resident_import.known_columns import NAME, PLACE
from nagari_kit.services.resident_import.resident_cells import NO_NIK, FileValue, same_name
from nagari_kit.services.resident_import.row_parsing import FileRow, RowShape

_WRITTEN_NAMES = frozenset({"birth_place", "father_name", "mother_name"})
_PARTS: dict[str, Callable[..., Any]] = {
    "parents": Parents,
    "papers": Papers,
    "restricted": RestrictedFacts,
    "birth": BirthFacts,
}
_BLANK_PARTS: dict[str, Any] = {part: make() for part, make in _PARTS.items()}
_FIELDS = tuple(field.name for field in dataclasses.fields(Resident))
_BLANK = Resident(ResidentId(NotImplemented), PersonName(""))
_DEFAULTS = [getattr(_BLANK, name) for name in _FIELDS]
_SLOT = {name: place for place, name in enumerate(_FIELDS)}
_Values = tuple[FileValue, ...]


class ResidentBuilder:
    """Builds for the rows of one shape."""

    def __init__(self, shape: RowShape) -> None:
        self._shape = shape
        inner: dict[str, list[tuple[str, int]]] = {}
        for key, index in shape.index.items():
            part, attribute = PLACE.get(key, ("?", ""))
            inner.setdefault(part, []).append((attribute, index))
        self._own = tuple((_SLOT[name], index) for name, index in inner.pop("", []))
        self._titles = tuple(inner.pop(NAME, []))
        self._parts = {part: tuple(places) for part, places in inner.items() if part in _PARTS}

    def new(
        self,
        rows: Sequence[FileRow],
        ids: Sequence[ResidentId],
        homes: Sequence[HouseholdId | None],
    ) -> list[Resident]:
        """Residents who were not stored yet, column by column: most of a first import."""
        if not rows:
            return []
        values: list[tuple[FileValue, ...]] = list(zip(*[row.values for row in rows], strict=True))
        columns: list[Iterable[Any]] = [repeat(default, len(rows)) for default in _DEFAULTS]
        for slot, index in self._own:
            columns[slot] = _filled(values[index], _DEFAULTS[slot])
        for part, places in self._parts.items():
            columns[_SLOT[part]] = self._part_column(part, places, values)
        columns[_SLOT["id"]] = ids
        columns[_SLOT["name"]] = [self._name(row.values) for row in rows]
        niks = values[self._shape.nik]
        columns[_SLOT["nik"]] = [None if nik == NO_NIK else nik for nik in niks]
        columns[_SLOT["household_id"]] = homes
        return list(map(Resident, *columns))

    def over(self, stored: Resident, row: FileRow, home: HouseholdId | None) -> Resident:
        """The stored resident with the row laid over; empty cells keep what is stored.

        `home` is the household that the cells name, None to keep the stored one.
        """
        values = row.values
        own = {_FIELDS[slot]: values[index] for slot, index in self._own}
        changes: dict[str, Any] = _differing(stored, own)
        for part, places in self._parts.items():
            owner = getattr(stored, part)
            inner = _differing(owner, {name: values[index] for name, index in places})
            if inner:
                changes[part] = dataclasses.replace(owner, **inner)
        if home is not None and home != stored.household_id:
            changes["household_id"] = home
        name = self._renamed(stored.name, values)
        if name != stored.name:
            changes["name"] = name
        nik = values[self._shape.nik]
        if isinstance(nik, str) and nik not in {NO_NIK, stored.nik}:
            changes["nik"] = nik
        return dataclasses.replace(stored, **changes) if changes else stored

    def _part_column(
        self, part: str, places: tuple[tuple[str, int], ...], values: list[tuple[FileValue, ...]]
    ) -> Iterable[Any]:
        kind, blank = _PARTS[part], _BLANK_PARTS[part]
        told = [(name, values[index]) for name, index in places]
        known = {
            name: column for name, column in told if any(value is not None for value in column)
        }
        if not known:
            return repeat(blank, len(values[-1]))
        fields = [field.name for field in dataclasses.fields(blank)]
        columns = [
            _filled(known[name], getattr(blank, name))
            if name in known
            else repeat(getattr(blank, name))
            for name in fields
        ]
        return list(map(kind, *columns))

    def _name(self, values: _Values) -> PersonName:
        text = values[self._shape.name]
        name = person_name(text) if isinstance(text, str) else PersonName("")
        titles = self._told_titles(values)
        return dataclasses.replace(name, **titles) if titles else name

    def _renamed(self, stored: PersonName, values: _Values) -> PersonName:
        titles = self._told_titles(values)
        text = values[self._shape.name]
        if not isinstance(text, str):
            return dataclasses.replace(stored, **titles) if titles else stored
        if self._titles:
            wanted = self._name(values)
            told = dataclasses.replace(stored, name=wanted.name, **titles)
            same = same_name(told.full(), stored.full())
            return stored if same else told
        return stored if same_name(text, stored.full()) else person_name(text)

    def _told_titles(self, values: _Values) -> dict[str, str]:
        return {
            name: str(values[index]) for name, index in self._titles if values[index] is not None
        }


def _filled(values: tuple[FileValue, ...], default: object) -> Iterable[Any]:
    if default is None:
        return values
    return [default if value is None else value for value in values]


def _differing(owner: object, told: dict[str, FileValue]) -> dict[str, Any]:
    """What of the told values is another than the owner's; names differ by more than capitals."""
    changes: dict[str, Any] = {}
    for name, value in told.items():
        if value is None:
            continue
        before = getattr(owner, name)
        if value == before or (name in _WRITTEN_NAMES and same_name(str(value), before)):
            continue
        changes[name] = value
    return changes
