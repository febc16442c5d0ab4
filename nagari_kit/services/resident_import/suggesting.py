"""Proposes what a wrong cell should say, from what the office knows of the person."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from nagari_kit.domain.importing import CellSuggestion, ImportRow
from nagari_kit.domain.residents import ResidentRow
from nagari_kit.services.resident_import.cell_text import UnreadableCell, civil_date
from nagari_kit.services.resident_import.resident_cells import same_name

if TYPE_CHECKING:
    from nagari_kit.db.store import Reader

NAMESAKES = 20


def suggestion_for(reader: Reader, row: ImportRow, key: str) -> CellSuggestion | None:
    """A NIK, KK number or birth date of the one resident whom the other cells mean, or None."""
    cells = row.cells or {}
    known = _resident(reader, cells.get("nama", row.name), row.nik, _day(row.birth_date))
    if known is None or known.birth_date is None:
        return None
    text = {
        "nik": known.nik or "",
        "no_kk": known.nomor_kk or "",
        "tanggallahir": f"{known.birth_date:%d-%m-%Y}",
    }.get(key, "")
    if not text or text == cells.get(key):
        return None
    return CellSuggestion(text, f"Di data nagari: {known.name}, {known.birth_date:%d-%m-%Y}")


def _resident(reader: Reader, name: str, nik: str, born: date | None) -> ResidentRow | None:
    if not name:
        return None
    alike = [row for row in reader.residents.search(name, NAMESAKES) if same_name(row.name, name)]
    fitting = [row for row in alike if row.nik == nik or (born and row.birth_date == born)]
    return fitting[0] if len(fitting) == 1 else None


def _day(text: str) -> date | None:
    try:
        return civil_date(text)
    except UnreadableCell:
        return None
