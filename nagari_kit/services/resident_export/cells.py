"""What stands in the cells of an export: masked numbers, words of codes, facts left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from nagari_kit.domain import code_lists, nik
from nagari_kit.domain.exporting import ExportForm
from nagari_kit.services.resident_import.columns import HEADINGS, CellKind
from nagari_kit.services.resident_import.own_columns import OWN_COLUMNS, OwnColumn
from nagari_kit.services.resident_import.resident_cells import NO_NIK, RESTRICTED, cells_of

if TYPE_CHECKING:
    from nagari_kit.db.queries.resident_lists import ListedPerson

Cell = str | int | float | date | None
"""None or "" is an empty cell."""

NUMBERS = frozenset(
    {
        "no_kk", "nik", "ayah_nik", "ibu_nik", "akta_lahir", "dokumen_pasport", "dokumen_kitas",
        "akta_perkawinan", "akta_perceraian", "tag_id_card", "no_asuransi",
    }
)  # fmt: skip
"""Headings of OpenSID under which numbers of a person stand."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form of the spreadsheet: name of its sheet, headings, and the cells of one person."""

    name: str
    headings: tuple[str, ...]
    cells: Callable[[ListedPerson], Sequence[Cell]]


def sheet_of(form: ExportForm, *, full: bool) -> Sheet:
    """The form as it is written masked or in full; that of the KK is laid out in blocks."""
    if form is ExportForm.OPENSID:
        return Sheet("Data Penduduk", HEADINGS, _opensid if full else _masked_opensid)
    inside = form is ExportForm.KK
    columns = [one for one in OWN_COLUMNS if not inside or one.heading in _IN_BLOCKS]
    shown = [one for one in columns if full or not one.is_restricted]

    def cells(person: ListedPerson) -> Sequence[Cell]:
        return [_own(one, person, full=full) for one in shown]

    def member(person: ListedPerson) -> Sequence[Cell]:
        name = person.resident.name.full()
        return [name if one is NAME else _own(one, person, full=full) for one in shown]

    headings = tuple(one.heading for one in shown)
    return Sheet("Penduduk", headings, member if inside else cells)


NAME = next(one for one in OWN_COLUMNS if (one.part, one.attribute) == ("name", "name"))
"""Own spreadsheets have the titles in columns of their own, a KK has them with the name."""

_IN_BLOCKS = (
    "NIK", "Nama", "Jenis kelamin", "Tempat lahir", "Tanggal lahir", "Agama",
    "Pendidikan terakhir", "Pekerjaan", "Status kawin", "Hubungan keluarga", "Kewarganegaraan",
    "Golongan darah", "Nama ayah", "Nama ibu",
)  # fmt: skip
"""What a KK says of each member (Permendagri 109/2019); the rest stands above the block."""


def hidden(number: str) -> str:
    """A number of a person as a masked list shows it."""
    return nik.masked(number) if number and number != NO_NIK else number


def _opensid(person: ListedPerson) -> Sequence[Cell]:
    cells = cells_of(person.resident, person.household, person.jorong)
    return [cells[heading] for heading in HEADINGS]


def _masked_opensid(person: ListedPerson) -> Sequence[Cell]:
    cells = cells_of(person.resident, person.household, person.jorong)
    for heading in NUMBERS:
        cells[heading] = hidden(str(cells[heading] or ""))
    for heading in RESTRICTED:
        cells[heading] = None
    return [cells[heading] for heading in HEADINGS]


def _own(column: OwnColumn, person: ListedPerson, *, full: bool) -> Cell:
    value = _stored(column, person)
    if value is None or value == "":
        return None
    if column.kind is CellKind.CODE:
        return code_lists.label(column.code_list, int(value))  # type: ignore[arg-type] # a code
    if column.is_number and not full:
        return hidden(str(value))
    return value


def _stored(column: OwnColumn, person: ListedPerson) -> Cell:
    if column.part == "jorong":
        return person.jorong
    resident = person.resident
    if column.part == "household":
        owner: object = person.household
    elif column.part:
        owner = getattr(resident, column.part)
    else:
        owner = resident
    found: Cell = getattr(owner, column.attribute) if owner is not None else None
    return found
