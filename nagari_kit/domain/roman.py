"""Roman numerals, as sections and generations are counted on paper."""

from __future__ import annotations

LARGEST_ROMAN = 3999
_SIGNS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def roman(number: int) -> str:
    """`XIV`. Raises ValueError outside 1 to LARGEST_ROMAN."""
    if not 1 <= number <= LARGEST_ROMAN:
        raise ValueError(number)
    written = ""
    for value, sign in _SIGNS:
        count, number = divmod(number, value)
        written += sign * count
    return written
