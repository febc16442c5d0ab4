"""A changed, lost, doubled or foreign event breaks the chain at its place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nagari_kit.domain.event_chain import (
    Incarnation,
    LoggedEvent,
    event_hash,
    first_break,
    genesis_hash,
)

LIFE = Incarnation(b"i" * 16, b"d" * 16)


def chained(bodies: list[bytes]) -> list[LoggedEvent]:
    events, previous = [], genesis_hash(LIFE)
    for seq, body in enumerate(bodies, 1):
        digest = event_hash(previous, body)
        events.append(LoggedEvent(LIFE.inc, seq, digest, previous, b"e" * 16, "t", 1, body))
        previous = digest
    return events


def broken_at(events: list[LoggedEvent]) -> int | None:
    return first_break(genesis_hash(LIFE), 1, events)


@given(st.lists(st.binary(max_size=20), max_size=12))
def test_a_whole_chain_has_no_break(bodies):
    assert broken_at(chained(bodies)) is None


@given(st.lists(st.binary(min_size=1, max_size=8), min_size=2, max_size=8), st.data())
def test_every_tampering_is_found_at_its_place(bodies, data):
    events = chained(bodies)
    place = data.draw(st.integers(0, len(events) - 1))
    one = events[place]
    changed = replace(one, body=one.body + b"!")
    rehashed = replace(changed, event_hash=event_hash(one.prev_hash, changed.body))

    assert broken_at([*events[:place], changed, *events[place + 1 :]]) == place + 1
    if place + 1 < len(events):
        assert broken_at([*events[:place], rehashed, *events[place + 1 :]]) == place + 2
        assert broken_at([*events[:place], *events[place + 1 :]]) == place + 1
    assert broken_at([*events[: place + 1], *events[place:]]) == place + 2


@pytest.mark.parametrize("part", ["inc", "device_id", "parent_inc"])
def test_the_first_event_is_bound_to_its_life(part):
    other = replace(LIFE, **{part: b"x" * 16})

    assert first_break(genesis_hash(other), 1, chained([b"a"])) == 1
