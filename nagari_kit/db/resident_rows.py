"""Between a resident as a value and as a row."""

from __future__ import annotations

import dataclasses
import json
from datetime import date
from operator import attrgetter
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping

from nagari_kit.domain.identity import HouseholdId, JorongId, ResidentId
from nagari_kit.domain.names import PersonName
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

_read_same = attrgetter(*_SAME)
_read_name = attrgetter(*_NAME)
_read_parents = attrgetter(*_PARENTS)
_NOBODY = Resident(ResidentId(UUID(int=0)), PersonName(""))
_EMPTY = (_NOBODY.papers, _NOBODY.restricted, _NOBODY.birth)
"""The parts of whoever has none: one object for all."""
_ENCODE = json.JSONEncoder(sort_keys=True).encode


def resident_row(resident: Resident) -> dict[str, Any]:
    """Columns of a resident as the driver takes them, without `key` and who changed it when."""
    row: dict[str, Any] = dict(zip(_SAME, _read_same(resident), strict=True))
    row.update(zip(_NAME, _read_name(resident.name), strict=True))
    row.update(zip(_PARENTS, _read_parents(resident.parents), strict=True))
    row["birth_date"] = resident.birth_date.isoformat() if resident.birth_date else None
    row["id"] = resident.id.bytes
    row["sex"] = int(resident.sex) if resident.sex is not None else None
    row["life_status"] = int(resident.life_status)
    row["residency"] = int(resident.residency)
    row["merged_into"] = resident.merged_into.bytes if resident.merged_into else None
    row["household_id"] = resident.household_id.bytes if resident.household_id else None
    row["recording_status"] = resident.papers.recording_status
    row["papers"] = _sparse(resident.papers)
    row["restricted"] = _sparse(resident.restricted)
    row["birth_facts"] = _sparse(resident.birth)
    row["folded_name"] = folded(resident.name.full())
    return row


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
        "registered_on": household.registered_on,
        "printed_on": household.printed_on,
        "welfare": household.welfare,
    }


def sex_of(code: int | None) -> Sex | None:
    """The sex of a stored code."""
    return Sex(code) if code is not None else None


def _household_id(raw: bytes | None) -> HouseholdId | None:
    return HouseholdId(UUID(bytes=raw)) if raw else None


def _sparse(facts: Papers | RestrictedFacts | BirthFacts) -> str:
    """JSON of what is known, "" when nothing is: most residents have no papers."""
    if any(facts is nothing for nothing in _EMPTY):
        return ""
    known = {
        field.name: value.isoformat() if isinstance(value, date) else value
        for field in dataclasses.fields(facts)
        if (value := getattr(facts, field.name)) not in {None, ""}
    }
    return _ENCODE(known) if known else ""


def _dense(text: str) -> dict[str, Any]:
    if not text:
        return {}
    return {
        name: date.fromisoformat(value) if name in _DATES else value
        for name, value in json.loads(text).items()
    }
