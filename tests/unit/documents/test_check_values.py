"""What an officer types is judged field by field, in sentences."""

from __future__ import annotations

from datetime import date

import pytest

from nagari_kit.documents.doubts import AGE
from nagari_kit.documents.letter import check_values, days_of, default_values, doubtful_values
from nagari_kit.documents.plausible_dates import LetterDays
from tests.unit.documents import samples

TYPES = ["sku", "sktm", "domisili"]


def judged(definitions, type_id: str, **typed: str) -> dict[str, str]:
    values = {**samples.VALUES[type_id], **typed}
    return check_values(definitions[type_id], values, days_of(samples.facts(type_id)))


@pytest.mark.parametrize("type_id", TYPES)
def test_the_sample_values_have_no_fault(definitions, type_id) -> None:
    assert judged(definitions, type_id) == {}


@pytest.mark.parametrize("type_id", TYPES)
def test_an_empty_form_names_every_required_field_and_no_other(definitions, type_id) -> None:
    required = {field.id for field in definitions[type_id].fields if field.required}
    problems = check_values(definitions[type_id], {}, days_of(samples.facts(type_id)))
    assert set(problems) == required
    assert all(sentence.endswith("belum diisi.") for sentence in problems.values())


@pytest.mark.parametrize(
    ("type_id", "field", "typed", "part"),
    [
        ("sku", "berdiri_sejak", "19", "4 angka"),
        ("sku", "tenaga_kerja", "dua", "angka saja"),
        ("sku", "nama_usaha", "   ", "belum diisi"),
        ("sku", "nama_usaha", "\u200b\u202e", "belum diisi"),
        ("sku", "nama_usaha", "x" * 601, "terlalu panjang"),
        ("sku", "nama_usaha", "Toko 😀", "tidak bisa dicetak: 😀"),
        ("domisili", "sejak", "2025-02-30", "tanggal yang ada"),
        ("domisili", "sejak", "kemarin", "tanggal yang ada"),
        ("domisili", "sejak", "2026-11-25", "sesudah tanggal surat, 24 November 2026"),
        ("domisili", "sejak", "2099-01-01", "sesudah tanggal surat"),
        ("domisili", "sejak", "1995-03-17", "sebelum warga lahir, 18 Maret 1995"),
        ("domisili", "sejak", "1900-01-01", "sebelum warga lahir"),
        ("sku", "berdiri_sejak", "2099", "sesudah tanggal surat"),
        ("sku", "berdiri_sejak", "Desember 2026", "sesudah tanggal surat"),
        ("sku", "berdiri_sejak", "12/2026", "sesudah tanggal surat"),
        ("sku", "berdiri_sejak", "13/2019", "tidak ada bulan"),
        ("sku", "berdiri_sejak", "0-2019", "tidak ada bulan"),
        ("sku", "berdiri_sejak", "2019-13", "tidak ada bulan"),
        ("sku", "tenaga_kerja", "0", "paling sedikit 1"),
        ("sktm", "penghasilan_ayah", "-5", "angka rupiah"),
        ("sktm", "penghasilan_ayah", "1500000.50", "angka rupiah"),
        ("sktm", "penghasilan_ibu", "seribu", "“tidak tetap”"),
        ("sku", "alamat", "x", "tidak mempunyai isian “alamat”"),
    ],
)
def test_a_fault_is_named_at_its_field(definitions, type_id, field, typed, part) -> None:
    problems = judged(definitions, type_id, **{field: typed})
    assert set(problems) == {field}
    assert part in problems[field]


