"""How screens write the labels of the code lists, which the KK prints in capitals."""

from __future__ import annotations

import re
from collections.abc import Mapping

_ABBREVIATIONS = frozenset(
    {"SD", "SLTP", "SLTA", "TK", "WNI", "WNA", "PNS", "TNI", "POLRI", "BUMN", "BUMD",
     "DPR-RI", "DPR", "RI", "DPD", "BPK", "DPRD", "MA", "A", "B", "AB", "O", "A+", "A-", "B+", "B-",
     "AB+", "AB-", "O+", "O-", "IUD", "KB", "BPJS", "PBI", "NON", "I", "II", "III", "IV", "TBC",
     "HIV", "AIDS", "RS", "RB", "D-1", "D-2", "D-3", "S-1", "S-2", "S-3", "SLB", "C", "S."}
)  # fmt: skip
_NAMES = {
    "STRATA": "Strata", "DIPLOMA": "Diploma", "MUDA": "Muda", "TUHAN": "Tuhan", "ESA": "Esa",
    "MAHA": "Maha", "KTP-EL": "KTP-el", "LATIN": "Latin", "ARAB": "Arab",
}  # fmt: skip
_PARTS = re.compile(r"[^ /,()]+")
RECORDING: Mapping[int, str] = {
    1: "Belum wajib",
    2: "Belum rekam",
    3: "Sudah rekam",
    4: "Kartu sudah dicetak",
    5: "Siap dicetak",
    6: "Kartu dikirim",
    7: "Dikirim untuk dicetak",
    8: "Kartu sudah diterima",
}
"""`recording_status`, whose official labels are half English."""


def calm(words: str) -> str:
    """`DIPLOMA IV/STRATA I` -> `Diploma IV/Strata I`, `TAMAT SD/SEDERAJAT` -> `Tamat SD/sederajat`.

    No shouting; abbreviations and roman numerals keep their capitals.
    """
    if any(letter.islower() for letter in words):
        return words
    low = _PARTS.sub(lambda found: _calm_part(found[0]), " ".join(words.split()))
    return low[:1].upper() + low[1:]


def _calm_part(word: str) -> str:
    return word if word in _ABBREVIATIONS else _NAMES.get(word, word.lower())


def code_words(labels: Mapping[int, str], code: int | None) -> str:
    """The label of a code as one reads it, or ""."""
    return calm(labels.get(code or 0, ""))
