"""Folds names to what they sound like, so that Muhammad, Mohamad and M. find each other.

The rules follow the history of the spelling (van Ophuijsen 1901, Soewandi 1947, EYD 1972), the
ways of writing Arabic in Latin letters, and what Minangkabau speech makes one (F and P, V and F).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

SHORTEST_FOLDED = 3
"""Shorter words stay as they are spelled: `pa` is no `fa`."""

_SAME_WORD = {
    word: meant
    for meant, words in {
        "MUHAMAT": "M MD MUH MHD MOH MOHD MUHD MOCH MUHAMAD MUHAMMAD MUHAMED MUHAMMADD MOHAMAD "
        "MOHAMMAD MOHAMED MOHAMMED MOCHAMAD MOCHAMMAD MUCHAMAD",
        "AHMAT": "ACHMAD AKHMAD AHMAD AHMED ACHMAT",
        "ABDUL": "ABD ABDOEL ABDUL",
        "DATUK": "DT DATUAK DATUK DATOEK",
        "BAGINDO": "BGD BAGINDO BAGINDA",
        "RANGKAIO": "RKY RANGKAYO RANGKAYA",
        "TUANKU": "TK TNK TUANKU TOEANKOE",
        "H": "H HAJI HADJI",
        "HJ": "HJ HAJJAH HAJAH",
    }.items()
    for word in words.split()
}
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        # How it was written before 1947 and before 1972, and in English.
        ("OE|OO|OU", "U"), ("EE", "I"), ("DJ", "J"), ("TJ", "C"), ("SJ", "S"),
        # Two letters for one Arabic sound; Chairul and Khairul, but Chandra, Chaniago, Christina.
        ("CHR", "KR"), ("CHAN", "CAN"), ("CH|KH", "H"), ("SY|SH", "S"), ("DZ|ZH", "Z"),
        ("PH", "F"), ("TH", "T"), ("DH", "D"), ("GH", "G"), ("TS", "S"),
        ("Q", "K"),
        # Names from Europe: Octavia, Claudia, Eric, Monica, Xaverius, Alexander.
        ("CK|C(?=[KLRT])|(?<=[EI])C(?=[AO]?$)", "K"), ("^X", "S"), ("X", "KS"),
        # Minang speech, and what KTP clerks made of it.
        ("[VF]", "P"), ("UANG$", "UNG"), ("IANG$", "ING"), ("UAK$", "UK"), ("IAK$", "IK"),
        ("UIH$", "US"), ("UIK$", "UT"),
        # Zainal, Zaynal, Zaenal, Zenal; Firdaus and Firdaws; Suwardi and Suardi.
        ("AW(?![AEIOU])", "AU"), ("AY(?![AEIOU])", "AI"), ("(?<=.)(?:AI|AE|EI)", "E"),
        ("UW(?=[AEIO])", "U"), ("IE", "I"), ("[YJ]", "I"), (r"(.)\1+", r"\1"),
        # What is hardly heard at the end.
        ("(?<=[AEIOU])H$", ""), ("D$", "T"),
    )
)  # fmt: skip
APOSTROPHES = re.compile("['’‘`´ʼ]")
_BETWEEN_DIGITS = re.compile(r"[\W_]+")
_SPLIT = re.compile(r"[^A-Z0-9]+")


def folded_words(text: str) -> tuple[str, ...]:
    """The folded words of a name or of what was typed: capitals A to Z and digits only."""
    return tuple(fold_word(word) for word in literal_words(text))


@lru_cache(maxsize=16_384)
def literal_words(text: str) -> tuple[str, ...]:
    """The words as they are spelled, in capitals A to Z and digits only."""
    if text.isascii():
        return tuple(
            word for word in _SPLIT.split(text.replace("'", "").replace("`", "").upper()) if word
        )
    plain = unicodedata.normalize("NFKD", APOSTROPHES.sub("", text)).upper()
    ascii_text = plain.encode("ascii", "ignore").decode("ascii")
    return tuple(word for word in _SPLIT.split(ascii_text) if word)


def indexed_words(text: str) -> str:
    """What a search index stores of a text: its words as spelled and as folded, each once."""
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
def fold_word(word: str) -> str:
    """One word in capitals as it sounds; never empty."""
    if (meant := _SAME_WORD.get(word)) is not None:
        return meant
    if len(word) < SHORTEST_FOLDED:
        return word
    folded_word = word
    for pattern, sound in _SOUNDS:
        folded_word = pattern.sub(sound, folded_word)
    return folded_word or word
