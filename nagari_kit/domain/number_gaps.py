"""Which numbers of a counter no letter bears, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from itertools import pairwise

from nagari_kit.domain.number_reservations import OPEN, Reservation
from nagari_kit.domain.numbering import Series


class GapKind(StrEnum):
    """Why a number is missing from the letters that hold. UNEXPLAINED waits for a reason."""

    VOIDED = "batal"
    RESERVED = "dipesan"
    RELEASED = "dilepas"
    START = "nomor-mulai"
    RULE = "ganti-aturan"
    TAKEN = "dipakai-seri-lain"
    MANUAL = "dilompati"
    NOTED = "dijelaskan"
    UNEXPLAINED = "belum-dijelaskan"

    @property
    def words(self) -> str:
        """As people read it."""
        return _WORDS[self]


_WORDS = {
    GapKind.VOIDED: "Dibatalkan",
    GapKind.RESERVED: "Masih dipesan",
    GapKind.RELEASED: "Pesanan dilepas",
    GapKind.START: "Sebelum nomor mulai yang ditetapkan kantor",
    GapKind.RULE: "Dilewati sewaktu aturan nomor diganti",
    GapKind.TAKEN: "Nomor yang sama sudah dipakai seri lain",
    GapKind.MANUAL: "Dilompati nomor yang diketik",
    GapKind.NOTED: "Dijelaskan",
    GapKind.UNEXPLAINED: "Tidak ada suratnya",
}

_KIND_OF_NOTE = {
    "start": GapKind.START,
    "rule": GapKind.RULE,
    "taken": GapKind.TAKEN,
    "manual": GapKind.MANUAL,
    "note": GapKind.NOTED,
}


_NO_HOLE = frozenset({GapKind.VOIDED, GapKind.START, GapKind.RULE})
"""A void letter bears its number; what lies before a counter's beginning was counted elsewhere."""


@dataclass(frozen=True, slots=True)
class NumberPlace:
    """A number that a letter bears; of a voided one why, when and by whom."""

    sequence: int
    number: str
    voided: bool = False
    reason: str = ""
    at: datetime | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class GapNote:
    """What was noted of numbers `first` to `last`; `kind` as in `Skip`, or `note` of an officer."""

    first: int
    last: int
    kind: str
    reason: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class NumberGap:
    """Numbers `first` to `last` of a counter that no valid letter bears. `number` of a single one.

    `at` and `by` are None and "" while nobody has said anything of it.
    """

    first: int
    last: int
    kind: GapKind
    number: str = ""
    reason: str = ""
    at: datetime | None = None
    by: str = ""

    def count(self) -> int:
        """How many numbers it holds."""
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class SeriesReport:
    """One counter in one year: `last` given, valid and voided letters, `waiting` for the hand."""

    series: Series
    title: str
    last: int
    issued: int
    voided: int
    waiting: int
    gaps: tuple[NumberGap, ...]

    def unexplained(self) -> int:
        """Numbers of which nobody said anything."""
        return sum(gap.count() for gap in self.gaps if gap.kind is GapKind.UNEXPLAINED)

    def unsettled(self) -> int:
        """Those, and numbers that are still kept for a letter."""
        kept = sum(gap.count() for gap in self.gaps if gap.kind is GapKind.RESERVED)
        return self.unexplained() + kept

    def missing(self) -> int:
        """Numbers within the counter's run that no letter bears; voided ones have a letter."""
        return sum(gap.count() for gap in self.gaps if gap.kind not in _NO_HOLE)


@dataclass(frozen=True, slots=True)
class GapReport:
    """All counters of a year; `years` are those that have any number."""

    year: int
    years: tuple[int, ...]
    series: tuple[SeriesReport, ...]

    def unexplained(self) -> int:
        """Numbers of which nobody said anything."""
        return sum(one.unexplained() for one in self.series)


def gaps_in(
    places: Sequence[NumberPlace],
    reservations: Iterable[Reservation],
    notes: Iterable[GapNote],
) -> tuple[NumberGap, ...]:
    """Every gap of one counter, ascending; neighbours with one explanation are one gap.

    Of several notes on a number the last one holds.
    """
    kept = {one.sequence: one for one in reservations}
    taken = sorted({one.sequence for one in places})
    highest = max((*taken, *kept), default=0)
    said = list(notes)
    found = [_voided(one) for one in places if one.voided]
    before = 0
    for place in (*taken, highest + 1):
        if place > before + 1:
            found.extend(_explained(before + 1, place - 1, kept, said))
        before = place
    return tuple(sorted(found, key=lambda gap: gap.first))


def _explained(
    first: int, last: int, kept: dict[int, Reservation], notes: list[GapNote]
) -> list[NumberGap]:
    """The missing numbers of one stretch, cut where the explanation changes."""
    cuts = {first, last + 1}
    for start, end in (
        *((one, one) for one in kept),
        *((note.first, note.last) for note in notes),
    ):
        cuts |= {cut for cut in (start, end + 1) if first < cut <= last}
    marks = sorted(cuts)
    gaps: list[NumberGap] = []
    for start, after in pairwise(marks):
        gap = _of_stretch(start, after - 1, kept, notes)
        if (
            gaps
            and not gap.number
            and replace(gaps[-1], first=0, last=0) == replace(gap, first=0, last=0)
        ):
            gap = replace(gap, first=gaps.pop().first)
        gaps.append(gap)
    return gaps


def _of_stretch(
    first: int, last: int, kept: dict[int, Reservation], notes: list[GapNote]
) -> NumberGap:
    reservation = kept.get(first)
    if reservation is not None:
        return _reserved(reservation)
    for note in reversed(notes):
        if note.first <= first and last <= note.last:
            kind = _KIND_OF_NOTE.get(note.kind, GapKind.NOTED)
            return NumberGap(first, last, kind, "", note.reason, note.at, note.by)
    return NumberGap(first, last, GapKind.UNEXPLAINED)


def _reserved(one: Reservation) -> NumberGap:
    place = one.sequence
    if one.state == OPEN:
        return NumberGap(
            place, place, GapKind.RESERVED, one.number, one.reason, one.reserved_at, one.reserved_by
        )
    return NumberGap(
        place, place, GapKind.RELEASED, one.number, one.closed_reason, one.closed_at, one.closed_by
    )


def _voided(place: NumberPlace) -> NumberGap:
    return NumberGap(
        place.sequence,
        place.sequence,
        GapKind.VOIDED,
        place.number,
        place.reason,
        place.at,
        place.by,
    )
