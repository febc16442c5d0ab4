"""Which KK and jorong an import opens or amends; one row of each KK speaks for it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

from nagari_kit.domain.identity import HouseholdId, JorongId
from nagari_kit.domain.name_titles import mixed_case
from nagari_kit.domain.residents import Household, Jorong, Resident
from nagari_kit.services.resident_import.known_columns import HOUSEHOLD, PLACE
from nagari_kit.services.resident_import.office_population import OfficePopulation
from nagari_kit.services.resident_import.row_parsing import FileRow

HEAD = 1
Change = tuple[str, str, str]
ADDRESS_KEYS = ("alamat", "dusun", "rw", "rt")
_ATTRIBUTES: tuple[tuple[str, str], ...] = (
    ("alamat", "address"),
    ("rw", "rw"),
    ("rt", "rt"),
    *((key, name) for key, (part, name) in PLACE.items() if part == HOUSEHOLD),
)
"""Key of a column and attribute of the household that it fills."""


class HouseholdPlan:
    """Gathers the rows by KK number; then knows the home of every row."""

    def __init__(self, office: OfficePopulation, new_id: Callable[[], UUID]) -> None:
        self._office = office
        self._new_id = new_id
        self._homes: dict[str, Household] = {}
        self._changes: dict[int, tuple[Change, ...]] = {}
        self.opened: list[Household] = []
        self.amended: list[tuple[Household, Household]] = []
        self.new_jorong: list[Jorong] = []
        self._jorong = {_key(area.name): area for area in office.jorong}
        self._names = {area.id: area.name for area in office.jorong}

    def gather(self, rows: Iterable[tuple[FileRow, Resident | None]]) -> None:
        """Decide every household of the file. The head's row speaks for it, else the first."""
        speakers: dict[str, tuple[FileRow, bool]] = {}
        told: list[tuple[FileRow, str]] = []
        for row, stored in rows:
            nomor_kk = row.values[row.shape.nomor_kk] or self._kept_number(row, stored)
            if not isinstance(nomor_kk, str) or not nomor_kk:
                continue
            relation = row.values[row.shape.relation] or (
                stored.family_relation if stored else None
            )
            told.append((row, nomor_kk))
            known = speakers.get(nomor_kk)
            if known is None or (relation == HEAD and not known[1]):
                speakers[nomor_kk] = (row, relation == HEAD)
        for nomor_kk, (row, is_head) in speakers.items():
            self._decide(nomor_kk, row, is_head=is_head)
        self._doubt_other_areas(told, speakers)

    def _doubt_other_areas(
        self, told: Iterable[tuple[FileRow, str]], speakers: Mapping[str, tuple[FileRow, bool]]
    ) -> None:
        """Ask about rows whose sub-area is not that of their KK: the KK has one, and it stays."""
        for row, nomor_kk in told:
            area = row.value("dusun")
            if not isinstance(area, str) or speakers[nomor_kk][0] is row:
                continue
            kept = self._area(self._homes[nomor_kk])
            if kept and _key(kept) != _key(area):
                row.doubt("dusun", f"“{area}” bukan tempat KK ini; dipakai {kept}")

    def _kept_number(self, row: FileRow, stored: Resident | None) -> str:
        """KK of somebody whose row says where the home lies but not its number."""
        if stored is None or not any(row.text(name) for name in ADDRESS_KEYS):
            return ""
        return self.nomor_kk_before(stored)

    def _decide(self, nomor_kk: str, row: FileRow, *, is_head: bool) -> None:
        stored = self._office.households.get(nomor_kk)
        wanted = self._wanted(nomor_kk, stored, row, overwrite=is_head or stored is None)
        self._homes[nomor_kk] = wanted
        if not is_head and stored is None:
            row.doubt("kk_level", "KK baru ini belum punya kepala keluarga dalam berkas")
        if stored is None:
            self.opened.append(wanted)
        elif wanted != stored:
            self.amended.append((stored, wanted))
            self._changes[row.row] = self._differences(stored, wanted)

    def _wanted(
        self, nomor_kk: str, stored: Household | None, row: FileRow, *, overwrite: bool
    ) -> Household:
        told: dict[str, Any] = {}
        for key, attribute in _ATTRIBUTES:
            value = row.value(key)
            if value is not None and (overwrite or not getattr(stored, attribute)):
                told[attribute] = value
        area = row.text("dusun")
        if area and (overwrite or stored is None or stored.jorong_id is None):
            told["jorong_id"] = self._jorong_named(area, row)
        if stored is None:
            return Household(HouseholdId(self._new_id()), nomor_kk, **told)
        return dataclasses.replace(stored, **told) if told else stored

    def _jorong_named(self, name: str, row: FileRow) -> JorongId:
        area = self._jorong.get(_key(name))
        if area is None:
            area = Jorong(JorongId(self._new_id()), mixed_case(name))
            self._jorong[_key(name)] = area
            self._names[area.id] = area.name
            self.new_jorong.append(area)
            if self._office.jorong:
                # The filling of the books brings them all; later a new one may be a slip.
                row.doubt("dusun", f"“{area.name}” belum ada di data dan akan ditambahkan; periksa")
        return area.id

    def _differences(self, old: Household, new: Household) -> tuple[Change, ...]:
        pairs = [
            (key, shown_value(getattr(old, name)), shown_value(getattr(new, name)))
            for key, name in _ATTRIBUTES
        ]
        pairs.insert(1, ("dusun", self._area(old), self._area(new)))
        return tuple(pair for pair in pairs if pair[1] != pair[2])

    def _area(self, home: Household) -> str:
        return self._names.get(home.jorong_id, "") if home.jorong_id else ""

    def home_of(self, row: FileRow) -> Household | None:
        """The household that the row names; None when it names none (then nothing moves)."""
        nomor_kk = row.values[row.shape.nomor_kk]
        return self._homes.get(nomor_kk) if isinstance(nomor_kk, str) else None

    def changes_at(self, row: FileRow) -> tuple[Change, ...]:
        """What the row, speaking for its KK, changes in it."""
        return self._changes.get(row.row, ())

    def nomor_kk_before(self, stored: Resident) -> str:
        """KK number under which the office keeps the resident now, or ""."""
        home = self._office.household_of(stored)
        return (home.nomor_kk or "") if home else ""


def shown_value(value: object) -> str:
    """A stored value as the plan shows it."""
    if value is None:
        return ""
    return f"{value:%d-%m-%Y}" if hasattr(value, "strftime") else str(value)


def _key(name: str) -> str:
    return "".join(name.split()).casefold()
