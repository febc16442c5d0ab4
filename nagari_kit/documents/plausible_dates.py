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

_MONTH_YEAR = re.compile(
    r"(?:\b(?P<word>[A-Za-z]+)\.?\s+|\b(?P<before>\d{1,3})\s*[/.-]\s*)?"
    r"\b(?P<year>(?:19|20)\d\d)\b(?:[/.-](?P<after>\d{1,3})\b)?"
)


@dataclass(frozen=True, slots=True)
class LetterDays:
    """The day of the letter, and the resident's day of birth when it is known."""

    letter: date
    born: date | None = None


def date_fault(field: LetterField, text: str, day: date | None, days: LetterDays) -> str:
    """Why the value cannot be true, as a sentence, or "".

    `day` is the value of a date field. In other fields every year is looked at, with the month
    that stands beside it.
    """
    if not (field.latest or field.earliest):
        return ""
    if field.kind is FieldKind.DATE:
        return "" if day is None else _bound_fault(field, [(day, day)], days)
    spans = []
    for match in _MONTH_YEAR.finditer(text):
        number = match["before"] or match["after"]
        if number and not 1 <= int(number) <= len(MONTHS):
            return (
                f"{field.label}: tidak ada bulan {number}. "
                "Tulis bulan 1 sampai 12, contoh 3/2019 atau Maret 2019."
            )
        spans.append(_span(int(number) if number else _month(match["word"]), int(match["year"])))
    return _bound_fault(field, spans, days)


def _bound_fault(field: LetterField, spans: list[tuple[date, date]], days: LetterDays) -> str:
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


def _month(word: str | None) -> int:
    """The number of a month by its first three letters, 0 for another word."""
    starts = (word or "").casefold()[:3]
    return next((n for n, name in enumerate(MONTHS, 1) if name.casefold()[:3] == starts), 0)


def _span(month: int, year: int) -> tuple[date, date]:
    """First and last day of the month, or of the year when the month is 0."""
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
