"""Holds the register and its documents against the event log, which nobody can amend unnoticed."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, text

from nagari_kit.domain.letter_steps import Progress
from nagari_kit.domain.letters import LetterStatus

_LETTERS = text(
    "SELECT l.id, l.number, l.series, l.year, l.sequence, l.type_id, l.issue_date, l.resident_id,"
    " l.resident_name, l.signer_name, l.signer_position, l.status, l.void_reason, l.sha256,"
    " l.progress, l.number_mode, l.replaces,"
    " (SELECT count(*) FROM letter_person n WHERE n.letter_id = l.id) AS people,"
    " e.type AS event_type, e.body AS event_body, d.pdf, d.snapshot FROM letter l"
    " LEFT JOIN event_log e ON e.inc = l.event_inc AND e.seq = l.event_seq"
    " LEFT JOIN letter_document d ON d.letter_id = l.id ORDER BY l.issued_at"
)
_LATER = text(
    "SELECT e.type, e.body FROM event_log e JOIN incarnation i ON i.inc = e.inc"
    " WHERE e.type IN ('letter.voided', 'letter.stepped', 'letter.numbered')"
    " ORDER BY i.key, e.seq"
)
_NUMBER = ("number", "series", "year", "sequence")
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


@dataclass(frozen=True, slots=True)
class _Later:
    """What the log tells of letters after they were filed, by the letter's id in hex."""

    void_reasons: dict[str, str] = field(default_factory=dict)
    progress: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, dict[str, Any]] = field(default_factory=dict)


def letters_at_odds(connection: Connection) -> tuple[str, ...]:
    """Numbers of the letters whose row, paper or marks are not what the log tells of them."""
    later = _later(connection)
    return tuple(
        row.number or f"tanpa nomor, {row.issue_date}"
        for row in connection.execute(_LETTERS)
        if not _is_sound(row, later)
    )


def _later(connection: Connection) -> _Later:
    later = _Later()
    for row in connection.execute(_LATER):
        told = json.loads(row.body)["d"]
        if row.type == "letter.voided":
            later.void_reasons[told["letter_id"]] = told["reason"]
        elif row.type == "letter.stepped":
            later.progress[told["letter_id"]] = told["progress"]
        else:
            later.numbers[told["letter_id"]] = {
                name: told[name] for name in _NUMBER if name in told
            }
    return later


def log_at_odds(connection: Connection) -> int:
    """Events whose labels are not those of their bodies, and lives whose last events are gone."""
    mislabelled = int(connection.execute(_MISLABELLED).scalar_one())
    return mislabelled + int(connection.execute(_CUT_SHORT).scalar_one())


def _is_sound(row: Row[Any], later: _Later) -> bool:
    try:
        return _agrees(row, later)
    except (TypeError, ValueError, LookupError, AttributeError):
        # A column holds another kind of value than was ever written there.
        return False


def _agrees(row: Row[Any], later: _Later) -> bool:
    if row.event_type != "letter.issued" or row.pdf is None:
        return False
    identity = row.id.hex()
    told = json.loads(row.event_body)["d"] | later.numbers.get(identity, {})
    seen = {
        "letter_id": identity,
        "number": row.number,
        "series": row.series,
        "year": row.year,
        "sequence": row.sequence,
        "type_id": row.type_id,
        "issue_date": row.issue_date,
        "resident_id": row.resident_id.hex() if row.resident_id else None,
        "resident_name": row.resident_name if row.resident_id else "",
        "signer": f"{row.signer_name}, {row.signer_position}" if row.signer_name else "",
        "pdf_sha256": hashlib.sha256(row.pdf).hexdigest(),
        "snapshot_sha256": hashlib.sha256(row.snapshot).hexdigest(),
    }
    # Letters of the first release say nothing of these.
    seen |= {name: value for name, value in _said_since(row).items() if name in told}
    if row.sha256 != told["pdf_sha256"] or any(told[name] != seen[name] for name in seen):
        return False
    if row.progress != later.progress.get(identity, Progress.ISSUED.value):
        return False
    reason = later.void_reasons.get(identity)
    is_void = row.status == LetterStatus.VOIDED.value
    return is_void == (reason is not None) and (not is_void or row.void_reason == reason)


def _said_since(row: Row[Any]) -> dict[str, Any]:
    replaced = row.replaces.hex() if row.replaces else None
    return {"people": row.people, "mode": row.number_mode, "replaces": replaced}
