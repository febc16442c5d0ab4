"""Finds a kartu keluarga by its number or by the name of somebody in it."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, RowMapping, bindparam, select, text

from nagari_kit.db.queries.resident_search import search_residents
from nagari_kit.db.resident_rows import household_of
from nagari_kit.db.tables import household
from nagari_kit.domain.household_choice import HouseholdHit
from nagari_kit.domain.identity import HouseholdId, ResidentId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.residents import Household
from nagari_kit.domain.search_folding import typed_number

_PEOPLE_LOOKED_AT = 40
_FACTS = """
    SELECT h.id, coalesce(j.name, '') AS area,
        (SELECT count(*) FROM resident r WHERE r.household_id = h.id AND +r.life_status = 1)
            AS people,
        k.id AS head_id, k.name AS head_name, k.gelar_depan, k.gelar_belakang, k.gelar_adat
    FROM household h
    LEFT JOIN jorong j ON j.id = h.jorong_id
    LEFT JOIN resident k ON k.key = (
        SELECT m.key FROM resident m WHERE m.household_id = h.id
            AND m.family_relation = 1 AND +m.life_status = 1 LIMIT 1)
"""
_by_number = text(
    f"{_FACTS} WHERE h.nomor_kk >= :low AND h.nomor_kk < :high ORDER BY h.nomor_kk LIMIT :limit"
)
_by_ids = text(f"{_FACTS} WHERE h.id IN :wanted").bindparams(bindparam("wanted", expanding=True))
_homes_of = text("SELECT id, household_id FROM resident WHERE id IN :wanted").bindparams(
    bindparam("wanted", expanding=True)
)


class HouseholdSearchQueries:
    """Reads on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def search(self, typed: str, limit: int) -> tuple[HouseholdHit, ...]:
        """At most `limit` households that `typed` may mean; those of the best name come first."""
        connection = self._connection
        if digits := typed_number(typed):
            bounds = {"low": digits, "high": f"{digits}:", "limit": limit}
            return _hits(connection, list(connection.execute(_by_number, bounds).mappings()))
        people = [row.id.bytes for row in search_residents(connection, typed, _PEOPLE_LOOKED_AT)]
        if not people:
            return ()
        found = connection.execute(_homes_of, {"wanted": people})
        homes = {bytes(row.id): row.household_id for row in found}
        ranked = list(dict.fromkeys(homes[one] for one in people if homes.get(one)))
        return self._of(ranked[:limit])

    def hit(self, household_id: HouseholdId) -> HouseholdHit | None:
        """One household as it is offered, None when there is no such."""
        return next(iter(self._of([household_id.bytes])), None)

    def _of(self, ids: list[bytes]) -> tuple[HouseholdHit, ...]:
        if not ids:
            return ()
        rows = list(self._connection.execute(_by_ids, {"wanted": ids}).mappings())
        found = {hit.household.id.bytes: hit for hit in _hits(self._connection, rows)}
        return tuple(found[bytes(one)] for one in ids if bytes(one) in found)


def _hits(connection: Connection, rows: list[RowMapping]) -> tuple[HouseholdHit, ...]:
    statement = select(household).where(household.c.id.in_([row["id"] for row in rows]))
    homes = {
        bytes(row["id"]): household_of(row) for row in connection.execute(statement).mappings()
    }
    return tuple(_hit(row, homes[bytes(row["id"])]) for row in rows)


def _hit(row: RowMapping, home: Household) -> HouseholdHit:
    name = ""
    if row["head_id"]:
        titles = (row["gelar_depan"], row["gelar_belakang"], row["gelar_adat"])
        name = PersonName(row["head_name"], *titles).full()
    return HouseholdHit(
        household=home,
        jorong=row["area"],
        head_id=ResidentId(UUID(bytes=row["head_id"])) if row["head_id"] else None,
        head_name=name,
        people=row["people"],
    )
