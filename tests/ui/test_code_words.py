"""Labels of the code lists as one reads them: calm, with their abbreviations."""

from __future__ import annotations

import pytest

from nagari_kit.domain import code_lists
from nagari_kit.ui.code_words import calm


@pytest.mark.parametrize(
    ("label", "read"),
    [
        ("DIPLOMA IV/STRATA I", "Diploma IV/Strata I"),
        ("AKADEMI/DIPLOMA III/S. MUDA", "Akademi/Diploma III/S. Muda"),
        ("TAMAT SD/SEDERAJAT", "Tamat SD/sederajat"),
        ("KTP-EL", "KTP-el"),
        ("HIV/AIDS", "HIV/AIDS"),
        ("PELAJAR/MAHASISWA", "Pelajar/mahasiswa"),
        ("Kepala Dusun", "Kepala Dusun"),
    ],
)
def test_a_label_does_not_shout(label, read) -> None:
    assert calm(label) == read


def test_every_degree_of_the_list_is_readable() -> None:
    for label in code_lists.EDUCATION.values():
        assert not calm(label).isupper() or calm(label) in {"SLTP", "SLTA"}
        assert " iv" not in calm(label)
