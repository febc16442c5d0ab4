"""Joins two records of one person, field by field; the one that is given up stays to be read."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from nagari_kit.domain.event_outcomes import Affected, Outcome
from nagari_kit.domain.event_outcomes.affected import pass_headship
from nagari_kit.domain.family_succession import HEAD
from nagari_kit.domain.identity import HouseholdId, ResidentId
from nagari_kit.domain.population import EffectLine, PersonChange
from nagari_kit.domain.resident_checks import fact
from nagari_kit.domain.residents import LifeStatus, Resident
from nagari_kit.errors import InputError

NOT_MERGED = "Catatan belum digabungkan. Belum ada yang berubah."


class Side(StrEnum):
    """Which of two records a value is taken from."""

    A = "a"
    B = "b"


@dataclass(frozen=True, slots=True)
class MergeField:
    """One line of the table: facts that belong together and are taken from one side."""

    id: str
    label: str
    paths: tuple[str, ...]

    def value(self, one: Resident) -> tuple[object, ...]:
        """The facts."""
        return tuple(fact(one, path) for path in self.paths)

    def is_empty(self, one: Resident) -> bool:
        """Whether the record says nothing here."""
        return all(value in _NOTHING for value in self.value(one))


_NOTHING: tuple[object, ...] = (None, "")
_NAME = ("name.name", "name.gelar_depan", "name.gelar_belakang", "name.gelar_adat")
_KTP = ("ektp", "recording_status", "ktp_place", "ktp_date", "tag_id_card")
_INSURANCE = ("insurance", "insurance_number", "employment_insurance")
_BORN = ("time", "place_kind", "kind", "order", "helper", "weight", "length")
_HEALTH = ("disability", "family_planning", "pregnancy", "chronic_illness")


def _of(part: str, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{part}.{name}" for name in names)


MERGE_FIELDS: tuple[MergeField, ...] = (
    MergeField("name", "Nama", _NAME),
    MergeField("nik", "NIK", ("nik",)),
    MergeField("sex", "Jenis kelamin", ("sex",)),
    MergeField("birth_place", "Tempat lahir", ("birth_place",)),
    MergeField("birth_date", "Tanggal lahir", ("birth_date",)),
    MergeField("household", "KK", ("household_id", "family_relation")),
    MergeField("current_address", "Alamat sekarang", ("current_address",)),
    MergeField("father", "Ayah", ("parents.father_name", "parents.father_nik")),
    MergeField("mother", "Ibu", ("parents.mother_name", "parents.mother_nik")),
    MergeField("religion", "Agama", ("religion",)),
    MergeField("marital_status", "Status kawin", ("marital_status",)),
    MergeField("marriage", "Akta kawin", _of("papers", ("marriage_certificate", "marriage_date"))),
    MergeField("divorce", "Akta cerai", _of("papers", ("divorce_certificate", "divorce_date"))),
    MergeField("education", "Pendidikan", ("education",)),
    MergeField("current_education", "Sedang sekolah", ("current_education",)),
    MergeField("occupation", "Pekerjaan", ("occupation",)),
    MergeField("citizenship", "Warga negara", ("citizenship", "origin_country")),
    MergeField("residency", "Status tinggal", ("residency",)),
    MergeField("blood_type", "Golongan darah", ("blood_type",)),
    MergeField("phone", "Telepon", ("phone",)),
    MergeField("email", "Surel", ("email",)),
    MergeField("suku", "Suku", ("suku", "kaum", "penghulu")),
    MergeField("ethnic_group", "Suku bangsa", ("ethnic_group",)),
    MergeField("birth_certificate", "Akta lahir", ("papers.birth_certificate",)),
    MergeField("birth", "Rincian lahir", _of("birth", _BORN)),
    MergeField("ktp", "KTP-el", _of("papers", _KTP)),
    MergeField("passport", "Paspor", _of("papers", ("passport", "passport_expiry", "kitas"))),
    MergeField("insurance", "Jaminan", _of("papers", _INSURANCE)),
    MergeField("health", "Kesehatan", _of("restricted", _HEALTH)),
    MergeField("previous", "Asal", ("previous_address", "previous_nomor_kk")),
    MergeField("language", "Bahasa", ("language",)),
    MergeField("place", "Titik peta", ("latitude", "longitude")),
    MergeField("note", "Catatan", ("note",)),
)
"""Every fact of a record but its identity and whether it is valid."""


@dataclass(frozen=True, slots=True)
class MergeLine:
    """A field of two records; `is_same` needs no choice, `proposed` is the likelier side."""

    field: MergeField
    is_same: bool
    proposed: Side


@dataclass(frozen=True, slots=True)
class Belongings:
    """What hangs on a record, in pieces. `entered_by` is the kind of event, "" when unknown."""

    letters: int = 0
    drafts: int = 0
    documents: int = 0
    events: int = 0
    entered_at: datetime | None = None
    entered_by: str = ""


def keeper_first(
    one: Resident, other: Resident, belongings: Mapping[ResidentId, Belongings]
) -> tuple[Resident, Resident]:
    """The record that lives on and the one that is given up.

    A right one before an invalid one, then the one in a KK, with more letters, with a NIK; among
    equals the older.
    """

    def rank(record: Resident) -> tuple[object, ...]:
        return (
            record.life_status is LifeStatus.INVALID,
            record.household_id is None,
            -belongings.get(record.id, Belongings()).letters,
            record.nik is None,
            record.id.bytes,
        )

    kept, given_up = sorted((one, other), key=rank)
    return kept, given_up


def merge_lines(a: Resident, b: Resident) -> tuple[MergeLine, ...]:
    """Lines of the fields that either record fills."""
    lines = []
    for field in MERGE_FIELDS:
        empty_a, empty_b = field.is_empty(a), field.is_empty(b)
        if empty_a and empty_b:
            continue
        same = field.value(a) == field.value(b)
        lines.append(MergeLine(field, same, Side.B if empty_a and not empty_b else Side.A))
    return tuple(lines)


def joined(a: Resident, b: Resident, choices: Mapping[str, Side]) -> Resident:
    """Record A with the chosen facts of B. `choices`: side by field id, A where none is named."""
    taken = {
        path: fact(b, path)
        for field in MERGE_FIELDS
        if choices.get(field.id, Side.A) is Side.B
        for path in field.paths
    }
    return with_facts(a, taken)


def with_facts(one: Resident, facts: Mapping[str, object]) -> Resident:
    """The record with facts at paths such as `papers.ektp` replaced."""
    plain: dict[str, Any] = {}
    nested: dict[str, dict[str, Any]] = {}
    for path, value in facts.items():
        part, _, name = path.partition(".")
        if name:
            nested.setdefault(part, {})[name] = value
        else:
            plain[part] = value
    for part, values in nested.items():
        plain[part] = dataclasses.replace(getattr(one, part), **values)
    return dataclasses.replace(one, **plain)


def given_up_nik(a: Resident, b: Resident, after: Resident) -> str:
    """The NIK that nobody bears after the merge while another is borne, or ""."""
    if not after.nik:
        return ""
    return next((one.nik for one in (a, b) if one.nik and one.nik != after.nik), "")


def merge_outcome(
    pair: tuple[Resident, Resident],
    choices: Mapping[str, Side],
    books: Affected,
    children: Sequence[Resident],
) -> Outcome:
    """What joining record B into A does. `children` name the NIK that is given up for a parent.

    Raises InputError when a KK would have two heads.
    """
    a, b = pair
    if a.id == b.id or a.merged_into is not None or b.merged_into is not None:
        raise InputError(NOT_MERGED, {"people": "Catatan ini sudah digabungkan."})
    if a.life_status is LifeStatus.INVALID:
        raise InputError(NOT_MERGED, {"people": "Catatan yang tidak valid tidak dapat diteruskan."})
    after = joined(a, b, choices)
    outcome = Outcome()
    reason = f"Digabung ke catatan {after.name.full()}"
    given_up = dataclasses.replace(b.as_invalid(reason), merged_into=a.id)
    # First who gives up the NIK, then who takes it; both are named even if A stays as it is.
    outcome.people += [PersonChange(b, given_up), PersonChange(a, after)]
    outcome.follow_ups.append(EffectLine("Kedua riwayat disimpan"))
    number = given_up_nik(a, b, after)
    if number and after.nik:
        for child in children:
            outcome.change(child, _with_parent_nik(child, number, after.nik))
    _keep_heads(outcome, books)
    outcome.remember(
        reason=reason, kept=after.name.full(), given_up=b.name.full(), given_up_nik=number
    )
    return outcome


def _with_parent_nik(child: Resident, old: str, new: str) -> Resident:
    parents = child.parents
    return dataclasses.replace(
        child,
        parents=dataclasses.replace(
            parents,
            father_nik=new if parents.father_nik == old else parents.father_nik,
            mother_nik=new if parents.mother_nik == old else parents.mother_nik,
        ),
    )


def _keep_heads(outcome: Outcome, books: Affected) -> None:
    """Every KK that was touched has one head, where it had one before."""
    after = {change.after.id: change.after for change in outcome.people}
    homes: list[HouseholdId] = []
    for change in outcome.people:
        before = change.before.household_id if change.before is not None else None
        homes += [home for home in (before, change.after.household_id) if home is not None]
    for home in dict.fromkeys(homes):
        former = books.members_of(home)
        everybody = {one.id: one for one in former} | after
        members = [
            one
            for one in everybody.values()
            if one.household_id == home and one.life_status is LifeStatus.ALIVE
        ]
        heads = [one for one in members if one.family_relation == HEAD]
        had = sum(one.family_relation == HEAD for one in former)
        if len(heads) > max(had, 1):
            names = " dan ".join(one.name.full() for one in heads[:2])
            sentence = f"KK ini akan berkepala dua: {names}. Pilih KK dari catatan yang lain."
            raise InputError(NOT_MERGED, {"household": sentence})
        if had and not heads:
            pass_headship(outcome, members, None, {}, books.today)
