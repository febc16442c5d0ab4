"""Padding hides the size at the price of a tenth at most."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nagari_kit.sync import padme


@given(st.integers(0, 2**24))
def test_a_padded_size_is_never_smaller_and_little_larger(size):
    padded = padme.padme_length(size)

    assert padded >= size
    assert padded <= size * 1.12 + 1
    assert padme.padme_length(padded) == padded


def test_many_sizes_share_few_padded_ones():
    assert len({padme.padme_length(size) for size in range(1, 10_000)}) < 400
