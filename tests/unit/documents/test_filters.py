"""Filters write values as official letters do, and leave alone what they cannot read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nagari_kit.documents.filters import FILTERS, apply_filters


def written(name: str, value: str) -> str:
    return apply_filters(value, (name,)).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("tanggal_hari", "2026-11-21", "Sabtu, 21 November 2026"),
        ("jam", "04:30", "04.30 WIB"),
        ("jam", "24:00", "24:00"),
        ("luas", "1240", "1.240 m²"),
        ("luas_terbilang", "1240", "1.240 m² (seribu dua ratus empat puluh meter persegi)"),
        ("rupiah_terbilang", "1250000", "Rp1.250.000 (satu juta dua ratus lima puluh ribu rupiah)"),
        ("terbilang", "12", "dua belas"),
        ("terbilang", "1.250.000", "satu juta dua ratus lima puluh ribu"),
        ("bilangan", "12", "12 (dua belas)"),
        ("romawi", "14", "XIV"),
        ("romawi", "0", "0"),
        ("hijriah", "2026-11-24", "14 Jumadilakhir 1448 H"),
        ("nip", "198604212010012015", "19860421 201001 2 015"),
        ("kalimat", "almarhum", "Almarhum"),
        ("kecil", "Nagari", "nagari"),
    ],
)
def test_a_value_is_written_as_on_an_official_letter(name, value, expected) -> None:
    assert written(name, value) == expected


def test_a_date_a_time_and_an_area_never_part_over_two_lines() -> None:
    for name, value in (("tanggal_hari", "2026-11-21"), ("jam", "04:30"), ("luas", "1240")):
        assert " " not in apply_filters(value, (name,)).replace("Sabtu, ", "")


@given(st.sampled_from(sorted(FILTERS)), st.text(max_size=60))
def test_no_filter_fails_on_any_text(name, text) -> None:
    assert isinstance(apply_filters(text, (name,)), str)
