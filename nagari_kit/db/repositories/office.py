"""Writes the office's profile, neighbours and officers."""

from __future__ import annotations

import dataclasses
import json

from sqlalchemy import Connection, select, update

from nagari_kit.db.queries.office import OfficeQueries
from nagari_kit.db.repositories.residents import upsert
from nagari_kit.db.tables import office, officer
from nagari_kit.domain.letter_look import LetterLook
from nagari_kit.domain.neighbours import Neighbours
from nagari_kit.domain.office import OfficeProfile, Officer
from nagari_kit.infra.clock import Clock
from nagari_kit.infra.identifiers import new_uuid7

_KEPT_APART = frozenset({"letter_look", "neighbours", "second_logo"})
"""What the profile does not hold."""


class OfficeRepository(OfficeQueries):
    """The office's own data within a unit of work."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        super().__init__(connection)
        self._clock = clock

    def save_profile(self, profile: OfficeProfile) -> None:
        """Replace the profile; the office keeps its identity."""
        known = self._connection.execute(select(office.c.id)).scalar_one_or_none()
        kop = dataclasses.asdict(profile.kop)
        logo = kop.pop("logo")
        row = {
            "id": known or new_uuid7(self._clock).bytes,
            "code": profile.code,
            "name": profile.name,
            "kind": profile.kind,
            "kecamatan": profile.kecamatan,
            "kabupaten": profile.kabupaten,
            "unit": profile.unit,
            "paper": profile.paper.value,
            "area_word": profile.area_word,
            "postcode": profile.postcode,
            "kop": json.dumps(kop, ensure_ascii=False, sort_keys=True),
            "logo": logo,
        }
        self._connection.execute(upsert(office, "id", fixed=_KEPT_APART), row)

    def save_look(self, look: LetterLook) -> None:
        """Replace how the office's letters look."""
        facts = dataclasses.asdict(look)
        logo = facts.pop("second_logo")
        written = json.dumps(facts, ensure_ascii=False, sort_keys=True)
        self._connection.execute(update(office).values(letter_look=written, second_logo=logo))

    def save_neighbours(self, neighbours: Neighbours) -> None:
        """Replace the names of the camat and the adat council."""
        written = json.dumps(dataclasses.asdict(neighbours), ensure_ascii=False, sort_keys=True)
        self._connection.execute(update(office).values(neighbours=written))

    def save_officer(self, one: Officer) -> None:
        """Add or replace an officer."""
        row = {
            "id": one.id.bytes,
            **dataclasses.asdict(one.name),
            "position": one.position,
            "standing": one.standing.value,
            "via": one.via,
            "nip": one.nip,
            "is_head": int(one.is_head),
            "on_behalf": int(one.on_behalf),
            "active_from": one.active_from,
            "active_to": one.active_to,
            "sk_number": one.sk_number,
            "sk_date": one.sk_date,
        }
        self._connection.execute(upsert(officer, "id"), row)
