"""Keeps unfinished letters."""

from __future__ import annotations

import json

from sqlalchemy import delete

from nagari_kit.db.draft_content import number_text, people_text, requirements_text
from nagari_kit.db.queries.letter_drafts import DraftQueries
from nagari_kit.db.repositories.residents import upsert
from nagari_kit.db.tables import draft
from nagari_kit.domain.identity import DraftId
from nagari_kit.domain.letters import LetterDraft


class DraftRepository(DraftQueries):
    """Unfinished letters within a unit of work; they stay on this PC."""

    def save(self, one: LetterDraft) -> None:
        """Add or replace a draft."""
        row = {
            "id": one.id.bytes,
            "type_id": one.type_id,
            "title": one.title,
            "resident_id": one.resident_id.bytes if one.resident_id else None,
            "resident_name": one.resident_name,
            "field_values": json.dumps(dict(one.values), ensure_ascii=False, sort_keys=True),
            "signer_id": one.signer_id.bytes if one.signer_id else None,
            "saved_at": one.saved_at.isoformat(),
            "people": people_text(one.people),
            "number_choice": number_text(one.number),
            "requirements": requirements_text(one.requirements),
            "issue_date": one.issue_date,
            "replaces": one.replaces.bytes if one.replaces else None,
            "stage": one.stage.value,
            "stage_at": one.stage_at.isoformat() if one.stage_at else "",
            "stage_by": one.stage_by,
            "stage_note": one.stage_note,
        }
        self._connection.execute(upsert(draft, "id"), row)

    def delete(self, draft_id: DraftId) -> None:
        """Throw a draft away; nothing happens when it is gone."""
        self._connection.execute(delete(draft).where(draft.c.id == draft_id.bytes))
