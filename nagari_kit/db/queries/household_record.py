"""What the page of a household asks: the KK, everybody who is or was in it, their parents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, bindparam, select, text

from nagari_kit.db.queries.residents import chunks
from nagari_kit.db.resident_rows import household_of, resident_of
from nagari_kit.db.tables import household, jorong, resident
from nagari_kit.domain.identity import HouseholdId, ResidentId
from nagari_kit.domain.residents import Household, LifeStatus, Resident
from nagari_kit.errors import NotFoundError

_HOME = (
    select(household, jorong.c.name.label("area"))
    .outerjoin(jorong, jorong.c.id == household.c.jorong_id)
    .where(household.c.id == bindparam("wanted"))
)
_PEOPLE = (
    select(resident)
    .where(resident.c.household_id == bindparam("wanted"))
    .order_by(resident.c.family_relation.nulls_last(), resident.c.birth_date, resident.c.key)
)
_BY_NIK = select(resident).where(resident.c.nik.in_(bindparam("wanted", expanding=True)))
_DEATHS = text("""
    SELECT r.id, max(e.event_date) AS day
    FROM resident r
    JOIN population_event_person p ON p.resident_key = r.key
    JOIN population_event e ON e.key = p.event_key AND e.kind = 'death'
    WHERE r.id IN :wanted AND r.life_status = 2 GROUP BY r.id
""").bindparams(bindparam("wanted", expanding=True))


@dataclass(frozen=True, slots=True)
class HouseholdPeople:
    """A household as the books have it. `members` are alive and in it, the head first.

    `others` were in it, or are parents of members by their NIK.
    """

    household: Household
    jorong: str
    members: tuple[Resident, ...]
    others: tuple[Resident, ...]


class HouseholdRecordQueries:
    """Reads on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def people(self, household_id: HouseholdId) -> HouseholdPeople:
        """The household with its people. Raises NotFoundError."""
        wanted = {"wanted": household_id.bytes}
        row = self._connection.execute(_HOME, wanted).mappings().one_or_none()
        if row is None:
            raise NotFoundError(
                "Kartu keluarga ini tidak ada di data kantor.",
                hint="Cari lagi keluarganya di daftar penduduk.",
                code="KK-01",
            )
        everybody = [
            resident_of(one) for one in self._connection.execute(_PEOPLE, wanted).mappings()
        ]
        members = tuple(one for one in everybody if one.life_status is LifeStatus.ALIVE)
        former = [one for one in everybody if one.life_status is not LifeStatus.ALIVE]
        here = {one.id for one in everybody}
        parents = [one for one in self._parents(members) if one.id not in here]
        valid = (one for one in (*former, *parents) if one.life_status is not LifeStatus.INVALID)
        return HouseholdPeople(household_of(row), row["area"] or "", members, tuple(valid))

    def deaths(self, people: Iterable[ResidentId]) -> dict[ResidentId, date]:
        """The day on which each of the dead died, where the ledger tells it."""
        wanted = [one.bytes for one in people]
        rows = self._connection.execute(_DEATHS, {"wanted": wanted}) if wanted else ()
        return {ResidentId(UUID(bytes=row.id)): date.fromisoformat(row.day) for row in rows}

    def _parents(self, members: Iterable[Resident]) -> list[Resident]:
        numbers = {
            number
            for one in members
            for number in (one.parents.father_nik, one.parents.mother_nik)
            if number
        }
        return [
            resident_of(row)
            for chunk in chunks(sorted(numbers))
            for row in self._connection.execute(_BY_NIK, {"wanted": chunk}).mappings()
        ]
