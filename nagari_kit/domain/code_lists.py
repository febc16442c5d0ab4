"""Codes of the population books and their labels as the KK prints them.

Source: the lists of the Dukcapil family card, numbered as the OpenSID exchange format does.
"""

from __future__ import annotations

from collections.abc import Mapping

SEX: Mapping[int, str] = {
    1: "LAKI-LAKI",
    2: "PEREMPUAN",
}
RELIGION: Mapping[int, str] = {
    1: "ISLAM",
    2: "KRISTEN",
    3: "KATHOLIK",
    4: "HINDU",
    5: "BUDHA",
    6: "KHONGHUCU",
    7: "Kepercayaan Terhadap Tuhan YME/Lainnya",
}
EDUCATION: Mapping[int, str] = {
    1: "TIDAK/BELUM SEKOLAH",
    2: "BELUM TAMAT SD/SEDERAJAT",
    3: "TAMAT SD/SEDERAJAT",
    4: "SLTP",
    5: "SLTA",
    6: "DIPLOMA I/II",
    7: "AKADEMI/DIPLOMA III/S. MUDA",
    8: "DIPLOMA IV/STRATA I",
    9: "STRATA II",
    10: "STRATA III",
}
CURRENT_EDUCATION: Mapping[int, str] = {
    1: "BELUM MASUK TK",
    2: "SEDANG TK",
    3: "TIDAK PERNAH SEKOLAH",
    4: "SEDANG SD",
    5: "TIDAK TAMAT SD",
    6: "SEDANG SLTP",
    7: "SEDANG SLTA",
    8: "D-1",
    9: "D-2",
    10: "D-3",
    11: "S-1",
    12: "S-2",
    13: "S-3",
    14: "SLB A",
    15: "SLB B",
    16: "SLB C",
    17: "TIDAK DAPAT MEMBACA DAN MENULIS HURUF LATIN/ARAB",
    18: "TIDAK SEDANG SEKOLAH",
}
MARITAL_STATUS: Mapping[int, str] = {
    1: "BELUM KAWIN",
    2: "KAWIN",
    3: "CERAI HIDUP",
    4: "CERAI MATI",
}
FAMILY_RELATION: Mapping[int, str] = {
    1: "KEPALA KELUARGA",
    2: "SUAMI",
    3: "ISTRI",
    4: "ANAK",
    5: "MENANTU",
    6: "CUCU",
    7: "ORANGTUA",
    8: "MERTUA",
    9: "FAMILI LAIN",
    10: "PEMBANTU",
    11: "LAINNYA",
}
CITIZENSHIP: Mapping[int, str] = {
    1: "WNI",
    2: "WNA",
    3: "DUA KEWARGANEGARAAN",
}
BLOOD_TYPE: Mapping[int, str] = {
    1: "A",
    2: "B",
    3: "AB",
    4: "O",
    5: "A+",
    6: "A-",
    7: "B+",
    8: "B-",
    9: "AB+",
    10: "AB-",
    11: "O+",
    12: "O-",
    13: "TIDAK TAHU",
}
DISABILITY: Mapping[int, str] = {
    1: "FISIK",
    2: "NETRA/BUTA",
    3: "RUNGU/WICARA",
    4: "MENTAL/JIWA",
    5: "FISIK DAN MENTAL",
    6: "LAINNYA",
    7: "TIDAK CACAT",
}
FAMILY_PLANNING: Mapping[int, str] = {
    1: "Pil",
    2: "IUD",
    3: "Suntik",
    4: "Kondom",
    5: "Susuk KB",
    6: "Sterilisasi Wanita",
    7: "Sterilisasi Pria",
    99: "Lainnya",
}
PREGNANCY: Mapping[int, str] = {
    1: "HAMIL",
    2: "TIDAK HAMIL",
}
EKTP: Mapping[int, str] = {
    1: "BELUM",
    2: "KTP-EL",
}
RECORDING_STATUS: Mapping[int, str] = {
    1: "BELUM WAJIB",
    2: "BELUM REKAM",
    3: "SUDAH REKAM",
    4: "CARD PRINTED",
    5: "PRINT READY RECORD",
    6: "CARD SHIPPED",
    7: "SENT FOR CARD PRINTING",
    8: "CARD ISSUED",
}
LIFE_STATUS: Mapping[int, str] = {
    1: "HIDUP",
    2: "MATI",
    3: "PINDAH",
    4: "HILANG",
    6: "PERGI",
    9: "TIDAK VALID",
}
RESIDENCY: Mapping[int, str] = {
    1: "TETAP",
    2: "TIDAK TETAP",
}
CHRONIC_ILLNESS: Mapping[int, str] = {
    1: "JANTUNG",
    2: "LEVER",
    3: "PARU-PARU",
    4: "KANKER",
    5: "STROKE",
    6: "DIABETES MELITUS",
    7: "GINJAL",
    8: "MALARIA",
    9: "LEPRA/KUSTA",
    10: "HIV/AIDS",
    11: "GILA/STRESS",
    12: "TBC",
    13: "ASTHMA",
    14: "TIDAK ADA",
}
LANGUAGE: Mapping[int, str] = {
    1: "Latin",
    2: "Daerah",
    3: "Arab",
    4: "Arab dan Latin",
    5: "Arab dan Daerah",
    6: "Arab, Latin dan Daerah",
}
"""What somebody reads and writes, as book B.1 asks it."""
WELFARE: Mapping[int, str] = {
    1: "Pra Sejahtera",
    2: "Keluarga Sejahtera I",
    3: "Keluarga Sejahtera II",
    4: "Keluarga Sejahtera III",
    5: "Keluarga Sejahtera III Plus",
}
BIRTH_PLACE_KIND: Mapping[int, str] = {
    1: "RS/RB",
    2: "Puskesmas",
    3: "Polindes",
    4: "Rumah",
    5: "Lainnya",
}
BIRTH_KIND: Mapping[int, str] = {
    1: "Tunggal",
    2: "Kembar 2",
    3: "Kembar 3",
    4: "Kembar 4",
}
BIRTH_HELPER: Mapping[int, str] = {
    1: "Dokter",
    2: "Bidan/Perawat",
    3: "Dukun",
    4: "Lainnya",
}
CAUSE_OF_DEATH: Mapping[int, str] = {
    1: "Sakit biasa/tua",
    2: "Wabah penyakit",
    3: "Kecelakaan",
    4: "Kriminalitas",
    5: "Bunuh diri",
    6: "Lainnya",
}
DEATH_HELPER: Mapping[int, str] = {
    1: "Dokter",
    2: "Tenaga kesehatan",
    3: "Kepolisian",
    4: "Lainnya",
}
MOVEMENT_SCOPE: Mapping[int, str] = {
    1: "Keluar nagari",
    2: "Keluar kecamatan",
    3: "Keluar kabupaten/kota",
    4: "Keluar provinsi",
}
INSURANCE: Mapping[int, str] = {
    1: "TIDAK/BELUM PUNYA",
    2: "BPJS PBI",
    3: "BPJS NON PBI",
    4: "BPJS BANTUAN DAERAH",
    99: "LAINNYA",
}
OCCUPATION: Mapping[int, str] = {
    1: "BELUM/TIDAK BEKERJA",
    2: "MENGURUS RUMAH TANGGA",
    3: "PELAJAR/MAHASISWA",
    4: "PENSIUNAN",
    5: "PNS",
    6: "TNI",
    7: "POLRI",
    8: "PERDAGANGAN",
    9: "PETANI/PEKEBUN",
    10: "PETERNAK",
    11: "NELAYAN/PERIKANAN",
    12: "INDUSTRI",
    13: "KONSTRUKSI",
    14: "TRANSPORTASI",
    15: "KARYAWAN SWASTA",
    16: "KARYAWAN BUMN",
    17: "KARYAWAN BUMD",
    18: "KARYAWAN HONORER",
    19: "BURUH HARIAN LEPAS",
    20: "BURUH TANI/PERKEBUNAN",
    21: "BURUH NELAYAN/PERIKANAN",
    22: "BURUH PETERNAKAN",
    23: "PEMBANTU RUMAH TANGGA",
    24: "TUKANG CUKUR",
    25: "TUKANG LISTRIK",
    26: "TUKANG BATU",
    27: "TUKANG KAYU",
    28: "TUKANG SOL SEPATU",
    29: "TUKANG LAS/PANDAI BESI",
    30: "TUKANG JAHIT",
    31: "TUKANG GIGI",
    32: "PENATA RIAS",
    33: "PENATA BUSANA",
    34: "PENATA RAMBUT",
    35: "MEKANIK",
    36: "SENIMAN",
    37: "TABIB",
    38: "PARAJI",
    39: "PERANCANG BUSANA",
    40: "PENTERJEMAH",
    41: "IMAM MASJID",
    42: "PENDETA",
    43: "PASTOR",
    44: "WARTAWAN",
    45: "USTADZ/MUBALIGH",
    46: "JURU MASAK",
    47: "PROMOTOR ACARA",
    48: "ANGGOTA DPR-RI",
    49: "ANGGOTA DPD",
    50: "ANGGOTA BPK",
    51: "PRESIDEN",
    52: "WAKIL PRESIDEN",
    53: "ANGGOTA MAHKAMAH KONSTITUSI",
    54: "ANGGOTA KABINET KEMENTERIAN",
    55: "DUTA BESAR",
    56: "GUBERNUR",
    57: "WAKIL GUBERNUR",
    58: "BUPATI",
    59: "WAKIL BUPATI",
    60: "WALIKOTA",
    61: "WAKIL WALIKOTA",
    62: "ANGGOTA DPRD PROVINSI",
    63: "ANGGOTA DPRD KABUPATEN/KOTA",
    64: "DOSEN",
    65: "GURU",
    66: "PILOT",
    67: "PENGACARA",
    68: "NOTARIS",
    69: "ARSITEK",
    70: "AKUNTAN",
    71: "KONSULTAN",
    72: "DOKTER",
    73: "BIDAN",
    74: "PERAWAT",
    75: "APOTEKER",
    76: "PSIKIATER/PSIKOLOG",
    77: "PENYIAR TELEVISI",
    78: "PENYIAR RADIO",
    79: "PELAUT",
    80: "PENELITI",
    81: "SOPIR",
    82: "PIALANG",
    83: "PARANORMAL",
    84: "PEDAGANG",
    85: "PERANGKAT DESA",
    86: "KEPALA DESA",
    87: "BIARAWATI",
    88: "WIRASWASTA",
    89: "LAINNYA",
}

