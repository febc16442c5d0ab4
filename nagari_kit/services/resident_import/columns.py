"""The 43 columns of the residents' spreadsheet of OpenSID 3.4, and what stands in each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class CellKind(Enum):
    """How the text of a cell is understood."""

    TEXT = "text"
    NAME = "name"
    NIK = "nik"
    PARENT_NIK = "parent_nik"
    NOMOR_KK = "nomor_kk"
    CODE = "code"
    DATE = "date"
    AREA = "area"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `title` is what the officer reads; `code_list` names a list of `code_lists`."""

    heading: str
    title: str
    kind: CellKind = CellKind.TEXT
    code_list: str = ""
    limit: int = 200


COLUMNS: tuple[Column, ...] = (
    Column("alamat", "Alamat KK"),
    Column("dusun", "Jorong", CellKind.AREA, limit=50),
    Column("rw", "RW", CellKind.AREA, limit=10),
    Column("rt", "RT", CellKind.AREA, limit=10),
    Column("nama", "Nama", CellKind.NAME, limit=100),
    Column("no_kk", "No. KK", CellKind.NOMOR_KK),
    Column("nik", "NIK", CellKind.NIK),
    Column("sex", "Jenis kelamin", CellKind.CODE, "sex"),
    Column("tempatlahir", "Tempat lahir", limit=100),
    Column("tanggallahir", "Tanggal lahir", CellKind.DATE),
    Column("agama_id", "Agama", CellKind.CODE, "religion"),
    Column("pendidikan_kk_id", "Pendidikan dalam KK", CellKind.CODE, "education"),
    Column("pendidikan_sedang_id", "Pendidikan sekarang", CellKind.CODE, "current_education"),
    Column("pekerjaan_id", "Pekerjaan", CellKind.CODE, "occupation"),
    Column("status_kawin", "Status kawin", CellKind.CODE, "marital_status"),
    Column("kk_level", "Hubungan dalam KK", CellKind.CODE, "family_relation"),
    Column("warganegara_id", "Kewarganegaraan", CellKind.CODE, "citizenship"),
    Column("ayah_nik", "NIK ayah", CellKind.PARENT_NIK),
    Column("nama_ayah", "Nama ayah", limit=100),
    Column("ibu_nik", "NIK ibu", CellKind.PARENT_NIK),
    Column("nama_ibu", "Nama ibu", limit=100),
    Column("golongan_darah_id", "Golongan darah", CellKind.CODE, "blood_type"),
    Column("akta_lahir", "Akta lahir", limit=40),
    Column("dokumen_pasport", "Paspor", limit=45),
    Column("tanggal_akhir_paspor", "Akhir paspor", CellKind.DATE),
    Column("dokumen_kitas", "KITAS", limit=45),
    Column("akta_perkawinan", "Akta perkawinan", limit=40),
    Column("tanggalperkawinan", "Tanggal perkawinan", CellKind.DATE),
    Column("akta_perceraian", "Akta perceraian", limit=40),
    Column("tanggalperceraian", "Tanggal perceraian", CellKind.DATE),
    Column("cacat_id", "Disabilitas", CellKind.CODE, "disability"),
    Column("cara_kb_id", "Cara KB", CellKind.CODE, "family_planning"),
    Column("hamil", "Kehamilan", CellKind.CODE, "pregnancy"),
    Column("ktp_el", "KTP-el", CellKind.CODE, "ektp"),
    Column("status_rekam", "Status rekam", CellKind.CODE, "recording_status"),
    Column("alamat_sekarang", "Alamat sekarang"),
    Column("status_dasar", "Status dasar", CellKind.CODE, "life_status"),
    Column("suku", "Suku", limit=50),
    Column("tag_id_card", "Tag kartu", limit=17),
    Column("id_asuransi", "Asuransi", CellKind.CODE, "insurance"),
    Column("no_asuransi", "Nomor asuransi", limit=50),
    Column("lat", "Lintang", limit=24),
    Column("lng", "Bujur", limit=24),
)
"""In the order of the spreadsheet; readers take any order."""

HEADINGS: tuple[str, ...] = tuple(column.heading for column in COLUMNS)
BY_HEADING: dict[str, Column] = {column.heading: column for column in COLUMNS}
NEEDED_HEADINGS = frozenset({"nama", "nik", "no_kk", "tanggallahir"})
"""A sheet without these is no residents' sheet of this form."""

REASON_HEADING = "alasan_ditolak"
"""The column of reasons that `write_refused` adds; read back, it is passed over."""
