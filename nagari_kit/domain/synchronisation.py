"""What the office knows of its exchange with the province, as the screen and scripts show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """Counts of events by how far they came, and how the last run went.

    `waiting` are only on this PC, `sent` are in containers without a receipt, `stored` have a
    signed STORED receipt, `applied` a signed APPLIED receipt. `enrolment` is `none`, `pending`,
    `approved`, `revoked`, or `keyless` when this PC lost the keys that were enrolled. `online` is
    None before the first try, else whether the last try reached the hub. `last_error` is an
    Indonesian sentence or "".
    """

    enrolment: str
    waiting: int
    sent: int
    stored: int
    applied: int
    hub_url: str
    hub_epoch: str
    last_sync: datetime | None
    last_try: datetime | None
    online: bool | None
    last_error: str
    device: str = ""
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class SyncItem:
    """One change on the sync page. `state` is `local`, `sent`, `stored` or `applied`.

    `kind` is the event's type; `subject` a name or a letter's number, "" where neither tells.
    """

    subject: str
    kind: str
    at: datetime
    state: str


@dataclass(frozen=True, slots=True)
class SyncRun:
    """One line of the history. `outcome` is `ok`, `offline` or `failed`."""

    at: datetime
    outcome: str
    detail: str


@dataclass(frozen=True, slots=True)
class Enrolment:
    """This PC's standing at the hub; `fingerprint` is six groups of five digits."""

    device: str
    fingerprint: str
    state: str