@pytest.mark.parametrize(
    ("type_id", "field", "typed"),
    [
        ("sku", "berdiri_sejak", "2019"),
        ("sku", "berdiri_sejak", "2026"),
        ("sku", "berdiri_sejak", "November 2026"),
        ("sku", "berdiri_sejak", "11/2026"),
        ("sku", "berdiri_sejak", "31-12-2019"),
        ("sku", "berdiri_sejak", "2019-01"),
        ("sku", "keperluan", "tindak lanjut surat nomor 13/2019"),
        ("sku", "berdiri_sejak", "1950, warisan orang tua"),
        ("domisili", "sejak", "2026-11-24"),
        ("domisili", "sejak", "1995-03-18"),
        ("sktm", "penghasilan_ibu", "Tidak tetap"),
        ("sku", "tenaga_kerja", ""),
        ("sku", "nama_usaha", "<b>Toko</b> & {{x}} ** \\ % Ñandú"),
        ("sktm", "penghasilan_ayah", "Rp 1.250.000"),
        ("domisili", "sejak", "02-01-2025"),
        ("domisili", "alamat_ktp", "\n".join(f"baris {n}" for n in range(40))),
    ],
)
def test_what_can_be_printed_is_accepted(definitions, type_id, field, typed) -> None:
    assert judged(definitions, type_id, **{field: typed}) == {}


def test_a_definition_proposes_what_the_register_knows(definitions) -> None:
    facts = samples.facts("domisili", values={})
    assert default_values(definitions["domisili"], facts) == {"jorong": "Balai Lamo"}


def test_nothing_is_proposed_where_the_register_is_silent(definitions) -> None:
    facts = samples.facts("sku", values={}, jorong="")
    assert default_values(definitions["sku"], facts) == {}


def test_a_birth_date_that_nobody_knows_bounds_nothing(definitions) -> None:
    values = {**samples.VALUES["domisili"], "sejak": "1900-01-01"}
    days = LetterDays(date(2026, 11, 24))
    assert check_values(definitions["domisili"], values, days) == {}


def doubted(definitions, type_id: str, born: date | None = date(1985, 12, 6), **typed: str):
    values = {**samples.VALUES[type_id], **typed}
    return doubtful_values(definitions[type_id], values, LetterDays(date(2026, 11, 24), born))


@pytest.mark.parametrize("type_id", TYPES)
def test_the_sample_values_raise_no_doubt(definitions, type_id) -> None:
    assert doubted(definitions, type_id) == {}


@pytest.mark.parametrize(
    ("type_id", "key", "born", "typed", "part"),
    [
        ("sktm", "penghasilan_ayah", None, "99999999999999", "Rp99.999.999.999.999"),
        ("sktm", "penghasilan_ibu", None, "90000000", "Rp90.000.000"),
        ("sku", "tenaga_kerja", None, "99999999", "99.999.999"),
        ("sku", "berdiri_sejak", date(1985, 12, 6), "November 1985", "sebelum warga lahir"),
    ],
)
def test_what_seldom_is_true_is_asked_about_and_not_refused(
    definitions, type_id, key, born, typed, part
) -> None:
    found = doubted(definitions, type_id, born, **{key: typed})
    assert set(found) == {key}
    assert part in found[key]
    assert judged(definitions, type_id, **{key: typed}) == {}


def test_a_business_of_a_child_is_asked_about(definitions) -> None:
    assert "6 tahun" in doubted(definitions, "sku", date(2020, 2, 29))[AGE]
    assert AGE not in doubted(definitions, "sktm", date(2020, 2, 29))
    assert AGE not in doubted(definitions, "sku", date(2009, 11, 24))
    assert AGE in doubted(definitions, "sku", date(2009, 11, 25))


def test_a_year_of_birth_is_no_doubt_and_a_month_before_it_is(definitions) -> None:
    assert doubted(definitions, "sku", berdiri_sejak="1985") == {}
    assert doubted(definitions, "sku", berdiri_sejak="Desember 1985") == {}


@pytest.mark.parametrize("typed", ["x", "12", "- -"])
def test_a_purpose_is_said_in_words(definitions, typed) -> None:
    for type_id in TYPES:
        assert "dengan kata" in judged(definitions, type_id, keperluan=typed)["keperluan"]
