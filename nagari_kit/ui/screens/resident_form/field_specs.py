"""Every field of a resident's form: one list that builds, reads and marks it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

COLUMNS = 12


class Entry(Enum):
    """How a field is written: free text, digits, a date, a code of a list, a whole number.

    `AREA` takes several lines, `PROPOSED` proposes while typing, `LISTED` is a code of a list too
    long to open.
    """

    TEXT = "text"
    DIGITS = "digits"
    DATE = "date"
    CODE = "code"
    LISTED = "listed"
    NUMBER = "number"
    AREA = "area"
    PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """`path` is that of `Resident` (`papers.passport`), `codes` a list of `code_lists`.

    `span` of COLUMNS columns.
    """

    path: str
    label: str
    span: int
    entry: Entry = Entry.TEXT
    codes: str = ""
    help: str = ""
    example: str = ""
    required: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A card of the form. A `restricted` one is closed until it is asked for."""

    id: str
    title: str
    fields: tuple[FieldSpec, ...]
    restricted: bool = False


def _code(path: str, label: str, span: int, codes: str = "") -> FieldSpec:
    return FieldSpec(path, label, span, Entry.CODE, codes or path.rsplit(".", 1)[-1])


_IDENTITY = (
    FieldSpec("nik", "NIK (kosongkan bila belum punya)", 6, Entry.DIGITS, example="16 angka"),
    _code("citizenship", "Kewarganegaraan", 6),
    FieldSpec("name.gelar_depan", "Gelar depan", 3, example="H."),
    FieldSpec("name.name", "Nama seperti di KTP, tanpa gelar", 9, required=True),
    FieldSpec("name.gelar_adat", "Gelar adat", 6, example="Dt. Rajo Basa"),
    FieldSpec("name.gelar_belakang", "Gelar belakang", 6, example="S.Pd."),
    FieldSpec("sex", "Jenis kelamin", 6, Entry.CODE, "sex", required=True),
    _code("religion", "Agama", 6),
    FieldSpec("birth_place", "Tempat lahir", 6),
    FieldSpec("birth_date", "Tanggal lahir", 6, Entry.DATE),
    _code("marital_status", "Status kawin", 6),
    _code("blood_type", "Golongan darah", 6),
    _code("education", "Pendidikan terakhir", 6),
    _code("current_education", "Pendidikan sekarang", 6),
    FieldSpec("occupation", "Pekerjaan", 12, Entry.LISTED, "occupation"),
)
_HOME = (
    FieldSpec("family_relation", "Hubungan dalam keluarga", 6, Entry.CODE, "family_relation"),
    _code("residency", "Status tinggal", 6),
    FieldSpec(
        "current_address", "Alamat sekarang", 12, help="Diisi bila berbeda dari alamat di KK"
    ),
    FieldSpec("phone", "Telepon", 6, example="0812-3456-7890"),
    FieldSpec("email", "Surel", 6),
    FieldSpec("previous_address", "Alamat sebelumnya", 6),
    FieldSpec("previous_nomor_kk", "Nomor KK sebelumnya", 6, Entry.DIGITS),
)
_PARENTS = (
    FieldSpec("parents.father_name", "Nama ayah", 6),
    FieldSpec("parents.father_nik", "NIK ayah", 6, Entry.DIGITS),
    FieldSpec("parents.mother_name", "Nama ibu", 6),
    FieldSpec("parents.mother_nik", "NIK ibu", 6, Entry.DIGITS),
)
_PAPERS = (
    _code("papers.ektp", "Jenis KTP", 6),
    _code("papers.recording_status", "Perekaman KTP-el", 6),
    FieldSpec("papers.ktp_place", "KTP dikeluarkan di", 6),
    FieldSpec("papers.ktp_date", "Tanggal KTP", 6, Entry.DATE),
    FieldSpec("papers.birth_certificate", "Nomor akta lahir", 6),
    FieldSpec("papers.tag_id_card", "Tag kartu", 6),
    FieldSpec("papers.marriage_certificate", "Nomor akta/buku nikah", 6),
    FieldSpec("papers.marriage_date", "Tanggal kawin", 6, Entry.DATE),
    FieldSpec("papers.divorce_certificate", "Nomor akta cerai", 6),
    FieldSpec("papers.divorce_date", "Tanggal cerai", 6, Entry.DATE),
    _code("papers.insurance", "Asuransi kesehatan", 6),
    FieldSpec("papers.insurance_number", "Nomor asuransi", 6),
    FieldSpec("papers.employment_insurance", "BPJS Ketenagakerjaan", 6),
    FieldSpec("papers.passport", "Nomor paspor", 6),
    FieldSpec("papers.passport_expiry", "Paspor berlaku sampai", 6, Entry.DATE),
    FieldSpec("papers.kitas", "Nomor KITAS", 6),
)
_ADAT = (
    FieldSpec("suku", "Suku, menurut garis ibu", 6, Entry.PROPOSED, example="Koto"),
    FieldSpec("ethnic_group", "Suku bangsa", 6, example="Minangkabau"),
    FieldSpec("kaum", "Kaum (boleh kosong)", 6),
    FieldSpec("penghulu", "Penghulu (boleh kosong)", 6, example="Dt. Bandaro"),
)
_BIRTH = (
    FieldSpec("birth.time", "Jam lahir", 4, example="04.30"),
    _code("birth.place_kind", "Tempat dilahirkan", 8, "birth_place_kind"),
    _code("birth.kind", "Jenis kelahiran", 4, "birth_kind"),
    _code("birth.helper", "Penolong kelahiran", 8, "birth_helper"),
    FieldSpec("birth.order", "Anak ke", 4, Entry.NUMBER),
    FieldSpec("birth.weight", "Berat lahir (gram)", 4, Entry.NUMBER),
    FieldSpec("birth.length", "Panjang lahir (cm)", 4, Entry.NUMBER),
)
_OTHER = (
    _code("language", "Dapat membaca huruf", 6),
    FieldSpec("origin_country", "Negara asal", 6),
    FieldSpec("latitude", "Lintang rumah", 6, example="-0,3055"),
    FieldSpec("longitude", "Bujur rumah", 6, example="100,3692"),
    FieldSpec("note", "Catatan", 12, Entry.AREA),
)
_RESTRICTED = (
    _code("restricted.disability", "Disabilitas", 6),
    _code("restricted.chronic_illness", "Sakit menahun", 6),
    _code("restricted.pregnancy", "Kehamilan", 6),
    _code("restricted.family_planning", "Cara KB", 6),
)

HOME = "home"
RESTRICTED = "restricted"
SECTIONS = (
    Section("identity", "Identitas", _IDENTITY),
    Section(HOME, "Keluarga && alamat", _HOME),
    Section("parents", "Orang tua", _PARENTS),
    Section("papers", "Dokumen", _PAPERS),
    Section("adat", "Adat", _ADAT),
    Section("birth", "Kelahiran", _BIRTH),
    Section("other", "Lainnya", _OTHER),
    Section(RESTRICTED, "Kesehatan, terbatas", _RESTRICTED, restricted=True),
)
SPECS = {spec.path: spec for section in SECTIONS for spec in section.fields}
