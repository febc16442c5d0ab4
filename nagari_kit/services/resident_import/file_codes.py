"""A code of the population books from what a cell says: number, label, or a known short form."""

from __future__ import annotations

from functools import lru_cache

from nagari_kit.domain import code_lists

_SHORT_FORMS: dict[str, dict[str, int]] = {
    "sex": {"l": 1, "lk": 1, "lelaki": 1, "pria": 1, "laki": 1, "p": 2, "pr": 2, "wanita": 2,
            "perempuan": 2},
    "religion": {"kristenprotestan": 2, "protestan": 2, "katolik": 3, "buddha": 5, "konghucu": 6,
                 "kepercayaan": 7, "kepercayaanterhadaptuhanyme": 7},
    "marital_status": {
        "bk": 1, "belummenikah": 1, "blmkawin": 1, "lajang": 1, "k": 2, "menikah": 2, "kw": 2,
        "kawintercatat": 2, "kawinbelumtercatat": 2, "ch": 3, "ceraihiduptercatat": 3,
        "ceraihidupbelumtercatat": 3, "cm": 4, "janda": 4, "duda": 4,
    },
    "family_relation": {
        "kk": 1, "kepkeluarga": 1, "kepalakel": 1, "kepkel": 1, "kepala": 1, "istri": 3,
        "isteri": 3, "orangtua": 7, "cucu": 6, "famililain": 9, "famili": 9, "pembantu": 10,
        "anakkandung": 4, "anaktiri": 4, "lain": 11, "lainlain": 11,
    },
    "citizenship": {"indonesia": 1, "warganegaraindonesia": 1, "warganegaraasing": 2},
    "blood_type": {"tdkth": 13, "tidaktahu": 13, "tdktahu": 13, "tidakdiketahui": 13},
    "life_status": {
        "pindahdalamnegeri": 3, "pindahluarnegeri": 3, "meninggal": 2, "meninggaldunia": 2,
        "wafat": 2, "aktif": 1, "ada": 1,
    },
    "residency": {"penduduktetap": 1, "penduduktidaktetap": 2},
    "ektp": {"ktpel": 2, "ektp": 2, "ktpelektronik": 2, "sudah": 2, "belum": 1, "kia": 1, "3": 1},
    "recording_status": {"sudah": 3, "belum": 2, "sudahrekam": 3, "belumrekam": 2},
    "education": {
        "belumsekolah": 1, "tidaksekolah": 1, "belumtamatsd": 2, "tidaktamatsd": 2, "sd": 3,
        "tamatsd": 3, "sdsederajat": 3, "sltpsederajat": 4, "smp": 4, "smpsederajat": 4, "mts": 4,
        "sltasederajat": 5, "sma": 5, "smk": 5, "smasederajat": 5, "ma": 5, "d1": 6, "d2": 6,
        "diplomaiii": 7, "akademidiplomaiiisarjanamuda": 7, "akademidiplomaiiismuda": 7, "d3": 7,
        "diiii": 7, "diii": 7, "d4": 8, "s1": 8, "diplomaivstratai": 8, "sarjana": 8, "strata1": 8,
        "s2": 9, "strataii": 9, "strata2": 9, "s3": 10, "strataiii": 10, "strata3": 10,
    },
    "occupation": {
        "tidakbekerja": 1, "belumbekerja": 1, "irt": 2, "iburumahtangga": 2, "pelajar": 3,
        "mahasiswa": 3, "pensiun": 4, "pegawainegerisipil": 5, "pegawainegerisipilpns": 5,
        "asn": 5, "tentaranasionalindonesia": 6, "tentaranasionalindonesiatni": 6,
        "kepolisianri": 7, "kepolisianripolri": 7, "petani": 9, "pekebun": 9, "petaniperkebunan": 9,
        "nelayan": 11, "swasta": 15, "buruh": 19, "buruhtani": 20, "bidan": 73, "supir": 81,
        "dagang": 84, "wiraswata": 88, "lainlain": 89,
    },
}  # fmt: skip
"""Forms that exports of several programs use beside the labels of the books."""


def code_in_file(list_name: str, text: str) -> int | None:
    """The code, or None when the list does not know it. Capitals, spaces and signs do not count."""
    table = _table(list_name)
    exact = table.get(text.casefold())
    return exact if exact is not None else table.get(_plain(text))


@lru_cache(maxsize=32)
def _table(list_name: str) -> dict[str, int]:
    table: dict[str, int] = {}
    for code, label in code_lists.LISTS[list_name].items():
        # Blood types differ by their sign alone, so labels are known in both forms.
        table.setdefault(_plain(label), code)
        table[label.casefold()] = code
        table[str(code)] = code
    for form, code in _SHORT_FORMS.get(list_name, {}).items():
        table.setdefault(form, code)
    return table


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
