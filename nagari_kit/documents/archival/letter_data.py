"""The data of a letter as it travels inside its PDF (`surat.json`), for programs to read.

Canonical JSON (domain/canonical_json.py). The structure has a name and a version: more keys may be
added within a version, none changed. It holds what the page shows, so also the whole NIK.
"""

from __future__ import annotations

from nagari_kit.documents.snapshot import LetterSnapshot, SignatureRow
from nagari_kit.domain.canonical_json import canonical_bytes

SCHEMA = "nagari-kit/surat"
VERSION = 1


def letter_data(snapshot: LetterSnapshot) -> bytes:
    """Canonical JSON bytes; dates are ISO text, null when absent."""
    return canonical_bytes(
        {
            "schema": SCHEMA,
            "version": VERSION,
            "number": snapshot.number,
            "kind": snapshot.definition_id,
            "title": snapshot.title,
            "classification": snapshot.classification,
            "old_classification": snapshot.old_classification,
            "issue_date": snapshot.issue_date,
            "valid_until": snapshot.valid_until,
            "nagari": {"code": snapshot.office_code, "name": snapshot.office_name},
            "subject": {"name": snapshot.subject_name, "nik": snapshot.subject_nik},
            "people": [
                {"role": one.role, "name": one.name, "nik": one.nik} for one in snapshot.people
            ],
            "values": dict(snapshot.values),
            "signer": _signer(snapshot),
            "template": {
                "id": snapshot.definition_id,
                "version": snapshot.definition_version,
                "sha256": snapshot.definition_sha256,
            },
        }
    )


def _signer(snapshot: LetterSnapshot) -> str:
    """Who signs for the office, as printed; "" when citizens alone sign."""
    if snapshot.signature is not None:
        return snapshot.signature.name
    rows = (block for block in snapshot.body if isinstance(block, SignatureRow))
    offices = [cell for row in rows if row.code_place for cell in row.cells if cell.office_lines]
    return offices[-1].name if offices else ""
