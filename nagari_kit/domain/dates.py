"""Civil dates in Indonesian words, ages, and dates as officers type them; never the OS locale."""

from __future__ import annotations

import re
from datetime import date

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

_TYPED_MONTHS = {
    "jan": 1, "feb": 2, "peb": 2, "mar": 3, "apr": 4, "mei": 5, "jun": 6, "jul": 7,
    "agu": 8, "ags": 8, "sep": 9, "okt": 10, "nov": 11, "nop": 11, "des": 12,
}  # fmt: skip
_TYPED = re.compile(
    r"(?P<day>\d{1,2})\s*[-/. ]\s*(?P<month>\d{1,2}|[a-z]{3,9})\s*[-/. ]\s*(?P<year>\d{4})\Z"
    r"|(?P<day8>\d{2})(?P<month8>\d{2})(?P<year8>\d{4})\Z"
    r"|(?P<year_iso>\d{4})-(?P<month_iso>\d{1,2})-(?P<day_iso>\d{1,2})\Z",
    re.IGNORECASE | re.ASCII,
)


def long_date(day: date) -> str:
    """`24 November 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_date(day: date) -> str:
    """`Selasa, 24 November 2026`."""
    return f"{WEEKDAYS[day.weekday()]}, {long_date(day)}"


def typed_date(text: str) -> date | None:
    """The date of `24-11-2026`, `24/11/2026`, `24 Nov 2026`, `24112026` or `2026-11-24`.

    None for anything else. The day comes first unless the year does, and the year has four
    digits: two do not tell the century of a birth.
    """
    match = _TYPED.match(text.strip())
    if match is None:
        return None
    day, month, year = (
        next(filter(None, (match[name], match[f"{name}8"], match[f"{name}_iso"])))
        for name in ("day", "month", "year")
    )
    number = int(month) if month.isdigit() else _TYPED_MONTHS.get(month[:3].lower(), 0)
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def age_on(born: date, day: date) -> int:
    """Whole years on that day; who was born on 29 February is a year older on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
