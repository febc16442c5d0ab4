"""The Hijri date in Indonesian words, by the Umm al-Qura calendar."""

from __future__ import annotations

from datetime import date

_MONTHS = (
    "Muharam", "Safar", "Rabiulawal", "Rabiulakhir", "Jumadilawal", "Jumadilakhir",
    "Rajab", "Syakban", "Ramadan", "Syawal", "Zulkaidah", "Zulhijah",
)  # fmt: skip


def hijri_words(day: date) -> str:
    """`14 Jumadilakhir 1448 H`; "" outside the calendar's table (1924 to 2077)."""
    from hijridate import Gregorian

    try:
        converted = Gregorian.fromdate(day).to_hijri()
    except OverflowError:
        return ""
    return f"{converted.day} {_MONTHS[converted.month - 1]} {converted.year} H"
