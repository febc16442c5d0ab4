"""Reads unfinished letters; they stay on this PC."""

from __future__ import annotations

import json
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, RowMapping, select

from nagari_kit.db.draft_content import number_of, people_of, requirements_of
from nagari_kit.db.queries.same_person import LIVES_ON_AS
from nagari_kit.db.tables import draft
from nagari_kit.domain.identity import DraftId, LetterId, OfficerId, ResidentId
from nagari_kit.domain.letters import DraftStage, LetterDraft


class DraftQueries:
    """Reads of unfinished letters."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[LetterDraft, ...]:
        """Every draft, the last saved first."""
        statement = select(draft, LIVES_ON_AS).order_by(draft.c.saved_at.desc(), draft.c.id.desc())
        return tuple(_draft(row) for row in self._connection.execute(statement).mappings())

    def get(self, draft_id: DraftId) -> LetterDraft | None:
        """The draft, or None."""
        statement = select(draft, LIVES_ON_AS).where(draft.c.id == draft_id.bytes)
        row = self._connection.execute(statement).mappings().one_or_none()
        return _draft(row) if row is not None else None

    def in_stage(self, stage: DraftStage) -> tuple[LetterDraft, ...]:
        """Those that stand there, the one that waits longest first."""
        statement = (
            select(draft, LIVES_ON_AS)
            .where(draft.c.stage == stage.value)
            .order_by(draft.c.stage_at, draft.c.id)
        )
        return tuple(_draft(row) for row in self._connection.execute(statement).mappings())


def _draft(row: RowMapping) -> LetterDraft:
    person = row["lives_on_as"]
    return LetterDraft(
        id=DraftId(UUID(bytes=row["id"])),
        type_id=row["type_id"],
        title=row["title"],
        resident_id=ResidentId(UUID(bytes=person)) if person else None,
        resident_name=row["resident_name"],
        values=json.loads(row["field_values"]),
        signer_id=OfficerId(UUID(bytes=row["signer_id"])) if row["signer_id"] else None,
        saved_at=datetime.fromisoformat(row["saved_at"]),
        issue_date=row["issue_date"],
        people=people_of(row["people"]),
        number=number_of(row["number_choice"]),
        requirements=requirements_of(row["requirements"]),
        replaces=LetterId(UUID(bytes=row["replaces"])) if row["replaces"] else None,
        stage=DraftStage(row["stage"]),
        stage_at=datetime.fromisoformat(row["stage_at"]) if row["stage_at"] else None,
        stage_by=row["stage_by"],
        stage_note=row["stage_note"],
    )
