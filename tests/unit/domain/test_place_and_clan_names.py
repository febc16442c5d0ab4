"""Names of clans and sub-areas in the one spelling that the office keeps."""

from __future__ import annotations

import pytest

from nagari_kit.domain.area_names import own_name
from nagari_kit.domain.suku import FIRST_SUKU, fault, tidy_suku


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Koto   Piliang ", "Koto Piliang"),
        ("Suku Caniago", "Caniago"),
        ("SUKU  JAMBAK", "JAMBAK"),
        ("Suku", "Suku"),
        ("", ""),
    ],
)
def test_a_clan_is_kept_without_blanks_and_without_the_word_itself(typed, kept):
    assert tidy_suku(typed) == kept


@pytest.mark.parametrize("name", ["", "---", "Koto 4", "K" * 41])
def test_what_cannot_be_a_clan_is_refused_in_a_sentence(name):
    assert fault(name).endswith(".")


def test_the_clans_offered_at_first_and_the_longest_name_are_clans():
    assert {fault(name) for name in (*FIRST_SUKU, "K" * 40)} == {""}


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("JORONG_Koto Tuo", "jorong", "Koto Tuo"),
        ("Kampuang Dalam", "jorong", "Kampuang Dalam"),
        ("Jorong", "jorong", "Jorong"),
        ("Dusun  Mawar", "", "Dusun Mawar"),
        ("Korong.Baru", "korong.", "Korong.Baru"),
    ],
)
def test_only_the_offices_own_word_is_cut_from_a_sub_area(text, word, name):
    assert own_name(text, word) == name
