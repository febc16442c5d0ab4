"""People of other places, kept as they were typed, so that they are offered again."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, delete, select

from nagari_kit.db.letter_tables import outsider
from nagari_kit.db.repositories.residents import upsert
from nagari_kit.domain import nik
from nagari_kit.domain.identity import OutsiderId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.outsiders import Outsider, OutsiderRow
from nagari_kit.domain.plain_facts import known_facts
from nagari_kit.domain.residents import Sex
from nagari_kit.domain.search_folding import folded, folded_words
from nagari_kit.errors import NotFoundError

_NEWEST = (outsider.c.changed_at.desc(), outsider.c.id.desc())


class OutsiderQueries:
    """Reads on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, outsider_id: OutsiderId) -> Outsider:
        """The person with every fact. Raises NotFoundError."""
        statement = select(outsider).where(outsider.c.id == outsider_id.bytes)
        row = self._connection.execute(statement).one_or_none()
        if row is None:
            raise NotFoundError(
                "Orang ini tidak ada lagi di catatan orang luar nagari.",
                hint="Ketik datanya lagi.",
                code="LUAR-01",
            )
        return _outsider(row)

    def search(self, typed: str, limit: int) -> tuple[OutsiderRow, ...]:
        """Those whose name has words that begin so, or whose NIK it is; the last used first."""
        digits = "".join(typed.split())
        if digits.isdigit():
            statement = select(outsider).where(outsider.c.nik == digits)
        else:
            words = folded_words(typed)
            if not words:
                return ()
            spaced = " " + outsider.c.folded_name
            statement = select(outsider).where(
                *(spaced.contains(f" {word}", autoescape=True) for word in words)
            )
        found = self._connection.execute(statement.order_by(*_NEWEST).limit(limit))
        return tuple(_hit(_outsider(row)) for row in found)

    def same_as(self, one: Outsider) -> OutsiderId | None:
        """Who is kept already under this NIK; without one, under this name and birth date."""
        if one.nik:
            statement = select(outsider).where(outsider.c.nik == one.nik).order_by(*_NEWEST)
            row = self._connection.execute(statement).first()
            return OutsiderId(UUID(bytes=row.id)) if row is not None else None
        statement = select(outsider).where(
            outsider.c.folded_name == folded(one.name.full()), outsider.c.nik.is_(None)
        )
        kept = map(_outsider, self._connection.execute(statement.order_by(*_NEWEST)))
        return next((other.id for other in kept if other.birth_date == one.birth_date), None)


class OutsiderRepository(OutsiderQueries):
    """The same people within a unit of work; they stay on this PC."""

    def __init__(self, connection: Connection, changed: tuple[str, str]) -> None:
        super().__init__(connection)
        self._changed_at, self._changed_by = changed

    def save(self, one: Outsider, identity: OutsiderId) -> Outsider:
        """Add or replace; returns the person with that identity."""
        facts = known_facts(replace(one, id=None))
        row = {
            "id": identity.bytes,
            "name": one.name.full(),
            "folded_name": folded(one.name.full()),
            "nik": one.nik,
            "facts": json.dumps(facts, ensure_ascii=False, sort_keys=True),
            "changed_at": self._changed_at,
            "changed_by": self._changed_by,
        }
        self._connection.execute(upsert(outsider, "id"), row)
        return replace(one, id=identity)

    def forget(self, outsider_id: OutsiderId) -> None:
        """Let go of somebody; letters that were issued keep what they say."""
        self._connection.execute(delete(outsider).where(outsider.c.id == outsider_id.bytes))


def outsider_of(facts: dict[str, Any], identity: OutsiderId | None) -> Outsider:
    """The person whose `known_facts` these are."""
    own = dict(facts)
    own.pop("id", None)
    born, sex = own.pop("birth_date", None), own.pop("sex", None)
    return Outsider(
        name=PersonName(**own.pop("name")),
        id=identity,
        birth_date=date.fromisoformat(born) if born else None,
        sex=Sex(sex) if sex else None,
        citizenship=own.pop("citizenship", None),
        **own,
    )


def _outsider(row: Row[Any]) -> Outsider:
    return outsider_of(json.loads(row.facts), OutsiderId(UUID(bytes=row.id)))


def _hit(one: Outsider) -> OutsiderRow:
    if one.id is None:
        raise LookupError("an outsider of a search is kept")
    return OutsiderRow(
        id=one.id,
        name=one.name.full(),
        nik=nik.masked(one.nik) if one.nik else "",
        birth_place=one.birth_place,
        birth_date=one.birth_date,
        address=one.address,
    )
