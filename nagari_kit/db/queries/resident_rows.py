"""The columns that every list of residents reads, and the row that they make."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Row

from nagari_kit.db.resident_rows import sex_of
from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.residents import LifeStatus, ResidentRow

# The plus keeps the planner on the index of the household: one family, not everybody alive.
COLUMNS = """
    r.id, r.name, r.gelar_depan, r.gelar_belakang, r.gelar_adat, r.nik, h.nomor_kk, r.sex,
    r.birth_date, coalesce(j.name, '') AS jorong, r.family_relation, r.recording_status,
    r.life_status, r.birth_place, r.marital_status, r.religion, r.education, r.occupation, r.suku,
    coalesce(h.address, '') AS address, coalesce(h.rw, '') AS rw, coalesce(h.rt, '') AS rt,
    coalesce((SELECT k.name FROM resident k WHERE k.household_id = r.household_id
        AND k.family_relation = 1 AND +k.life_status = 1 LIMIT 1), '') AS head_name
"""
JOINS = "LEFT JOIN household h ON h.id = r.household_id LEFT JOIN jorong j ON j.id = h.jorong_id"
SURROUNDINGS = """
    r.father_name, r.mother_name, r.current_address
"""
"""What tells why somebody was found who does not bear the name; read with COLUMNS."""


AFTER_LETTERS = "\U0010ffff"
"""Behind a beginning: the end of all names that begin so."""

_AS_STORED = (
    "birth_place", "marital_status", "religion", "education", "occupation", "suku", "address",
    "rw", "rt",
)  # fmt: skip


def resident_list_row(row: Row[Any]) -> ResidentRow:
    """The value of a row with COLUMNS."""
    return ResidentRow(
        id=ResidentId(UUID(bytes=row.id)),
        name=PersonName(row.name, row.gelar_depan, row.gelar_belakang, row.gelar_adat).full(),
        nik=row.nik,
        nomor_kk=row.nomor_kk,
        sex=sex_of(row.sex),
        birth_date=date.fromisoformat(row.birth_date) if row.birth_date else None,
        jorong=row.jorong,
        family_relation=row.family_relation,
        head_name=row.head_name,
        recording_status=row.recording_status,
        life_status=LifeStatus(row.life_status),
        **{name: getattr(row, name) for name in _AS_STORED},
    )
