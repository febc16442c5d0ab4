"""Amounts in words are what a bank clerk would write; what is read is what was written."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nagari_kit.domain.amounts import MAX_SPELLED, rupiah, rupiah_amount, terbilang


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (11, "sebelas"),
        (15, "lima belas"),
        (21, "dua puluh satu"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (1_000, "seribu"),
        (1_001, "seribu satu"),
        (21_000, "dua puluh satu ribu"),
        (101_000, "seratus satu ribu"),
        (1_250_000, "satu juta dua ratus lima puluh ribu"),
        (1_000_000_000, "satu miliar"),
        (2_000_000_000_003, "dua triliun tiga"),
    ],
)
def test_numbers_are_spoken_as_people_say_them(number, words):
    assert terbilang(number) == words


@given(st.integers(0, MAX_SPELLED), st.integers(0, MAX_SPELLED))
def test_two_amounts_never_have_the_same_words(one, other):
    assert (terbilang(one) == terbilang(other)) == (one == other)


def _spelled_by_threes(number: int) -> str:
    """The same words from groups of three digits, with the short forms put in last."""
    if number == 0:
        return "nol"
    digits = ["", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
    words = []
    for power, scale in enumerate(("", "ribu", "juta")):
        group = number // 1000**power % 1000
        hundreds, tens, ones = (int(digit) for digit in f"{group:03d}")
        said = [f"{digits[hundreds]} ratus"] if hundreds else []
        if tens == 1 and ones:
            said.append(f"{digits[ones]} belas")
        else:
            said += [f"{digits[tens]} puluh"] if tens else []
            said += [digits[ones]] if ones else []
        if said:
            words.insert(0, " ".join([*said, scale]).strip())
    text = f" {' '.join(words)}"
    for long, short in (("ratus", "seratus"), ("belas", "sebelas"), ("puluh", "sepuluh")):
        text = text.replace(f" satu {long}", f" {short}")
    return re.sub(r"^ satu ribu", "seribu", text).strip()


@settings(max_examples=400)
@given(st.integers(0, 10**6))
def test_words_are_those_of_a_spelling_made_another_way(number):
    assert terbilang(number) == _spelled_by_threes(number)


@pytest.mark.parametrize("number", [-1, MAX_SPELLED + 1])
def test_what_has_no_words_is_refused(number):
    with pytest.raises(ValueError, match=str(number)):
        terbilang(number)


@given(st.integers(0, 10**15 - 1))
def test_an_amount_as_printed_is_read_as_the_same_amount(amount):
    printed = rupiah(amount)
    for spelling in (printed, f"{printed},00", f"{printed},-", printed.lower(), str(amount)):
        assert rupiah_amount(spelling) == amount


@pytest.mark.parametrize("text", ["", "satu juta", "1.25", "1,250,000", "-5", "1.2500", "٣"])
def test_text_that_is_no_amount_is_not_guessed(text):
    assert rupiah_amount(text) is None
