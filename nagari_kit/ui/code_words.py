"""How screens write the labels of the code lists, which the KK prints in capitals."""

from __future__ import annotations

from collections.abc import Mapping

_ABBREVIATIONS = frozenset(
    {"SD", "SLTP", "SLTA", "TK", "WNI", "WNA", "PNS", "TNI", "POLRI", "BUMN", "BUMD", "KTP-EL",
     "DPR-RI", "DPD", "BPK", "DPRD", "SD/SEDERAJAT", "A", "B", "AB", "O", "A+", "A-", "B+", "B-",
     "AB+", "AB-", "O+", "O-", "IUD", "KB", "BPJS", "PBI", "NON", "I", "II", "III", "IV", "TBC",
     "HIV/AIDS", "RS/RB", "D-1", "D-2", "D-3", "S-1", "S-2", "S-3", "SLB", "C", "I/II"}
)  # fmt: skip
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
    """`TAMAT SD/SEDERAJAT` -> `Tamat SD/SEDERAJAT`: no shouting, abbreviations kept."""
    if any(letter.islower() for letter in words):
        return words
    low = " ".join(word if word in _ABBREVIATIONS else word.lower() for word in words.split())
    return low[:1].upper() + low[1:]


def code_words(labels: Mapping[int, str], code: int | None) -> str:
    """The label of a code as one reads it, or ""."""
    return calm(labels.get(code or 0, ""))
