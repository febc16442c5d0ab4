"""Compares this PC's chain with the hub's: what both have, and whether another one went on."""

from __future__ import annotations

from nagari_kit.db.reader import Reader
from nagari_kit.domain.event_chain import Incarnation
from nagari_kit.sync.messages import ChainPoint, ExchangeAnswer


def chain_points(reader: Reader, inc: bytes, last_applied: int) -> tuple[ChainPoint, ...]:
    """Points at growing distances from the head, as git names commits it has.

    `last_applied` is always among them: whether the hub still knows it tells if the hub was
    restored from an older day.
    """
    head = reader.events.count(inc)
    places = {last_applied} if last_applied else set()
    distance = 0
    while head - distance >= 1:
        places.add(head - distance)
        distance = distance * 2 + 1
    points = [_event_at(reader, inc, seq) for seq in sorted(places, reverse=True)]
    return tuple(point for point in points if point is not None)


def follows_another_chain(reader: Reader, life: Incarnation, answer: ExchangeAnswer) -> bool:
    """Whether the hub holds an end of this life's chain that is not on the chain here.

    Then somebody else continued the same history: this database is a restored copy or has a twin.
    """
    return any(_event_at(reader, life.inc, leaf.seq) != leaf for leaf in answer.leaves)


def _event_at(reader: Reader, inc: bytes, seq: int) -> ChainPoint | None:
    events = reader.events.after(inc, seq - 1, 1)
    if not events or events[0].seq != seq:
        return None
    return ChainPoint(seq, events[0].event_hash)
