"""Reads the office's profile, neighbours and officers."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, select

from nagari_kit.db.queries.residents import JorongQueries
from nagari_kit.db.tables import office, officer
from nagari_kit.domain.identity import OfficerId
from nagari_kit.domain.letter_look import LetterLook
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.neighbours import AdatCouncil, Camat, Neighbours
from nagari_kit.domain.office import (
    Kop,
    OfficeProfile,
    Officer,
    PaperSize,
    Standing,
)
from nagari_kit.domain.residents import Jorong
from nagari_kit.errors import NotFoundError

_OFFICE = select(office)
_NEIGHBOURS = select(office.c.neighbours)
_OFFICERS = select(officer).order_by(officer.c.is_head.desc(), officer.c.on_behalf, officer.c.id)


class OfficeQueries:
    """Reads of the office's own data on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def profile(self) -> OfficeProfile:
        """The office. Raises NotFoundError while none was configured."""
        return _profile(self._row())

    def profile_and_neighbours(self) -> tuple[OfficeProfile, Neighbours]:
        """Both in one statement. Raises NotFoundError while no office was configured."""
        row = self._row()
        return _profile(row), _neighbours(row.neighbours)

    def _row(self) -> Row[Any]:
        row = self._connection.execute(_OFFICE).one_or_none()
        if row is None:
            raise NotFoundError(
                "Data kantor belum diisi.", hint="Selesaikan pengaturan awal lebih dulu."
            )
        return row

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
                sk_number=row.sk_number,
                sk_date=row.sk_date,
            )
            for row in self._connection.execute(_OFFICERS)
        )

    def neighbours(self) -> Neighbours:
        """The camat and the adat council; empty names while nobody told them."""
        written = self._connection.execute(_NEIGHBOURS).scalar_one_or_none()
        return _neighbours(written or "")

    def jorong(self) -> tuple[Jorong, ...]:
        """The sub-areas, by name."""
        return JorongQueries(self._connection).all()


def _profile(row: Row[Any]) -> OfficeProfile:
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
        look=_look(row.letter_look, row.second_logo),
    )


def _neighbours(written: str) -> Neighbours:
    if not written:
        return Neighbours()
    content = json.loads(written)
    return Neighbours(Camat(**content["camat"]), AdatCouncil(**content["kan"]))


def _look(written: str, second_logo: bytes | None) -> LetterLook:
    if not written:
        return LetterLook()
    facts = json.loads(written)
    return LetterLook(**{**facts, "copies": tuple(facts["copies"])}, second_logo=second_logo)
