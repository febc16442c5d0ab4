"""The calendar of free days: the shipped one with what the office changed of it."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import TYPE_CHECKING

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.working_days import Holiday, HolidayKind, working_days_between
from nagari_kit.errors import InputError
from nagari_kit.infra.paths import resource_path
from nagari_kit.services.context import ServiceContext

if TYPE_CHECKING:
    from nagari_kit.db.store import Reader


class HolidayService:
    """Religious holidays may move after the list was shipped: each day can be changed.

    Thread-safe.
    """

    def __init__(self, context: ServiceContext) -> None:
        self._context = context

    def of_year(self, year: int) -> tuple[Holiday, ...]:
        """Every day that is spoken of, also those that became working days, by date."""
        return tuple(one for one in self._all() if one.day.year == year)

    def working_days(self, start: date, end: date) -> int:
        """Working days between the two, neither counted."""
        with self._context.store.read() as reader:
            return working_days_between(start, end, free_days(reader))

    def save(self, one: Holiday) -> Changes:
        """Add a day, or say something else of it. Raises InputError (`name`)."""
        name = " ".join(one.name.split())
        if not name:
            sentence = "Isi nama hari libur ini."
            raise InputError(f"{sentence} Kalender belum berubah.", {"name": sentence})
        with self._context.store.write(self._context.actor) as uow:
            uow.holidays.save(Holiday(one.day, name, one.kind))
            uow.commit()
        return Changes.of(Kind.OFFICE)

    def restore(self, day: date) -> Changes:
        """The day is again what the shipped list says of it, nothing when it says nothing."""
        with self._context.store.write(self._context.actor) as uow:
            uow.holidays.remove(day)
            uow.commit()
        return Changes.of(Kind.OFFICE)

    def _all(self) -> tuple[Holiday, ...]:
        with self._context.store.read() as reader:
            return _joined(reader)


def free_days(reader: Reader) -> frozenset[date]:
    """Every day on which nobody works besides Saturdays and Sundays."""
    return frozenset(one.day for one in _joined(reader) if one.kind is not HolidayKind.WORKING)


def _joined(reader: Reader) -> tuple[Holiday, ...]:
    days = {one.day: one for one in shipped_holidays()}
    days |= {one.day: one for one in reader.holidays.own()}
    return tuple(days[day] for day in sorted(days))


def shipped_holidays() -> tuple[Holiday, ...]:
    """What `resources/calendar/holidays.toml` says."""
    read = tomllib.loads((resource_path("calendar") / "holidays.toml").read_text("utf-8"))
    return tuple(
        Holiday(one["tanggal"], one["nama"], HolidayKind(one["jenis"])) for one in read["libur"]
    )
