"""Reads what the quality desk needs: slim facts of everybody, decisions, what hangs on a record."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, text

from nagari_kit.db.resident_rows import resident_of
from nagari_kit.db.tables import doubt_decision, resident
from nagari_kit.domain.doubts import DoubtDecision, DoubtRule, PersonFacts
from nagari_kit.domain.doubts.merge import Belongings
from nagari_kit.domain.identity import ResidentId
from nagari_kit.domain.residents import Resident
from nagari_kit.domain.search_folding import folded

# Records that were marked invalid matter only for the NIK that they still bear.
_EVERYBODY = """
    SELECT r.id, r.name, r.gelar_depan, r.gelar_belakang, r.gelar_adat, r.folded_name, r.nik,
        r.sex, r.birth_date, r.family_relation, r.household_id, h.nomor_kk, r.marital_status,
        r.father_nik, r.father_name, r.mother_nik, r.mother_name, r.life_status, r.residency,
        r.recording_status,
        CASE WHEN r.papers = '' THEN NULL ELSE json_extract(r.papers, '$.ektp') END,
        CASE WHEN r.papers = '' THEN NULL ELSE json_extract(r.papers, '$.marriage_date') END
    FROM resident r LEFT JOIN household h ON h.id = r.household_id
    WHERE r.merged_into IS NULL ORDER BY r.key
"""
_BELONGINGS = text("""
    SELECT r.id, r.changed_at,
        (SELECT count(*) FROM letter l WHERE l.resident_id = r.id) AS letters,
        (SELECT count(*) FROM draft d WHERE d.resident_id = r.id) AS drafts,
        (SELECT count(*) FROM resident_document d WHERE d.resident_id = r.id) AS documents,
        (SELECT count(*) FROM population_event_person p WHERE p.resident_key = r.key) AS events,
        (SELECT e.recorded_at FROM population_event_person p
            JOIN population_event e ON e.key = p.event_key
            WHERE p.resident_key = r.key AND p.before IS NULL
            ORDER BY e.key LIMIT 1) AS entered_at,
        (SELECT e.kind FROM population_event_person p
            JOIN population_event e ON e.key = p.event_key
            WHERE p.resident_key = r.key AND p.before IS NULL
            ORDER BY e.key LIMIT 1) AS entered_by
    FROM resident r WHERE r.id IN :wanted
""").bindparams(bindparam("wanted", expanding=True))
_GIVEN_UP = text("""
    SELECT json_extract(e.facts, '$.given_up_nik') AS nik, json_extract(e.facts, '$.kept') AS kept
    FROM population_event e
    WHERE e.kind = 'record_merge' AND json_extract(e.facts, '$.given_up_nik') IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM population_event u WHERE u.reverses = e.key)
    ORDER BY e.key
""")
_ROWS_IN_ONE_GO = 2000
_NAME, _FOLDED, _BORN = 1, 5, 8


class DoubtQueries:
    """Reads on one connection; a fixed number of statements for any number of people."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def everybody(self) -> list[PersonFacts]:
        """Every record but those that were merged into another, in one statement."""
        found = self._connection.exec_driver_sql(_EVERYBODY)
        return [_facts(tuple(row)) for rows in found.partitions(_ROWS_IN_ONE_GO) for row in rows]

    def decisions(self) -> dict[tuple[DoubtRule, str], DoubtDecision]:
        """What officers said is right as it stands, by rule and subject."""
        statement = select(doubt_decision).where(doubt_decision.c.reason != "")
        known = {rule.value for rule in DoubtRule}
        found = {}
        for row in self._connection.execute(statement):
            # A rule of a newer or older program is nobody's business here.
            if row.rule in known:
                rule = DoubtRule(row.rule)
                found[rule, row.subject] = DoubtDecision(
                    rule,
                    row.subject,
                    row.reason,
                    datetime.fromisoformat(row.decided_at),
                    row.decided_by,
                )
        return found

    def done_since(self, moment: datetime) -> int:
        """How many doubts were decided or mended from a moment on."""
        statement = select(func.count()).where(doubt_decision.c.decided_at >= moment.isoformat())
        return self._connection.execute(statement.select_from(doubt_decision)).scalar_one()

    def belongings(self, ids: Iterable[ResidentId]) -> dict[ResidentId, Belongings]:
        """What hangs on each record, and how it came into the books."""
        wanted = {one.bytes: one for one in ids}
        rows = self._connection.execute(_BELONGINGS, {"wanted": list(wanted)})
        return {
            wanted[bytes(row.id)]: Belongings(
                letters=row.letters,
                drafts=row.drafts,
                documents=row.documents,
                events=row.events,
                entered_at=datetime.fromisoformat(row.entered_at) if row.entered_at else None,
                entered_by=row.entered_by or "",
            )
            for row in rows
        }

    def given_up_niks(self) -> dict[str, str]:
        """Every NIK that a standing merge gave up, with the name of the record that lives on."""
        return {row.nik: row.kept for row in self._connection.execute(_GIVEN_UP)}

    def children_by_nik(self, number: str) -> tuple[Resident, ...]:
        """Residents whose KK writes this NIK for their father or mother."""
        statement = select(resident).where(
            (resident.c.father_nik == number) | (resident.c.mother_nik == number)
        )
        return tuple(resident_of(row) for row in self._connection.execute(statement).mappings())


def _facts(row: tuple[Any, ...]) -> PersonFacts:
    titled = row[2] or row[3] or row[4]
    sound = folded(row[_NAME]) if titled else row[_FOLDED]
    born = date.fromisoformat(row[_BORN]) if row[_BORN] else None
    return PersonFacts._make(
        (*row[:_FOLDED], sound, *row[_FOLDED + 1 : _BORN], born, *row[_BORN + 1 :])
    )
