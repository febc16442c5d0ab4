"""A month and year typed freely stands on the paper in one form."""

from __future__ import annotations

import pytest

from nagari_kit.documents.month_year import mentions, written


@pytest.mark.parametrize(
    ("typed", "paper"),
    [
        ("2019", "2019"),
        ("mei 2019", "Mei 2019"),
        ("MARET 2019", "Maret 2019"),
        ("maret  2019", "Maret 2019"),
        ("nop. 2018", "November 2018"),
        ("3/2019", "Maret 2019"),
        ("2019-03", "Maret 2019"),
        ("31-12-2019", "31 Desember 2019"),
        ("2019-03-05", "5 Maret 2019"),
        ("5 maret 2019", "5 Maret 2019"),
        ("sejak tahun 2019 dulu", "2019"),
        ("bulan maret tahun 2019", "Maret 2019"),
        ("1950, warisan orang tua", "1950, warisan orang tua"),
        ("sekitar mei 2019", "sekitar Mei 2019"),
        ("Simpang Agung 2019", "Simpang Agung 2019"),
    ],
)
def test_one_form_is_printed_and_no_other_word_is_lost(typed, paper) -> None:
    assert written(typed).replace("\u00a0", " ") == paper


def test_a_word_that_only_begins_like_a_month_is_no_month() -> None:
    assert [one.month for one in mentions("Agung 2019, Agustus 2020")] == [0, 8]
