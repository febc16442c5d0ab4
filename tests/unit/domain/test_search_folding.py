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
from nagari_kit.domain.search_terms import (
    WHOLE_NAME,
    begins,
    name_terms,
    readings,
    surroundings_reading,
    surroundings_terms,
    whole_names,
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
        ("Tjandra", "Chandra"),
        ("Afrizal", "Aprizal"),
        ("Shofiyah", "Sofia"),
        ("Rahmad", "Rachmat"),
        ("Buyuang", "Buyung"),
        ("Zaenal", "Zaynal"),
        ("Firdaus", "Firdaws"),
        ("Octavia", "Oktafia"),
        ("Monica", "Monika"),
        ("Noor", "Nur"),
        ("Idruih", "Idrus"),
    ],
)
def test_spellings_of_a_name_fold_to_one_form(written, heard):
    assert folded(written) == folded(heard)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fauzi", "Fauziah"),
        ("Rahman", "Rahmi"),
        ("Chandra", "Hendra"),
        ("Sutan", "Siti"),
        ("Nur", "Nurhayati"),
        ("Ani", "Ami"),
        ("Aini", "Eni"),
        ("Fadli", "Fadil"),
        ("Suci", "Suki"),
    ],
)
def test_names_of_two_people_stay_two(one, other):
    assert folded(one) != folded(other)


@given(st.text(max_size=40))
def test_what_is_looked_for_holds_nothing_that_the_index_would_read_as_an_operator(text):
    words = [form for reading in readings(text) for word in reading for form in word]
    for word in (*folded_words(text), *words):
        assert word.isascii()
        assert word.isalnum()
        assert word == word.upper()


@given(st.text(alphabet="ABDEHIJKLMNORSTUY ", max_size=30))
def test_a_name_is_found_by_the_very_words_it_is_written_with(name):
    terms = name_terms(name).split()
    for word in next(iter(readings(name)), ()):
        assert any(term.startswith(word) for term in terms)


def test_words_that_were_joined_or_taken_apart_meet():
    assert "NURHAIATI" in name_terms("Nur Hayati").split()
    assert {"ABDUL", "RAHMAN"} <= set(name_terms("Abdurrahman").split())
    assert "LATIP" in name_terms("Abdullatif").split()
    assert "ABDUL" not in name_terms("Abdullah").split()
    assert (("NURHAYATI", "NURHAIATI"),) in readings("nur hayati")


def test_the_article_of_an_arabic_name_may_stand_apart():
    assert {"PADLUL", "RAHMAN"} <= set(name_terms("Fadhlurrahman").split())
    assert whole_names("Fadlul Rahman") == whole_names("Fadhlurrahman")


def test_a_name_is_told_from_those_that_have_more_words():
    (whole,) = whole_names("Efrizal")
    assert f"{whole}{WHOLE_NAME}" in name_terms("Evrizal").split()
    assert f"{whole}{WHOLE_NAME}" in name_terms("H. Efrizal", "Efrizal").split()
    assert f"{whole}{WHOLE_NAME}" not in name_terms("Efrizal Putra").split()


def test_a_stop_of_the_voice_is_written_as_an_apostrophe_or_k():
    assert name_terms("Makmun").split()[0] in name_terms("Ma'mun").split()
    assert (("MAKMUN",),) in readings("ma'mun")


def test_a_title_that_is_typed_need_not_be_in_the_book():
    assert readings("H. Syafruddin")[-1] == readings("Syafruddin")[0]


def test_an_abbreviated_title_is_sutan_or_siti_but_neither_is_the_other():
    assert {"SUTAN", "SITI"} <= set(name_terms("St. Maryam").split())
    assert "SITI" not in name_terms("Sutan Mudo").split()


def test_words_that_every_address_has_look_for_nobody():
    assert surroundings_reading("jl. rt") == ()
    terms = surroundings_terms("Fadli", ("Hendri", "Nurhayati"), ("Jl. Surau Gadang No. 12",))
    assert {"PADLI", "NURHAIATI", "SURAU", "12"} <= set(terms.split())
    assert "JL" not in terms.split()


def test_a_word_begins_a_name_as_written_or_as_it_sounds():
    assert begins(("NURHAI",), "Noerhajati")
    assert not begins(("HAIATI",), "Nurhayati")


def test_digits_alone_look_for_numbers():
    assert typed_number("1306 99") == "130699"
    assert typed_number("1306.9941-0190.0001\u200b") == "1306994101900001"
    assert typed_number("") == ""
    assert typed_number("Yus 13") == ""
    assert typed_number("١٣٠٦") == ""


def test_the_index_holds_a_text_as_it_is_spelled_and_as_it_sounds():
    assert indexed_words("Syafrial Amir") == "SYAFRIAL AMIR SAPRIAL"
