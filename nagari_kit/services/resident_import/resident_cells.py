"""Between a resident as stored and the 43 cells that describe one in the spreadsheet."""

from __future__ import annotations

from datetime import date

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
PARTS = {"parents": PARENTS, "papers": PAPERS, "restricted": RESTRICTED}
PLACES = {heading: ("", attribute) for heading, attribute in OWN.items()} | {
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


def same_name(one: str, other: str) -> bool:
    """Whether two spellings differ in capitals and spaces alone."""
    return "".join(one.split()).casefold() == "".join(other.split()).casefold()
