"""How the letter screens say dates, ages, numbers and states; fixed words, never the OS locale."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from nagari_kit.domain import dates, nik
from nagari_kit.domain.amounts import grouped
from nagari_kit.domain.letter_steps import Progress
from nagari_kit.domain.letters import DraftStage, Validity
from nagari_kit.domain.residents import LifeStatus
from nagari_kit.infra.clock import WIB


@dataclass(frozen=True, slots=True)
class ChipWords:
    """A state as a chip shows it: icon, word and tint together, never the tint alone."""

    text: str
    kind: str
    icon: str


_VOID = ChipWords("Dibatalkan", "err", "x")
_OVER = ChipWords("Lewat masa", "neutral", "clock")
_PROGRESS = {
    Progress.ISSUED: ChipWords("Terbit", "ok", "circle-check"),
    Progress.SIGNED: ChipWords("Diteken", "ok", "signature"),
    Progress.HANDED_OVER: ChipWords("Diserahkan", "ok", "user-check"),
    Progress.SENT: ChipWords("Dikirim", "info", "send"),
    Progress.ARCHIVED: ChipWords("Diarsipkan", "neutral", "archive"),
}
_STAGES = {
    DraftStage.DRAFT: ChipWords("Draf", "gold", "pencil"),
    DraftStage.CHECK: ChipWords("Diperiksa", "info", "clock"),
    DraftStage.READY: ChipWords("Disetujui", "ok", "circle-check"),
    DraftStage.REFUSED: ChipWords("Dikembalikan", "err", "arrow-back-up"),
}
_DELIVERY = {
    "local": ChipWords("Di komputer ini", "neutral", "device-desktop"),
    "sent": ChipWords("Terkirim", "info", "cloud-up"),
    "stored": ChipWords("Terkirim", "info", "cloud-up"),
    "applied": ChipWords("Diterima provinsi", "info", "cloud-check"),
}


class FiledLetter(Protocol):
    """A letter or a line of the register."""

    @property
    def progress(self) -> Progress:
        """How far it came."""

    def validity(self, today: date) -> Validity:
        """Whether it may still be used."""


def letter_chip(letter: FiledLetter, today: date) -> ChipWords:
    """Void, out of date, or how far the letter came."""
    validity = letter.validity(today)
    if validity is Validity.VOID:
        return _VOID
    return _OVER if validity is Validity.OVER else progress_chip(letter.progress)


def progress_chip(progress: Progress) -> ChipWords:
    """How far a letter came that stands."""
    return _PROGRESS[progress]


def stage_chip(stage: DraftStage) -> ChipWords:
    """How far an unfinished letter came."""
    return _STAGES[stage]


def letter_chips() -> tuple[ChipWords, ...]:
    """Every chip that a letter can have, for widths."""
    return (_VOID, _OVER, *_PROGRESS.values())


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
