"""A number pattern in the officer's words: `[kode]/[urut · 3 angka]` for `{kode}/{urut:3}`."""

from __future__ import annotations

import re

_WORDS = {
    "kode": "kode klasifikasi",
    "urut": "urut",
    "jenis": "jenis",
    "unit": "unit / kasi",
    "wn": "singkatan kantor",
    "bulan_romawi": "bulan romawi",
    "bulan": "bulan angka",
    "tahun": "tahun",
    "tahun:2": "tahun · 2 angka",
    "kode_desa": "kode nagari",
}
_TOKENS = {words.casefold(): token for token, words in _WORDS.items()}
_PART = re.compile(r"\[([^{}\[\]]*)\]")
_PIECE = re.compile(r"\{([^{}]*)\}")
_DIGITS = re.compile(r"urut:([0-6])\Z")
_DIGIT_WORDS = re.compile(r"urut *[·,]? *([0-6]) *angka\Z")
_KIN = (
    ("urut", *(f"urut:{digits}" for digits in range(2, 7))),
    ("bulan_romawi", "bulan"),
    ("tahun", "tahun:2"),
    ("unit", "wn"),
)
"""Parts that an officer may change one into the other."""


def part_words(token: str) -> str:
    """`urut · 3 angka` for `urut:3`; a token that has no words as it stands."""
    digits = _DIGITS.match(token)
    return f"urut · {digits.group(1)} angka" if digits else _WORDS.get(token, token)


def is_part(token: str) -> bool:
    """Whether there is such a part."""
    return token in _WORDS or _DIGITS.match(token) is not None


def kin_of(token: str) -> tuple[str, ...]:
    """The parts that may stand in place of this one, itself among them."""
    return next((kin for kin in _KIN if token in kin), (token,))


def pieces_of(pattern: str) -> list[tuple[bool, str]]:
    """The pattern cut into parts (True, token) and what stands between them (False, text)."""
    found, end = [], 0
    for match in _PIECE.finditer(pattern):
        if is_part(match.group(1)):
            found += [(False, pattern[end : match.start()]), (True, match.group(1))]
            end = match.end()
    found.append((False, pattern[end:]))
    return [(is_token, text) for is_token, text in found if text]


def in_words(pattern: str) -> str:
    """The pattern as the officer reads it."""
    return _PIECE.sub(lambda token: f"[{part_words(token.group(1))}]", pattern)


def from_words(text: str) -> str:
    """The pattern that is meant; tokens in braces may stand in it too."""
    return _PART.sub(lambda part: f"{{{_token(part.group(1))}}}", text)


def _token(words: str) -> str:
    plain = " ".join(words.split()).casefold()
    digits = _DIGIT_WORDS.match(plain)
    return f"urut:{digits.group(1)}" if digits else _TOKENS.get(plain, words.strip())
