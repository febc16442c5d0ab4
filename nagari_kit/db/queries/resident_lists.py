"""What exports, prints and saved filters ask of lists of residents."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, bindparam, select, text

from nagari_kit.db.queries.kept_lists import kept
from nagari_kit.db.queries.resident_list import resident_count, resident_keys, resident_rows
from nagari_kit.db.resident_rows import household_of, resident_of
from nagari_kit.db.tables import household, jorong, resident
from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.residents import Household, Resident, ResidentFilter, ResidentRow

_PEOPLE = (
    select(resident).where(resident.c.key.in_(bindparam("keys", expanding=True))).order_by("key")
)
_HOMES = (
    select(household, jorong.c.name.label("area"))
    .outerjoin(jorong, jorong.c.id == household.c.jorong_id)
    .where(household.c.id.in_(bindparam("homes", expanding=True)))
)
_KEYS_OF = text(
    "SELECT r.key FROM json_each(:ids) one JOIN resident r ON r.id = unhex(one.value)"
    " ORDER BY one.key"
)
_SUKU = text("SELECT DISTINCT suku FROM resident WHERE suku <> '' ORDER BY suku COLLATE NOCASE")


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """A resident with what a list says of the household; `jorong` is a name or ""."""

    resident: Resident
    household: Household | None
    jorong: str


class ResidentListQueries:
    """Reads of many residents at once on one connection."""

    def __init__(self, connection: Connection, today: date) -> None:
        self._connection = connection
        self._today = today

    def count(self, wanted: ResidentFilter) -> int:
        """How many residents the filter has."""
        return resident_count(self._connection, wanted, self._today)

    def keys(self, wanted: ResidentFilter, *, by_household: bool = False) -> list[int]:
        """Row keys of everybody in the filter, as the list shows them or by household."""
        return resident_keys(self._connection, wanted, self._today, by_household=by_household)

    def keys_of(self, ids: Sequence[ResidentId]) -> list[int]:
        """Row keys of these residents, in their order; who is not in the books is left out."""
        given = json.dumps([one.hex for one in ids])
        return list(self._connection.execute(_KEYS_OF, {"ids": given}).scalars())

    def rows(self, keys: Sequence[int]) -> tuple[ResidentRow, ...]:
        """Rows as the list shows them, in the order of the keys."""
        return resident_rows(self._connection, keys)

    def people(self, keys: Sequence[int]) -> tuple[ListedPerson, ...]:
        """Everything that is known of them, in the order of the keys. At most 500 at one time."""
        rows = self._connection.execute(_PEOPLE, {"keys": list(keys)}).mappings().all()
        homes = {row["household_id"] for row in rows if row["household_id"]}
        found = self._connection.execute(_HOMES, {"homes": list(homes)}).mappings().all()
        known = {row["id"]: (household_of(row), row["area"] or "") for row in found}
        nowhere: tuple[Household | None, str] = (None, "")
        people = {
            row["key"]: ListedPerson(resident_of(row), *known.get(row["household_id"], nowhere))
            for row in rows
        }
        return tuple(people[key] for key in keys if key in people)

    def ids(self, keys: Sequence[int]) -> tuple[ResidentId, ...]:
        """Identities of the row keys, in their order."""
        marks = json.dumps(list(keys))
        statement = text(
            "SELECT r.id FROM json_each(:keys) one JOIN resident r ON r.key = one.value"
            " ORDER BY one.key"
        )
        raw = self._connection.execute(statement, {"keys": marks}).scalars()
        return tuple(ResidentId(UUID(bytes=one)) for one in raw)

    def suku(self) -> tuple[str, ...]:
        """Every suku that somebody bears."""
        connection = self._connection
        return kept(connection, "suku", lambda: tuple(connection.execute(_SUKU).scalars()))
