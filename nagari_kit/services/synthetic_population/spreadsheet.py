"""The invented residents as the spreadsheet that OpenSID exports, with faults planted on wish."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from nagari_kit.services.resident_import.columns import HEADINGS
from nagari_kit.services.resident_import.resident_cells import FileValue, cells_of
from nagari_kit.services.synthetic_population.households import SyntheticPopulation

Row = dict[str, FileValue]
EVERY = 37
"""Distance in rows between planted faults."""


@dataclass(frozen=True, slots=True)
class PlantedFault:
    """A fault that was written; `row` as the spreadsheet program numbers it."""

    row: int
    column: str
    kind: str


def write_opensid_xlsx(
    path: Path, population: SyntheticPopulation, *, planted_faults: Mapping[str, int] | None = None
) -> tuple[PlantedFault, ...]:
    """Write the 43 columns, one resident a row from row 2 on; returns what was planted.

    `planted_faults` maps a name of `FAULTS` to how many rows get it. Raises KeyError for an
    unknown name, ValueError when there are too few residents, OSError.
    """
    rows = _rows(population)
    planted = _plant(rows, planted_faults or {})
    _write(path, rows)
    return planted


def _rows(population: SyntheticPopulation) -> list[Row]:
    jorong = {area.id: area.name for area in population.jorong}
    homes = {home.id: home for home in population.households}
    rows: list[Row] = []
    for resident in population.residents:
        home = homes[resident.household_id] if resident.household_id else None
        area = jorong.get(home.jorong_id, "") if home and home.jorong_id else ""
        row = cells_of(resident, home, area)
        for heading in ("nama", "nama_ayah", "nama_ibu", "dusun"):
            row[heading] = str(row[heading]).upper()
        rows.append(row)
    return rows


def _nik_short(row: Row) -> None:
    row["nik"] = str(row["nik"])[:15]


def _nik_as_number(row: Row) -> None:
    # What Excel keeps of sixteen digits: fifteen, the last becomes nought.
    row["nik"] = float(int(str(row["nik"])[:15] + "0"))


def _birth_date_impossible(row: Row) -> None:
    row["tanggallahir"] = "31-02-1990"


def _name_missing(row: Row) -> None:
    row["nama"] = ""


def _kk_short(row: Row) -> None:
    row["no_kk"] = str(row["no_kk"])[:8]


def _religion_unknown(row: Row) -> None:
    row["agama_id"] = 99


FAULTS = {
    "nik_short": ("nik", _nik_short),
    "nik_as_number": ("nik", _nik_as_number),
    "birth_date_impossible": ("tanggallahir", _birth_date_impossible),
    "name_missing": ("nama", _name_missing),
    "kk_short": ("no_kk", _kk_short),
    "religion_unknown": ("agama_id", _religion_unknown),
}


def _plant(rows: list[Row], wanted: Mapping[str, int]) -> tuple[PlantedFault, ...]:
    kinds = [kind for kind, count in wanted.items() for _ in range(count)]
    if len(kinds) > len(rows):
        msg = f"{len(kinds)} faults do not fit into {len(rows)} rows"
        raise ValueError(msg)
    step = min(EVERY, len(rows) // len(kinds)) if kinds else EVERY
    planted = []
    for position, kind in enumerate(kinds):
        column, damage = FAULTS[kind]
        index = position * step
        damage(rows[index])
        planted.append(PlantedFault(index + 2, column, kind))
    return tuple(planted)


def _write(path: Path, rows: list[Row]) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Data Penduduk")
        head = book.add_format({"bold": True})
        day = book.add_format({"num_format": "dd-mm-yyyy"})
        for column, heading in enumerate(HEADINGS):
            sheet.write_string(0, column, heading, head)
        for index, row in enumerate(rows, start=1):
            for column, heading in enumerate(HEADINGS):
                value = row[heading]
                if value is None or value == "":
                    continue
                if isinstance(value, str):
                    sheet.write_string(index, column, value)
                elif isinstance(value, int | float):
                    sheet.write_number(index, column, value)
                else:
                    sheet.write_datetime(index, column, value, day)
