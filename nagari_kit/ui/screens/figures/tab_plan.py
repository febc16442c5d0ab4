"""Which tables each tab of the page shows, and which of them its report holds."""

from __future__ import annotations

from dataclasses import dataclass

from nagari_kit.domain.figures import FigureTable, Trait


@dataclass(frozen=True, slots=True)
class TraitTable:
    """A trait with the words over its table and over the column of its values."""

    trait: Trait
    title: str
    first: str


@dataclass(frozen=True, slots=True)
class Tab:
    """`name` leads here from other pages."""

    name: str
    title: str
    traits: tuple[TraitTable, ...] = ()


SUMMARY, LAMPID = 0, 1
TABS = (
    Tab("summary", "Ringkasan"),
    Tab("lampid", "LAMPID"),
    Tab(
        "education",
        "Pendidikan",
        (
            TraitTable(Trait.EDUCATION, "Pendidikan terakhir", "Pendidikan"),
            TraitTable(Trait.CURRENT_EDUCATION, "Sedang ditempuh", "Pendidikan"),
        ),
    ),
    Tab("work", "Pekerjaan", (TraitTable(Trait.OCCUPATION, "Pekerjaan", "Pekerjaan"),)),
    Tab(
        "religion",
        "Agama dan status",
        (
            TraitTable(Trait.RELIGION, "Agama", "Agama"),
            TraitTable(Trait.MARITAL_STATUS, "Status perkawinan", "Status"),
            TraitTable(Trait.CITIZENSHIP, "Kewarganegaraan", "Kewarganegaraan"),
        ),
    ),
    Tab(
        "cards",
        "KTP dan KK",
        (
            TraitTable(Trait.RECORDING, "Perekaman KTP-el", "Perekaman"),
            TraitTable(Trait.FAMILY_RELATION, "Kedudukan dalam KK", "Kedudukan"),
            TraitTable(Trait.BLOOD_TYPE, "Golongan darah", "Golongan"),
        ),
    ),
)


def place_of(name: str) -> int:
    """The place of a tab by its name; the first for an unknown one."""
    return next((at for at, tab in enumerate(TABS) if tab.name == name), SUMMARY)


def tables_of(place: int, *, by_month: bool) -> tuple[FigureTable | Trait, ...]:
    """What the report of a tab holds."""
    if place == SUMMARY:
        return (FigureTable.AGES, FigureTable.LAMPID)
    if place == LAMPID:
        return (FigureTable.MONTHS if by_month else FigureTable.LAMPID,)
    return tuple(one.trait for one in TABS[place].traits)
