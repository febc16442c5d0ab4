"""What an officer types is judged field by field, in sentences."""

from __future__ import annotations

from datetime import date

import pytest

from nagari_kit.documents.letter import check_values, days_of, default_values
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
