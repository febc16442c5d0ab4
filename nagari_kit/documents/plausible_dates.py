"""Tells whether a date or year that was typed can be true for this resident on this day."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from nagari_kit.domain.dates import MONTHS, long_date
from nagari_kit.domain.letters import FieldKind, LetterField

ON_LETTER = "surat"
"""`paling_akhir`: not after the day of the letter."""
AT_BIRTH = "lahir"
"""`paling_awal`: not before the resident's birth."""

_MONTH_YEAR = re.compile(r"(?:\b([A-Za-z]+)\.?\s+)?\b((?:19|20)\d\d)\b")


@dataclass(frozen=True, slots=True)
class LetterDays:
    """The day of the letter, and the resident's day of birth when it is known."""

    letter: date
    born: date | None = None


def date_fault(field: LetterField, text: str, day: date | None, days: LetterDays) -> str:
    """Why the value cannot be true, as a sentence, or "".

    `day` is the value of a date field. In other fields every year is looked at, with the month
    that stands before it.
    """
    if field.kind is FieldKind.DATE:
        spans = [] if day is None else [(day, day)]
    else:
        spans = [_span(*match.groups()) for match in _MONTH_YEAR.finditer(text)]
    for first, last in spans:
        if field.latest == ON_LETTER and first > days.letter:
            return (
                f"{field.label}: ini sesudah tanggal surat, {long_date(days.letter)}. "
                "Periksa lagi tahunnya."
            )
        if field.earliest == AT_BIRTH and days.born is not None and last < days.born:
            return (
                f"{field.label}: ini sebelum warga lahir, {long_date(days.born)}. "
                "Periksa lagi tahunnya."
            )
    return ""


def _span(word: str | None, year: str) -> tuple[date, date]:
    """First and last day that the words may mean."""
    number = int(year)
    starts = (word or "").casefold()[:3]
    month = next((n for n, name in enumerate(MONTHS, 1) if name.casefold()[:3] == starts), 0)
    if not month:
        return date(number, 1, 1), date(number, 12, 31)
    return date(number, month, 1), date(number, month, calendar.monthrange(number, month)[1])
