"""Patterns of letter numbers: their parts, what is wrong with one, a number made and read.

No law fixes the form; offices of one province differ (Permendagri 83/2022 gives the codes only).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

MAX_PATTERN = 80
MAX_SEQUENCE = 999_999
ROOM = "   "
"""What stands for the counter in a number that is written by hand later."""

_TOKEN = re.compile(r"\{([^{}]*)\}")
_SEQUENCE = re.compile(r"urut(?::([0-6]))?\Z")
_ALLOWED_TEXT = re.compile(r"[A-Za-z0-9 ./,:_()\-]*\Z")
_PLAIN_TOKENS = frozenset(
    {"kode", "jenis", "unit", "wn", "bulan_romawi", "bulan", "tahun", "tahun:2", "kode_desa"}
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_BESIDE = re.compile(r"(.?)\{urut(?::[0-6])?\}(.?)")


@dataclass(frozen=True, slots=True)
class NumberFacts:
    """What the tokens stand for. `classification` is the archive code, `kind` the letter's sign.

    `unit` is who keeps the letter ("TUU", "PEL", "Kesra"), `short_name` the office's own short
    code ("WN-KA-UG").
    """

    classification: str
    kind: str
    unit: str
    village_code: str
    issue_date: date
    short_name: str = ""


EXAMPLE = NumberFacts("400.10.2.2", "SKU", "PEL", "13.06.99.2001", date(2026, 1, 15), "KN")


def is_plain_text(text: str) -> bool:
    """Whether a text holds only what may stand in a number."""
    return _ALLOWED_TEXT.match(text) is not None


def pattern_fault(pattern: str, reset: str, facts: NumberFacts = EXAMPLE) -> str:
    """Why a pattern cannot be used with a counter that starts anew so (`NumberRule.reset`), or "".

    `facts`: of the letter that a number given twice is shown for.
    """
    if not pattern.strip():
        return "Pola nomor belum diisi."
    if len(pattern) > MAX_PATTERN:
        return f"Pola nomor paling panjang {MAX_PATTERN} huruf."
    tokens = _TOKEN.findall(pattern)
    for token in tokens:
        if token not in _PLAIN_TOKENS and not _SEQUENCE.match(token):
            return f"Bagian “{token}” tidak dikenal. Pakai bagian yang ada di daftar."
    return (
        _text_fault(pattern)
        or _sequence_fault(pattern, tokens)
        or _period_fault(pattern, frozenset(tokens), reset, facts)
    )


def _text_fault(pattern: str) -> str:
    rest = _TOKEN.sub("", pattern)
    if "{" in rest or "}" in rest:
        return "Kurung di dalam pola tidak lengkap. Pilih bagiannya dari daftar."
    if not _ALLOWED_TEXT.match(rest):
        return (
            "Di antara bagian hanya boleh huruf, angka, spasi, titik, koma, garis miring dan strip."
        )
    return ""


def _sequence_fault(pattern: str, tokens: list[str]) -> str:
    if sum(1 for token in tokens if _SEQUENCE.match(token)) != 1:
        return "Pola harus memuat nomor urut tepat satu kali."
    plain = "".join(pattern.split()).replace("{bulan_romawi}", "I")
    beside = _BESIDE.search(plain)
    if beside is not None and any(one.isdigit() or one in "{}" for one in beside.groups() if one):
        return (
            "Beri garis miring atau titik di kiri dan kanan nomor urut. Tanpa itu urut 1 sesudah "
            "angka 11 dan urut 11 sesudah angka 1 tercetak sama: 111."
        )
    return ""


def _period_fault(pattern: str, tokens: frozenset[str], reset: str, facts: NumberFacts) -> str:
    """A counter that starts anew prints its first number again unless the period stands in it."""
    number = render_number(pattern, 1, facts)
    if reset != "never" and not tokens & {"tahun", "tahun:2"}:
        return (
            f"Nomor {number} akan keluar dua kali: tahun ini dan tahun depan. "
            "Tambahkan “tahun”, sebab nomor yang mulai lagi dari 1 harus memuat tahunnya."
        )
    if reset == "month" and not tokens & {"bulan", "bulan_romawi"}:
        return (
            f"Nomor {number} akan keluar dua kali: bulan ini dan bulan depan. "
            "Tambahkan “bulan”, sebab nomor yang mulai lagi tiap bulan harus memuat bulannya."
        )
    return ""


def render_number(pattern: str, sequence: int, facts: NumberFacts) -> str:
    """The number as printed. The pattern must have no unknown part."""
    return _filled(pattern, facts, lambda width: str(sequence).zfill(width))


def blank_number(pattern: str, facts: NumberFacts, room: str = ROOM) -> str:
    """The number with `room` for the hand in place of the counter."""
    return _filled(pattern, facts, lambda _width: room)


def sequence_in(pattern: str, number: str, facts: NumberFacts) -> int | None:
    """The counter of a number that somebody typed, or None when it is not of this pattern.

    Blanks and capitals do not count; digits alone are the counter itself.
    """
    typed = comparable(number)
    if typed.isascii() and typed.isdigit():
        found = int(typed)
    else:
        mark = "\N{OBJECT REPLACEMENT CHARACTER}"
        before, _, after = comparable(blank_number(pattern, facts, mark)).partition(mark)
        digits = re.fullmatch(f"{re.escape(before)}([0-9]+){re.escape(after)}", typed)
        if digits is None:
            return None
        found = int(digits.group(1))
    return found if 1 <= found <= MAX_SEQUENCE else None


def comparable(number: str) -> str:
    """A number as it is looked for: without blanks, capitals do not count."""
    return "".join(number.split()).casefold()


def width_of(pattern: str) -> int:
    """The figures that the counter has at least."""
    counters = [_SEQUENCE.match(token) for token in _TOKEN.findall(pattern)]
    return max((int(one.group(1) or 0) for one in counters if one is not None), default=0)


def _filled(pattern: str, facts: NumberFacts, counter: Callable[[int], str]) -> str:
    month, year = facts.issue_date.month, facts.issue_date.year
    words = {
        "kode": facts.classification,
        "jenis": facts.kind,
        "unit": facts.unit,
        "wn": facts.short_name,
        "bulan_romawi": _ROMAN[month - 1],
        "bulan": f"{month:02d}",
        "tahun": str(year),
        "tahun:2": f"{year % 100:02d}",
        "kode_desa": facts.village_code,
    }

    def word(match: re.Match[str]) -> str:
        found = _SEQUENCE.match(match.group(1))
        return words[match.group(1)] if found is None else counter(int(found.group(1) or 0))

    return _TOKEN.sub(word, pattern)
