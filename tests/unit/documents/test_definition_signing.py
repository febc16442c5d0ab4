"""Who signs a letter is told once and clearly."""

from __future__ import annotations

import pytest

from tests.unit.documents import language
from tests.unit.documents.language import SIGNATURE, changed, signed

OFFICE = '[[blok]]\njenis = "mengetahui"\nsiapa = "kantor"\n'
CITIZEN = '[[blok]]\njenis = "ttd_pihak"\npihak = "warga"\n'
PAGE = '[[blok]]\njenis = "halaman_baru"\nteks = "Lampiran"\n'
BY_CITIZENS = changed("versi = 1", 'versi = 1\npenanda_tangan = "pihak"')


@pytest.mark.parametrize(
    "blocks",
    [
        OFFICE,
        SIGNATURE + PAGE + SIGNATURE,
        '[[blok]]\njenis = "ttd"\njika = "isian.guna ada"\n' + OFFICE,
        CITIZEN + SIGNATURE,
    ],
)
def test_the_office_signs_once_on_the_letter_and_once_on_what_is_added(tmp_path, blocks) -> None:
    assert language.loaded(tmp_path, signed(blocks)).letter_type.signed_by_office


@pytest.mark.parametrize(
    ("blocks", "words"),
    [
        ("", "ada 0 blok ttd"),
        (CITIZEN, "ada 0 blok ttd"),
        (SIGNATURE + OFFICE, "ada 2 blok ttd"),
        (PAGE + SIGNATURE + SIGNATURE, "ada 2 blok ttd"),
        ('[[blok]]\njenis = "ttd_pihak"\npihak = "nenek"\n' + SIGNATURE, "“nenek”"),
        ('[[blok]]\njenis = "saksi"\npihak = ["nenek"]\n' + SIGNATURE, "“nenek”"),
        ('[[blok]]\njenis = "saksi"\n' + SIGNATURE, "“pihak” atau “jumlah”"),
        ('[[blok]]\njenis = "ttd_daftar"\nuntuk = "teman"\n' + SIGNATURE, "“teman”"),
        (OFFICE + 'kata = "Tahu"\n', "“kata”"),
        ('[[blok]]\njenis = "judul"\n' + SIGNATURE, "dua judul"),
    ],
)
def test_a_letter_that_nobody_or_too_many_sign_is_refused(tmp_path, blocks, words) -> None:
    assert words in language.refusal(tmp_path, signed(blocks)).user_message


def test_citizens_alone_sign_a_letter_that_says_so(tmp_path) -> None:
    alone = changed(SIGNATURE, CITIZEN, BY_CITIZENS)
    assert not language.loaded(tmp_path, alone).letter_type.signed_by_office
    both = changed(SIGNATURE, CITIZEN + SIGNATURE, BY_CITIZENS)
    assert "kantor" in language.refusal(tmp_path, both).user_message
    nobody = changed(SIGNATURE, "", BY_CITIZENS)
    assert "ttd_pihak" in language.refusal(tmp_path, nobody).user_message
