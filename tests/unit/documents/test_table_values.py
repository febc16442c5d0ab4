"""A table travels as text and comes back row by row; what is wrong is told with its row."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nagari_kit.documents.table_values import rows_of, table_fault, usable_table
from nagari_kit.domain.letter_fields import ColumnSpec, FieldKind, LetterField

FIELD = LetterField(
    "barang",
    "Daftar barang",
    FieldKind.TABLE,
    required=True,
    least=2,
    columns=(
        ColumnSpec("nama", "Nama", required=True),
        ColumnSpec("jumlah", "Jumlah", FieldKind.NUMBER),
        ColumnSpec("harga", "Harga", FieldKind.MONEY),
        ColumnSpec("sejak", "Sejak", FieldKind.DATE),
        ColumnSpec("pukul", "Pukul", FieldKind.TIME),
        ColumnSpec("baik", "Baik", FieldKind.YES_NO),
        ColumnSpec("jenis", "Jenis", FieldKind.CHOICE, options=("kayu", "batu")),
    ),
)


def table(*rows: dict[str, str]) -> str:
    return json.dumps(rows)


GOOD = ({"nama": "meja", "jumlah": "2"}, {"nama": "kursi"})


def test_values_travel_as_dates_times_and_bare_digits() -> None:
    row = {"nama": " meja ", "harga": "Rp 1.250.000", "sejak": "24-11-2026", "pukul": "4.30"}
    kept = rows_of(usable_table(FIELD, table(row)))[0]
    assert kept["nama"] == "meja"
    assert kept["harga"] == "1250000"
    assert kept["sejak"] == "2026-11-24"
    assert kept["pukul"] == "04:30"


def test_rows_without_any_text_and_columns_nobody_asked_fall_away() -> None:
    typed = table(*GOOD, {"nama": " ", "jumlah": ""}, {"lain": "x"})
    assert [row["nama"] for row in rows_of(usable_table(FIELD, typed))] == ["meja", "kursi"]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ((), "Daftar barang belum diisi."),
        (GOOD[:1], "Daftar barang: paling sedikit 2 baris."),
        ((GOOD[0], {"jumlah": "3"}), "Daftar barang baris 2: Nama belum diisi."),
        ((*GOOD, {"nama": "a", "jumlah": "dua"}), "baris 3: Jumlah: isi dengan angka"),
        ((*GOOD, {"nama": "a", "harga": "murah"}), "baris 3: Harga: isi dengan angka rupiah"),
        ((*GOOD, {"nama": "a", "sejak": "31-02-2026"}), "baris 3: Sejak: tulis tanggal"),
        ((*GOOD, {"nama": "a", "pukul": "25.10"}), "baris 3: Pukul: tulis jam"),
        ((*GOOD, {"nama": "a", "baik": "mungkin"}), "baris 3: Baik: pilih ya atau tidak"),
        ((*GOOD, {"nama": "a", "jenis": "besi"}), "baris 3: Jenis: pilih salah satu"),
        ((*GOOD, {"nama": "a" * 400}), "baris 3: Nama terlalu panjang"),
    ],
)
def test_what_is_wrong_is_told_with_its_row(rows, words) -> None:
    assert words in table_fault(FIELD, table(*rows))


def test_a_good_table_has_no_fault() -> None:
    assert table_fault(FIELD, table(*GOOD)) == ""


@pytest.mark.parametrize("text", ["{", "3", "null", '"x"', "[1, 2]", '[["a"]]'])
def test_what_is_no_table_is_told_and_never_printed(text) -> None:
    assert rows_of(text) == ()
    assert "tidak terbaca" in table_fault(FIELD, text)


@given(st.text(max_size=80) | st.lists(st.dictionaries(st.text(), st.text())).map(json.dumps))
def test_any_text_is_judged_and_a_usable_one_stays_as_it_is(text) -> None:
    assert isinstance(table_fault(FIELD, text), str)
    once = usable_table(FIELD, text)
    assert usable_table(FIELD, once) == once
