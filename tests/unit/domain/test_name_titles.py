"""Names that a sheet shouts come in as a letter prints them."""

from __future__ import annotations

import pytest

from nagari_kit.domain.name_titles import academic_titles, mixed_case, person_name


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


@pytest.mark.parametrize(
    ("sheet", "written"),
    [
        ("M.PD", "M.Pd"),
        ("S.SOS., M.SI", "S.Sos., M.Si"),
        ("A.MD.KEB", "A.Md.Keb"),
        ("S.IP, M.A.P", "S.IP, M.A.P"),
        ("S.H.", "S.H."),
        ("S.Pd.I", "S.Pd.I"),
    ],
)
def test_academic_titles_in_capitals_get_their_own_spelling(sheet, written) -> None:
    assert academic_titles(sheet) == written
    assert person_name(f"NURDIN, {sheet}").gelar_belakang == written
