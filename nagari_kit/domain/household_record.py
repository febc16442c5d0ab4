"""Everything about one household, as its page shows and its data sheet prints it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from nagari_kit.domain.family_succession import HEAD
from nagari_kit.domain.family_tree import Family
from nagari_kit.domain.household_checks import HouseholdCheck
from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.population import EventRow
from nagari_kit.domain.residents import Household, Resident


@dataclass(frozen=True, slots=True)
class HouseholdRecord:
    """`members` are alive and in the KK, the head first; `jorong` is a name or "".

    `family` shows them with those through whom they are joined; of these `died` tells the day
    where the ledger knows it. `events` come newest first.
    """

    household: Household
    jorong: str
    members: tuple[Resident, ...]
    family: Family
    died: Mapping[ResidentId, date]
    checks: tuple[HouseholdCheck, ...]
    events: tuple[EventRow, ...]

    @property
    def head(self) -> Resident | None:
        """The kepala keluarga, the first of them where there are several."""
        heads = (one for one in self.members if one.family_relation == HEAD)
        return next(heads, None)
