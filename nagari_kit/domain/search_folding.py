"""Folds names to what they sound like, so that Muhammad, Mohamad and M. find each other."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_MUHAMMAD = frozenset(
    {
        "M", "MD", "MUH", "MHD", "MOH", "MOHD", "MUHD", "MUHAMAD", "MUHAMMAD", "MUHAMED",
        "MOHAMAD", "MOHAMMAD", "MOHAMED", "MOHAMMED", "MOCHAMAD", "MOCHAMMAD", "MUCHAMAD",
    }
)  # fmt: skip
_AHMAD = frozenset({"ACHMAD", "AKHMAD", "AHMAD", "AHMED"})
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("OE", "U"), ("DJ", "J"), ("TJ", "C"), ("SJ", "S"), ("SY", "S"), ("DZ", "Z"),
        ("CH", "H"), ("KH", "H"), ("PH", "F"), ("TH", "T"), ("DH", "D"),
        ("V", "F"), ("Q", "K"), ("Y", "I"), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
_APOSTROPHES = re.compile("['’‘`´ʼ]")
_BETWEEN_DIGITS = re.compile(r"[\W_]+")
_SPLIT = re.compile(r"[^A-Z0-9]+")


def folded_words(text: str) -> tuple[str, ...]:
    """The folded words of a name or of what was typed: capitals A to Z and digits only."""
    return tuple(_fold_word(word) for word in literal_words(text))


def literal_words(text: str) -> tuple[str, ...]:
    """The words as they are spelled, in capitals A to Z and digits only."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text)).upper()
    ascii_text = plain.encode("ascii", "ignore").decode("ascii")
    return tuple(word for word in _SPLIT.split(ascii_text) if word)


def indexed_words(text: str) -> str:
    """What the search index stores of a name: its words as spelled and as folded, each once."""
    return " ".join(dict.fromkeys((*literal_words(text), *folded_words(text))))


def folded(text: str) -> str:
    """The folded words with one blank between."""
    return " ".join(folded_words(text))


def typed_number(text: str) -> str:
    """The digits when the officer types a NIK or KK number, else "".

    Blanks, dots, hyphens and the invisible signs that come with a copied number do not count.
    """
    compact = _BETWEEN_DIGITS.sub("", text)
    return compact if compact.isascii() and compact.isdigit() else ""


@lru_cache(maxsize=65_536)
def _fold_word(word: str) -> str:
    if word in _MUHAMMAD:
        return "MUHAMAD"
    if word in _AHMAD:
        return "AHMAD"
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word
