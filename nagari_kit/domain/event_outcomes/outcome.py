"""Which rule answers which report, whom a report names, and what every report must keep to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from nagari_kit.domain.event_outcomes import coming, households, leaving
from nagari_kit.domain.event_outcomes.affected import NOT_SAVED, Affected, Outcome
from nagari_kit.domain.event_reports import (
    ArrivalReport,
    BirthReport,
    CorrectionReport,
    DeathReport,
    DepartureReport,
    EventReport,
    GoneReport,
    HeadChangeReport,
    HouseholdMoveReport,
    InvalidationReport,
    MergeReport,
    MissingReport,
    RegistrationReport,
    ReturnReport,
    SplitReport,
)
from nagari_kit.domain.identity import HouseholdId, ResidentId
from nagari_kit.domain.population import EventKind
from nagari_kit.errors import InputError

_RULES: dict[type[Any], tuple[EventKind, Callable[[Any, Affected], Outcome]]] = {
    BirthReport: (EventKind.BIRTH, coming.birth),
    ArrivalReport: (EventKind.ARRIVAL, coming.arrival),
    RegistrationReport: (EventKind.REGISTRATION, coming.registration),
    ReturnReport: (EventKind.RETURN, coming.return_home),
    DeathReport: (EventKind.DEATH, leaving.death),
    DepartureReport: (EventKind.DEPARTURE, leaving.departure),
    MissingReport: (EventKind.MISSING, leaving.missing),
    GoneReport: (EventKind.GONE, leaving.gone),
    InvalidationReport: (EventKind.INVALIDATION, leaving.invalidation),
    SplitReport: (EventKind.HOUSEHOLD_SPLIT, households.split),
    MergeReport: (EventKind.HOUSEHOLD_MERGE, households.merge),
    HeadChangeReport: (EventKind.HEAD_CHANGE, households.head_change),
    HouseholdMoveReport: (EventKind.HOUSEHOLD_MOVE, households.household_move),
    CorrectionReport: (EventKind.CORRECTION, households.correction),
}
_DATED_BY_THE_BOOKS = (CorrectionReport, InvalidationReport, RegistrationReport)


def kind_of(report: EventReport) -> EventKind:
    """The kind of event that a report becomes."""
    return _RULES[type(report)][0]


def outcome_of(report: EventReport, books: Affected) -> Outcome:
    """What the report would do. Raises InputError with a sentence per field."""
    _refuse_dates(report, books.today)
    outcome = _RULES[type(report)][1](report, books)
    if not isinstance(report, _DATED_BY_THE_BOOKS):
        _refuse_before_birth(report.event_date, outcome)
    return outcome


def named_people(report: EventReport) -> tuple[ResidentId, ...]:
    """Residents that the report names; newcomers too, who must not be in the books."""
    match report:
        case DeathReport() | MissingReport() | GoneReport():
            named: tuple[ResidentId, ...] = (report.resident_id,)
        case DepartureReport() | ReturnReport() | SplitReport() | InvalidationReport():
            named = report.resident_ids
        case HeadChangeReport():
            named = (report.head_id,)
        case CorrectionReport() | ArrivalReport() | RegistrationReport():
            named = tuple(one.id for one in report.people)
        case BirthReport():
            named = (report.child.id,)
        case _:
            named = ()
    return named


def named_households(report: EventReport) -> tuple[HouseholdId, ...]:
    """Households that the report names, new ones too."""
    match report:
        case BirthReport() | HeadChangeReport():
            return (report.household_id,)
        case ArrivalReport() | SplitReport() | HouseholdMoveReport():
            return (report.household.id,)
        case RegistrationReport() | ReturnReport():
            return (report.household.id,) if report.household else ()
        case MergeReport():
            return (report.from_id, report.into_id)
        case CorrectionReport():
            homes = [home.id for home in report.households]
            homes += [one.household_id for one in report.people if one.household_id]
            return tuple(dict.fromkeys(homes))
        case _:
            return ()


def _refuse_dates(report: EventReport, today: date) -> None:
    faults: dict[str, str] = {}
    if report.event_date > today:
        faults["event_date"] = "Tanggal peristiwa belum tiba."
    if report.report_date > today:
        faults["report_date"] = "Tanggal lapor belum tiba."
    elif report.report_date < min(report.event_date, today):
        faults["report_date"] = "Tanggal lapor lebih awal daripada peristiwanya."
    if faults:
        raise InputError(NOT_SAVED, faults)


def _refuse_before_birth(day: date, outcome: Outcome) -> None:
    for change in outcome.people:
        born = change.after.birth_date
        if born is not None and day < born:
            reason = f"Tanggal ini sebelum {change.after.name.full()} lahir."
            raise InputError(NOT_SAVED, {"event_date": reason})
