"""How the population books write codes: short, for narrow columns."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from nagari_kit.documents import labels
from nagari_kit.domain.residents import Sex

SEX: Mapping[int, str] = {1: "L", 2: "P"}
MARITAL_STATUS: Mapping[int, str] = {1: "BK", 2: "K", 3: "CH", 4: "CM"}
"""Belum kawin, kawin, cerai hidup, cerai mati."""
RELIGION: Mapping[int, str] = {**labels.RELIGION, 7: "Kepercayaan"}
EDUCATION: Mapping[int, str] = {
    1: "Tidak/belum sekolah",
    2: "Belum tamat SD",
    3: "SD/sederajat",
    4: "SLTP/sederajat",
    5: "SLTA/sederajat",
    6: "Diploma I/II",
    7: "Akademi/Diploma III",
    8: "Diploma IV/Strata I",
    9: "Strata II",
    10: "Strata III",
}
OCCUPATION: Mapping[int, str] = {**labels.OCCUPATION, 5: "PNS", 6: "TNI", 7: "Polri"}
RELATION: Mapping[int, str] = labels.RELATION
LITERACY: Mapping[int, str] = {1: "L", 2: "D", 3: "A", 4: "AL", 5: "AD", 6: "ALD"}
"""Huruf Latin, daerah, Arab, and what is read beside them."""
CITIZENSHIP: Mapping[int, str] = {1: "WNI", 2: "WNA", 3: "DK"}
"""DK: dua kewarganegaraan."""
BLOOD_TYPE: Mapping[int, str] = {
    1: "A", 2: "B", 3: "AB", 4: "O", 5: "A+", 6: "A-", 7: "B+", 8: "B-",
    9: "AB+", 10: "AB-", 11: "O+", 12: "O-",
}  # fmt: skip


def word(words: Mapping[int, str], code: int | None) -> str:
    """The word for a code, "" when it is not known."""
    return words.get(code, "") if code is not None else ""


def sex_letter(sex: Sex | None) -> str:
    """`L`, `P` or ""."""
    return word(SEX, int(sex)) if sex is not None else ""


def short_day(day: date | None) -> str:
    """`24-11-2026`, "" when it is not known."""
    return f"{day:%d-%m-%Y}" if day else ""


def place_and_day(place: str, day: date | None) -> str:
    """`Koto Contoh,` over `24-11-2026`, as far as it is known."""
    if not day:
        return place
    return f"{place},\n{short_day(day)}" if place else short_day(day)


def full_address(address: str, rt: str, rw: str, area_word: str, area: str) -> str:
    """Street, RT/RW and sub-area; the sub-area once, though the street may name it already."""
    parts = [address.strip()]
    house = "/".join(part for part in (rt.strip(), rw.strip()) if part.strip("0 -"))
    if house:
        parts.append(f"RT/RW {house}" if "/" in house else f"RT {house}")
    if area and area.casefold() not in address.casefold():
        parts.append(f"{area_word.capitalize()} {area}")
    return ", ".join(part for part in parts if part)
