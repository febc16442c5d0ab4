"""Names that a sheet shouts come in as a letter prints them."""

from __future__ import annotations

import pytest

from nagari_kit.domain.name_titles import mixed_case


@pytest.mark.parametrize(
    ("shouted", "printed"),
    [
        ("SITI NUR'AINI", "Siti Nur'aini"),
        ("IV KOTO", "IV Koto"),
        ("KOTO XI TARUSAN", "Koto XI Tarusan"),
        ("2 X 11 ENAM LINGKUNG", "2 X 11 Enam Lingkung"),
        ("AL-GHAZALI", "Al-Ghazali"),
        ("SITI BINTI UMAR", "Siti binti Umar"),
        ("D'ARCY", "D'Arcy"),
        ("VIVI", "Vivi"),
        ("A.RAHMAN", "A.Rahman"),
        ("Siti Aminah", "Siti Aminah"),
    ],
)
def test_capitals_go_where_a_reader_expects_them(shouted, printed):
    assert mixed_case(shouted) == printed
