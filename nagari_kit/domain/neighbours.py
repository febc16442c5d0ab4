"""Who else signs below a letter of this office: the camat and the adat council (KAN)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Camat:
    """Head of the kecamatan. `nip` is 18 digits or ""; an empty name prints a dotted line."""

    name: str = ""
    position: str = "Camat"
    nip: str = ""


@dataclass(frozen=True, slots=True)
class AdatCouncil:
    """The Kerapatan Adat Nagari: what it is called here, and who chairs it with his gelar."""

    name: str = ""
    chair: str = ""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Names that change with time; nothing is invented where one is not known."""

    camat: Camat = Camat()
    kan: AdatCouncil = AdatCouncil()
