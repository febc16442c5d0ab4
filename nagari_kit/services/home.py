"""Gathers what the first screen shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from nagari_kit.domain.letters import LetterDraft, LetterRow, LetterType
from nagari_kit.domain.synchronisation import SyncStatus
from nagari_kit.services.context import ServiceContext


@dataclass(frozen=True, slots=True)
class Attention:
    """Something that needs a person. `kind` is `signer`, `residents`, `sync` or `disk`."""

    kind: str
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class DayCount:
    """Letters issued on one day."""

    day: date
    count: int


@dataclass(frozen=True, slots=True)
class HomeOverview:
    """The first screen. `week` is the last five working days, today last; `today` newest first.

    `top_types` are the types that the officer uses most. `hijri` is today's date in words.
    """

    drafts: tuple[LetterDraft, ...]
    today: tuple[LetterRow, ...]
    attention: tuple[Attention, ...]
    week: tuple[DayCount, ...]
    top_types: tuple[LetterType, ...]
    sync: SyncStatus
    hijri: str
    issued_today: int
    people_served: int


class HomeService:
    """The overview by a few short queries. Thread-safe."""

    def __init__(self, context: ServiceContext, sync_status: Callable[[], SyncStatus]) -> None:
        self._context = context
        self._sync_status = sync_status

    def overview(self) -> HomeOverview:
        """Everything at this moment."""
        raise NotImplementedError
