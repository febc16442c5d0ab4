"""How the page of figures says numbers, months and places."""

from __future__ import annotations

from datetime import date

from nagari_kit.domain.amounts import grouped
from nagari_kit.domain.dates import MONTHS, SHORT_MONTHS, long_date
from nagari_kit.domain.registers import RegisterPeriod

MINUS = "−"
NOTHING = "–"


def decimal(value: float | None) -> str:
    """`99,1`; a dash when there is nothing to divide by."""
    return NOTHING if value is None else f"{value:.1f}".replace(".", ",")


def percent(part: int, whole: int) -> str:
    """`99,4 %`; never 100 while somebody is missing, nor 0 while somebody is there."""
    if not whole:
        return NOTHING
    tenths = round(1000 * part / whole)
    if part < whole:
        tenths = min(tenths, 999)
    if part:
        tenths = max(tenths, 1)
    return f"{tenths // 10},{tenths % 10} %"


def signed(number: int) -> str:
    """`+4`, `−3`, `0`."""
    if not number:
        return "0"
    return f"+{grouped(number)}" if number > 0 else f"{MINUS}{grouped(-number)}"


def came(number: int) -> str:
    """A count of those who came: `+4`, `–` for none."""
    return signed(number) if number else NOTHING


def left(number: int) -> str:
    """A count of those who left: `−4`, `–` for none."""
    return signed(-number) if number else NOTHING


def period_words(period: RegisterPeriod) -> str:
    """`November 2026`, `Tahun 2026`."""
    return period.words.removeprefix("Bulan ")


def lampid_words(period: RegisterPeriod) -> str:
    """`LAMPID November 2026`, `LAMPID tahun 2026`."""
    return f"LAMPID {period_words(period).replace('Tahun', 'tahun')}"


def month_words(month: date) -> str:
    """`November 2026`."""
    return f"{MONTHS[month.month - 1]} {month.year}"


def short_month(month: date) -> str:
    """`Nov`."""
    return SHORT_MONTHS[month.month - 1]


def standing_words(day: date, area: str) -> str:
    """`Keadaan 24 November 2026, seluruh jorong`."""
    return f"Keadaan {long_date(day)}, {area}"


def months_back(today: date, count: int) -> tuple[RegisterPeriod, ...]:
    """The month of today and those before it, newest first."""
    places = [today.year * 12 + today.month - 1 - back for back in range(count)]
    return tuple(RegisterPeriod.month(place // 12, place % 12 + 1) for place in places)
