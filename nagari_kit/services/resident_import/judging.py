"""Holds every row of the file against the office's data: new, changed, the same, or refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from uuid import UUID

from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.importing import ImportFinding, ImportRow
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.residents import Household, LifeStatus, Resident
from nagari_kit.services.resident_import.columns import BY_HEADING, HEADINGS
from nagari_kit.services.resident_import.households import HouseholdPlan
from nagari_kit.services.resident_import.office_population import OfficePopulation
from nagari_kit.services.resident_import.resident_cells import (
    FileValue,
    cells_of,
    same_name,
    with_cells,
)
from nagari_kit.services.resident_import.row_parsing import FileRow
from nagari_kit.services.resident_import.same_person import is_another_person, refuse_twins

NEEDED_WHEN_NEW = ("nama", "no_kk", "kk_level")
LEFT = frozenset({LifeStatus.DEAD, LifeStatus.MOVED, LifeStatus.MISSING, LifeStatus.GONE})


@dataclass(slots=True)
class Judgement:
    """Everything that an import would do."""

    rows: list[ImportRow] = field(default_factory=list)
    warnings: list[ImportFinding] = field(default_factory=list)
    added: list[Resident] = field(default_factory=list)
    changed: list[tuple[Resident, Resident]] = field(default_factory=list)
    homes: HouseholdPlan | None = None

    @property
    def new_households(self) -> int:
        """How many KK the import would open."""
        return len(self.homes.opened) if self.homes else 0

    @property
    def writes(self) -> bool:
        """Whether an import would change anything."""
        homes = self.homes
        return bool(self.added or self.changed or (homes and (homes.opened or homes.amended)))


def judge(
    rows: Iterable[FileRow],
    office: OfficePopulation,
    new_id: Callable[[], UUID],
    *,
    at_row: Callable[[int], None] | None = None,
) -> Judgement:
    """Judge the parsed rows. `at_row` hears each position, so that a caller may show and cancel."""
    everybody = list(rows)
    refuse_twins(everybody)
    stored: dict[int, Resident | None] = {}
    for row in everybody:
        stored[row.row] = office.find(row.values)
        _check_against_stored(row, stored[row.row])
    homes = HouseholdPlan(office, new_id)
    homes.gather((row, stored[row.row]) for row in everybody if not row.errors)
    verdict = Judgement(homes=homes)
    for position, row in enumerate(everybody):
        if at_row is not None:
            at_row(position)
        verdict.rows.append(_judge_row(row, stored[row.row], verdict, homes, new_id))
        verdict.warnings.extend(row.warnings)
    return verdict


def _check_against_stored(row: FileRow, stored: Resident | None) -> None:
    if "nik" not in row.cells:
        row.refuse("nik", "NIK kosong; isi 0 bila warga memang belum punya NIK")
    if stored is None:
        status = row.values.get("status_dasar", LifeStatus.ALIVE)
        for heading in NEEDED_WHEN_NEW:
            # People who left need not belong to a KK any more.
            if heading != "nama" and status in LEFT:
                continue
            if heading not in row.cells or (heading not in row.values and not row.errors):
                row.refuse(heading, f"{BY_HEADING[heading].title} wajib diisi untuk warga baru")
        for heading in ("sex", "tanggallahir"):
            if heading not in row.cells:
                row.doubt(heading, f"{BY_HEADING[heading].title} belum diisi")
    elif is_another_person(row.values, stored):
        row.refuse(
            "nik",
            f"NIK ini milik {stored.name.full()} di data kantor, orang lain; periksa NIK pada KTP",
        )
    elif stored.life_status in LEFT and row.values.get("status_dasar") == LifeStatus.ALIVE:
        row.refuse("status_dasar", "Warga ini sudah dicatat meninggal, pindah, atau pergi")


def _judge_row(
    row: FileRow,
    stored: Resident | None,
    verdict: Judgement,
    homes: HouseholdPlan,
    new_id: Callable[[], UUID],
) -> ImportRow:
    if row.errors:
        return _shown(row, "refused", findings=tuple(row.errors))
    home = homes.home_of(row, stored)
    if stored is None:
        blank = Resident(id=ResidentId(new_id()), name=PersonName(""))
        verdict.added.append(with_cells(blank, row.values, home.id if home else None))
        return _shown(row, "added", findings=tuple(row.warnings))
    renewed = with_cells(stored, row.values, home.id if home else None)
    changes = homes.changes_at(row) + _changes(stored, renewed, homes, home)
    if renewed != stored:
        verdict.changed.append((stored, renewed))
    kind = "changed" if changes or renewed != stored else "unchanged"
    return _shown(row, kind, changes=changes, findings=tuple(row.warnings))


def _changes(
    stored: Resident, renewed: Resident, homes: HouseholdPlan, home: Household | None
) -> tuple[tuple[str, str, str], ...]:
    if stored == renewed:
        return ()
    old, new = cells_of(stored, None, ""), cells_of(renewed, None, "")
    if stored.household_id != renewed.household_id:
        old["no_kk"] = homes.nomor_kk_before(stored)
        new["no_kk"] = (home.nomor_kk or "") if home else ""
    return tuple(
        (heading, shown_value(old[heading]), shown_value(new[heading]))
        for heading in HEADINGS
        if old[heading] != new[heading]
        and not (heading == "nama" and same_name(str(old[heading]), str(new[heading])))
    )


def shown_value(value: FileValue) -> str:
    """A stored value as the plan shows it."""
    if value is None:
        return ""
    return f"{value:%d-%m-%Y}" if hasattr(value, "strftime") else str(value)


def _shown(
    row: FileRow,
    verdict: str,
    *,
    changes: tuple[tuple[str, str, str], ...] = (),
    findings: tuple[ImportFinding, ...] = (),
) -> ImportRow:
    cells = row.cells
    return ImportRow(
        row=row.row,
        verdict=verdict,
        name=cells.get("nama", ""),
        nik=cells.get("nik", ""),
        birth_date=cells.get("tanggallahir", ""),
        sex=cells.get("sex", ""),
        nomor_kk=cells.get("no_kk", ""),
        cells=cells,
        changes=changes,
        findings=findings,
    )
