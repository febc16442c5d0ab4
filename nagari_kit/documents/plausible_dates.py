"""Tells whether a date or year that was typed can be true for this resident on this day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from nagari_kit.documents.month_year import mentions
from nagari_kit.domain.dates import long_date
from nagari_kit.domain.letters import FieldKind, LetterField

ON_LETTER = "surat"
"""`paling_akhir`: not after the day of the letter."""
AT_BIRTH = "lahir"
"""`paling_awal`: not before the resident's birth."""


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
    for one in mentions(text):
        if not one.has_such_a_month:
            return (
                f"{field.label}: tidak ada bulan itu. "
                "Tulis bulan 1 sampai 12, contoh 3/2019 atau Maret 2019."
            )
        spans.append(one.span)
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
