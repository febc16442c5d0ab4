"""What lists, the record page and letters ask of the population."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Connection, Date, RowMapping, Select, bindparam, func, select, text

from nagari_kit.db.queries.kept_lists import kept
from nagari_kit.db.queries.resident_list import resident_page
from nagari_kit.db.queries.resident_search import search_residents
from nagari_kit.db.queries.same_person import SAME_PERSON
from nagari_kit.db.resident_rows import household_of, resident_of, sex_of
from nagari_kit.db.tables import household, jorong, resident
from nagari_kit.domain.identity import HouseholdId, JorongId, LetterId, ResidentId
from nagari_kit.domain.residents import (
    Household,
    HouseholdMember,
    Jorong,
    LetterSubject,
    LifeStatus,
    PopulationSummary,
    Resident,
    ResidentFilter,
    ResidentLetterRow,
    ResidentPage,
    ResidentRecord,
    ResidentRow,
)
from nagari_kit.domain.search_folding import folded
from nagari_kit.errors import NotFoundError

_T = TypeVar("_T")
IN_ONE_GO = 500
"""Values of one IN list."""

# One walk in the order of the index, which has a quarter of the bytes of any other with these
# facts: counting distinct households over half a million rows takes twice as long.
_SUMMARY = text(
    "SELECT coalesce(sum(people), 0) AS people, count(home) AS households,"
    " coalesce(sum(home IS NOT NULL AND NOT heads), 0) AS headless,"
    " coalesce(sum(men), 0) AS men, coalesce(sum(women), 0) AS women FROM ("
    " SELECT household_id AS home, count(*) AS people, coalesce(sum(family_relation = 1), 0) AS"
    " heads, sum(sex = 1) AS men, sum(sex = 2) AS women FROM resident INDEXED BY resident_household"
    " WHERE life_status = 1 AND residency = 1 GROUP BY household_id)"
)
_ONCE_HERE = frozenset({LifeStatus.DEAD, LifeStatus.MOVED, LifeStatus.MISSING, LifeStatus.GONE})
_ONE = select(resident).where(resident.c.id == bindparam("wanted"))
_HOME = (
    select(household, jorong.c.name.label("area"))
    .outerjoin(jorong, jorong.c.id == household.c.jorong_id)
    .where(household.c.id == bindparam("wanted"))
)
_MEMBERS = (
    select(resident)
    .where(resident.c.household_id == bindparam("wanted"))
    .order_by(resident.c.family_relation.nulls_last(), resident.c.birth_date, resident.c.key)
)

_LETTERS = text(
    f"{SAME_PERSON} SELECT l.id, l.number, l.title, l.issue_date, l.status, l.valid_until,"
    " l.type_id, l.resident_name AS subject, CASE WHEN l.resident_id IN (SELECT id FROM same)"
    " THEN '' ELSE (SELECT min(n.role) FROM letter_person n WHERE n.letter_id = l.id"
    " AND n.resident_id IN (SELECT id FROM same)) END AS role FROM letter l WHERE l.id IN"
    " (SELECT o.id FROM letter o WHERE o.resident_id IN (SELECT id FROM same)"
    " UNION SELECT p.letter_id FROM letter_person p WHERE p.resident_id IN (SELECT id FROM same))"
    " ORDER BY l.issue_date DESC, l.issued_at DESC"
).columns(issue_date=Date, valid_until=Date)
_LIVING_MEMBERS = (
    select(resident)
    .where(resident.c.life_status == LifeStatus.ALIVE.value)
    .order_by(resident.c.family_relation.nulls_last(), resident.c.birth_date, resident.c.key)
)
_BY_NIK = select(resident).where(
    resident.c.nik.in_(bindparam("niks", expanding=True)),
    resident.c.life_status != LifeStatus.INVALID.value,
)
_HEAD = 1
"""Relation of the head of a household, as code_lists has it."""


class ResidentQueries:
    """Reads of residents and their households on one connection."""

    def __init__(self, connection: Connection, today: date) -> None:
        self._connection = connection
        self._today = today

    def search(self, text: str, limit: int) -> tuple[ResidentRow, ...]:
        """At most `limit` residents that the text may mean, best first."""
        return search_residents(self._connection, text, limit)

    def page(self, wanted: ResidentFilter, offset: int, limit: int) -> ResidentPage:
        """Rows from `offset` on, by name."""
        return resident_page(self._connection, wanted, offset, limit, self._today)

    def summary(self) -> PopulationSummary:
        """Counts of those who are alive and no temporary residents."""
        row = kept(self._connection, "summary", lambda: self._connection.execute(_SUMMARY).one())
        return PopulationSummary(row.people, row.households, row.men, row.women, row.headless)

    def get(self, resident_id: ResidentId) -> Resident:
        """The resident. Raises NotFoundError."""
        wanted = {"wanted": resident_id.bytes}
        row = self._connection.execute(_ONE, wanted).mappings().one_or_none()
        if row is None:
            raise NotFoundError(
                "Warga ini tidak ada lagi di data kantor.",
                hint="Cari lagi namanya di daftar penduduk.",
            )
        return resident_of(row)

    def by_nik(self, niks: Iterable[str]) -> dict[str, Resident]:
        """Those of the NIK that are in the books, by NIK; no record that was marked invalid."""
        found: dict[str, Resident] = {}
        for chunk in chunks(niks):
            for row in self._connection.execute(_BY_NIK, {"niks": chunk}).mappings():
                found[row["nik"]] = resident_of(row)
        return found

    def without_nik(self) -> tuple[Resident, ...]:
        """Everybody who has no NIK yet; no record that was marked invalid."""
        statement = select(resident).where(
            resident.c.nik.is_(None), resident.c.life_status != LifeStatus.INVALID.value
        )
        return tuple(map(resident_of, self._connection.execute(statement).mappings()))

    def by_ids(self, ids: Iterable[ResidentId]) -> dict[ResidentId, Resident]:
        """Those of the identities that are in the books."""
        column = resident.c.id
        statement = select(resident).where(column.in_(bindparam("wanted", expanding=True)))
        found = self._chosen(statement, [one.bytes for one in ids])
        return {one.id: one for one in map(resident_of, found)}

    def by_keys(self, keys: Iterable[int]) -> dict[int, Resident]:
        """Those of the row keys."""
        column = resident.c.key
        statement = select(resident).where(column.in_(bindparam("wanted", expanding=True)))
        return {row["key"]: resident_of(row) for row in self._chosen(statement, keys)}

    def living_members(
        self, homes: Iterable[HouseholdId]
    ) -> dict[HouseholdId, tuple[Resident, ...]]:
        """The people of each household who are alive, the head first."""
        statement = _LIVING_MEMBERS.where(
            resident.c.household_id.in_(bindparam("wanted", expanding=True))
        )
        members: dict[HouseholdId, list[Resident]] = {}
        for one in map(resident_of, self._chosen(statement, [home.bytes for home in homes])):
            if one.household_id is not None:
                members.setdefault(one.household_id, []).append(one)
        return {home: tuple(people) for home, people in members.items()}

    def _chosen(self, statement: Select[Any], wanted: Iterable[Any]) -> Iterator[RowMapping]:
        for chunk in chunks(wanted):
            yield from self._connection.execute(statement, {"wanted": chunk}).mappings()

    def record(self, resident_id: ResidentId) -> ResidentRecord:
        """Everything that the record page shows. Raises NotFoundError."""
        person = self.get(resident_id)
        home, area = self._home(person.household_id)
        others = [one for one in self._members(person.household_id) if one.id != person.id]
        return ResidentRecord(
            resident=person,
            household=home,
            jorong=area,
            members=tuple(_member(one) for one in others if one.life_status is LifeStatus.ALIVE),
            former=tuple(_member(one) for one in others if one.life_status in _ONCE_HERE),
            letters=self._letters(resident_id),
            **self._last_change(resident_id),
        )

    def subject(self, resident_id: ResidentId) -> LetterSubject:
        """The resident with the family as letters need it. Raises NotFoundError."""
        person = self.get(resident_id)
        home, area = self._home(person.household_id)
        members = self._members(person.household_id)
        written = person.parents
        known = self.by_nik(nik for nik in (written.father_nik, written.mother_nik) if nik)
        return LetterSubject(
            resident=person,
            household=home,
            jorong=area,
            father=known.get(written.father_nik)
            or named_member(members, written.father_name, person),
            mother=known.get(written.mother_nik)
            or named_member(members, written.mother_name, person),
            members=tuple(one for one in members if one.life_status is LifeStatus.ALIVE),
        )

    def _home(self, household_id: HouseholdId | None) -> tuple[Household | None, str]:
        if household_id is None:
            return None, ""
        row = self._connection.execute(_HOME, {"wanted": household_id.bytes}).mappings().one()
        return household_of(row), row["area"] or ""

    def _members(self, household_id: HouseholdId | None) -> list[Resident]:
        if household_id is None:
            return []
        rows = self._connection.execute(_MEMBERS, {"wanted": household_id.bytes}).mappings()
        return [resident_of(row) for row in rows]

    def _letters(self, resident_id: ResidentId) -> tuple[ResidentLetterRow, ...]:
        return tuple(
            ResidentLetterRow(
                LetterId(UUID(bytes=row.id)),
                row.number,
                row.title,
                row.issue_date,
                row.status,
                row.valid_until,
                row.type_id,
                row.role,
                subject_name=row.subject,
            )
            for row in self._connection.execute(_LETTERS, {"wanted": resident_id.bytes})
        )

    def _last_change(self, resident_id: ResidentId) -> dict[str, Any]:
        statement = select(resident.c.changed_at, resident.c.changed_by).where(
            resident.c.id == resident_id.bytes
        )
        row = self._connection.execute(statement).one()
        return {
            "changed_at": datetime.fromisoformat(row.changed_at) if row.changed_at else None,
            "changed_by": row.changed_by,
        }


class HouseholdQueries:
    """Reads of households on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def by_nomor_kk(self, numbers: Iterable[str]) -> dict[str, Household]:
        """Those of the KK numbers that are in the books, by number."""
        found: dict[str, Household] = {}
        column = household.c.nomor_kk
        statement = select(household).where(column.in_(bindparam("numbers", expanding=True)))
        for chunk in chunks(numbers):
            for row in self._connection.execute(statement, {"numbers": chunk}).mappings():
                found[row["nomor_kk"]] = household_of(row)
        return found

    def living_members(
        self, ids: Iterable[HouseholdId]
    ) -> dict[HouseholdId, tuple[tuple[ResidentId, str, bool], ...]]:
        """Who lives in each household: identity, name, and whether as its head."""
        columns = (resident.c.household_id, resident.c.id, resident.c.name)
        statement = select(*columns, (resident.c.family_relation == _HEAD).label("leads")).where(
            resident.c.household_id.in_(bindparam("ids", expanding=True)),
            resident.c.life_status == int(LifeStatus.ALIVE),
        )
        found: dict[HouseholdId, list[tuple[ResidentId, str, bool]]] = {}
        for chunk in chunks(one.bytes for one in ids):
            for row in self._connection.execute(statement, {"ids": chunk}):
                home = HouseholdId(UUID(bytes=row.household_id))
                member = (ResidentId(UUID(bytes=row.id)), row.name, bool(row.leads))
                found.setdefault(home, []).append(member)
        return {home: tuple(members) for home, members in found.items()}

    def by_ids(self, ids: Iterable[bytes]) -> dict[bytes, Household]:
        """Those of the identities that are in the books."""
        column = household.c.id
        statement = select(household).where(column.in_(bindparam("ids", expanding=True)))
        found: dict[bytes, Household] = {}
        for chunk in chunks(ids):
            for row in self._connection.execute(statement, {"ids": chunk}).mappings():
                found[row["id"]] = household_of(row)
        return found


