"""Identities are UUIDv7 that nobody else has, one by one and by the thousand."""

from __future__ import annotations

from itertools import islice, pairwise

from nagari_kit.infra.clock import SystemClock
from nagari_kit.infra.identifiers import many_uuid7, new_uuid7


def test_many_identities_are_of_version_seven_all_different_and_grow():
    clock = SystemClock()
    before = new_uuid7(clock)
    made = list(islice(many_uuid7(clock), 3000))
    assert {one.version for one in made} == {7}
    assert len({one.variant for one in (before, *made)}) == 1
    assert len(set(made)) == len(made)
    assert made[0].int >> 80 >= before.int >> 80
    block = made[:256]
    assert all(one.int < other.int for one, other in pairwise(block))


def test_two_makers_at_one_moment_never_meet():
    clock = SystemClock()
    one, other = (set(islice(many_uuid7(clock), 3000)) for _ in range(2))
    assert not one & other
