"""Writes residents, households and jorong, and keeps the search index with them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, bindparam, func, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.sql.dml import Insert

from nagari_kit.db.queries.residents import HouseholdQueries, JorongQueries, ResidentQueries
from nagari_kit.db.resident_rows import household_row, resident_columns
from nagari_kit.db.search_index import index_households, index_people, places
from nagari_kit.db.tables import household, jorong, resident
from nagari_kit.domain.residents import Household, Jorong, Resident

_KEYS_IN_ONE_GO = 500
_ROWS_IN_ONE_GO = 2000
"""Residents that are held as rows at one time: an import of 50,000 must fit a small PC."""
_NOWHERE: tuple[str, bytes | None] = ("", None)
_INDEXED = (
    *("key", "name", "gelar_depan", "gelar_belakang", "gelar_adat", "father_name", "mother_name"),
    *("current_address", "household_id"),
)
"""What the search index is made of."""
_COLUMNS = tuple(column.name for column in resident.columns)
_HOUSEHOLD_COLUMNS = tuple(column.name for column in household.columns)


class ResidentRepository(ResidentQueries):
    """Residents within a unit of work; `changed` is who and when, as stored with each row."""

    def __init__(self, connection: Connection, today: date, changed: tuple[str, str]) -> None:
        super().__init__(connection, today)
        self._changed_at, self._changed_by = changed
        self.touched: list[int] = []

    def save(self, person: Resident) -> None:
        """Add or replace one resident."""
        self.save_many([person])

    def save_many(self, people: Sequence[Resident]) -> dict[bytes, int]:
        """Add or replace residents and index their names, a few statements for thousands.

        Returns the row keys by identity.
        """
        keys: dict[bytes, int] = {}
        for start in range(0, len(people), _ROWS_IN_ONE_GO):
            keys |= self._save_rows(people[start : start + _ROWS_IN_ONE_GO])
        self.touched.extend(keys.values())
        return keys

    def take_touched(self) -> list[int]:
        """Keys of the rows written since this was asked last."""
        taken, self.touched = self.touched, []
        return taken

    def _save_rows(self, people: Sequence[Resident]) -> dict[bytes, int]:
        columns = resident_columns(people)
        ids: Sequence[bytes] = columns["id"]
        known = self._known_keys(ids)
        keys = self._with_next_keys(known, ids)
        homes = places(self._connection, columns["household_id"])
        columns["key"] = [keys[raw] for raw in ids]
        columns["jorong_id"] = [homes.get(home, _NOWHERE)[1] for home in columns["household_id"]]
        columns["changed_at"] = [self._changed_at] * len(ids)
        columns["changed_by"] = [self._changed_by] * len(ids)
        # Straight to the driver: an import of 50,000 rows spends no second in bind processing.
        values = list(zip(*(columns[name] for name in _COLUMNS), strict=True))
        self._connection.exec_driver_sql(_SAVE if known else _ADD, values)
        indexed = zip(*(columns[name] for name in _INDEXED), strict=True)
        rows = [dict(zip(_INDEXED, one, strict=True)) for one in indexed]
        addresses = {home: place[0] for home, place in homes.items()}
        index_people(self._connection, rows, addresses, are_new=not known)
        return keys

    def _known_keys(self, ids: Sequence[bytes]) -> dict[bytes, int]:
        """Row keys of those that are in the books."""
        last = self._connection.execute(select(func.max(resident.c.id))).scalar_one()
        known: dict[bytes, int] = {}
        # Identities grow with time: after the last one nobody is looked for.
        older = [raw for raw in ids if last is not None and raw <= last]
        statement = select(resident.c.id, resident.c.key).where(
            resident.c.id.in_(bindparam("ids", expanding=True))
        )
        for start in range(0, len(older), _KEYS_IN_ONE_GO):
            chunk = older[start : start + _KEYS_IN_ONE_GO]
            known.update(
                (row.id, row.key) for row in self._connection.execute(statement, {"ids": chunk})
            )
        return known

    def _with_next_keys(self, known: dict[bytes, int], ids: Sequence[bytes]) -> dict[bytes, int]:
        """Those keys, and the following ones for who is new."""
        keys = dict(known)
        following = self._connection.execute(select(func.max(resident.c.key))).scalar_one() or 0
        for raw in ids:
            if raw not in keys:
                following += 1
                keys[raw] = following
        return keys


class HouseholdRepository(HouseholdQueries):
    """Kartu keluarga within a unit of work."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self.touched: list[bytes] = []

    def take_touched(self) -> list[bytes]:
        """Identities of the rows written since this was asked last."""
        taken, self.touched = self.touched, []
        return taken

    def save(self, home: Household) -> None:
        """Add or replace one household."""
        self.save_many([home])

    def save_many(self, homes: Sequence[Household]) -> None:
        """Add or replace households in one statement; their members are found by a new address."""
        if not homes:
            return
        rows = [household_row(home) for home in homes]
        former = places(self._connection, (row["id"] for row in rows))
        values = [tuple(row[name] for name in _HOUSEHOLD_COLUMNS) for row in rows]
        self._connection.exec_driver_sql(_SAVE_HOUSEHOLD, values)
        self.touched.extend(home.id.bytes for home in homes)
        moved = {
            row["id"]: row["address"]
            for row in rows
            if row["id"] in former and former[row["id"]][0] != row["address"]
        }
        index_households(self._connection, moved)


class JorongRepository(JorongQueries):
    """Sub-areas within a unit of work."""

    def save(self, area: Jorong) -> None:
        """Add or rename a sub-area."""
        values: dict[str, Any] = {"id": area.id.bytes, "name": area.name}
        self._connection.execute(upsert(jorong, "id"), values)


def upsert(
    table: Table, identity: str, *, fixed: frozenset[str] | set[str] = frozenset()
) -> Insert:
    """INSERT that replaces the row of the same identity; columns in `fixed` keep their value."""
    statement = insert(table)
    changed = {
        column.name: statement.excluded[column.name]
        for column in table.columns
        if column.name != identity and column.name not in fixed
    }
    return statement.on_conflict_do_update(index_elements=[identity], set_=changed)


_SAVE_HOUSEHOLD = str(upsert(household, "id").compile(dialect=sqlite.dialect()))
_ADD = str(insert(resident).compile(dialect=sqlite.dialect()))
_SAVE = str(upsert(resident, "id", fixed={"key"}).compile(dialect=sqlite.dialect()))
