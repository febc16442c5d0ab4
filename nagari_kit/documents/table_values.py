"""The value of a table field: JSON text of a list of objects of texts, judged row by row."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from nagari_kit.documents.wording import clean
from nagari_kit.domain.amounts import rupiah_amount
from nagari_kit.domain.dates import typed_date
from nagari_kit.domain.letter_fields import ColumnSpec, FieldKind, LetterField

MOST_ROWS = 200
MOST_TEXT = 300
_CLOCK = re.compile(r"(\d{1,2})[.:](\d{2})")

Row = dict[str, str]


def rows_of(text: str) -> tuple[Row, ...]:
    """The rows as they travel; () for what is no table. Rows without any text are left out."""
    return _parsed(text) or ()


def _parsed(text: str) -> tuple[Row, ...] | None:
    """The rows with text; None for what is no list of objects."""
    try:
        found = json.loads(text) if text.strip() else []
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        return None
    rows = (
        {str(key): clean(value) for key, value in row.items() if isinstance(value, str)}
        for row in found
    )
    return tuple(row for row in rows if any(row.values()))


def text_of(rows: tuple[Row, ...]) -> str:
    """The rows as a value; "" for none."""
    return json.dumps(list(rows), ensure_ascii=False, separators=(",", ":")) if rows else ""


def usable_table(field: LetterField, text: str) -> str:
    """The value with every cell as it travels, and only the columns that the field has.

    What is no table stays as it was typed.
    """
    found = _parsed(text)
    if found is None:
        return text
    rows = tuple(
        {one.id: usable_cell(one, row.get(one.id, "")) for one in field.columns} for row in found
    )
    return text_of(tuple(row for row in rows if any(row.values())))


def usable_cell(column: ColumnSpec, typed: str) -> str:
    """ISO date, `HH:MM`, bare digits; as typed when it has a fault."""
    text = clean(typed)
    if column.kind is FieldKind.DATE:
        day = typed_date(text)
        return day.isoformat() if day else text
    if column.kind is FieldKind.TIME:
        return usable_time(text)
    if column.kind is FieldKind.MONEY:
        amount = rupiah_amount(text)
        return text if amount is None else str(amount)
    return text


def usable_time(text: str) -> str:
    """`4.30` and `04:30` as `04:30`; other text as it is."""
    match = _CLOCK.fullmatch(text)
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        return text
    return f"{int(match[1]):02d}:{match[2]}"


def is_time(text: str) -> bool:
    """Whether the text is a time of the day in the form in which it travels."""
    match = _CLOCK.fullmatch(text)
    return match is not None and usable_time(text) == text and ":" in text


def table_fault(field: LetterField, text: str) -> str:
    """The first thing that is wrong, as a sentence, or ""."""
    rows = _parsed(usable_table(field, text))
    if rows is None:
        return f"{field.label}: daftarnya tidak terbaca. Isi lagi barisnya."
    if not rows:
        return f"{field.label} belum diisi." if field.required else ""
    if len(rows) < field.least:
        return f"{field.label}: paling sedikit {field.least} baris."
    if len(rows) > MOST_ROWS:
        return f"{field.label}: paling banyak {MOST_ROWS} baris."
    for number, row in enumerate(rows, start=1):
        for column in field.columns:
            words = cell_fault(column, row.get(column.id, ""))
            if words:
                return f"{field.label} baris {number}: {words}"
    return ""


def cell_fault(column: ColumnSpec, text: str) -> str:
    """What is wrong with one cell, as a sentence that begins with its label, or ""."""
    if not text:
        return f"{column.label} belum diisi." if column.required else ""
    if len(text) > MOST_TEXT:
        return f"{column.label} terlalu panjang, paling banyak {MOST_TEXT} huruf."
    check = _CHECKS.get(column.kind)
    return check(column, text) if check else ""


def _date_fault(column: ColumnSpec, text: str) -> str:
    good = typed_date(text) is not None
    return "" if good else f"{column.label}: tulis tanggal yang ada, contoh 24-11-2026."


def _time_fault(column: ColumnSpec, text: str) -> str:
    return "" if is_time(text) else f"{column.label}: tulis jam dan menit, contoh 04.30."


def _number_fault(column: ColumnSpec, text: str) -> str:
    good = text.isdecimal() and len(text) <= 12
    return "" if good else f"{column.label}: isi dengan angka saja, contoh 3."


def _money_fault(column: ColumnSpec, text: str) -> str:
    good = rupiah_amount(text) is not None
    return "" if good else f"{column.label}: isi dengan angka rupiah, contoh 900000."


def _choice_fault(column: ColumnSpec, text: str) -> str:
    return "" if text in column.options else f"{column.label}: pilih salah satu dari daftar."


def _yes_no_fault(column: ColumnSpec, text: str) -> str:
    return "" if text in {"ya", "tidak"} else f"{column.label}: pilih ya atau tidak."


_CHECKS: dict[FieldKind, Callable[[ColumnSpec, str], str]] = {
    FieldKind.DATE: _date_fault,
    FieldKind.TIME: _time_fault,
    FieldKind.NUMBER: _number_fault,
    FieldKind.MONEY: _money_fault,
    FieldKind.CHOICE: _choice_fault,
    FieldKind.YES_NO: _yes_no_fault,
}
