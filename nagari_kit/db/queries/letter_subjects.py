"""Reads many people at once as letters need them, with household and parents."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from nagari_kit.db.queries.residents import ResidentQueries, chunks, named_member
from nagari_kit.db.resident_rows import household_of, resident_of
from nagari_kit.db.tables import household, jorong, resident
from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.residents import Household, LetterSubject, LifeStatus, Resident

_HOMES = (
    select(household, jorong.c.name.label("area"))
    .outerjoin(jorong, jorong.c.id == household.c.jorong_id)
    .where(household.c.id.in_(bindparam("wanted", expanding=True)))
)
_MEMBERS = (
    select(resident)
    .where(resident.c.household_id.in_(bindparam("wanted", expanding=True)))
    .order_by(resident.c.family_relation.nulls_last(), resident.c.birth_date, resident.c.key)
)
_MOST_MERGES = 8
"""Records that were merged into each other one after the other."""


def letter_subjects(
    connection: Connection, people: ResidentQueries, ids: Iterable[ResidentId]
) -> dict[ResidentId, LetterSubject]:
    """Those of the ids that are in the books; one that was merged is the record that lives on.

    A fixed number of statements for any number of people.
    """
    wanted = list(dict.fromkeys(ids))
    if not wanted:
        return {}
    records = people.by_ids(wanted)
    for _ in range(_MOST_MERGES):
        onward = {one.merged_into for one in records.values() if one.merged_into is not None}
        if onward <= records.keys():
            break
        records |= people.by_ids(onward - records.keys())
    living = {asked: _lives_on(records, asked) for asked in wanted if asked in records}
    homes = _homes(connection, living.values())
    members = _members(connection, living.values())
    parents = people.by_nik(
        nik
        for one in living.values()
        for nik in (one.parents.father_nik, one.parents.mother_nik)
        if nik
    )
    return {asked: _subject(one, homes, members, parents) for asked, one in living.items()}


def _lives_on(records: dict[ResidentId, Resident], asked: ResidentId) -> Resident:
    one = records[asked]
    for _ in range(_MOST_MERGES):
        if one.merged_into is None or one.merged_into not in records:
            break
        one = records[one.merged_into]
    return one


def _homes(connection: Connection, people: Iterable[Resident]) -> dict[UUID, tuple[Household, str]]:
    found: dict[UUID, tuple[Household, str]] = {}
    for row in _of_households(connection, _HOMES, people):
        found[UUID(bytes=row["id"])] = (household_of(row), row["area"] or "")
    return found


def _members(connection: Connection, people: Iterable[Resident]) -> dict[UUID, list[Resident]]:
    found: dict[UUID, list[Resident]] = {}
    for one in map(resident_of, _of_households(connection, _MEMBERS, people)):
        if one.household_id is not None:
            found.setdefault(one.household_id, []).append(one)
    return found


def _of_households(connection: Connection, statement: Any, people: Iterable[Resident]) -> Any:  # noqa: ANN401 - one of the two above, its rows
    ids = {one.household_id.bytes for one in people if one.household_id is not None}
    for chunk in chunks(ids):
        yield from connection.execute(statement, {"wanted": chunk}).mappings()


def _subject(
    one: Resident,
    homes: dict[UUID, tuple[Household, str]],
    members: dict[UUID, list[Resident]],
    parents: dict[str, Resident],
) -> LetterSubject:
    home, area = homes.get(one.household_id, (None, "")) if one.household_id else (None, "")
    own = members.get(one.household_id, []) if one.household_id else []
    written = one.parents
    return LetterSubject(
        resident=one,
        household=home,
        jorong=area,
        father=parents.get(written.father_nik) or named_member(own, written.father_name, one),
        mother=parents.get(written.mother_nik) or named_member(own, written.mother_name, one),
        members=tuple(other for other in own if other.life_status is LifeStatus.ALIVE),
    )
