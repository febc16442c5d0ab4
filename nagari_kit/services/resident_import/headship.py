"""Who would lead each KK after an import: two heads, or none any more, are asked about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from nagari_kit.domain.identity import HouseholdId, ResidentId
from nagari_kit.domain.residents import Household, LifeStatus, Resident
from nagari_kit.services.resident_import.households import HEAD, HouseholdPlan
from nagari_kit.services.resident_import.office_population import OfficePopulation
from nagari_kit.services.resident_import.row_parsing import FileRow

_ALIVE = frozenset({None, LifeStatus.ALIVE, int(LifeStatus.ALIVE)})


@dataclass(slots=True)
class _After:
    """A household as it would be: rows that lead it, whether anybody lives there, who led it."""

    heads: list[FileRow] = field(default_factory=list)
    lived_in: bool = False
    kept_head: str = ""
    head_before: ResidentId | None = None
    first_row: FileRow | None = None
    row_of_head: FileRow | None = None


def doubt_heads(
    pairs: Iterable[tuple[FileRow, Resident | None]],
    office: OfficePopulation,
    homes: HouseholdPlan,
) -> None:
    """Add doubts to the rows that would give a KK a second head, or take its only one away.

    `pairs` are rows that come in, each with the resident in the books whom it means.
    """
    rows = list(pairs)
    if not office.members:
        # No KK of the books can lose its head: only a second one within the file matters.
        rows = [(row, stored) for row, stored in rows if row.values[row.shape.relation] == HEAD]
    after = _as_kept(office, {stored.id: row for row, stored in rows if stored is not None})
    for row, stored in rows:
        home = _home_after(row, stored, office, homes) if _is_alive(row, stored) else None
        if home is None:
            continue
        entry = after.setdefault(home.id, _After())
        entry.lived_in = True
        entry.first_row = entry.first_row or row
        if _relation_after(row, stored) == HEAD:
            entry.heads.append(row)
    for entry in after.values():
        _doubt(entry)


def _as_kept(
    office: OfficePopulation, told: Mapping[ResidentId, FileRow]
) -> dict[HouseholdId, _After]:
    """What stays of each household of the books, whatever the rows make of those they name."""
    after: dict[HouseholdId, _After] = {}
    for home_id, members in office.members.items():
        entry = after[home_id] = _After()
        for member, name, leads in members:
            if leads:
                entry.head_before, entry.row_of_head = member, told.get(member)
            if member not in told:
                entry.lived_in = True
                entry.kept_head = name if leads else entry.kept_head
    return after


def _doubt(entry: _After) -> None:
    if entry.kept_head:
        for row in entry.heads:
            row.doubt("kk_level", f"KK ini sudah punya kepala keluarga di data, {entry.kept_head}")
        return
    for row in entry.heads[1:]:
        row.doubt("kk_level", f"KK ini punya dua kepala keluarga, lihat baris {entry.heads[0].row}")
    if not entry.heads and entry.lived_in and entry.head_before is not None:
        cause = entry.row_of_head or entry.first_row
        if cause is not None:
            cause.doubt(
                "kk_level", "Sesudah ini anggota keluarganya di KK yang lama tidak punya kepala"
            )


def _is_alive(row: FileRow, stored: Resident | None) -> bool:
    status = row.value("status_dasar")
    if status is None and stored is not None:
        status = int(stored.life_status)
    return status in _ALIVE


def _relation_after(row: FileRow, stored: Resident | None) -> object:
    told = row.values[row.shape.relation]
    return told if told is not None else (stored.family_relation if stored else None)


def _home_after(
    row: FileRow, stored: Resident | None, office: OfficePopulation, homes: HouseholdPlan
) -> Household | None:
    named = homes.home_of(row)
    return named or (office.household_of(stored) if stored is not None else None)
