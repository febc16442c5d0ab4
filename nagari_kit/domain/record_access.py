"""Who looked at somebody's full record, when and why (UU 27/2022: a record of processing)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class RecordAccess:
    """One look at a record. `purpose` is Indonesian, as the page shows it: `mencocokkan KTP`."""

    at: datetime
    by: str
    purpose: str
