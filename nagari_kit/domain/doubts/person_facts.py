"""The facts of a resident that rules look at: slim, for a whole population at once."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from uuid import UUID

from nagari_kit.domain.identity import HouseholdId, ResidentId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.residents import LifeStatus, Residency
from nagari_kit.domain.search_folding import folded

_ALIVE = LifeStatus.ALIVE.value


class PersonFacts(NamedTuple):
    """A tuple, made by the tens of thousands: identities are 16 bytes, codes whole numbers.

    `folded` is the name without titles as it sounds, "" when not yet known.
    """

    id: bytes
    name: str
    gelar_depan: str = ""
    gelar_belakang: str = ""
    gelar_adat: str = ""
    folded: str = ""
    nik: str | None = None
    sex: int | None = None
    born: date | None = None
    relation: int | None = None
    household_id: bytes | None = None
    nomor_kk: str | None = None
    marital_status: int | None = None
    father_nik: str = ""
    father_name: str = ""
    mother_nik: str = ""
    mother_name: str = ""
    life_status: int = LifeStatus.ALIVE.value
    residency: int = Residency.PERMANENT.value
    recording_status: int | None = None
    ektp: int | None = None
    marriage_date: str | None = None

    @property
    def resident_id(self) -> ResidentId:
        """The identity."""
        return ResidentId(UUID(bytes=self.id))

    @property
    def home(self) -> HouseholdId | None:
        """The identity of the KK."""
        return HouseholdId(UUID(bytes=self.household_id)) if self.household_id else None

    @property
    def full_name(self) -> str:
        """The name as it is written."""
        return PersonName(self.name, self.gelar_depan, self.gelar_belakang, self.gelar_adat).full()

    @property
    def sound(self) -> str:
        """The name without titles as it sounds."""
        return self.folded or folded(self.name)

    @property
    def is_alive(self) -> bool:
        """Whether the person lives here."""
        return self.life_status == _ALIVE
