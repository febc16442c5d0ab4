"""Writes the office's profile, officers and numbering rules."""

from __future__ import annotations

import dataclasses
import json

from sqlalchemy import Connection, delete, insert, select

from nagari_kit.db.queries.office import NumberingQueries, OfficeQueries
from nagari_kit.db.repositories.residents import upsert
from nagari_kit.db.tables import numbering_rule, office, officer
from nagari_kit.domain.office import NumberingSettings, NumberRule, OfficeProfile, Officer
from nagari_kit.infra.clock import Clock
from nagari_kit.infra.identifiers import new_uuid7


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
        self._connection.execute(upsert(office, "id"), row)

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
        }
        self._connection.execute(upsert(officer, "id"), row)


class NumberingRepository(NumberingQueries):
    """The rules of letter numbers within a unit of work."""

    def save_settings(self, settings: NumberingSettings) -> None:
        """Replace all rules; numbers already given stay as they are."""
        self._connection.execute(delete(numbering_rule))
        rules: dict[str, NumberRule] = {"": settings.default, **settings.by_type}
        rows = [{"type_id": name, **dataclasses.asdict(rule)} for name, rule in rules.items()]
        self._connection.execute(insert(numbering_rule), rows)
