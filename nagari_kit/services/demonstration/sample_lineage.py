"""The ranji of one invented kaum: five generations, the youngest of them residents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nagari_kit.domain.lineage import DIED_ONCE, LineageNode
from nagari_kit.domain.lineage_entry import LineageEntry
from nagari_kit.domain.residents import Resident, ResidentFilter, Sex

if TYPE_CHECKING:
    from nagari_kit.services.workspace import Workspace

KAUM = "Dt. Bandaro Kuniang"
USUAL_SUKU = "Caniago"
WIFE, CHILD, PARENT_IN_LAW = 3, 4, 8
HOUSES_LOOKED_AT = 80
FEWEST_CHILDREN = 2


@dataclass(frozen=True, slots=True)
class _House:
    """A rumah gadang's living line: a grandmother, her daughter and the daughter's children."""

    grandmother: Resident
    mother: Resident
    children: tuple[Resident, ...]


def write_a_ranji(workspace: Workspace) -> None:
    """Enter the kaum, its dead penghulu, its living one and the mamak of its kemenakan."""
    house = _house(workspace)
    year = house.grandmother.birth_date.year if house and house.grandmother.birth_date else 1952
    suku = house.grandmother.suku if house else USUAL_SUKU
    write = _Writer(workspace, suku or USUAL_SUKU)
    rabiah = write("Siti Rabiah", year=year - 52, died=DIED_ONCE, spouse="Pakiah Sati")
    nurani = write("Nurani", rabiah, year=year - 27, died=year + 32, spouse="Malin Kayo")
    write("Marah Udin", rabiah, sex=Sex.MALE, year=year - 24, died=year + 30, gelar=KAUM)
    saniah = write("Saniah", rabiah, year=year - 20, died=DIED_ONCE, spouse="Sutan Mudo")
    write("Basri", nurani, sex=Sex.MALE, year=year - 3, gelar=KAUM)
    eldest = write("Rosmaini", nurani, year=year - 1, spouse="Bagindo Saidi")
    mamak = "Mamak kepala waris"
    write("Jusmar", saniah, sex=Sex.MALE, year=year + 4, gelar="Malin Sati", note=mamak)
    ramlah = write("Ramlah", saniah, year=year + 6, died=DIED_ONCE, spouse="Sidi Mangkuto")
    dewi = write("Dewi Sartika", eldest, year=year + 23, spouse="Hendri")
    write("Afdal", eldest, sex=Sex.MALE, year=year + 26, gelar="Sutan Batuah")
    mira = write("Mira Yanti", ramlah, year=year + 29, spouse="Rusdi")
    for name, mother, born in (("Intan", dewi, 46), ("Suci", dewi, 49), ("Khairani", mira, 53)):
        if year + born <= workspace.clock.today().year:
            write(name, mother, year=year + born)
    if house is None:
        asnimar = write("Asnimar", nurani, year=year + 3, spouse="Jamaris")
        yulfa = write("Yulfa", asnimar, year=year + 25, spouse="Edison")
        write("Wulan", yulfa, year=year + 50)
    else:
        _write_house(write, nurani, house)


def _write_house(write: _Writer, mother: LineageNode, house: _House) -> None:
    at = write.resident(house.grandmother, mother)
    at = write.resident(house.mother, at)
    for child in house.children:
        write.resident(child, at)


class _Writer:
    """Enters one person after another, mothers before their children."""

    def __init__(self, workspace: Workspace, suku: str) -> None:
        self._ranji = workspace.lineage
        self._suku = suku

    def __call__(  # noqa: PLR0913 - what a ranji tells of a person
        self,
        name: str,
        mother: LineageNode | None = None,
        *,
        sex: Sex = Sex.FEMALE,
        year: int,
        died: int | None = None,
        gelar: str = "",
        spouse: str = "",
        note: str = "",
    ) -> LineageNode:
        """Somebody of whom only the ranji tells."""
        return self._add(
            LineageEntry(
                name,
                gelar,
                sex,
                mother.id if mother else None,
                suku=self._suku,
                birth_year=year,
                death_year=died,
                spouse=spouse,
                note=note,
            )
        )

    def resident(self, one: Resident, mother: LineageNode) -> LineageNode:
        """Somebody who lives here."""
        return self._add(
            LineageEntry(
                one.name.name,
                one.name.gelar_adat,
                one.sex,
                mother.id,
                resident_id=one.id,
                suku=self._suku,
                birth_year=one.birth_date.year if one.birth_date else None,
            )
        )

    def _add(self, entry: LineageEntry) -> LineageNode:
        return self._ranji.add(KAUM, entry).after[0]


def _house(workspace: Workspace) -> _House | None:
    """The first house with three generations under a mother; None in a very small nagari."""
    old = ResidentFilter(family_relation=PARENT_IN_LAW, sex=Sex.FEMALE)
    for row in workspace.residents.page(old, 0, HOUSES_LOOKED_AT).rows:
        record = workspace.residents.record(row.id)
        related: dict[int, list[Resident]] = {}
        for member in record.members:
            one = workspace.residents.record(member.id).resident
            if one.suku == record.resident.suku and one.is_counted:
                related.setdefault(one.family_relation or 0, []).append(one)
        mothers, children = related.get(WIFE, []), related.get(CHILD, [])
        if len(mothers) == 1 and len(children) >= FEWEST_CHILDREN:
            return _House(record.resident, mothers[0], tuple(children))
    return None
