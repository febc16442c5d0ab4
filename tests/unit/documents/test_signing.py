"""Who signs, in which capacity: the words above and under the signature, and in the opening."""

from __future__ import annotations

import pytest

from nagari_kit.documents.fonts import Face
from nagari_kit.documents.layout.marks import TextMark
from nagari_kit.documents.layout.signature import signature_strip
from nagari_kit.documents.layout.steps import STEPS, sheet
from nagari_kit.documents.letter import render, resolve
from nagari_kit.domain.names import PersonName
from nagari_kit.domain.office import PaperSize, Standing
from tests.unit.documents import reading, samples

PLT = samples.changed(samples.PENJABAT, standing=Standing.PLT)


@pytest.mark.parametrize(
    ("signer", "head", "opening", "block"),
    [
        (
            samples.WALI_NAGARI,
            None,
            "ini Wali Nagari Koto Contoh, Kecamatan",
            "WALI NAGARI KOTO CONTOH, ARMEN SUTAN MANGKUTO, S.Pd.",
        ),
        (
            samples.PENJABAT,
            None,
            "ini Penjabat Wali Nagari Koto Contoh, Kecamatan",
            "Pj. WALI NAGARI KOTO CONTOH, DEFRIZAL, S.Sos. NIP. 19750817 200501 1 004",
        ),
        (
            PLT,
            None,
            "ini Pelaksana Tugas Wali Nagari Koto Contoh, Kecamatan",
            "Plt. WALI NAGARI KOTO CONTOH, DEFRIZAL, S.Sos.",
        ),
        (
            samples.SEKRETARIS,
            samples.WALI_NAGARI,
            (
                "ini Sekretaris Nagari Koto Contoh, Kecamatan Batang Contoh, Kabupaten Contoh, "
                "atas nama Wali Nagari Koto Contoh menerangkan"
            ),
            "a.n. WALI NAGARI KOTO CONTOH SEKRETARIS NAGARI, MEILINDA SARI, S.E.",
        ),
        (
            samples.KASI,
            samples.PENJABAT,
            (
                "ini Kepala Seksi Pelayanan Nagari Koto Contoh, Kecamatan Batang Contoh, "
                "Kabupaten Contoh, atas nama Penjabat Wali Nagari Koto Contoh menerangkan"
            ),
            (
                "a.n. Pj. WALI NAGARI KOTO CONTOH SEKRETARIS NAGARI u.b. KEPALA SEKSI PELAYANAN, "
                "YULIARNI, A.Md."
            ),
        ),
    ],
    ids=["definitif", "Pj.", "Plt.", "a.n.", "a.n. u.b."],
)
def test_opening_and_signature_agree(definitions, signer, head, opening, block) -> None:
    snapshot = resolve(definitions["domisili"], samples.facts("domisili", signer=signer, head=head))
    text = reading.running_text(render(snapshot, logo=None).pdf)
    assert opening in text
    assert f"Koto Contoh, 24 November 2026 {block}" in text


def test_adat_titles_are_capitals_and_academic_titles_keep_their_spelling(definitions) -> None:
    name = PersonName("Syafrizal", "H.", "S.Pd., M.Si.", "Dt. Rajo Basa")
    signer = samples.changed(samples.WALI_NAGARI, name=name)
    snapshot = resolve(definitions["sku"], samples.facts("sku", signer=signer))
    assert snapshot.signature.name == "H. SYAFRIZAL DT. RAJO BASA, S.Pd., M.Si."


def test_a_desa_signs_as_a_desa(definitions) -> None:
    office = samples.changed(samples.OFFICE, kind="desa", area_word="dusun")
    signer = samples.changed(samples.WALI_NAGARI, position="Kepala Desa")
    facts = samples.facts("sku", office=office, signer=signer, head=signer)
    text = reading.running_text(render(resolve(definitions["sku"], facts), logo=None).pdf)
    assert "ini Kepala Desa Koto Contoh, Kecamatan" in text
    assert "KEPALA DESA KOTO CONTOH," in text
    assert "Dusun Balai Lamo, Desa Koto Contoh" in text
    assert "keterangan Wali Dusun Balai Lamo" in text


@pytest.mark.parametrize(
    "name", ["Koto Contoh Balai Tangah Parik Mudiak", "Koto Contoh Hulu", "Koto Tangah Mudiak"]
)
def test_one_signature_is_of_one_size_however_long_its_office(definitions, name) -> None:
    office = samples.changed(samples.OFFICE, name=name)
    facts = samples.facts("domisili", office=office)
    signature = resolve(definitions["domisili"], facts).signature
    strip = signature_strip(signature, sheet(PaperSize.F4, with_kop=True), STEPS[0])
    words = (mark for mark in strip.marks if isinstance(mark, TextMark))
    sizes = {mark.size for mark in words if mark.face is not Face.SANS}
    assert len(sizes) == 1
    assert min(sizes) >= 9.5


def test_a_name_with_its_titles_grows_small_before_it_is_parted(definitions) -> None:
    name = PersonName("Yusrizal", "Drs. H.", "S.Sos., M.Si", "Dt. Bandaro")
    facts = samples.facts("sku", signer=samples.changed(samples.WALI_NAGARI, name=name))
    signature = resolve(definitions["sku"], facts).signature
    strip = signature_strip(signature, sheet(PaperSize.F4, with_kop=True), STEPS[0])
    (row,) = [m for m in strip.marks if isinstance(m, TextMark) and m.face is Face.BOLD]
    assert row.text == "Drs. H. YUSRIZAL DT. BANDARO, S.Sos., M.Si"
    assert 9.5 <= row.size < 12
