"""Rows of B.3: the balance of each sub-area in its 33 columns, and what they cannot say.

The form knows birth, arrival, death and departure alone. What else changes a count (moves within
the nagari, missing people, amended data) is in the columns Datang and Pindah, so that the end is
always the start with all additions less all reductions; the last column and a remark say so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nagari_kit.documents.registers.form import Row
from nagari_kit.documents.wording import bound
from nagari_kit.domain.population import Balance, Flow, PeopleCount

WITHOUT_AREA = "Belum tercatat"
_COLUMNS = ("foreign_men", "foreign_women", "men", "women")
_REMARKS = {
    Flow.INTERNAL: "perpindahan di dalam nagari",
    Flow.MISSING: "orang yang hilang atau pergi",
    Flow.ADJUSTMENT: "perbaikan data dan pendataan susulan",
}
_SHORT = {Flow.MISSING: "hilang", Flow.ADJUSTMENT: "perbaikan"}


def recapitulation_rows(balances: Sequence[Balance], area_word: str) -> tuple[list[Row], Row]:
    """One row for each sub-area, and the totals."""
    figures = [_figures(one) for one in balances]
    rows: list[Row] = [
        (number, one.jorong if one.jorong_id else WITHOUT_AREA, *counts, _notes(one, area_word))
        for number, (one, counts) in enumerate(zip(balances, figures, strict=True), start=1)
    ]
    totals = [sum(column) for column in zip(*figures, strict=True)] or [0] * 30
    return rows, (None, "Jumlah", *totals, "")


def recapitulation_remarks(balances: Iterable[Balance], area_word: str) -> tuple[str, ...]:
    """Sentences on what Datang and Pindah hold beside arrivals and departures."""
    everything = list(balances)
    kinds = [
        words
        for flow, words in _REMARKS.items()
        if any(_touched(one.flows.get(flow, PeopleCount())) for one in everything)
    ]
    remarks = []
    if kinds:
        comma = "," if len(kinds) > 2 else ""
        before = f"{', '.join(kinds[:-1])}{comma} serta " if len(kinds) > 1 else ""
        remarks.append(f"Catatan: kolom Datang dan Pindah memuat juga {before}{kinds[-1]}.")
    unknown = sum(one.end.unknown for one in everything)
    if unknown:
        remarks.append(
            f"{unknown} orang belum tercatat jenis kelaminnya; mereka hanya ada dalam jumlah jiwa."
        )
    if any(one.jorong_id is None for one in everything):
        remarks.append(f"“{WITHOUT_AREA}”: {area_word}nya belum diisi di data keluarga.")
    return tuple(remarks)


def _figures(one: Balance) -> tuple[int, ...]:
    """Columns 3 to 32."""
    births = _counts(one, Flow.BIRTH)
    deaths = _counts(one, Flow.DEATH)
    arrivals, departures = _counts(one, Flow.ARRIVAL), _counts(one, Flow.DEPARTURE)
    for flow in (Flow.INTERNAL, Flow.ADJUSTMENT):
        for place, number in enumerate(_counts(one, flow)):
            arrivals[place] += max(0, number)
            departures[place] += max(0, -number)
    for place, number in enumerate(_counts(one, Flow.MISSING)):
        departures[place] += number
    # Who was taken back in a later period counts below nought: it belongs to the other side.
    for plus, minus in ((births, departures), (arrivals, departures), (deaths, arrivals)):
        _swap_negative(plus, minus)
    _swap_negative(departures, arrivals)
    return (
        *_standing(one.start, one.households_at_start),
        *births,
        *arrivals,
        *deaths,
        *departures,
        *_standing(one.end, one.households_at_end),
    )


def _counts(one: Balance, flow: Flow) -> list[int]:
    count = one.flows.get(flow, PeopleCount())
    return [getattr(count, name) for name in _COLUMNS]


def _swap_negative(counts: list[int], other: list[int]) -> None:
    for place, number in enumerate(counts):
        if number < 0:
            other[place] -= number
            counts[place] = 0


def _standing(count: PeopleCount, households: int) -> tuple[int, ...]:
    people = [getattr(count, name) for name in _COLUMNS]
    return (*people, households, count.total - households, count.total)


def _touched(count: PeopleCount) -> bool:
    return any(getattr(count, name) for name in (*_COLUMNS, "unknown"))


def _notes(one: Balance, area_word: str) -> str:
    """`antarjorong +2` and `perbaikan −1`, a line each that never parts."""
    short = {Flow.INTERNAL: f"antar{area_word}", **_SHORT}
    lines = []
    for flow, words in short.items():
        number = one.flows.get(flow, PeopleCount()).total
        if flow is Flow.MISSING:
            number = -number
        if number:
            lines.append(bound(f"{words} {'+' if number > 0 else '−'}{abs(number)}"))
    if one.end.unknown:
        lines.append(bound(f"tanpa L/P {one.end.unknown}"))
    return "\n".join(lines)
