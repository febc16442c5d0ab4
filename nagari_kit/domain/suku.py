"""The Minang clans that an office is offered at first; its own list takes their place."""

from __future__ import annotations

FIRST_SUKU = (
    "Bendang",
    "Bodi",
    "Caniago",
    "Dalimo",
    "Guci",
    "Jambak",
    "Koto",
    "Kutianyir",
    "Malayu",
    "Mandahiliang",
    "Mandaliko",
    "Panai",
    "Panyalai",
    "Patapang",
    "Piliang",
    "Pisang",
    "Pitopang",
    "Sikumbang",
    "Simabur",
    "Sumagek",
    "Tanjung",
)
"""Clans that are met all over the rantau and the darek; sub-clans are the nagari's to add."""

LONGEST = 40


def tidy_suku(text: str) -> str:
    """Without outer and double blanks, and without the word "Suku" in front of it."""
    words = text.split()
    if len(words) > 1 and words[0].casefold() == "suku":
        words = words[1:]
    return " ".join(words)


def fault(name: str) -> str:
    """Why this cannot be the name of a clan, as a sentence, or ""."""
    if not any(sign.isalpha() for sign in name):
        return "Nama suku belum diisi."
    if any(sign.isdigit() for sign in name):
        return "Nama suku tidak memuat angka."
    if len(name) > LONGEST:
        return f"Nama suku paling panjang {LONGEST} huruf."
    return ""
