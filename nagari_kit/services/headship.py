"""Keeps one head in office at a time: who takes office ends the term of the one before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from nagari_kit.domain.dates import long_date
from nagari_kit.domain.office import Officer, Standing
from nagari_kit.errors import InputError

_FOR_A_WHILE = frozenset({Standing.PLT, Standing.PLH})
"""They act while the head is away; the head's own term goes on."""


def succession(
    coming: Officer, officers: tuple[Officer, ...], today: date
) -> tuple[Officer, tuple[Officer, ...]]:
    """The officer as to be stored, and the former heads with the end of their terms.

    A head who comes beside another without a first day begins today. Raises InputError
    (`active_to`) when somebody else has begun to lead later and `coming` has no last day before.
    """
    if not coming.is_head:
        return coming, ()
    coming = _with_first_day(coming, officers, today)
    rivals = _rivals(coming, officers)
    if coming.standing in _FOR_A_WHILE:
        return coming, ()
    for one in rivals:
        if _began(one) > _began(coming):
            raise InputError(
                "Data pejabat belum bisa disimpan. Data yang lama tidak berubah.",
                {
                    "active_to": f"Sejak {long_date(_began(one))} kantor dipimpin "
                    f"{one.name.full()}. Isi tanggal akhir jabatan sebelum hari itu."
                },
            )
    return coming, tuple(_ended(one, _began(coming) - timedelta(days=1)) for one in rivals)


def _rivals(coming: Officer, officers: tuple[Officer, ...]) -> list[Officer]:
    return [
        one
        for one in officers
        if one.is_head and one.id != coming.id and _meet(one, coming) and not _acts_for(one, coming)
    ]


def _with_first_day(coming: Officer, officers: tuple[Officer, ...], today: date) -> Officer:
    rivals = _rivals(coming, officers)
    led_before = any(one.is_head and one.id == coming.id for one in officers)
    unknown = not led_before or all(one.active_from is None for one in rivals)
    over = coming.active_to is not None and coming.active_to < today
    if rivals and coming.active_from is None and unknown and not over:
        return replace(coming, active_from=today)
    return coming


def _acts_for(one: Officer, coming: Officer) -> bool:
    """Whether `one` stands in for `coming`, so that both may be in office."""
    return one.standing in _FOR_A_WHILE and _began(one) >= _began(coming)


def _ended(one: Officer, last: date) -> Officer:
    """With the term ended; who began on the day of the successor is given that last day alone."""
    begun = one.active_from if one.active_from is None else min(one.active_from, last)
    return replace(one, active_from=begun, active_to=last)


def _began(one: Officer) -> date:
    return one.active_from or date.min


def _meet(one: Officer, other: Officer) -> bool:
    """Whether there is a day on which both are in office."""
    ends = (one.active_to or date.max, other.active_to or date.max)
    return max(_began(one), _began(other)) <= min(ends)
