"""A number pattern in the officer's words: `[Kode arsip]/[Urut, 3 angka]` for `{kode}/{urut:3}`."""

from __future__ import annotations

import re

_WORDS = {
    "kode": "Kode arsip",
    "urut": "Urut",
    "jenis": "Singkatan surat",
    "unit": "Kode kantor",
    "bulan_romawi": "Bulan romawi",
    "bulan": "Bulan",
    "tahun": "Tahun",
    "kode_desa": "Kode wilayah",
}
_TOKENS = {words.casefold(): token for token, words in _WORDS.items()}
_TOKEN = re.compile(r"\{([^{}\[\]]*)\}")
_PART = re.compile(r"\[([^{}\[\]]*)\]")
_DIGITS = re.compile(r"urut:(\d)\Z")
_DIGIT_WORDS = re.compile(r"urut,? *(\d) *angka\Z")


def part_words(token: str) -> str:
    """`Urut, 3 angka` for `urut:3`; a token that has no words as it stands."""
    digits = _DIGITS.match(token)
    return f"Urut, {digits.group(1)} angka" if digits else _WORDS.get(token, token)


def in_words(pattern: str) -> str:
    """The pattern as the officer reads it."""
    return _TOKEN.sub(lambda token: f"[{part_words(token.group(1))}]", pattern)


def from_words(text: str) -> str:
    """The pattern that is meant; tokens in braces may stand in it too."""
    return _PART.sub(lambda part: f"{{{_token(part.group(1))}}}", text)


def _token(words: str) -> str:
    plain = " ".join(words.split()).casefold()
    digits = _DIGIT_WORDS.match(plain)
    return f"urut:{digits.group(1)}" if digits else _TOKENS.get(plain, words.strip())
