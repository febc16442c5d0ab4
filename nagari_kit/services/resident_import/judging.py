"""Holds every row of the file against the office's data: new, changed, the same, or refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from nagari_kit.domain.identity import HouseholdId, ResidentId
from nagari_kit.domain.importing import ImportFinding, ImportRow
from nagari_kit.domain.residents import Household, LifeStatus, Resident, Sex
from nagari_kit.services.resident_import.columns import BY_HEADING, HEADINGS
from nagari_kit.services.resident_import.headship import doubt_heads
from nagari_kit.services.resident_import.households import HouseholdPlan, shown_value
from nagari_kit.services.resident_import.known_columns import KEYS, PLACE
from nagari_kit.services.resident_import.office_population import OfficePopulation
from nagari_kit.services.resident_import.resident_building import ResidentBuilder
from nagari_kit.services.resident_import.resident_cells import NO_NIK, cells_of, same_name
from nagari_kit.services.resident_import.row_parsing import FileRow
from nagari_kit.services.resident_import.same_person import is_another_person, refuse_twins

NEEDED_WHEN_NEW = ("nama", "no_kk", "kk_level")
LEFT = frozenset({LifeStatus.DEAD, LifeStatus.MOVED, LifeStatus.MISSING, LifeStatus.GONE})
FURTHER_KEYS = tuple(key for key in KEYS if key not in BY_HEADING)
_SHORT_SEX = {Sex.MALE: "L", Sex.FEMALE: "P"}
_BUILT_AT_ONCE = 1000
_Change = tuple[str, str, str]


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
    rows: Sequence[FileRow],
    office: OfficePopulation,
    new_id: Callable[[], UUID],
    *,
    at_row: Callable[[int], None] | None = None,
) -> Judgement:
    """Judge the rows. `at_row` hears each position, so that a caller may show and cancel."""
    for row in rows:
        row.forget_judging()
    refuse_twins(rows)
    stored = _found_once(rows, office)
    homes = HouseholdPlan(office, new_id)
    pairs = list(zip(rows, stored, strict=True))
    for row, before in pairs:
        _check_against_stored(row, before, office)
    coming_in = [pair for pair in pairs if not pair[0].errors]
    homes.gather(coming_in)
    doubt_heads(coming_in, office, homes)
    judging = _Judging(homes, new_id, rows)
    for position, (row, before) in enumerate(pairs):
        if at_row is not None:
            at_row(position)
        judging.look_at(row, before)
    return judging.settled()


def _found_once(rows: Sequence[FileRow], office: OfficePopulation) -> list[Resident | None]:
    """Whom each row means in the books; of two rows that mean one person the later is refused."""
    first: dict[ResidentId, FileRow] = {}
    found: list[Resident | None] = []
    for row in rows:
        stored = office.find(row)
        if stored is not None and not row.errors:
            earlier = first.setdefault(stored.id, row)
            if earlier is not row:
                row.refuse("nik", f"Warga ini sudah ada di baris {earlier.row}")
        found.append(stored)
    return found


def _check_against_stored(row: FileRow, stored: Resident | None, office: OfficePopulation) -> None:
    nik = row.values[row.shape.nik]
    if nik is None and not row.written("nik"):
        row.refuse("nik", "NIK kosong; isi 0 bila warga memang belum punya NIK")
    if stored is None and (merged_into := office.given_up.get(row.text("nik"))):
        row.refuse("nik", f"Catatan ber-NIK ini sudah digabung ke {merged_into}")
    elif stored is None:
        _check_new(row)
    elif is_another_person(row, stored):
        row.refuse(
            "nik",
            f"NIK ini milik {stored.name.full()} di data kantor, orang lain; periksa NIK pada KTP",
        )
    elif stored.nik is None and nik != NO_NIK:
        row.doubt("nik", "Warga ini tercatat tanpa NIK di data; NIK dari berkas akan dipasang")
    elif stored.life_status in LEFT and row.value("status_dasar") == LifeStatus.ALIVE:
        row.refuse("status_dasar", "Warga ini sudah dicatat meninggal, pindah, atau pergi")


def _check_new(row: FileRow) -> None:
    shape, values = row.shape, row.values
    known = (shape.name, shape.nomor_kk, shape.relation, shape.sex, shape.born)
    if None not in [values[place] for place in known]:
        return
    for key in NEEDED_WHEN_NEW:
        if row.value(key) is not None:
            continue
        # People who left need not belong to a KK any more.
        if key != "nama" and row.value("status_dasar") in LEFT:
            continue
        if not row.errors or not row.written(key):
            row.refuse(key, f"{BY_HEADING[key].title} wajib diisi untuk warga baru")
    for key in ("sex", "tanggallahir"):
        if row.value(key) is None and not row.written(key):
            row.doubt(key, f"{BY_HEADING[key].title} belum diisi")


class _Judging:
    """Gathers the verdict row by row."""

    def __init__(
        self, homes: HouseholdPlan, new_id: Callable[[], UUID], rows: Sequence[FileRow]
    ) -> None:
        self.verdict = Judgement(homes=homes)
        self._homes = homes
        self._new_id = new_id
        self._builder = ResidentBuilder(rows[0].shape) if rows else None
        self._days: dict[date, str] = {}
        self._new: list[tuple[FileRow, ResidentId, HouseholdId | None]] = []

    def look_at(self, row: FileRow, stored: Resident | None) -> None:
        """Decide one row."""
        verdict = self.verdict
        if row.warnings:
            verdict.warnings.extend(row.warnings)
        if row.errors or self._builder is None:
            verdict.rows.append(_refused(row))
            return
        home = self._homes.home_of(row)
        home_id = home.id if home else None
        if stored is None:
            self._new.append((row, ResidentId(self._new_id()), home_id))
            verdict.rows.append(self._shown(row, "added"))
            return
        renewed = self._builder.over(stored, row, home_id)
        changes = self._homes.changes_at(row)
        if renewed is not stored:
            verdict.changed.append((stored, renewed))
            changes += self._changes(stored, renewed, home)
        kind = "changed" if changes or renewed is not stored else "unchanged"
        verdict.rows.append(self._shown(row, kind, changes))

    def settled(self) -> Judgement:
        """The verdict on all rows that were looked at."""
        for start in range(0, len(self._new), _BUILT_AT_ONCE):
            rows, ids, homes = zip(*self._new[start : start + _BUILT_AT_ONCE], strict=True)
            assert self._builder is not None  # noqa: S101 - who is new came from a row
            self.verdict.added += self._builder.new(rows, ids, homes)
        return self.verdict

    def _changes(
        self, stored: Resident, renewed: Resident, home: Household | None
    ) -> tuple[_Change, ...]:
        old, new = cells_of(stored, None, ""), cells_of(renewed, None, "")
        if stored.household_id != renewed.household_id:
            old["no_kk"] = self._homes.nomor_kk_before(stored)
            new["no_kk"] = (home.nomor_kk or "") if home else ""
        pairs: list[tuple[str, object, object]] = [(key, old[key], new[key]) for key in HEADINGS]
        pairs += [(key, _further(stored, key), _further(renewed, key)) for key in FURTHER_KEYS]
        return tuple(
            (key, shown_value(before), shown_value(after))
            for key, before, after in pairs
            if before != after and not (key == "nama" and same_name(str(before), str(after)))
        )

    def _shown(self, row: FileRow, verdict: str, changes: tuple[_Change, ...] = ()) -> ImportRow:
        shape, values = row.shape, row.values
        born, sex, nik = values[shape.born], values[shape.sex], values[shape.nik]
        return ImportRow(
            row.row,
            verdict,
            str(values[shape.name] or ""),
            "" if nik is None or nik == NO_NIK else str(nik),
            self._day(born) if isinstance(born, date) else "",
            _SHORT_SEX[sex] if isinstance(sex, Sex) else "",
            str(values[shape.nomor_kk] or ""),
            changes,
            row.warnings,
        )

    def _day(self, born: date) -> str:
        day = self._days.get(born)
        if day is None:
            day = self._days[born] = f"{born:%d-%m-%Y}"
        return day


def _further(resident: Resident, key: str) -> object:
    part, attribute = PLACE[key]
    owner = getattr(resident, part) if part and part != "household" else resident
    return getattr(owner, attribute, None)


def _refused(row: FileRow) -> ImportRow:
    cells = {key: row.written(key) for key in row.shape.keys}
    return ImportRow(
        row.row,
        "refused",
        cells.get("nama", ""),
        cells.get("nik", ""),
        cells.get("tanggallahir", ""),
        cells.get("sex", ""),
        cells.get("no_kk", ""),
        findings=row.errors,
        cells=cells,
        source=row.source,
    )