class JorongQueries:
    """Reads of the sub-areas."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Jorong, ...]:
        """Every sub-area, by name."""
        rows = self._connection.execute(select(jorong).order_by(func.lower(jorong.c.name)))
        return tuple(Jorong(JorongId(UUID(bytes=row.id)), row.name) for row in rows)


def chunks(values: Iterable[_T]) -> Iterable[list[_T]]:
    """Lists of at most IN_ONE_GO values."""
    everything = list(values)
    for start in range(0, len(everything), IN_ONE_GO):
        yield everything[start : start + IN_ONE_GO]


def _member(one: Resident) -> HouseholdMember:
    return HouseholdMember(
        id=one.id,
        name=one.name.full(),
        nik=one.nik,
        sex=sex_of(one.sex),
        birth_date=one.birth_date,
        family_relation=one.family_relation,
        occupation=one.occupation,
        recording_status=one.papers.recording_status,
        life_status=one.life_status,
    )


def named_member(members: list[Resident], name: str, child: Resident) -> Resident | None:
    """The one member of the household who bears the parent's name as written on the KK."""
    if not name:
        return None
    wanted = _own_name(name)
    alike = [one for one in members if one.id != child.id and _own_name(one.name.name) == wanted]
    return alike[0] if len(alike) == 1 else None


def _own_name(name: str) -> str:
    """Folded, without whose child it says the person is: sheets write that only at times."""
    own = re.split(r"\s(?:bin|binti)\s", name, maxsplit=1, flags=re.IGNORECASE)[0]
    return folded(own)
