"""People of other places, as they were typed for a letter and are offered again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from nagari_kit.domain import names
from nagari_kit.domain.identity import OutsiderId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.residents import Sex

NIK_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Outsider:
    """Somebody who is in no book of this office. Only the name must be known.

    Whole numbers are codes of `code_lists`; `nik` is 16 digits or None. `id` None: not kept yet.
    `address` is written whole, with the place. Nothing about health is ever kept of an outsider.
    """

    name: PersonName
    id: OutsiderId | None = None
    nik: str | None = None
    sex: Sex | None = None
    birth_place: str = ""
    birth_date: date | None = None
    religion: int | None = None
    occupation: int | None = None
    citizenship: int | None = 1
    marital_status: int | None = None
    address: str = ""
    phone: str = ""
    father_name: str = ""
    mother_name: str = ""
    suku: str = ""


@dataclass(frozen=True, slots=True)
class OutsiderRow:
    """A hit of the search; `nik` is masked, "" when none is known."""

    id: OutsiderId
    name: str
    nik: str
    birth_place: str
    birth_date: date | None
    address: str


def outsider_faults(one: Outsider) -> dict[str, str]:
    """What is wrong with what was typed: `name` or `nik` to a sentence."""
    faults = {}
    if sentence := names.fault(one.name.name):
        faults["name"] = sentence
    if one.nik and not (len(one.nik) == NIK_DIGITS and one.nik.isascii() and one.nik.isdigit()):
        faults["nik"] = "NIK terdiri dari 16 angka; kosongkan bila tidak tahu."
    return faults
