"""A person's name in its stored parts, how it is written, and what the law asks of new names."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

LONGEST = 60
"""Characters with blanks (Permendagri 73/2022 pasal 4)."""

_SIGNS = frozenset(" '.,-")


@dataclass(frozen=True, slots=True)
class PersonName:
    """Name as on the KTP-el, with titles apart (Permendagri 73/2022 keeps them off the akta).

    `gelar_adat` (Dt., St., Sutan) follows the name; academic titles keep their spelling.
    """

    name: str
    gelar_depan: str = ""
    gelar_belakang: str = ""
    gelar_adat: str = ""

    def full(self) -> str:
        """`H. Syafrizal Dt. Rajo Basa, S.Pd.`: mixed case, every part that is known."""
        core = " ".join(part for part in (self.gelar_depan, self.name, self.gelar_adat) if part)
        return f"{core}, {self.gelar_belakang}" if self.gelar_belakang else core


def fault(name: str) -> str:
    """Why this cannot be stored as a person's name, as a sentence, or ""."""
    if not any(character.isalpha() for character in name):
        return "Nama belum diisi." if not name.strip() else "Nama tidak memuat huruf."
    if any(character.isdigit() for character in name):
        return "Nama tidak boleh memuat angka."
    if any(unicodedata.category(character)[0] == "C" for character in name):
        return "Nama memuat tanda yang tidak terlihat. Ketik ulang namanya."
    return ""


def doubts(name: str) -> tuple[str, ...]:
    """Sentences on what the law asks of a name that is new; older names stay valid as they are.

    Permendagri 73/2022 pasal 4: at most 60 characters, at least two words, Latin letters, no
    abbreviation.
    """
    found = []
    if len(name) > LONGEST:
        found.append(f"Nama baru paling panjang {LONGEST} huruf, termasuk spasi.")
    words = name.split()
    if len(words) < 2:
        found.append("Nama baru paling sedikit dua kata.")
    if any(word.rstrip(",").endswith(".") or len(word) == 1 for word in words):
        found.append("Nama baru tidak disingkat.")
    if not all(_is_latin(character) or character in _SIGNS for character in name):
        found.append("Nama ditulis dengan huruf Latin tanpa tanda lain.")
    return tuple(found)


def _is_latin(character: str) -> bool:
    return character.isalpha() and "LATIN" in unicodedata.name(character, "")
