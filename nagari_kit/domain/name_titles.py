"""Takes a name as it is written apart into the name proper and its titles."""

from __future__ import annotations

import re

from nagari_kit.domain.names import PersonName

_BEFORE = re.compile(
    r"^((?:(?:H|Hj|K\.?H|Dr|dr|Drs|Dra|Ir|Prof|Tgk|Buya)\.\s*)+)(?=\S)", re.IGNORECASE
)
_ADAT = re.compile(r"^(.+?)\s+((?:Dt|Datuak|Datuk|St|Sutan)\b\.?\s+.+)$", re.IGNORECASE)


def person_name(text: str) -> PersonName:
    """A name as the KTP shows it, taken apart; capitals become mixed case.

    Only marks that are titles beyond doubt are split off: "H.", "Dt. …", "Sutan …", ", S.Pd.".
    """
    core, _, after = text.partition(",")
    core, after = mixed_case(core), after.strip()
    before = ""
    if match := _BEFORE.match(core):
        before, core = match.group(1).strip(), core[match.end() :]
    adat = ""
    if match := _ADAT.match(core):
        core, adat = match.group(1), match.group(2)
    return PersonName(core, gelar_depan=before, gelar_belakang=after, gelar_adat=adat)


def mixed_case(text: str) -> str:
    """`SITI NUR'AINI` -> `Siti Nur'aini`; text that has small letters already stays as it is."""
    if any(letter.islower() for letter in text):
        return text.strip()
    return " ".join(
        ".".join(piece.capitalize() for piece in word.split(".")) for word in text.split()
    )
