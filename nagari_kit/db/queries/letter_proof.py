"""Holds the register and its documents against the event log, which nobody can amend unnoticed."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from sqlalchemy import Connection, Row, text

from nagari_kit.domain.letters import LetterStatus

_LETTERS = text(
    "SELECT l.id, l.number, l.series, l.year, l.sequence, l.type_id, l.issue_date, l.resident_id,"
    " l.resident_name, l.signer_name, l.signer_position, l.status, l.void_reason, l.sha256,"
    " e.type AS event_type, e.body AS event_body, d.pdf, d.snapshot FROM letter l"
    " LEFT JOIN event_log e ON e.inc = l.event_inc AND e.seq = l.event_seq"
    " LEFT JOIN letter_document d ON d.letter_id = l.id ORDER BY l.issued_at"
)
_VOIDS = text("SELECT body FROM event_log WHERE type = 'letter.voided'")
_MISLABELLED = text(
    "SELECT count(*) FROM event_log WHERE type <> json_extract(CAST(body AS TEXT), '$.t')"
    " OR sv <> json_extract(CAST(body AS TEXT), '$.sv')"
    " OR lower(hex(event_id)) <> json_extract(CAST(body AS TEXT), '$.id')"
)
_CUT_SHORT = text(
    "SELECT count(*) FROM incarnation i WHERE (SELECT coalesce(max(seq), 0) FROM event_log e"
    " WHERE e.inc = i.inc) < max("
    " coalesce((SELECT max(last) FROM container_out c WHERE c.inc = i.inc), 0),"
    " coalesce((SELECT max(event_seq) FROM letter l WHERE l.event_inc = i.inc), 0))"
)


def letters_at_odds(connection: Connection) -> tuple[str, ...]:
    """Numbers of the letters whose row, paper or void mark is not what the log tells of them."""
    voided = {}
    for row in connection.execute(_VOIDS):
        told = json.loads(row.body)["d"]
        voided[told["letter_id"]] = told["reason"]
    return tuple(row.number for row in connection.execute(_LETTERS) if not _is_sound(row, voided))


def log_at_odds(connection: Connection) -> int:
    """Events whose labels are not those of their bodies, and lives whose last events are gone."""
    mislabelled = int(connection.execute(_MISLABELLED).scalar_one())
    return mislabelled + int(connection.execute(_CUT_SHORT).scalar_one())


def _is_sound(row: Row[Any], voided: dict[str, str]) -> bool:
    try:
        return _agrees(row, voided)
    except (TypeError, ValueError, LookupError, AttributeError):
        # A column holds another kind of value than was ever written there.
        return False


def _agrees(row: Row[Any], voided: dict[str, str]) -> bool:
    if row.event_type != "letter.issued" or row.pdf is None:
        return False
    told = json.loads(row.event_body)["d"]
    identity = row.id.hex()
    seen = {
        "letter_id": identity,
        "number": row.number,
        "series": row.series,
        "year": row.year,
        "sequence": row.sequence,
        "type_id": row.type_id,
        "issue_date": row.issue_date,
        "resident_id": row.resident_id.hex(),
        "resident_name": row.resident_name,
        "signer": f"{row.signer_name}, {row.signer_position}",
        "pdf_sha256": hashlib.sha256(row.pdf).hexdigest(),
        "snapshot_sha256": hashlib.sha256(row.snapshot).hexdigest(),
    }
    if row.sha256 != told["pdf_sha256"] or any(told[name] != seen[name] for name in seen):
        return False
    is_void = row.status == LetterStatus.VOIDED.value
    return is_void == (identity in voided) and (not is_void or row.void_reason == voided[identity])
