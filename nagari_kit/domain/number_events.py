"""What the log tells of letter numbers: kept, released, entered after the writing, explained."""

from __future__ import annotations

from collections.abc import Sequence

from nagari_kit.domain.events import Event
from nagari_kit.domain.identity import LetterId
from nagari_kit.domain.number_reservations import Reservation
from nagari_kit.domain.numbering import Series


def number_reserved(reservations: Sequence[Reservation]) -> Event:
    """Numbers of one counter were kept for letters of a type; at least one."""
    first = reservations[0]
    data = {
        "series": first.series.name,
        "year": first.series.year,
        "sequences": [one.sequence for one in reservations],
        "numbers": [one.number for one in reservations],
        "type_id": first.type_id,
        "reason": first.reason,
    }
    return Event("number.reserved", 1, data)


def number_released(reservation: Reservation, reason: str) -> Event:
    """A kept number goes to nobody."""
    data = {
        "series": reservation.series.name,
        "year": reservation.series.year,
        "sequence": reservation.sequence,
        "number": reservation.number,
        "reason": reason,
    }
    return Event("number.released", 1, data)


def letter_numbered(
    letter_id: LetterId, number: str, series: Series, sequence: int | None
) -> Event:
    """The number that was written on a letter by hand."""
    data = {
        "letter_id": letter_id.hex,
        "number": number,
        "series": series.name,
        "year": series.year,
        "sequence": sequence,
    }
    return Event("letter.numbered", 1, data)


def gap_explained(series: Series, first: int, last: int, reason: str) -> Event:
    """Why numbers of a counter are on no letter."""
    data = {
        "series": series.name,
        "year": series.year,
        "first": first,
        "last": last,
        "reason": reason,
    }
    return Event("number.explained", 1, data)
