"""Equal values have equal bytes, whatever order they were made in."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nagari_kit.domain.canonical_json import canonical_bytes

values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=20,
)


@given(values)
def test_a_value_comes_back_and_its_bytes_are_plain(value):
    source = canonical_bytes(value)

    assert json.loads(source) == value
    assert source.isascii()
    assert canonical_bytes(json.loads(source)) == source


@given(st.dictionaries(st.text(max_size=8), st.integers(), min_size=2))
def test_the_order_of_making_does_not_show(value):
    turned = dict(reversed(list(value.items())))

    assert canonical_bytes(turned) == canonical_bytes(value)


@pytest.mark.parametrize("foreign", [1.5, float("nan"), b"x", {1: 2}, [{"a": {2}}], (0.1,)])
def test_what_has_no_one_spelling_is_refused(foreign):
    with pytest.raises(TypeError):
        canonical_bytes(foreign)
