"""A person's name in its stored parts, and how it is written."""

from __future__ import annotations

from dataclasses import dataclass


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
