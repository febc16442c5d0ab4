"""Changes within the nagari: households split, join, move, get another head; books put right."""

from __future__ import annotations

import dataclasses

from nagari_kit.domain.event_outcomes.affected import (
    NOT_SAVED,
    Affected,
    Outcome,
    pass_headship,
    refuse_other_homes,
    with_head,
)
from nagari_kit.domain.event_reports import (
    CorrectionReport,
    HeadChangeReport,
    HouseholdMoveReport,
    MergeReport,
    SplitReport,
)
from nagari_kit.domain.family_succession import HEAD, OTHER_KIN
from nagari_kit.domain.identity import HouseholdId
from nagari_kit.domain.population import EffectLine
from nagari_kit.domain.residents import LifeStatus, Resident
from nagari_kit.errors import ConflictError, InputError


def split(report: SplitReport, books: Affected) -> Outcome:
    """Some members open a KK of their own; both households have a head."""
    outcome = Outcome()
    leaving = tuple(books.living(one) for one in report.resident_ids)
    old_home = refuse_other_homes(leaving)
    if all(one.id != report.head_id for one in leaving):
        reason = "Kepala KK baru harus salah satu yang pecah KK."
        raise InputError(NOT_SAVED, {"head_id": reason})
    if report.household.id in books.households:
        raise InputError(NOT_SAVED, {"household": "KK tujuan sudah ada; pakai gabung KK."})
    rest = tuple(one for one in books.members_of(old_home) if one.id not in report.resident_ids)
    if old_home is not None and not rest:
        reason = "Semua anggota dipilih. Untuk seisi rumah pakai “Pindah bersama”."
        raise InputError(NOT_SAVED, {"resident_ids": reason})
    outcome.settle(None, report.household)
    renewed = with_head(leaving, report.head_id, report.household.id, report.relations)
    for before, after in zip(leaving, renewed, strict=True):
        outcome.change(before, after)
    if any(one.family_relation == HEAD for one in leaving):
        new_head = report.new_head_of_rest_id
        pass_headship(outcome, rest, new_head, report.relations, report.event_date)
    outcome.remember(reason=report.reason.strip())
    return outcome


def merge(report: MergeReport, books: Affected) -> Outcome:
    """Everybody of one household joins another, under its head."""
    if report.from_id == report.into_id:
        raise InputError(NOT_SAVED, {"into_id": "Pilih KK lain sebagai tujuan."})
    source, target = books.household(report.from_id), books.household(report.into_id)
    joining, present = books.members_of(source.id), books.members_of(target.id)
    if not joining:
        raise InputError(NOT_SAVED, {"from_id": "KK ini tidak punya anggota yang hidup."})
    if not present:
        raise InputError(NOT_SAVED, {"into_id": "KK tujuan tidak punya anggota yang hidup."})
    outcome = Outcome()
    has_head = any(one.family_relation == HEAD for one in present)
    for before in joining:
        relation = report.relations.get(before.id, before.family_relation)
        if relation == HEAD and has_head:
            relation = OTHER_KIN
        after = dataclasses.replace(before, household_id=target.id, family_relation=relation)
        outcome.change(before, after)
    outcome.warnings.append("Periksa hubungan tiap orang dengan kepala keluarga di KK tujuan.")
    outcome.remember(reason=report.reason.strip())
    return outcome


def head_change(report: HeadChangeReport, books: Affected) -> Outcome:
    """Another member leads the household."""
    home = books.household(report.household_id)
    members = books.members_of(home.id)
    leader = next((one for one in members if one.id == report.head_id), None)
    if leader is None:
        reason = "Kepala baru harus anggota KK ini yang masih hidup."
        raise InputError(NOT_SAVED, {"head_id": reason})
    if leader.family_relation == HEAD:
        raise InputError(NOT_SAVED, {"head_id": "Orang ini sudah kepala keluarga."})
    outcome = Outcome()
    pass_headship(outcome, members, leader.id, report.relations, report.event_date)
    outcome.remember(reason=report.reason.strip())
    return outcome


def household_move(report: HouseholdMoveReport, books: Affected) -> Outcome:
    """A whole household lives elsewhere in the nagari."""
    before = books.household(report.household.id)
    if before == report.household:
        raise InputError(NOT_SAVED, {"household": "Tempat baru sama dengan yang lama."})
    outcome = Outcome()
    outcome.settle(before, report.household)
    outcome.remember(reason=report.reason.strip(), address=before.address)
    return outcome


def correction(report: CorrectionReport, books: Affected) -> Outcome:
    """The records are put right; every household keeps one head.

    Raises ConflictError code WARGA-04 when a record is no longer as it was looked at.
    """
    if any(books.person(one.id) != one for one in report.looked_at):
        raise ConflictError(
            "Data warga ini baru saja diubah di tempat lain. Perbaikan ini belum disimpan.",
            hint="Catat isian Anda, buka lagi datanya, lalu ulangi perbaikannya.",
            code="WARGA-04",
        )
    outcome = Outcome()
    for home in report.households:
        outcome.settle(books.households.get(home.id), home)
    for after in report.people:
        outcome.change(books.person(after.id), after)
    if not outcome.people and not outcome.households:
        raise InputError(NOT_SAVED, {"people": "Tidak ada yang berbeda dari data kantor."})
    _one_head_each(outcome, books)
    outcome.remember(reason=report.reason.strip())
    return outcome


def _one_head_each(outcome: Outcome, books: Affected) -> None:
    after = {change.after.id: change.after for change in outcome.people}
    homes: dict[HouseholdId, list[Resident]] = {}
    everybody = {one.id: one for people in books.members.values() for one in people} | after
    for one in everybody.values():
        if one.household_id is not None and one.life_status is LifeStatus.ALIVE:
            homes.setdefault(one.household_id, []).append(one)
    # Who only gets another phone number does not answer for a KK that has long had two heads.
    moving = [one for one in outcome.people if _place(one.before) != _place(one.after)]
    touched = {one.household_id for change in moving for one in change.both() if one}
    for home in touched:
        if home is None:
            continue
        heads = [one for one in homes.get(home, []) if one.family_relation == HEAD]
        if len(heads) > 1:
            reason = (
                f"KK ini akan punya dua kepala keluarga: {heads[0].name.full()} "
                f"dan {heads[1].name.full()}. Pakai “Ganti kepala”."
            )
            raise InputError(NOT_SAVED, {"family_relation": reason})
        if homes.get(home) and not heads and _had_head(books, home):
            reason = "KK ini akan tanpa kepala keluarga. Pakai “Ganti kepala” lebih dahulu."
            raise InputError(NOT_SAVED, {"family_relation": reason})
    outcome.follow_ups.append(EffectLine("Riwayat data lama tetap tersimpan"))


def _place(one: Resident | None) -> object:
    return (one.household_id, one.family_relation, one.life_status) if one is not None else None


def _had_head(books: Affected, home: HouseholdId) -> bool:
    return any(one.family_relation == HEAD for one in books.members_of(home))
