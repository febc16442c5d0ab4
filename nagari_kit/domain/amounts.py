"""Whole numbers and rupiah as Indonesians write and speak them."""

from __future__ import annotations

import re

MAX_SPELLED = 10**15 - 1

_UNITS = (
    "nol", "satu", "dua", "tiga", "empat", "lima",
    "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas",
)  # fmt: skip
_SCALES = (
    (10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (1000, "ribu"), (100, "ratus"),
    (10, "puluh"),
)  # fmt: skip
_RUPIAH = re.compile(
    r"(?:rp\.?\s*)?(\d{1,3}(?:\.\d{3})+|\d{1,15})(?:,00|,-)?\Z", re.IGNORECASE | re.ASCII
)


def grouped(number: int) -> str:
    """`1.242`."""
    return f"{number:,}".replace(",", ".")


def rupiah(amount: int) -> str:
    """`Rp1.250.000`, without a blank (Ejaan Bahasa Indonesia)."""
    return f"Rp{grouped(amount)}" if amount >= 0 else f"-Rp{grouped(-amount)}"


def rupiah_amount(text: str) -> int | None:
    """The rupiah of `Rp 1.250.000,00`, `1.250.000,-` or `1250000`; None for other text."""
    match = _RUPIAH.match(text.strip())
    return int(match.group(1).replace(".", "")) if match else None


def terbilang(number: int) -> str:
    """A whole number in words: `dua puluh satu`. Raises ValueError outside 0 to MAX_SPELLED."""
    if not 0 <= number <= MAX_SPELLED:
        raise ValueError(number)
    if number < len(_UNITS):
        return _UNITS[number]
    if number < 20:
        return f"{_UNITS[number - 10]} belas"
    scale, word = next(pair for pair in _SCALES if number >= pair[0])
    count, rest = divmod(number, scale)
    lead = f"se{word}" if count == 1 and scale in {100, 1000} else f"{terbilang(count)} {word}"
    return f"{lead} {terbilang(rest)}" if rest else lead
