"""Dates are said in Indonesian and read as officers type them, never guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nagari_kit.domain.dates import age_on, long_date, typed_date, weekday_date

FOUR_DIGIT_YEARS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def test_a_date_is_said_in_full():
    assert weekday_date(date(2026, 11, 24)) == "Selasa, 24 November 2026"


@given(FOUR_DIGIT_YEARS)
def test_every_way_of_writing_a_date_is_read_as_that_date(day):
    for text in (
        long_date(day),
        f"{day:%d-%m-%Y}",
        f" {day.day}/{day.month}/{day.year}",
        f"{day:%d%m%Y}",
        day.isoformat(),
    ):
        assert typed_date(text) == day


@pytest.mark.parametrize(
    "text", ["", "31-02-2026", "17-08-45", "2026-13-24", "08/17/1945", "24 Nop", "24 Xyz 2026"]
)
def test_a_date_that_could_be_misread_is_not_read(text):
    assert typed_date(text) is None


def test_a_birthday_counts_from_its_morning():
    assert age_on(date(2009, 11, 24), date(2026, 11, 23)) == 16
    assert age_on(date(2009, 11, 24), date(2026, 11, 24)) == 17
    assert age_on(date(2008, 2, 29), date(2026, 2, 28)) == 17
    assert age_on(date(2008, 2, 29), date(2026, 3, 1)) == 18
