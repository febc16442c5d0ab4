"""NIK, the number of a person: what its structure says, what is wrong and what is only doubtful.

Sixteen digits `PPKKCC DDMMYY SSSS`: area of first registration, birth date (women: day + 40),
serial. A NIK stays for life and follows no correction, so that a mismatch with the stored facts is
a doubt, never a fault (UU 23/2006 jo. 24/2013 pasal 13).
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from nagari_kit.domain.residents import Sex

LENGTH = 16
WOMEN_DAY_OFFSET = 40
_SUMATERA = range(11, 22)
_JAWA_TO_NUSA = (*range(31, 37), *range(51, 54))
_KALIMANTAN_TO_PAPUA = (*range(61, 66), *range(71, 77), 81, 82, *range(91, 97))
PROVINCES = frozenset(
    str(code) for code in (*_SUMATERA, *_JAWA_TO_NUSA, *_KALIMANTAN_TO_PAPUA) if code != 20
)
_DIGITS = re.compile(r"[0-9]{16}\Z")


@dataclass(frozen=True, slots=True)
class NikParts:
    """What the digits say. `area` is PPKKCC; `two_digit_year` has no century."""

    area: str
    sex: Sex
    day: int
    month: int
    two_digit_year: int
    serial: int

    def could_be_born(self, born: date) -> bool:
        """Whether day, month and the last two digits of the year are those of `born`."""
        return (self.day, self.month, self.two_digit_year) == (
            born.day,
            born.month,
            born.year % 100,
        )


def compact(text: str) -> str:
    """The digits without the blanks, dots and hyphens that people type between them."""
    return re.sub(r"[\s.\-]", "", text)


def fault(nik: str) -> str:
    """Why this cannot be a NIK, as a sentence, or "" when its structure is possible."""
    if not _DIGITS.match(nik):
        return "NIK harus 16 angka."
    if len(set(nik)) == 1:
        return "NIK tidak mungkin terdiri dari satu angka yang sama."
    if nik[:2] not in PROVINCES:
        return f"Dua angka pertama NIK ({nik[:2]}) bukan kode provinsi."
    day = int(nik[6:8])
    if not (1 <= day <= 31 or 1 <= day - WOMEN_DAY_OFFSET <= 31):
        return f"Angka ke-7 dan ke-8 NIK ({nik[6:8]}) bukan tanggal lahir."
    if not 1 <= int(nik[8:10]) <= 12:
        return f"Angka ke-9 dan ke-10 NIK ({nik[8:10]}) bukan bulan lahir."
    if nik[12:] == "0000":
        return "Empat angka terakhir NIK tidak boleh 0000."
    return ""


def parts(nik: str) -> NikParts:
    """What a NIK without fault says. Raises ValueError for one that has a fault."""
    if reason := fault(nik):
        raise ValueError(reason)
    return _said(nik)


def _said(nik: str) -> NikParts:
    day = int(nik[6:8])
    woman = day > WOMEN_DAY_OFFSET
    return NikParts(
        area=nik[:6],
        sex=Sex.FEMALE if woman else Sex.MALE,
        day=day - WOMEN_DAY_OFFSET if woman else day,
        month=int(nik[8:10]),
        two_digit_year=int(nik[10:12]),
        serial=int(nik[12:]),
    )


def has_possible_date(nik: str) -> bool:
    """Whether its day exists in 19YY or 20YY (310299 does not). The NIK must have no fault."""
    return _is_possible(parts(nik))


def _is_possible(said: NikParts) -> bool:
    return any(
        _exists(century + said.two_digit_year, said.month, said.day) for century in (1900, 2000)
    )


def doubts(
    nik: str,
    *,
    birth_date: date | None = None,
    sex: Sex | None = None,
    known_areas: Collection[str] | None = None,
) -> tuple[str, ...]:
    """Sentences on what does not agree with the stored facts; none when the NIK has a fault.

    `known_areas`: kecamatan codes PPKKCC of today; older codes exist, so it is a doubt only.
    """
    if fault(nik):
        return ()
    said = _said(nik)
    found = []
    if birth_date is None or not said.could_be_born(birth_date):
        if not _is_possible(said):
            found.append("Tanggal lahir di dalam NIK tidak ada di kalender.")
        elif birth_date is not None:
            found.append("Tanggal lahir di dalam NIK berbeda dengan tanggal lahir yang tercatat.")
    if sex is not None and said.sex is not sex:
        found.append("Jenis kelamin menurut NIK berbeda dengan yang tercatat.")
    if known_areas is not None and said.area not in known_areas:
        found.append(f"Kode kecamatan {said.area} di dalam NIK tidak ada di daftar sekarang.")
    return tuple(found)


def masked(nik: str) -> str:
    """`1306 99•• •••• 0003`, for screens that show more than one person."""
    hidden = f"{nik[:6]}{'•' * (len(nik) - 10)}{nik[-4:]}" if len(nik) == LENGTH else "•" * len(nik)
    return " ".join(hidden[start : start + 4] for start in range(0, len(hidden), 4))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
