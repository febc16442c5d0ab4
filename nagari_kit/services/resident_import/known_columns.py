"""Every column that an import understands: those of OpenSID, and the further ones of our own."""

from __future__ import annotations

from nagari_kit.services.resident_import.columns import BY_HEADING, HEADINGS, CellKind, Column
from nagari_kit.services.resident_import.own_columns import OWN_COLUMNS, OwnColumn
from nagari_kit.services.resident_import.resident_cells import PLACES

HOUSEHOLD = "household"
NAME = "name"
_FIXED_PLACES = {
    (HOUSEHOLD, "nomor_kk"): "no_kk",
    (HOUSEHOLD, "address"): "alamat",
    (HOUSEHOLD, "rw"): "rw",
    (HOUSEHOLD, "rt"): "rt",
    ("jorong", "name"): "dusun",
    (NAME, "name"): "nama",
    ("", "nik"): "nik",
}
_WHOLE_NUMBERS = frozenset({("birth", "order"), ("birth", "weight"), ("birth", "length")})


def _key(column: OwnColumn, known: dict[tuple[str, str], str]) -> str:
    place = (column.part, column.attribute)
    return known.get(place) or "_".join(part for part in place if part)


def _column(key: str, own: OwnColumn) -> Column:
    whole = (own.part, own.attribute) in _WHOLE_NUMBERS
    kind = CellKind.WHOLE if whole else own.kind
    return Column(key, own.heading, kind, own.code_list)


_known = _FIXED_PLACES | {place: heading for heading, place in PLACES.items()}
KEY_OF_OWN_HEADING: dict[str, str] = {one.heading: _key(one, _known) for one in OWN_COLUMNS}
"""Heading of the program's own spreadsheet -> key."""

_further = {_key(one, _known): one for one in OWN_COLUMNS if _key(one, _known) not in BY_HEADING}
COLUMN: dict[str, Column] = BY_HEADING | {key: _column(key, one) for key, one in _further.items()}
"""What is understood, by key; the key of a column of OpenSID is its heading."""

PLACE: dict[str, tuple[str, str]] = PLACES | {
    key: (one.part, one.attribute) for key, one in _further.items()
}
"""Part of the resident and attribute where a cell is stored; those of KK and NIK are apart."""

KEYS: tuple[str, ...] = (*HEADINGS, *_further)
