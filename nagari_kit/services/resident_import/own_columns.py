"""The columns of the program's own spreadsheet of residents, in plain Indonesian.

Export writes them and import reads them: codes as the words of the KK, dates as dates, every fact
of a resident that another office may need.
"""

from __future__ import annotations

from dataclasses import dataclass

from nagari_kit.services.resident_import.columns import CellKind

SHEET = "Penduduk"


@dataclass(frozen=True, slots=True)
class OwnColumn:
    """One column.

    `part` names where the fact stands: "" the resident, "household", "jorong", or a part of the
    resident (`name`, `parents`, `papers`, `restricted`, `birth`); `attribute` its field there.
    `code_list` names a list of `code_lists` whose words stand in the cells. `is_number` marks the
    numbers of a person that only a full export shows.
    """

    heading: str
    part: str
    attribute: str
    kind: CellKind = CellKind.TEXT
    code_list: str = ""
    is_number: bool = False

    @property
    def is_restricted(self) -> bool:
        """Whether it is a health fact (UU PDP: specific data)."""
        return self.part == "restricted"


def _code(heading: str, part: str, attribute: str, code_list: str = "") -> OwnColumn:
    return OwnColumn(heading, part, attribute, CellKind.CODE, code_list or attribute)


def _date(heading: str, part: str, attribute: str) -> OwnColumn:
    return OwnColumn(heading, part, attribute, CellKind.DATE)


def _text(heading: str, part: str, attribute: str) -> OwnColumn:
    return OwnColumn(heading, part, attribute)


def _number(heading: str, part: str, attribute: str, kind: CellKind = CellKind.TEXT) -> OwnColumn:
    return OwnColumn(heading, part, attribute, kind, is_number=True)


OWN_COLUMNS: tuple[OwnColumn, ...] = (
    _number("No. KK", "household", "nomor_kk", CellKind.NOMOR_KK),
    _number("NIK", "", "nik", CellKind.NIK),
    _text("Gelar depan", "name", "gelar_depan"),
    OwnColumn("Nama", "name", "name", CellKind.NAME),
    _text("Gelar belakang", "name", "gelar_belakang"),
    _text("Gelar adat", "name", "gelar_adat"),
    _code("Jenis kelamin", "", "sex"),
    _text("Tempat lahir", "", "birth_place"),
    _date("Tanggal lahir", "", "birth_date"),
    _code("Agama", "", "religion"),
    _code("Pendidikan terakhir", "", "education"),
    _code("Pendidikan sekarang", "", "current_education"),
    _code("Pekerjaan", "", "occupation"),
    _code("Status kawin", "", "marital_status"),
    _code("Hubungan keluarga", "", "family_relation"),
    _code("Kewarganegaraan", "", "citizenship"),
    _code("Golongan darah", "", "blood_type"),
    OwnColumn("Jorong", "jorong", "name", CellKind.AREA),
    _text("Alamat KK", "household", "address"),
    OwnColumn("RW", "household", "rw", CellKind.AREA),
    OwnColumn("RT", "household", "rt", CellKind.AREA),
    _date("Tanggal daftar KK", "household", "registered_on"),
    _date("Tanggal cetak KK", "household", "printed_on"),
    _code("Kesejahteraan keluarga", "household", "welfare"),
    _text("Alamat sekarang", "", "current_address"),
    _text("Alamat sebelumnya", "", "previous_address"),
    _number("No. KK sebelumnya", "", "previous_nomor_kk"),
    _text("Suku", "", "suku"),
    _text("Kaum", "", "kaum"),
    _text("Penghulu", "", "penghulu"),
    _text("Suku bangsa", "", "ethnic_group"),
    _number("NIK ayah", "parents", "father_nik", CellKind.PARENT_NIK),
    _text("Nama ayah", "parents", "father_name"),
    _number("NIK ibu", "parents", "mother_nik", CellKind.PARENT_NIK),
    _text("Nama ibu", "parents", "mother_name"),
    _number("Telepon", "", "phone"),
    _number("Surel", "", "email"),
    _code("Status warga", "", "residency"),
    _code("Status dasar", "", "life_status"),
    _code("KTP-el", "papers", "ektp"),
    _code("Status rekam", "papers", "recording_status"),
    _number("Tag kartu", "papers", "tag_id_card"),
    _text("Tempat cetak KTP", "papers", "ktp_place"),
    _date("Tanggal cetak KTP", "papers", "ktp_date"),
    _number("No. akta lahir", "papers", "birth_certificate"),
    _number("No. akta perkawinan", "papers", "marriage_certificate"),
    _date("Tanggal perkawinan", "papers", "marriage_date"),
    _number("No. akta perceraian", "papers", "divorce_certificate"),
    _date("Tanggal perceraian", "papers", "divorce_date"),
    _number("No. paspor", "papers", "passport"),
    _date("Paspor berlaku sampai", "papers", "passport_expiry"),
    _number("No. KITAS", "papers", "kitas"),
    _code("Asuransi kesehatan", "papers", "insurance"),
    _number("No. asuransi kesehatan", "papers", "insurance_number"),
    _number("No. BPJS Ketenagakerjaan", "papers", "employment_insurance"),
    _code("Bahasa", "", "language"),
    _text("Negara asal", "", "origin_country"),
    _text("Jam lahir", "birth", "time"),
    _code("Tempat dilahirkan", "birth", "place_kind", "birth_place_kind"),
    _code("Jenis kelahiran", "birth", "kind", "birth_kind"),
    OwnColumn("Anak ke", "birth", "order"),
    _code("Penolong kelahiran", "birth", "helper", "birth_helper"),
    OwnColumn("Berat lahir (gram)", "birth", "weight"),
    OwnColumn("Panjang lahir (cm)", "birth", "length"),
    _code("Disabilitas", "restricted", "disability"),
    _code("Sakit menahun", "restricted", "chronic_illness"),
    _code("Cara KB", "restricted", "family_planning"),
    _code("Kehamilan", "restricted", "pregnancy"),
    _text("Lintang", "", "latitude"),
    _text("Bujur", "", "longitude"),
    _text("Catatan", "", "note"),
)
"""In the order of the spreadsheet; readers take any order."""

OWN_HEADINGS: tuple[str, ...] = tuple(column.heading for column in OWN_COLUMNS)
