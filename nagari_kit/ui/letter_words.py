"""How the letter screens say dates, ages, numbers and states; fixed words, never the OS locale."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from nagari_kit.domain import dates, nik
from nagari_kit.domain.amounts import grouped
from nagari_kit.domain.letters import LetterStatus
from nagari_kit.domain.residents import LifeStatus
from nagari_kit.infra.clock import WIB


@dataclass(frozen=True, slots=True)
class ChipWords:
    """A state as a chip shows it: icon, word and tint together, never the tint alone."""

    text: str
    kind: str
    icon: str


_STATUS = {
    LetterStatus.ISSUED: ChipWords("Selesai", "ok", "circle-check"),
    LetterStatus.VOIDED: ChipWords("Dibatalkan", "err", "x"),
}
_DELIVERY = {
    "local": ChipWords("Di komputer ini", "neutral", "device-desktop"),
    "sent": ChipWords("Terkirim", "info", "cloud-up"),
    "stored": ChipWords("Terkirim", "info", "cloud-up"),
    "applied": ChipWords("Diterima provinsi", "info", "cloud-check"),
}


def status_chip(status: LetterStatus) -> ChipWords:
    """Whether the letter stands or was voided."""
    return _STATUS[status]


def delivery_chip(delivery: str) -> ChipWords:
    """How far the letter came on its way to the province."""
    return _DELIVERY.get(delivery, _DELIVERY["local"])


def month_name(month: int) -> str:
    """`November` for 11."""
    return dates.MONTHS[month - 1]


def month_and_year(month: int, year: int) -> str:
    """`November 2026`."""
    return f"{month_name(month)} {year}"


def long_day(day: date) -> str:
    """`24 November 2026`, for forms and panels."""
    return dates.long_date(day)


def short_day(day: date, today: date) -> str:
    """`24 Nov`, for lists; with the year when it is another one."""
    words = f"{day.day} {dates.SHORT_MONTHS[day.month - 1]}"
    return words if day.year == today.year else f"{words} {day.year}"


def short_moment(moment: datetime) -> str:
    """`24 Nov 2026 09.47`, at the office's time."""
    local = moment.astimezone(WIB)
    return f"{local.day} {dates.SHORT_MONTHS[local.month - 1]} {local.year} {local:%H.%M}"


def clock_time(moment: datetime) -> str:
    """`09.43`, at the office's time."""
    return f"{moment.astimezone(WIB):%H.%M}"


def near_moment(moment: datetime, today: date) -> str:
    """`hari ini 09.41`, `kemarin 16.02`, `Senin 08.15`, then `3 Nov 08.15`."""
    local = moment.astimezone(WIB)
    day, time = local.date(), f"{local:%H.%M}"
    if day == today:
        return f"hari ini {time}"
    if day == today - timedelta(days=1):
        return f"kemarin {time}"
    if timedelta() < today - day < timedelta(days=7):
        return f"{dates.WEEKDAYS[day.weekday()]} {time}"
    return f"{short_day(day, today)} {time}"


def age_words(birth_date: date | None, today: date) -> str:
    """`44 th`, or "" when the birth date is not known."""
    if birth_date is None:
        return ""
    return f"{dates.age_on(birth_date, today)} th"


class Living(Protocol):
    """A resident or a line of a list."""

    @property
    def birth_date(self) -> date | None:
        """None when not known."""

    @property
    def life_status(self) -> LifeStatus:
        """Whether the person still grows older."""


def living_age(person: Living, today: date) -> str:
    """`44 th`; "" also for the dead, who grow no older."""
    is_dead = person.life_status is LifeStatus.DEAD
    return "" if is_dead else age_words(person.birth_date, today)


def masked_number(number: str | None) -> str:
    """`1306 99•• •••• 0003`: a NIK as lists show it, or `belum ada`."""
    return nik.masked(number) if number else "belum ada"


def thousands(count: int) -> str:
    """`1.242`."""
    return grouped(count)


def short_number(number: str, sequence: int | None) -> str:
    """The part that people say: `081` of `500.3/081/KN/2026`, else the sequence itself.

    A letter without a place in a counter is called by its whole number, `–` when it has none.
    """
    if sequence is None:
        return number or "–"
    for part in number.replace("-", "/").split("/"):
        if part.isdigit() and int(part) == sequence:
            return part
    return str(sequence)
