"""Finds what is doubtful in the books and keeps what the officer says about it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from threading import Lock
from typing import TYPE_CHECKING

from nagari_kit.domain.changes import Changes, Kind
from nagari_kit.domain.doubts import (
    Doubt,
    DoubtCount,
    DoubtDecision,
    DoubtItem,
    DoubtOverview,
    DoubtPage,
    DoubtRule,
    find_doubts,
)
from nagari_kit.errors import InputError
from nagari_kit.infra.clock import WIB
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.data_quality.cases import DoubtCase, read_case

if TYPE_CHECKING:
    from nagari_kit.db.reader import Reader

SHORTEST_REASON = 5
_OF_PEOPLE = ("resident.", "household.", "population.")
_EVENTS_LOOKED_AT = 200
_CHANGES = Changes.of(Kind.DOUBTS)


_Decisions = Mapping[tuple[DoubtRule, str], DoubtDecision]


@dataclass(frozen=True, slots=True)
class _Finding:
    """What was found when the log of this incarnation ended with event `seq`, for this day."""

    inc: bytes
    seq: int
    day: date
    doubts: Mapping[DoubtRule, list[Doubt]]
    checked_at: datetime


class DataQualityService:
    """The list of doubts. Thread-safe; a scan is kept until the books change."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context
        self._lock = Lock()
        self._finding: _Finding | None = None

    def overview(self, *, afresh: bool = False) -> DoubtOverview:
        """Counts by rule; `afresh` reads the books again though nothing was changed."""
        with self._context.store.read() as reader:
            finding = self._find(reader, afresh=afresh)
            decisions = reader.doubts.decisions()
            done = reader.doubts.done_since(self._week_began())
        decided = sum(len(_decided(doubts, decisions)) for doubts in finding.doubts.values())
        return DoubtOverview(
            counts=tuple(
                DoubtCount(rule, len(_open(doubts, decisions)))
                for rule, doubts in finding.doubts.items()
            ),
            decided=decided,
            done=done,
            checked_at=finding.checked_at,
        )

    def pressing(self) -> int:
        """How many open doubts are more than a hint."""
        return self.overview().pressing

    def items(self, rule: DoubtRule, offset: int, limit: int) -> DoubtPage:
        """Open doubts of a rule, by title."""
        with self._context.store.read() as reader:
            doubts = self._find(reader).doubts[rule]
            found = _open(doubts, reader.doubts.decisions())
        page = tuple(DoubtItem(one) for one in found[offset : offset + limit])
        return DoubtPage(page, offset, len(found))

    def place_of(self, doubt: Doubt) -> int:
        """Where an open doubt stands among those of its rule, 0 when it is none of them."""
        with self._context.store.read() as reader:
            found = _open(self._find(reader).doubts[doubt.rule], reader.doubts.decisions())
        places = (place for place, one in enumerate(found) if one.subject == doubt.subject)
        return next(places, 0)

    def decided(self, offset: int, limit: int) -> DoubtPage:
        """What was said to be right as it stands, and still would be doubted; newest first."""
        with self._context.store.read() as reader:
            decisions = reader.doubts.decisions()
            finding = self._find(reader)
        found = [item for doubts in finding.doubts.values() for item in _decided(doubts, decisions)]
        found.sort(key=_decided_at, reverse=True)
        return DoubtPage(tuple(found[offset : offset + limit]), offset, len(found))

    def case(self, item: DoubtItem) -> DoubtCase:
        """Everything that settles one doubt. Raises NotFoundError."""
        with self._context.store.read() as reader:
            return read_case(reader, item)

    def decide(self, doubt: Doubt, reason: str) -> Changes:
        """It is right as it stands: not asked again until the facts change.

        Raises InputError without a reason (`reason`).
        """
        words = " ".join(reason.split())
        if len(words) < SHORTEST_REASON:
            sentence = "Tulis alasannya dengan beberapa kata."
            raise InputError(f"{sentence} Keraguannya tetap terbuka.", {"reason": sentence})
        now, actor = self._context.clock.now(), self._context.actor
        with self._context.store.write(actor) as uow:
            uow.doubts.decide(DoubtDecision(doubt.rule, doubt.subject, words, now, actor))
            uow.commit()
        return _CHANGES

    def withdraw(self, doubt: Doubt) -> Changes:
        """Ask again after all."""
        with self._context.store.write(self._context.actor) as uow:
            uow.doubts.withdraw(doubt.rule, doubt.subject)
            uow.commit()
        return _CHANGES

    def _find(self, reader: Reader, *, afresh: bool = False) -> _Finding:
        day = self._context.clock.today()
        with self._lock:
            found = None if afresh else self._finding
            inc, seq = reader.events.incarnation().inc, reader.events.head()[0]
            if found is None or found.day != day or not _still_holds(found, reader, inc, seq):
                doubts = find_doubts(reader.doubts.everybody(), day)
                found = _Finding(inc, seq, day, doubts, self._context.clock.now())
            self._finding = dataclasses.replace(found, seq=seq)
            return self._finding

    def _week_began(self) -> datetime:
        today = self._context.clock.today()
        monday = today - timedelta(days=today.weekday())
        return datetime.combine(monday, time(), tzinfo=WIB).astimezone(
            self._context.clock.now().tzinfo
        )


def _still_holds(found: _Finding, reader: Reader, inc: bytes, seq: int) -> bool:
    """Whether nothing that was recorded since can raise or settle a doubt: letters cannot."""
    if found.inc != inc or not 0 <= seq - found.seq <= _EVENTS_LOOKED_AT:
        return False
    since = reader.events.after(inc, found.seq, _EVENTS_LOOKED_AT) if seq != found.seq else []
    return not any(one.type.startswith(_OF_PEOPLE) for one in since)


def _open(doubts: list[Doubt], decisions: _Decisions) -> list[Doubt]:
    if not decisions:
        return doubts
    settled = {id(item.doubt) for item in _decided(doubts, decisions)}
    return [one for one in doubts if id(one) not in settled]


def _decided(doubts: list[Doubt], decisions: _Decisions) -> list[DoubtItem]:
    """Those that were said to be right; a fingerprint is made only of the likely ones."""
    likely = {subject.partition(":")[0] for _, subject in decisions}
    found = (
        (one, decisions.get((one.rule, one.subject)))
        for one in (doubts if likely else ())
        if one.about in likely
    )
    return [DoubtItem(one, decision) for one, decision in found if decision is not None]


def _decided_at(item: DoubtItem) -> datetime:
    if item.decision is None:
        return datetime.min.replace(tzinfo=WIB)
    return item.decision.decided_at
