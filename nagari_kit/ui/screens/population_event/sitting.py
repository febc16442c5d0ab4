"""What one filling-in of a form is about, what it comes to, and how it is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from nagari_kit.domain.event_reports import ArrivalReport, BirthReport, EventReport
from nagari_kit.domain.identity import HouseholdId, ResidentId
from nagari_kit.domain.population import EventEffect, EventKind
from nagari_kit.domain.resident_checks import remarks
from nagari_kit.domain.residents import Resident
from nagari_kit.errors import InputError
from nagari_kit.services.event_forms import EventStart
from nagari_kit.ui.screens.population_event.form_kind import FormKind
from nagari_kit.ui.screens.population_event.form_values import FormValues, FreshIds, Reading
from nagari_kit.ui.screens.population_event.kinds import answering

_OF_THE_HOUSE = frozenset({EventKind.HOUSEHOLD_MOVE, EventKind.HEAD_CHANGE})


@dataclass(frozen=True, slots=True)
class Request:
    """What the caller knows of the event."""

    kind: EventKind | None = None
    resident_id: ResidentId | None = None
    household_id: HouseholdId | None = None

    @property
    def names_somebody(self) -> bool:
        """Whether it says whom it is about."""
        return self.resident_id is not None or self.household_id is not None

    def whom(self) -> dict[str, ResidentId | HouseholdId]:
        """The ids that are known, as arguments of a page."""
        named = {"resident_id": self.resident_id, "household_id": self.household_id}
        return {name: one for name, one in named.items() if one is not None}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The report, None while it cannot be made; sentences by field, and those without one.

    `doubts` stop nothing.
    """

    report: EventReport | None
    faults: Mapping[str, str]
    gaps: Mapping[str, str]
    loose: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether it may be saved as far as the form can tell."""
        return self.report is not None and not (self.faults or self.gaps or self.loose)


@dataclass(slots=True, eq=False)
class Sitting:
    """`touched` are fields that may be marked; `revision` counts strokes, so that answers fit."""

    request: Request
    form: FormKind
    start: EventStart
    fresh: FreshIds
    touched: set[str] = field(default_factory=set)
    is_typed: bool = False
    revision: int = 0

    def judge(self, values: FormValues) -> Verdict:
        """What the fields come to."""
        reading = Reading(values, self.start, self.fresh)
        try:
            report = self.form.compose(reading)
        except InputError as refusal:
            named, loose = answering(self.form, refusal.fields)
            return Verdict(None, named, {}, tuple(loose))
        found, doubts = _remarks(report, self.start.today, reading.gaps)
        gaps, _ = answering(self.form, reading.gaps)
        faults, loose = answering(self.form, {**found, **reading.faults})
        return Verdict(None if faults else report, faults, gaps, tuple(loose), doubts)


def _remarks(
    report: EventReport, today: date, gaps: Mapping[str, str]
) -> tuple[dict[str, str], tuple[str, ...]]:
    """What is wrong with people new to the books by field, and what only seems odd.

    Nothing is held against what stands in for words that are not written yet.
    """
    faults: dict[str, str] = {}
    doubts: list[str] = []
    for name, one in _newcomers(report):
        for remark in remarks(one, today):
            place = name or remark.field.rsplit(".", 1)[-1]
            if place in gaps:
                continue
            if remark.is_fault:
                faults.setdefault(place, remark.sentence)
            else:
                doubts.append(f"{one.name.full()}: {remark.sentence}")
    return faults, tuple(doubts)


def _newcomers(report: EventReport) -> tuple[tuple[str, Resident], ...]:
    """People that the report brings, with the field that stands for each, "" for their own."""
    if isinstance(report, BirthReport):
        return (("", report.child),)
    if isinstance(report, ArrivalReport):
        return tuple((f"people.{place}", one) for place, one in enumerate(report.people))
    return ()


def said_of(sitting: Sitting, effect: EventEffect) -> str:
    """`Syafrial dan 2 orang lain tercatat pindah`."""
    kind, start = sitting.form.kind, sitting.start
    named = [one.after.name.full() for one in effect.people]
    if kind in _OF_THE_HOUSE:
        return sitting.form.done
    if start.person is not None and kind not in {
        EventKind.BIRTH,
        EventKind.ARRIVAL,
        EventKind.HOUSEHOLD_MERGE,
    }:
        first = start.person.name.full()
        named = [first, *(name for name in named if name != first)]
    leaving = _concerned(sitting, effect)
    others = max(0, leaving - 1)
    who = named[0] if named else ""
    return sitting.form.done.format(f"{who} dan {others} orang lain" if others else who)


def _concerned(sitting: Sitting, effect: EventEffect) -> int:
    """How many people the sentence is about: those whom it moved, not their kin."""
    if sitting.form.kind in {EventKind.HOUSEHOLD_SPLIT, EventKind.HOUSEHOLD_MERGE}:
        return sum(
            one.before is not None and one.before.household_id != one.after.household_id
            for one in effect.people
        )
    return sum(
        one.before is None or one.before.life_status is not one.after.life_status
        for one in effect.people
    )
