"""What stands in a form, and the reading of it: what is wrong, and what is only missing yet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypedDict
from uuid import UUID

from nagari_kit.domain import nik
from nagari_kit.domain.dates import typed_date
from nagari_kit.domain.household_choice import HouseholdHit
from nagari_kit.domain.identity import HouseholdId, JorongId, ResidentId
from nagari_kit.domain.population import Reporter
from nagari_kit.domain.residents import Household
from nagari_kit.services.event_forms import EventStart
from nagari_kit.ui.record_forms.household_picker import Mode, NewHousehold
from nagari_kit.ui.screens.population_event.field_specs import HOUSEHOLD

_CLOCK = re.compile(r"(\d{1,2})[.:]?(\d{2})", re.ASCII)
_LAST_HOUR, _LAST_MINUTE = 23, 59
STAND_IN = "…"
"""Takes the place of words that are not written yet, so that the rest can be shown."""


@dataclass(frozen=True, slots=True)
class HouseholdChoice:
    """What the picker says."""

    mode: Mode
    hit: HouseholdHit | None = None
    new: NewHousehold | None = None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class NewcomerTexts:
    """One person of an arrival as typed; codes as digits."""

    id: ResidentId
    name: str = ""
    nik: str = ""
    sex: str = ""
    birth_date: str = ""
    relation: str = ""


@dataclass(frozen=True, slots=True)
class FormValues:
    """Everything as it stands. People are written as their ids, several apart by blanks."""

    texts: Mapping[str, str]
    relations: Mapping[ResidentId, int] = field(default_factory=dict)
    household: HouseholdChoice | None = None
    newcomers: tuple[NewcomerTexts, ...] = ()

    def people(self, name: str) -> tuple[ResidentId, ...]:
        """Those chosen in a field."""
        return tuple(ResidentId(UUID(one)) for one in self.texts.get(name, "").split())


class Shared(TypedDict):
    """The part that all reports have."""

    event_date: date
    report_date: date
    reporter: Reporter
    note: str
    relations: Mapping[ResidentId, int]


@dataclass(frozen=True, slots=True)
class FreshIds:
    """Identities for what a form brings into the books; the same ones until it is saved."""

    household: HouseholdId
    child: ResidentId


class Reading:
    """Takes values out of a form. `faults` cannot be used; `gaps` must be filled before saving."""

    def __init__(self, values: FormValues, start: EventStart, fresh: FreshIds) -> None:
        self.values = values
        self.start = start
        self.fresh = fresh
        self.faults: dict[str, str] = {}
        self.gaps: dict[str, str] = {}

    def text(self, name: str) -> str:
        """What is written, blanks put right."""
        return " ".join(self.values.texts.get(name, "").split())

    def needed(self, name: str, sentence: str, stand_in: str = STAND_IN) -> str:
        """What must be written before saving."""
        found = self.text(name)
        if not found:
            self.gaps[name] = sentence
        return found or stand_in

    def day(self, name: str) -> date:
        """A date; today while it cannot be read."""
        typed = self.text(name)
        found = typed_date(typed)
        if found is None:
            self.faults[name] = "Tulis tanggal seperti 31-12-2026." if typed else "Isi tanggalnya."
        return found or self.start.today

    def code(self, name: str) -> int | None:
        """A code, or None."""
        found = self.text(name)
        return int(found) if found else None

    def number(self, name: str) -> int | None:
        """A whole number, or None."""
        found = self.text(name)
        if found and not (found.isascii() and found.isdigit()):
            self.faults[name] = "Tulis dengan angka saja."
            return None
        return int(found) if found else None

    def clock(self, name: str) -> str:
        """A time of day as "HH.MM", or ""."""
        typed = self.text(name)
        found = _CLOCK.fullmatch(typed)
        if found is None or int(found[1]) > _LAST_HOUR or int(found[2]) > _LAST_MINUTE:
            if typed:
                self.faults[name] = "Tulis jam seperti 04.30."
            return ""
        return f"{int(found[1]):02d}.{found[2]}"

    def digits(self, name: str) -> str:
        """A NIK or number of a KK without blanks."""
        return nik.compact(self.text(name))

    def person(self, name: str) -> ResidentId | None:
        """The one who is chosen."""
        return next(iter(self.values.people(name)), None)

    def jorong(self, name: str) -> JorongId | None:
        """The area that is chosen."""
        found = self.text(name)
        return JorongId(UUID(found)) if found else None

    def shared(self) -> Shared:
        """Dates, reporter, note and relations."""
        return {
            "event_date": self.day("event_date"),
            "report_date": self.day("report_date"),
            "reporter": self._reporter(),
            "note": self.text("note"),
            "relations": dict(self.values.relations),
        }

    def home(self) -> Household | None:
        """The household of the picker, None for none."""
        choice = self.values.household
        if choice is None:
            return None
        if choice.fault:
            (self.faults if choice.mode is Mode.NEW else self.gaps)[HOUSEHOLD] = choice.fault
        if choice.mode is Mode.KNOWN and choice.hit is not None:
            return choice.hit.household
        if choice.mode is Mode.NEW and choice.new is not None:
            new = choice.new
            if new.jorong_id is None and self.start.jorong and HOUSEHOLD not in self.faults:
                word = self.start.area_word
                self.gaps[HOUSEHOLD] = f"Pilih {word} tempat tinggalnya."
            return Household(
                self.fresh.household,
                new.nomor_kk or None,
                new.address,
                new.jorong_id,
                new.rw,
                new.rt,
                registered_on=self.start.today,
            )
        return None

    def _reporter(self) -> Reporter:
        name = self.text("reporter_name")
        known = next((one for one in self.start.members if one.name.full() == name), None)
        number = known.nik if known is not None else None
        return Reporter(name, self.text("reporter_relation"), number or "")
