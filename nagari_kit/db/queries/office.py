"""Reads the office's profile, officers and numbering rules."""

from __future__ import annotations

import json
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, select

from nagari_kit.db.queries.residents import JorongQueries
from nagari_kit.db.tables import letter, numbering_rule, office, officer
from nagari_kit.domain.identity import OfficerId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.office import (
    Kop,
    NumberingSettings,
    NumberRule,
    OfficeProfile,
    Officer,
    PaperSize,
    Standing,
)
from nagari_kit.domain.residents import Jorong
from nagari_kit.errors import NotFoundError

_OFFICE = select(office)
_OFFICERS = select(officer).order_by(officer.c.is_head.desc(), officer.c.on_behalf, officer.c.id)
_RULES = select(numbering_rule)
_HIGHEST = select(func.max(letter.c.sequence)).where(
    letter.c.series == bindparam("series"), letter.c.year == bindparam("year")
)


class OfficeQueries:
    """Reads of the office's own data on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def profile(self) -> OfficeProfile:
        """The office. Raises NotFoundError while none was configured."""
        row = self._connection.execute(_OFFICE).one_or_none()
        if row is None:
            raise NotFoundError(
                "Data kantor belum diisi.", hint="Selesaikan pengaturan awal lebih dulu."
            )
        kop = json.loads(row.kop)
        return OfficeProfile(
            code=row.code,
            name=row.name,
            kind=row.kind,
            kecamatan=row.kecamatan,
            kabupaten=row.kabupaten,
            unit=row.unit,
            kop=Kop(**{**kop, "address_lines": tuple(kop["address_lines"])}, logo=row.logo),
            paper=PaperSize(row.paper),
            area_word=row.area_word,
            postcode=row.postcode,
        )

    def office_id(self) -> UUID:
        """The office's own identity. Raises NotFoundError while none was configured."""
        raw = self._connection.execute(select(office.c.id)).scalar_one_or_none()
        if raw is None:
            raise NotFoundError("Data kantor belum diisi.")
        return UUID(bytes=raw)

    def officers(self) -> tuple[Officer, ...]:
        """Everybody who signs or signed, who leads first."""
        return tuple(
            Officer(
                id=OfficerId(UUID(bytes=row.id)),
                name=PersonName(row.name, row.gelar_depan, row.gelar_belakang, row.gelar_adat),
                position=row.position,
                standing=Standing(row.standing),
                is_head=bool(row.is_head),
                on_behalf=bool(row.on_behalf),
                via=row.via,
                nip=row.nip,
                active_from=row.active_from,
                active_to=row.active_to,
            )
            for row in self._connection.execute(_OFFICERS)
        )

    def jorong(self) -> tuple[Jorong, ...]:
        """The sub-areas, by name."""
        return JorongQueries(self._connection).all()


class NumberingQueries:
    """Reads of the rules of letter numbers and of the counters."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def settings(self) -> NumberingSettings:
        """The office's rule and the exceptions; the shipped rule while none was saved."""
        rules = {
            row.type_id: NumberRule(
                row.pattern, row.scope, row.reset, row.start, row.classification
            )
            for row in self._connection.execute(_RULES)
        }
        default = rules.pop("", NumberRule())
        return NumberingSettings(default, rules)

    def highest(self, series: str, year: int) -> int | None:
        """The highest number given in a series and year, voided ones included."""
        wanted = {"series": series, "year": year}
        highest: int | None = self._connection.execute(_HIGHEST, wanted).scalar_one()
        return highest

    def highest_of(self, type_id: str, year: int) -> int | None:
        """The highest number of any counter, of one letter type unless "", in a year unless 0."""
        statement = select(func.max(letter.c.sequence))
        if type_id:
            statement = statement.where(letter.c.type_id == type_id)
        if year:
            days = (date(year, 1, 1), date(year, 12, 31))
            statement = statement.where(letter.c.issue_date.between(*days))
        highest: int | None = self._connection.execute(statement).scalar_one()
        return highest
