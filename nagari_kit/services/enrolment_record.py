"""What the office keeps of its standing at the hub and of the last tries."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nagari_kit.db.sync_store import SyncQueries, SyncRepository

SETTING = "enrolment"
KEYSET = "keyset"
NONE, PENDING, APPROVED, REVOKED = "none", "pending", "approved", "revoked"
KEYLESS = "keyless"
"""Shown in place of a state that was signed for keys which this PC no longer has."""


@dataclass(frozen=True, slots=True)
class EnrolmentRecord:
    """`state` as the hub last signed it; moments are ISO 8601 texts or ""; `cursor` of downlink."""

    state: str = NONE
    hub_url: str = ""
    office: str = ""
    device: str = ""
    fingerprint: str = ""
    hub_epoch: str = ""
    cursor: int = 0
    last_sync: str = ""
    last_try: str = ""
    online: bool | None = None
    last_error: str = ""


def read_record(queries: SyncQueries) -> EnrolmentRecord:
    """The stored record, or an empty one."""
    raw = queries.setting(SETTING)
    return EnrolmentRecord(**json.loads(raw)) if raw else EnrolmentRecord()


def write_record(repository: SyncRepository, record: EnrolmentRecord) -> None:
    """Replace the record."""
    repository.set_setting(SETTING, json.dumps(asdict(record), sort_keys=True).encode())


def moment(text: str) -> datetime | None:
    """A stored moment."""
    return datetime.fromisoformat(text) if text else None
