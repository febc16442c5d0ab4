"""Roman numerals are read back as the number that was written."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nagari_kit.domain.roman import LARGEST_ROMAN, roman

SIGNS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


@given(st.integers(1, LARGEST_ROMAN))
def test_a_numeral_is_well_formed_and_means_its_number(number) -> None:
    written = roman(number)
    assert re.fullmatch(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})", written), written
    values = [SIGNS[sign] for sign in written]
    signed = (
        -value if index + 1 < len(values) and value < values[index + 1] else value
        for index, value in enumerate(values)
    )
    assert sum(signed) == number


@pytest.mark.parametrize("number", [0, -1, LARGEST_ROMAN + 1])
def test_what_romans_did_not_write_is_refused(number) -> None:
    with pytest.raises(ValueError, match=str(number)):
        roman(number)
