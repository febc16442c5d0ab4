"""Names are stored as people bear them; the law of new names makes doubts, never refusals."""

from __future__ import annotations

import pytest

from nagari_kit.domain import names
from nagari_kit.domain.names import PersonName


@pytest.mark.parametrize("name", ["Yusmaniar", "Nur'aini", "M. Yusuf", "Andi-Putra", "Renée Siti"])
def test_a_name_that_somebody_bears_is_never_refused(name):
    assert names.fault(name) == ""


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("", "belum diisi"),
        ("  ", "belum diisi"),
        ("...", "huruf"),
        ("Budi 2", "angka"),
        ("Budi\u200b Putra", "tidak terlihat"),
        ("Budi\nPutra", "tidak terlihat"),
    ],
)
def test_what_is_no_name_is_refused_with_its_reason(typed, word):
    assert word in names.fault(typed)


def test_a_new_name_is_held_against_the_law():
    assert names.doubts("Siti Nur'aini") == ()
    assert names.doubts("Yusmaniar") == ("Nama baru paling sedikit dua kata.",)
    assert "60 huruf" in names.doubts("Abdurrahman " * 6)[0]
    assert names.doubts("M. Yusuf") == ("Nama baru tidak disingkat.",)
    assert names.doubts("Мария Siti") == ("Nama ditulis dengan huruf Latin tanpa tanda lain.",)


def test_titles_stand_around_the_name():
    assert PersonName("Syafrizal", "H.", "S.Pd.", "Dt. Rajo Basa").full() == (
        "H. Syafrizal Dt. Rajo Basa, S.Pd."
    )
    assert PersonName("Yusmaniar").full() == "Yusmaniar"
