"""The Hijri date of known days, by the Umm al-Qura calendar."""

from __future__ import annotations

from datetime import date

from nagari_kit.infra.hijri import hijri_words


def test_known_days_have_their_hijri_date():
    assert hijri_words(date(2025, 3, 1)) == "1 Ramadan 1446 H"
    assert hijri_words(date(2025, 6, 26)) == "1 Muharam 1447 H"
    assert hijri_words(date(1800, 1, 1)) == ""
