"""A NIK is refused for its structure alone; what disagrees with the books is only a doubt."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nagari_kit.domain import nik
from nagari_kit.domain.residents import Sex

WOMAN = "1306994509820003"
MAN = "1306991705800001"


@st.composite
def people(draw) -> tuple[str, date, Sex]:
    born = draw(st.dates(date(1910, 1, 1), date(2026, 11, 24)))
    sex = draw(st.sampled_from(Sex))
    day = born.day + (40 if sex is Sex.FEMALE else 0)
    serial = draw(st.integers(1, 9999))
    return f"130699{day:02d}{born:%m%y}{serial:04d}", born, sex


@given(people())
def test_a_nik_made_of_true_facts_has_neither_fault_nor_doubt(person):
    number, born, sex = person

    assert nik.fault(number) == ""
    assert nik.doubts(number, birth_date=born, sex=sex, known_areas={"130699"}) == ()
    assert nik.parts(number).could_be_born(born)


@pytest.mark.parametrize(
    ("wrong", "word"),
    [
        ("", "16 angka"),
        ("130699170580000", "16 angka"),
        ("13069917058000011", "16 angka"),
        ("１306991705800001", "16 angka"),
        ("1306991705800O01", "16 angka"),
        ("1111111111111111", "satu angka"),
        ("2006991705800001", "provinsi"),
        ("1306990005800001", "tanggal"),
        ("1306993205800001", "tanggal"),
        ("1306994005800001", "tanggal"),
        ("1306997205800001", "tanggal"),
        ("1306991700800001", "bulan"),
        ("1306991713800001", "bulan"),
        ("1306991705800000", "0000"),
    ],
)
def test_what_cannot_be_a_nik_is_refused_with_its_reason(wrong, word):
    assert word in nik.fault(wrong)
    assert nik.doubts(wrong) == ()
    with pytest.raises(ValueError, match=word):
        nik.parts(wrong)


def test_a_day_that_no_calendar_has_is_a_doubt():
    assert nik.fault("1306993102990001") == ""
    assert not nik.has_possible_date("1306993102990001")
    assert nik.doubts("1306993112990001") == ()
    assert "kalender" in nik.doubts("1306993102990001", birth_date=date(1999, 2, 28))[0]


def test_the_29th_of_february_stands_in_leap_years_alone():
    assert nik.has_possible_date("1306992902040001")
    assert not nik.has_possible_date("1306992902010001")


def test_corrected_books_make_doubts_not_faults():
    found = nik.doubts(WOMAN, birth_date=date(1982, 9, 6), sex=Sex.MALE, known_areas={"130601"})

    assert [word for word in ("Tanggal lahir", "Jenis kelamin", "130699") for text in found
            if word in text] == ["Tanggal lahir", "Jenis kelamin", "130699"]  # fmt: skip


def test_lists_show_a_nik_masked():
    assert nik.masked(WOMAN) == "1306 99•• •••• 0003"
    assert nik.masked("12345") == "•••• •"


def test_signs_that_people_type_between_the_digits_do_not_count():
    assert nik.compact(" 1306 99-450982.0003\u00a0") == WOMAN
    assert nik.parts(MAN).sex is Sex.MALE
