"""What is told of the office's own letter definitions: where they come from, which version."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class DefinitionVersion:
    """One version that the office keeps.

    `origin` is `lokal` (made here) or `paket` (signed by the province); `based_on` names the
    version that it was made from: `id@version@sha256`, or "".
    """

    type_id: str
    version: int
    origin: str
    based_on: str
    active: bool
    made_at: datetime
    made_by: str
