"""Reads what the officer must see to settle one doubt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nagari_kit.domain.doubts import RULES, DoubtItem, Mend
from nagari_kit.domain.doubts.merge import Belongings, MergeLine, keeper_first, merge_lines
from nagari_kit.domain.household_choice import HouseholdHit
from nagari_kit.domain.identity import HouseholdId, ResidentId
from nagari_kit.domain.residents import Resident
from nagari_kit.errors import NotFoundError

if TYPE_CHECKING:
    from nagari_kit.db.reader import Reader


@dataclass(frozen=True, slots=True)
class DoubtCase:
    """A doubt with its records. `people` are in the order of the doubt, of a merge A and B.

    `members` live in the KK that the doubt is about. `homes` are the KK of the people; `lines`
    and `belongings` are those of a merge.
    """

    item: DoubtItem
    people: tuple[Resident, ...]
    members: tuple[Resident, ...]
    homes: Mapping[HouseholdId, HouseholdHit]
    lines: tuple[MergeLine, ...] = ()
    belongings: Mapping[ResidentId, Belongings] | None = None


def read_case(reader: Reader, item: DoubtItem) -> DoubtCase:
    """The case of a doubt. Raises NotFoundError when a record is gone, which none should be."""
    doubt = item.doubt
    found = reader.residents.by_ids(doubt.people)
    if len(found) < len(set(doubt.people)):
        raise NotFoundError(
            "Catatan warga ini tidak ada lagi di data kantor.",
            hint="Tekan “Periksa ulang”.",
            code="PERIKSA-02",
        )
    people = tuple(found[one] for one in doubt.people)
    wanted = {one.household_id for one in people} | {doubt.household_id}
    homes = {}
    for home in wanted:
        hit = reader.household_search.hit(home) if home is not None else None
        if home is not None and hit is not None:
            homes[home] = hit
    members: tuple[Resident, ...] = ()
    if doubt.household_id is not None:
        living = reader.residents.living_members([doubt.household_id])
        members = living.get(doubt.household_id, ())
    if RULES[doubt.rule].mend is not Mend.MERGE:
        return DoubtCase(item, people, members, homes)
    belongings = reader.doubts.belongings(doubt.people)
    a, b = keeper_first(people[0], people[1], belongings)
    return DoubtCase(item, (a, b), members, homes, merge_lines(a, b), belongings)
