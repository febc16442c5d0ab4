"""Takes a name as it is written apart into the name proper and its titles."""

from __future__ import annotations

import re
from functools import lru_cache

from nagari_kit.domain.names import PersonName

_BEFORE = re.compile(
    r"^((?:(?:H|Hj|K\.?H|Dr|dr|Drs|Dra|Ir|Prof|Tgk|Buya)\.\s*)+)(?=\S)", re.IGNORECASE
)
_CHILD_OF = frozenset({"BIN", "BINTI"})
_ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
_BREAKS = re.compile(r"([-./])")
_SOFT_TITLES = frozenset(
    {
        "PD", "PDI", "MD", "SOS", "KOM", "AG", "SI", "KES", "KEP", "KEB", "FARM", "HUT", "PT",
        "PSI", "HUM", "KED", "HI", "NS", "LC", "TRIP", "GZ", "AP", "STAT", "TR", "KN",
    }
)  # fmt: skip
"""Parts of academic titles that are written with one capital: S.Pd., M.Si., A.Md.Keb."""
_ADAT = re.compile(r"^(.+?)\s+((?:Dt|Datuak|Datuk|St|Sutan)\b\.?\s+.+)$", re.IGNORECASE)


def person_name(text: str) -> PersonName:
    """A name as the KTP shows it, taken apart; capitals become mixed case.

    Only marks that are titles beyond doubt are split off: "H.", "Dt. …", "Sutan …", ", S.Pd.".
    """
    core, _, after = text.partition(",")
    core, after = mixed_case(core), academic_titles(after.strip()) if after else ""
    before = ""
    if "." in core and (match := _BEFORE.match(core)):
        before, core = match.group(1).strip(), core[match.end() :]
    adat = ""
    if match := _ADAT.match(core):
        core, adat = match.group(1), match.group(2)
    return PersonName(core, gelar_depan=before, gelar_belakang=after, gelar_adat=adat)


def mixed_case(text: str) -> str:
    """`SITI NUR'AINI` -> `Siti Nur'aini`; text that has small letters already stays as it is.

    Roman numerals keep their capitals (IV Koto, Koto XI Tarusan), parts between hyphens get one
    each, "bin" and "binti" within a name none.
    """
    if not text.isupper() and any(letter.islower() for letter in text):
        return text.strip()
    words = text.split()
    return " ".join(
        word.lower() if word in _CHILD_OF and 0 < place < len(words) - 1 else _in_mixed_case(word)
        for place, word in enumerate(words)
    )


def academic_titles(text: str) -> str:
    """`M.PD` -> `M.Pd`, `S.SOS., M.SI` -> `S.Sos., M.Si`; S.IP, S.H. and mixed case stay."""
    if any(letter.islower() for letter in text):
        return text
    pieces = re.split(r"([., ])", text)
    return "".join(one.capitalize() if one in _SOFT_TITLES else one for one in pieces)


@lru_cache(maxsize=8192)
def _in_mixed_case(word: str) -> str:
    if _ROMAN.fullmatch(word):
        return word
    pieces = (_one_capital(piece) for piece in _BREAKS.split(word))
    return "".join(pieces)


def _one_capital(piece: str) -> str:
    """`D'ARCY` -> `D'Arcy`, but `NUR'AINI` -> `Nur'aini`."""
    if len(piece) > 2 and piece[1] == "'":
        return f"{piece[0]}'{piece[2:].capitalize()}"
    return piece.capitalize()
