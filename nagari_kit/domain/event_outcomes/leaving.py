"""Somebody ceases to be counted: death, departure, missing, gone, records that were never right."""

from __future__ import annotations

import dataclasses

from nagari_kit.domain import code_lists
from nagari_kit.domain.event_outcomes.affected import (
    NOT_SAVED,
    Affected,
    Outcome,
    pass_headship,
    refuse_other_homes,
)
from nagari_kit.domain.event_reports import (
    DeathReport,
    DepartureReport,
    GoneReport,
    InvalidationReport,
    MissingReport,
)
from nagari_kit.domain.family_succession import HEAD, HUSBAND, WIFE
from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.population import EffectLine
from nagari_kit.domain.residents import LifeStatus, Resident, Sex
from nagari_kit.errors import InputError

MARRIED, WIDOWED = 2, 4
_COUPLE = frozenset({HEAD, HUSBAND, WIFE})


def death(report: DeathReport, books: Affected) -> Outcome:
    """The person is dead, the spouse of the KK widowed, the household has a head."""
    outcome = Outcome()
    gone = books.living(report.resident_id)
    _leave(outcome, gone, LifeStatus.DEAD)
    rest = _rest(books, gone, {gone.id})
    for spouse in _spouses(gone, rest):
        outcome.change(spouse, dataclasses.replace(spouse, marital_status=WIDOWED))
        label = code_lists.MARITAL_STATUS[WIDOWED].lower()
        outcome.follow_ups.append(EffectLine(f"{spouse.name.full()} tercatat {label}"))
    _replace_head(outcome, report, (gone,), rest)
    outcome.remember(
        place=report.place,
        time=report.time,
        cause=_code(report.cause),
        helper=_code(report.helper),
        certificate=report.certificate,
    )
    return outcome


def departure(report: DepartureReport, books: Affected) -> Outcome:
    """People of one household have moved away; who stays has a head."""
    if not report.destination.strip():
        raise InputError(NOT_SAVED, {"destination": "Tulis tujuan pindah."})
    outcome = Outcome()
    movers = tuple(books.living(one) for one in report.resident_ids)
    home = refuse_other_homes(movers)
    for one in movers:
        _leave(outcome, one, LifeStatus.MOVED)
    rest = tuple(one for one in books.members_of(home) if one.id not in report.resident_ids)
    _replace_head(outcome, report, movers, rest)
    outcome.remember(
        destination=report.destination.strip(),
        address=report.address.strip(),
        scope=report.scope.value,
        reason=report.reason.strip(),
        kept_nomor_kk="ya" if report.kept_nomor_kk else "",
    )
    return outcome


def missing(report: MissingReport, books: Affected) -> Outcome:
    """Nobody knows where the person is."""
    outcome = _one_away(report, books, LifeStatus.MISSING)
    outcome.remember(last_seen=report.last_seen.strip(), police_report=report.police_report.strip())
    return outcome


def gone(report: GoneReport, books: Affected) -> Outcome:
    """The person went away without moving."""
    outcome = _one_away(report, books, LifeStatus.GONE)
    outcome.remember(destination=report.destination.strip(), reason=report.reason.strip())
    return outcome


def invalidation(report: InvalidationReport, books: Affected) -> Outcome:
    """The records were never right; they stay to be read, with the reason."""
    reason = report.reason.strip()
    if not reason:
        raise InputError(NOT_SAVED, {"reason": "Tulis mengapa data ini tidak valid."})
    outcome = Outcome()
    for resident_id in report.resident_ids:
        person = books.person(resident_id)
        if person.life_status is LifeStatus.INVALID:
            words = f"{person.name.full()} sudah ditandai tidak valid."
            raise InputError(NOT_SAVED, {"resident_ids": words})
        outcome.change(person, person.as_invalid(reason))
    for home in {books.person(one).household_id for one in report.resident_ids}:
        rest = [one for one in books.members_of(home) if one.id not in report.resident_ids]
        if any(
            books.person(one).family_relation == HEAD
            for one in report.resident_ids
            if books.person(one).household_id == home
        ):
            pass_headship(outcome, rest, None, report.relations, report.event_date)
    outcome.remember(reason=reason)
    return outcome


def _one_away(report: MissingReport | GoneReport, books: Affected, status: LifeStatus) -> Outcome:
    outcome = Outcome()
    away = books.living(report.resident_id)
    _leave(outcome, away, status)
    _replace_head(outcome, report, (away,), _rest(books, away, {away.id}))
    return outcome


def _leave(outcome: Outcome, person: Resident, status: LifeStatus) -> None:
    outcome.change(person, dataclasses.replace(person, life_status=status))


def _rest(books: Affected, person: Resident, without: set[ResidentId]) -> tuple[Resident, ...]:
    return tuple(one for one in books.members_of(person.household_id) if one.id not in without)


def _replace_head(
    outcome: Outcome,
    report: DeathReport | DepartureReport | MissingReport | GoneReport,
    leaving: tuple[Resident, ...],
    rest: tuple[Resident, ...],
) -> None:
    if any(one.family_relation == HEAD for one in leaving):
        pass_headship(outcome, rest, report.new_head_id, report.relations, report.event_date)


def _spouses(dead: Resident, rest: tuple[Resident, ...]) -> tuple[Resident, ...]:
    """Who is widowed; a husband who has another wife in the KK stays married."""
    if dead.family_relation not in _COUPLE or dead.marital_status != MARRIED:
        return ()
    others = tuple(
        one
        for one in rest
        if one.family_relation in _COUPLE
        and one.sex is not dead.sex
        and one.marital_status == MARRIED
    )
    wives_left = [one for one in rest if one.family_relation == WIFE]
    if dead.sex is Sex.FEMALE and wives_left:
        return ()
    return others


def _code(value: int | None) -> str:
    return "" if value is None else str(value)
