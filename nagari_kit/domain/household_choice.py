"""A kartu keluarga as it is offered to somebody who looks for the right one."""

from __future__ import annotations

from dataclasses import dataclass

from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.residents import Household


@dataclass(frozen=True, slots=True)
class HouseholdHit:
    """One household: `jorong` is a name or "", `people` counts those alive.

    Without a head who is alive `head_id` is None and `head_name` "".
    """

    household: Household
    jorong: str
    head_id: ResidentId | None
    head_name: str
    people: int