LISTS: Mapping[str, Mapping[int, str]] = {
    "sex": SEX,
    "religion": RELIGION,
    "education": EDUCATION,
    "current_education": CURRENT_EDUCATION,
    "marital_status": MARITAL_STATUS,
    "family_relation": FAMILY_RELATION,
    "citizenship": CITIZENSHIP,
    "blood_type": BLOOD_TYPE,
    "disability": DISABILITY,
    "family_planning": FAMILY_PLANNING,
    "pregnancy": PREGNANCY,
    "ektp": EKTP,
    "recording_status": RECORDING_STATUS,
    "life_status": LIFE_STATUS,
    "insurance": INSURANCE,
    "occupation": OCCUPATION,
    "residency": RESIDENCY,
    "chronic_illness": CHRONIC_ILLNESS,
    "language": LANGUAGE,
    "welfare": WELFARE,
    "birth_place_kind": BIRTH_PLACE_KIND,
    "birth_kind": BIRTH_KIND,
    "birth_helper": BIRTH_HELPER,
    "cause_of_death": CAUSE_OF_DEATH,
    "death_helper": DEATH_HELPER,
    "movement_scope": MOVEMENT_SCOPE,
}
"""Every list by the name of the attribute that holds its code."""


def label(list_name: str, code: int | None) -> str:
    """The label of a code, "" when there is none. Raises KeyError for an unknown list."""
    return LISTS[list_name].get(code, "") if code is not None else ""
