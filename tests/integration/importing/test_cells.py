"""Cells as people leave them: hidden characters, apostrophes, dates in five forms, lost digits."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nagari_kit.domain.name_titles import person_name
from nagari_kit.services.resident_import.cell_text import (
    UnreadableCell,
    civil_date,
    clean_text,
    past_date,
    sixteen_digits,
)

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("  Siti\u00a0 Nur\u2019aini ", "Siti Nur'aini"),
        ("'1306990101900001", "1306990101900001"),
        ("\ufeffYus\u200bmaniar\u00ad", "Yusmaniar"),
        ("Baris\nbaru\t", "Baris baru"),
        (3.0, "3"),
        (date(1990, 8, 17), "17-08-1990"),
        (None, ""),
    ],
)
def test_what_cannot_be_seen_is_taken_off(cell: object, text: str) -> None:
    assert clean_text(cell) == text


@given(st.text())
def test_clean_text_is_clean_for_good(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once
    assert once.isprintable()


@pytest.mark.parametrize(
    "cell",
    [
        date(1990, 8, 17),
        33102.0,
        "33102",
        "17-08-1990",
        "17/8/1990",
        "1990-08-17",
        "1990-08-17 00:00:00",
        "17.08.1990",
        "17 Agustus 1990",
        "17 agt 1990".replace("agt", "Ags"),
    ],
)
def test_one_day_is_written_in_many_ways(cell: object) -> None:
    assert civil_date(cell) == date(1990, 8, 17)


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("31-02-1990", "tanggal 31-02-1990 tidak ada"),
        ("9/10/26", "tahun 1926 atau 2026"),
        ("besok", "bukan tanggal"),
        ("13-13-1990", "tidak ada"),
        ("25-11-2026", "belum terjadi"),
        (0.5, "bukan tanggal"),
        ("01-01-1804", "terlalu lama"),
    ],
)
def test_a_day_that_cannot_be_is_refused_with_its_reason(cell: object, reason: str) -> None:
    with pytest.raises(UnreadableCell, match=reason):
        past_date(cell, TODAY)


@pytest.mark.parametrize("cell", ["-", "", "0000-00-00", None])
def test_no_date_is_no_fault(cell: object) -> None:
    assert past_date(cell, TODAY) is None


def test_a_nik_in_a_number_cell_is_kept_with_a_warning_while_every_digit_is_there() -> None:
    digits, warning = sixteen_digits(1306994509820003.0, "NIK")
    assert digits == "1306994509820003"
    assert "bilangan" in warning


@pytest.mark.parametrize("number", [1306994509820000.0, 9106994509820003.0, 1.5])
def test_a_number_cell_that_may_have_lost_digits_is_refused(number: float) -> None:
    with pytest.raises(UnreadableCell, match="bilangan"):
        sixteen_digits(number, "NIK")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("130699450982000", "NIK 15 angka, harus 16"),
        ("1.30699E+15", "angka terakhirnya hilang"),
        ("13069945098200O3", "huruf"),
        ("1306 99 010370", "NIK 12 angka"),
    ],
)
def test_a_wrong_nik_says_what_is_wrong(text: str, reason: str) -> None:
    with pytest.raises(UnreadableCell, match=reason.replace("+", r"\+")):
        sixteen_digits(text, "NIK")


def test_spaces_and_dots_between_the_digits_are_no_fault() -> None:
    assert sixteen_digits("130699.450982.0003 ", "NIK") == ("1306994509820003", "")


@pytest.mark.parametrize(
    ("text", "depan", "name", "adat", "belakang"),
    [
        ("H. SYAFRIZAL DT. RAJO BASA, S.Pd.", "H.", "Syafrizal", "Dt. Rajo Basa", "S.Pd."),
        ("ZULKARNAIN SUTAN MARAJO", "", "Zulkarnain", "Sutan Marajo", ""),
        ("SUTAN SYAHRIR", "", "Sutan Syahrir", "", ""),
        ("M. IQBAL", "", "M. Iqbal", "", ""),
        ("Siti Nur'aini", "", "Siti Nur'aini", "", ""),
    ],
)
def test_titles_beyond_doubt_leave_the_name(
    text: str, depan: str, name: str, adat: str, belakang: str
) -> None:
    found = person_name(text)
    assert (found.gelar_depan, found.name) == (depan, name)
    assert (found.gelar_adat, found.gelar_belakang) == (adat, belakang)
    assert found.full().casefold() == text.casefold()
