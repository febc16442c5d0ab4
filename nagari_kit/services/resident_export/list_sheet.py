"""Lays a list of residents out as a table for paper and spreadsheet; NIK are always masked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from nagari_kit.documents.registers.form import BookForm, Column, Kind, Register
from nagari_kit.documents.wording import office_name
from nagari_kit.domain.dates import long_date
from nagari_kit.domain.office import OfficeProfile
from nagari_kit.domain.resident_columns import COLUMNS, ListColumn

if TYPE_CHECKING:
    from nagari_kit.db.reader import Reader

AT_ONE_TIME = 500
_NUMBER = Column("No", 10, Kind.NUMBER)


def list_register(
    reader: Reader,
    keys: Sequence[int],
    columns: Sequence[ListColumn],
    words: str,
    today: date,
    look: Callable[[int, int], None],
) -> Register:
    """The people of the row keys in their order.

    `words` say which list it is; `look` hears of people read and their number, and may raise.
    """
    office = reader.office.profile()
    rows: list[tuple[str | int, ...]] = []
    for start in range(0, len(keys), AT_ONE_TIME):
        look(start, len(keys))
        for person in reader.lists.rows(keys[start : start + AT_ONE_TIME]):
            cells = (COLUMNS[column].text(person, today) for column in columns)
            rows.append((len(rows) + 1, *cells))
    shown = f"{words}, keadaan {long_date(today)}"
    return Register(
        form=_form(columns, office.area_word.capitalize()),
        place=_place(office),
        period=f"{shown[:1].upper()}{shown[1:]}",
        foot=f"Daftar Warga {office_name(office)}, NIK disamarkan",
        rows=rows,
        nothing="Tidak ada warga yang cocok.",
    )


def _form(columns: Sequence[ListColumn], area_title: str) -> BookForm:
    leaves = [
        Column(
            area_title if column is ListColumn.JORONG else COLUMNS[column].title,
            COLUMNS[column].width,
            Kind.CODE if COLUMNS[column].is_code else Kind.TEXT,
        )
        for column in columns
    ]
    return BookForm("", "DAFTAR WARGA", (_NUMBER, *leaves))


def _place(office: OfficeProfile) -> str:
    return f"{office_name(office)}, Kecamatan {office.kecamatan}, {office.kabupaten}"
