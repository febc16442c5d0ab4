"""Somebody begins to be counted: birth, arrival, late registration, return."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from nagari_kit.domain.event_outcomes.affected import (
    NOT_SAVED,
    WORDS,
    Affected,
    Outcome,
    pass_headship,
)
from nagari_kit.domain.event_reports import (
    ArrivalReport,
    BirthReport,
    RegistrationReport,
    ReturnReport,
)
from nagari_kit.domain.family_succession import CHILD, HEAD, OTHER_KIN, proposed_heads
from nagari_kit.domain.identity import HouseholdId
from nagari_kit.domain.population import EffectLine
from nagari_kit.domain.residents import Household, LifeStatus, Resident
from nagari_kit.errors import InputError

_AWAY = frozenset({LifeStatus.MOVED, LifeStatus.MISSING, LifeStatus.GONE})


def birth(report: BirthReport, books: Affected) -> Outcome:
    """A child enters the household of its parents."""
    outcome = Outcome()
    home = books.household(report.household_id)
    if not books.members_of(home.id):
        reason = "KK ini tidak punya anggota yang hidup. Pilih KK orang tua atau wali."
        raise InputError(NOT_SAVED, {"household_id": reason})
    born = report.child.birth_date or report.event_date
    if born != report.event_date:
        reason = "Tanggal lahir anak harus sama dengan tanggal peristiwa."
        raise InputError(NOT_SAVED, {"event_date": reason})
    relation = report.relations.get(report.child.id, report.child.family_relation or CHILD)
    child = dataclasses.replace(
        report.child, birth_date=born, household_id=home.id, family_relation=relation
    )
    if relation == HEAD:
        raise InputError(NOT_SAVED, {"child": "Bayi tidak dapat menjadi kepala keluarga."})
    _refuse_known((child,), books)
    outcome.change(None, child)
    outcome.follow_ups.append(EffectLine("Akta kelahiran diurus di Dukcapil paling lambat 60 hari"))
    return outcome


def arrival(report: ArrivalReport, books: Affected) -> Outcome:
    """People have come from elsewhere, into a household of theirs or of somebody here."""
    if not report.origin.strip():
        raise InputError(NOT_SAVED, {"origin": "Tulis dari mana datangnya."})
    outcome = Outcome()
    _enter(outcome, report.people, report.household, report, books)
    outcome.remember(
        origin=report.origin.strip(),
        reason=report.reason.strip(),
        host=report.host.strip(),
        purpose=report.purpose.strip(),
    )
    return outcome


def registration(report: RegistrationReport, books: Affected) -> Outcome:
    """People who have long lived here are written down at last."""
    outcome = Outcome()
    if report.household is None:
        _refuse_known(report.people, books)
        for one in report.people:
            outcome.change(None, dataclasses.replace(one, household_id=None))
    else:
        _enter(outcome, report.people, report.household, report, books)
    outcome.remember(reason=report.reason.strip())
    return outcome


def return_home(report: ReturnReport, books: Affected) -> Outcome:
    """People who were away are counted again."""
    if not report.resident_ids:
        raise InputError(NOT_SAVED, {"resident_ids": "Pilih paling sedikit satu orang."})
    outcome = Outcome()
    back = []
    for resident_id in report.resident_ids:
        person = books.person(resident_id)
        if person.life_status not in _AWAY:
            words = (
                f"{person.name.full()} tercatat {WORDS[person.life_status]}, tidak sedang pergi."
            )
            raise InputError(NOT_SAVED, {"resident_ids": words})
        back.append(person)
    if report.household is not None:
        outcome.settle(books.households.get(report.household.id), report.household)
    by_home: dict[HouseholdId | None, list[Resident]] = {}
    for person in back:
        target = report.household.id if report.household else person.household_id
        by_home.setdefault(target, []).append(person)
    for target, people in by_home.items():
        _rejoin(outcome, people, target, report, books)
    outcome.remember(origin=report.origin.strip())
    return outcome


def _rejoin(
    outcome: Outcome,
    people: list[Resident],
    home: HouseholdId | None,
    report: ReturnReport,
    books: Affected,
) -> None:
    present = books.members_of(home)
    has_head = any(one.family_relation == HEAD for one in present)
    renewed: list[Resident] = []
    for before in people:
        relation = report.relations.get(before.id, before.family_relation)
        if relation == HEAD and (has_head or any(one.family_relation == HEAD for one in renewed)):
            relation = OTHER_KIN
            outcome.warnings.append(
                f"{before.name.full()} dahulu kepala keluarga; KK itu kini punya kepala lain. "
                "Periksa hubungannya."
            )
        after = dataclasses.replace(
            before,
            life_status=LifeStatus.ALIVE,
            household_id=home,
            family_relation=relation,
        )
        outcome.change(before, after)
        renewed.append(after)
    if home is not None:
        pass_headship(outcome, [*present, *renewed], None, report.relations, report.event_date)


def _enter(
    outcome: Outcome,
    people: tuple[Resident, ...],
    home: Household,
    report: ArrivalReport | RegistrationReport,
    books: Affected,
) -> None:
    if not people:
        raise InputError(NOT_SAVED, {"people": "Tulis paling sedikit satu orang."})
    _refuse_known(people, books)
    outcome.settle(books.households.get(home.id), home)
    present = books.members_of(home.id)
    arriving = tuple(
        dataclasses.replace(
            one,
            household_id=home.id,
            family_relation=report.relations.get(one.id, one.family_relation),
            life_status=LifeStatus.ALIVE,
        )
        for one in people
    )
    _refuse_two_heads([*present, *arriving])
    if not any(one.family_relation == HEAD for one in (*present, *arriving)):
        head = proposed_heads(arriving, report.event_date)[0]
        arriving = tuple(
            dataclasses.replace(one, family_relation=HEAD) if one.id == head.id else one
            for one in arriving
        )
        outcome.follow_ups.append(EffectLine(f"{head.name.full()} menjadi kepala keluarga"))
    for one in arriving:
        outcome.change(None, one)


def _refuse_known(people: Iterable[Resident], books: Affected) -> None:
    for one in people:
        if one.id in books.people:
            reason = f"{one.name.full()} sudah ada di data kantor. Pakai “Kembali” atau koreksi."
            raise InputError(NOT_SAVED, {"people": reason})


def _refuse_two_heads(people: Iterable[Resident]) -> None:
    heads = [one.name.full() for one in people if one.family_relation == HEAD]
    if len(heads) > 1:
        reason = f"KK ini akan punya dua kepala keluarga: {heads[0]} dan {heads[1]}."
        raise InputError(NOT_SAVED, {"people": reason})
