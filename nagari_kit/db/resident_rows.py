"""Between a resident as a value and as a row."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from operator import attrgetter
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping

from nagari_kit.domain.identity import HouseholdId, JorongId, ResidentId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.record_spelling import RecordSpelling
from nagari_kit.domain.residents import (
    BirthFacts,
    Household,
    LifeStatus,
    Papers,
    Parents,
    Residency,
    Resident,
    RestrictedFacts,
    Sex,
)
from nagari_kit.domain.search_folding import folded

_SAME = (
    "nik",
    "birth_place",
    "birth_date",
    "religion",
    "education",
    "current_education",
    "occupation",
    "marital_status",
    "family_relation",
    "citizenship",
    "blood_type",
    "current_address",
    "suku",
    "phone",
    "latitude",
    "longitude",
    "ethnic_group",
    "kaum",
    "penghulu",
    "previous_address",
    "previous_nomor_kk",
    "email",
    "language",
    "note",
    "origin_country",
    "invalid_reason",
)
_DATES = frozenset({"passport_expiry", "marriage_date", "divorce_date", "ktp_date"})
_NAME = ("name", "gelar_depan", "gelar_belakang", "gelar_adat")
_PARENTS = ("father_nik", "father_name", "mother_nik", "mother_name")

_READ = (
    *_SAME,
    *("id", "name", "sex", "household_id", "life_status", "residency", "merged_into"),
    *("parents", "papers", "restricted", "birth"),
)

_read = attrgetter(*_READ)
_read_name = attrgetter(*_NAME)
_read_parents = attrgetter(*_PARENTS)
_SPELLING = {
    kind: RecordSpelling(kind, unlike=("birth_certificate",), known_only=True)
    for kind in (Papers, RestrictedFacts, BirthFacts)
}
_NOTHING = "{}"


def resident_row(resident: Resident) -> dict[str, Any]:
    """Columns of a resident as the driver takes them, without `key` and who changed it when."""
    return {name: values[0] for name, values in resident_columns([resident]).items()}


def resident_columns(people: Sequence[Resident]) -> dict[str, Sequence[Any]]:
    """The same of many residents at once, column by column; at least one resident."""
    columns: dict[str, Sequence[Any]] = dict(
        zip(_READ, zip(*map(_read, people), strict=True), strict=True)
    )
    names = columns.pop("name")
    columns.update(zip(_NAME, zip(*map(_read_name, names), strict=True), strict=True))
    parents = map(_read_parents, columns.pop("parents"))
    columns.update(zip(_PARENTS, zip(*parents, strict=True), strict=True))
    columns["folded_name"] = [folded(name.full()) for name in names]
    columns["birth_date"] = [day and day.isoformat() for day in columns["birth_date"]]
    for name in ("id", "household_id", "merged_into"):
        columns[name] = [one and one.bytes for one in columns[name]]
    columns["sex"] = [None if sex is None else int(sex) for sex in columns["sex"]]
    for name in ("life_status", "residency"):
        columns[name] = list(map(int, columns[name]))
    columns["recording_status"] = [papers.recording_status for papers in columns["papers"]]
    columns["birth_facts"] = columns.pop("birth")
    for name in ("papers", "restricted", "birth_facts"):
        columns[name] = _sparse_column(columns[name])
    return columns


def resident_of(row: RowMapping) -> Resident:
    """The value of a row of table `resident`."""
    return Resident(
        id=ResidentId(UUID(bytes=row["id"])),
        name=PersonName(*(row[name] for name in _NAME)),
        sex=sex_of(row["sex"]),
        household_id=_household_id(row["household_id"]),
        life_status=LifeStatus(row["life_status"]),
        parents=Parents(*(row[name] for name in _PARENTS)),
        papers=Papers(**_dense(row["papers"])),
        restricted=RestrictedFacts(**_dense(row["restricted"])),
        birth=BirthFacts(**_dense(row["birth_facts"])),
        residency=Residency(row["residency"]),
        merged_into=ResidentId(UUID(bytes=row["merged_into"])) if row["merged_into"] else None,
        **{name: row[name] for name in _SAME},
    )


def household_of(row: RowMapping) -> Household:
    """The value of a row of table `household`."""
    return Household(
        id=HouseholdId(UUID(bytes=row["id"])),
        nomor_kk=row["nomor_kk"],
        address=row["address"],
        jorong_id=JorongId(UUID(bytes=row["jorong_id"])) if row["jorong_id"] else None,
        rw=row["rw"],
        rt=row["rt"],
        registered_on=row["registered_on"],
        printed_on=row["printed_on"],
        welfare=row["welfare"],
    )


def household_row(household: Household) -> dict[str, Any]:
    """Columns of a household."""
    return {
        "id": household.id.bytes,
        "nomor_kk": household.nomor_kk,
        "address": household.address,
        "jorong_id": household.jorong_id.bytes if household.jorong_id else None,
        "rw": household.rw,
        "rt": household.rt,
        "registered_on": household.registered_on and household.registered_on.isoformat(),
        "printed_on": household.printed_on and household.printed_on.isoformat(),
        "welfare": household.welfare,
    }


def sex_of(code: int | None) -> Sex | None:
    """The sex of a stored code."""
    return Sex(code) if code is not None else None


def _household_id(raw: bytes | None) -> HouseholdId | None:
    return HouseholdId(UUID(bytes=raw)) if raw else None


def _sparse_column(parts: Sequence[Papers | RestrictedFacts | BirthFacts]) -> list[str]:
    """JSON of what is known of each, "" when nothing is: most residents have no papers."""
    different = list({id(part): part for part in parts}.values())
    spelled = _SPELLING[type(different[0])].spell(different)
    known = {
        id(part): "" if text == _NOTHING else text
        for part, text in zip(different, spelled, strict=True)
    }
    return [known[id(part)] for part in parts]


def _dense(text: str) -> dict[str, Any]:
    if not text:
        return {}
    return {
        name: date.fromisoformat(value) if name in _DATES else value
        for name, value in json.loads(text).items()
    }
