"""Between a resident as stored and the 43 cells that describe one in the spreadsheet."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date
from typing import Any

from nagari_kit.domain.identity import HouseholdId
from nagari_kit.domain.name_titles import mixed_case, person_name
from nagari_kit.domain.residents import Household, LifeStatus, Resident, Sex

FileValue = str | int | float | date | None
"""Text, a code, a date; None or "" when there is nothing."""

NO_NIK = "0"
"""What stands in the NIK column of somebody who has none."""

# heading -> attribute of Resident, and of the parts of a Resident
OWN = {
    "sex": "sex",
    "tempatlahir": "birth_place",
    "tanggallahir": "birth_date",
    "agama_id": "religion",
    "pendidikan_kk_id": "education",
    "pendidikan_sedang_id": "current_education",
    "pekerjaan_id": "occupation",
    "status_kawin": "marital_status",
    "kk_level": "family_relation",
    "warganegara_id": "citizenship",
    "golongan_darah_id": "blood_type",
    "alamat_sekarang": "current_address",
    "status_dasar": "life_status",
    "suku": "suku",
    "lat": "latitude",
    "lng": "longitude",
}
PARENTS = {
    "ayah_nik": "father_nik",
    "nama_ayah": "father_name",
    "ibu_nik": "mother_nik",
    "nama_ibu": "mother_name",
}
PAPERS = {
    "akta_lahir": "birth_certificate",
    "dokumen_pasport": "passport",
    "tanggal_akhir_paspor": "passport_expiry",
    "dokumen_kitas": "kitas",
    "akta_perkawinan": "marriage_certificate",
    "tanggalperkawinan": "marriage_date",
    "akta_perceraian": "divorce_certificate",
    "tanggalperceraian": "divorce_date",
    "ktp_el": "ektp",
    "status_rekam": "recording_status",
    "tag_id_card": "tag_id_card",
    "id_asuransi": "insurance",
    "no_asuransi": "insurance_number",
}
RESTRICTED = {"cacat_id": "disability", "cara_kb_id": "family_planning", "hamil": "pregnancy"}
_WRITTEN_NAMES = frozenset({"birth_place", "father_name", "mother_name"})
"""Attributes that sheets shout in capitals and letters print."""
PARTS = {"parents": PARENTS, "papers": PAPERS, "restricted": RESTRICTED}
_PLACES = {heading: ("", attribute) for heading, attribute in OWN.items()} | {
    heading: (part, attribute)
    for part, attributes in PARTS.items()
    for heading, attribute in attributes.items()
}
"""Where a cell is stored: the part of the resident, "" for itself, and the attribute."""


def cells_of(resident: Resident, household: Household | None, jorong: str) -> dict[str, FileValue]:
    """All 43 cells by heading; codes are integers, what is not known is None or ""."""
    cells: dict[str, FileValue] = {
        "alamat": household.address if household else "",
        "dusun": jorong,
        "rw": household.rw if household else "",
        "rt": household.rt if household else "",
        "nama": resident.name.full(),
        "no_kk": (household.nomor_kk or "") if household else "",
        "nik": resident.nik or NO_NIK,
    }
    for heading, attribute in OWN.items():
        value = getattr(resident, attribute)
        cells[heading] = int(value) if isinstance(value, Sex | LifeStatus) else value
    for part, attributes in PARTS.items():
        owner = getattr(resident, part)
        cells.update({heading: getattr(owner, name) for heading, name in attributes.items()})
    return cells


def with_cells(
    resident: Resident, values: Mapping[str, FileValue], household_id: HouseholdId | None
) -> Resident:
    """The resident with the given cells laid over it; absent ones keep what is stored.

    `values` hold no empty cells; those of the household are not looked at. `household_id` is the
    household that the cells name, None to keep the stored one.
    """
    laid: dict[str, dict[str, Any]] = {"": {}}
    for heading, value in values.items():
        if heading in _PLACES:
            part, attribute = _PLACES[heading]
            laid.setdefault(part, {})[attribute] = value
    own = laid.pop("")
    _quieten(own, resident)
    for part, inner in laid.items():
        owner = getattr(resident, part)
        _quieten(inner, owner)
        own[part] = dataclasses.replace(owner, **inner)
    if "sex" in own:
        own["sex"] = Sex(own["sex"])
    if "life_status" in own:
        own["life_status"] = LifeStatus(own["life_status"])
    if household_id is not None:
        own["household_id"] = household_id
    name = values.get("nama")
    if isinstance(name, str) and not same_name(name, resident.name.full()):
        own["name"] = person_name(name)
    nik = values.get("nik")
    if isinstance(nik, str) and nik != NO_NIK:
        own["nik"] = nik
    return dataclasses.replace(resident, **own)


def _quieten(laid: dict[str, Any], owner: object) -> None:
    """Names in capitals are written as letters print them; other capitals alone change nothing."""
    for attribute in _WRITTEN_NAMES & laid.keys():
        stored = getattr(owner, attribute)
        value = laid[attribute]
        laid[attribute] = stored if same_name(value, stored) else mixed_case(value)


def same_name(one: str, other: str) -> bool:
    """Whether two spellings differ in capitals and spaces alone."""
    return "".join(one.split()).casefold() == "".join(other.split()).casefold()
