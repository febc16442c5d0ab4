"""Gathers what the first screen shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from nagari_kit.domain.amounts import grouped
from nagari_kit.domain.letters import LetterDraft, LetterFilter, LetterRow, LetterType
from nagari_kit.domain.signers import rank_signers
from nagari_kit.domain.synchronisation import SyncStatus
from nagari_kit.infra.clock import WIB
from nagari_kit.infra.disk_space import ENOUGH_BYTES, MEGABYTE, free_bytes
from nagari_kit.infra.hijri import hijri_words
from nagari_kit.services.clock_watch import watch_clock
from nagari_kit.services.context import ServiceContext
from nagari_kit.services.letter_catalogue import OF_LATE, most_used

SHOWN_DAYS = 5
TODAYS_ROWS = 200
TOP_TYPES = 6
SATURDAY = 5
LONG_WITHOUT_SYNC = 7
"""Days after which the officer is told; an office may well be offline for some."""


@dataclass(frozen=True, slots=True)
class Attention:
    """What needs a person. `kind` is `clock`, `signer`, `residents`, `sync`, `disk` or `doubts`."""

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
        today = self._context.clock.today()
        days = _working_days(today, SHOWN_DAYS)
        with self._context.store.read() as reader:
            drafts = reader.drafts.all()
            todays = reader.letters.page(
                LetterFilter(year=today.year, month=today.month), 0, TODAYS_ROWS
            ).rows
            counts = reader.letters.counts_per_day(days[0], today)
            served = reader.letters.people_served(today)
            often = reader.letters.top_types(today - OF_LATE, TOP_TYPES)
            officers = rank_signers(reader.office.officers(), today)
            doubt = watch_clock(reader, self._context.clock).doubt()
            people = reader.residents.summary().people
        status = self._sync_status()
        free = free_bytes(self._context.paths.data_dir)
        return HomeOverview(
            drafts=drafts,
            today=tuple(row for row in todays if row.issue_date == today),
            attention=(
                *clock_attention(doubt),
                *_attention(bool(officers), people, status, today),
                *space_attention(free),
            ),
            week=tuple(DayCount(day, counts.get(day, 0)) for day in days),
            top_types=most_used(self._context.definitions, often, TOP_TYPES),
            sync=status,
            hijri=hijri_words(today),
            issued_today=counts.get(today, 0),
            people_served=served,
        )


def _working_days(today: date, wanted: int) -> list[date]:
    """The last working days, today the last of them even on a Sunday."""
    days = [today]
    day = today
    while len(days) < wanted:
        day -= timedelta(days=1)
        if day.weekday() < SATURDAY:
            days.insert(0, day)
    return days


def _attention(
    has_signer: bool,  # noqa: FBT001 - two plain facts, named at the call
    people: int,
    status: SyncStatus,
    today: date,
) -> Iterator[Attention]:
    if not has_signer:
        yield Attention(
            "signer",
            "Belum ada pejabat penanda tangan",
            "Tambahkan di Pengaturan.",
        )
    if people == 0:
        yield Attention("residents", "Belum ada data warga", "Masukkan dari berkas Excel.")
    if status.enrolment == "approved" and status.waiting > 0 and status.last_sync is not None:
        days = (today - status.last_sync.astimezone(WIB).date()).days
        if days >= LONG_WITHOUT_SYNC:
            yield Attention(
                "sync",
                f"{days} hari belum tersambung ke provinsi",
                f"{status.waiting} perubahan menunggu, tetap aman.",
            )


def clock_attention(doubt: str) -> Iterator[Attention]:
    """What to say of a clock that cannot be right; nothing without a doubt."""
    if doubt:
        yield Attention(
            "clock",
            "Periksa tanggal dan jam komputer",
            "Surat baru diberi tanggal menurut jam itu.",
        )


def doubt_attention(count: int) -> Iterator[Attention]:
    """What to say of so many doubts about people; nothing when there are none."""
    if count:
        words = f"{grouped(count)} keraguan pada data warga"
        yield Attention("doubts", words, "Dibetulkan satu per satu di Periksa data.")


def space_attention(free: int) -> Iterator[Attention]:
    """What to say of so many free bytes; nothing while they are enough."""
    if free < ENOUGH_BYTES:
        yield Attention(
            "disk", f"Ruang disk tinggal {free // MEGABYTE} MB", "Kosongkan sebagian disk."
        )
