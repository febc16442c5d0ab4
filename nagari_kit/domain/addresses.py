"""How an address that was typed in capitals is read without shouting."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
_LOUD = frozenset(
    {
        "RT", "RW", "RK", "KM", "BTN", "SD", "SMP", "SMA", "SMK", "SLTP", "SLTA", "SDN", "MIN",
        "MTS", "MTSN", "MAN", "TK", "PAUD", "KUA", "BRI", "BNI", "BPD", "PLN", "PDAM", "SPBU",
        "PKS", "PT", "CV", "UPT", "TPQ", "MDA", "KAN", "TPU", "TPA",
    }
)  # fmt: skip
"""Short forms that stand in addresses."""


def quiet_address(text: str) -> str:
    """`JALAN RAYA NO. 5 RT 01` -> `Jalan Raya No. 5 RT 01`; a text with small letters stays.

    Roman numerals, RT/RW, other known short forms and single letters keep their capitals.
    """
    if any(letter.islower() for letter in text):
        return text
    return _WORD.sub(lambda found: _quiet_word(found[0]), text)


def _quiet_word(word: str) -> str:
    if len(word) == 1 or word in _LOUD or _ROMAN.fullmatch(word):
        return word
    return word.capitalize()
