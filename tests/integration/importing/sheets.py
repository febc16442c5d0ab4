"""Small residents' spreadsheets made cell by cell."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import xlsxwriter

from nagari_kit.services.resident_import.columns import HEADINGS

KK = "1306992506120001"


def person(**cells: Any) -> dict[str, Any]:
    """A woman of a KK that is complete; `cells` differ."""
    return {
        "alamat": "Jl. Surau Gadang No. 7",
        "dusun": "JORONG KOTO TUO",
        "rw": "001",
        "rt": "002",
        "nama": "YUSMANIAR",
        "no_kk": KK,
        "nik": "1306994509820003",
        "sex": 2,
        "tempatlahir": "Koto Contoh",
        "tanggallahir": "05-09-1982",
        "agama_id": 1,
        "status_kawin": "CERAI MATI",
        "kk_level": 1,
        **cells,
    }


def write_sheet(
    path: Path, *rows: dict[str, Any] | list[Any], headings: tuple[str, ...] = HEADINGS
) -> Path:
    """Row 1 the headings, then the rows; a list is written as it is, cell by cell."""
    with xlsxwriter.Workbook(str(path), {"default_date_format": "dd-mm-yyyy"}) as book:
        sheet = book.add_worksheet("Data Penduduk")
        sheet.write_row(0, 0, headings)
        for index, row in enumerate(rows, start=1):
            cells = row if isinstance(row, list) else [row.get(name) for name in headings]
            for column, cell in enumerate(cells):
                if isinstance(cell, str):
                    sheet.write_string(index, column, cell)
                elif cell is not None:
                    sheet.write(index, column, cell)
    return path
