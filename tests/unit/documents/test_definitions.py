"""A wrong definition is refused when the program starts, with file, line and advice."""

from __future__ import annotations

import pytest

from nagari_kit.documents.definitions import (
    line_of_refusal,
    load_definitions,
    parse_definition,
)
from nagari_kit.documents.filters import FILTERS
from nagari_kit.documents.letter import resolve
from nagari_kit.documents.person_attributes import ATTRIBUTES
from nagari_kit.documents.variables import VARIABLES
from nagari_kit.errors import DefinitionError
from nagari_kit.infra.paths import resource_path
from tests.unit.documents import samples

SOURCE = resource_path("letters/sku.toml").read_text(encoding="utf-8")


def refusal(tmp_path, text: str) -> DefinitionError:
    (tmp_path / "sku.toml").write_text(text, encoding="utf-8")
    with pytest.raises(DefinitionError) as caught:
        load_definitions(tmp_path)
    return caught.value


def line_of(text: str, fragment: str) -> int:
    return text[: text.index(fragment)].count("\n") + 1


def test_the_shipped_letters_ask_what_the_services_expect(definitions) -> None:
    asked = {
        name: {field.id: field.required for field in one.fields}
        for name, one in definitions.items()
        if name in {"sku", "sktm", "domisili"}
    }
    assert asked == {
        "sku": {
            "nama_usaha": True,
            "jenis_usaha": True,
            "tempat_usaha": True,
            "berdiri_sejak": True,
            "tenaga_kerja": False,
            "keperluan": True,
        },
        "sktm": {"keperluan": True, "penghasilan_ayah": False, "penghasilan_ibu": False},
        "domisili": {
            "alamat_ktp": False,
            "sejak": True,
            "jorong": True,
            "alamat": True,
            "keperluan": True,
        },
    }


@pytest.mark.parametrize(
    ("old", "new", "marker", "words"),
    [
        ("{warga.pekerjaan}", "{warga.pekerjan}", "{warga.pekerjan}", "{warga.pekerjan}"),
        ("{isian.jenis_usaha}", "{isian.jenis}", "{isian.jenis}", "{isian.jenis}"),
        ("keperluan|sambungan", "keperluan|eval", "|eval", "saringan “eval”"),
        ("**{warga.nama}**", "**{warga.nama}", "**{warga.nama}", "tebal"),
        ("{warga.nik}", "{warga.nik", "{warga.nik", "pasangan"),
        ("isian.tenaga_kerja ada", "isian.tenaga ada", "isian.tenaga ada", "isian.tenaga"),
        ("isian.tenaga_kerja ada", "a == b == c", "a == b == c", "syarat"),
        ('jenis = "angka"', 'jenis = "nomor"', '"nomor"', "nomor"),
        ("separuh = true", "setengah = true", "setengah", "setengah"),
        ("versi = ", 'versi = "satu" # ', "versi", "versi"),
        ("inden = false", 'inden = "tidak"', "inden", "inden"),
        ("pola = '", "pola = '(", "pola = '(", "pola"),
    ],
)
def test_a_slip_is_refused_with_its_line(tmp_path, old, new, marker, words) -> None:
    broken = SOURCE.replace(old, new, 1)
    assert broken != SOURCE
    error = refusal(tmp_path, broken)
    assert f"sku.toml baris {line_of(broken, marker)} " in error.user_message
    assert words in error.user_message
    assert error.hint
    assert error.code == "DEF-01"


def test_broken_toml_names_its_line(tmp_path) -> None:
    broken = SOURCE.replace('label = "Nama usaha"', 'label = "Nama usaha', 1)
    error = refusal(tmp_path, broken)
    line = line_of(broken, 'label = "Nama usaha')
    assert f"baris {line} " in error.user_message


def test_a_field_that_is_asked_but_never_printed_is_refused(tmp_path) -> None:
    broken = SOURCE.replace("{isian.jenis_usaha}", "singkong", 1)
    error = refusal(tmp_path, broken)
    assert "“jenis_usaha”" in error.user_message
    header = broken[: broken.index('id = "jenis_usaha"')].rstrip().count("\n") + 1
    assert f"baris {header} " in error.user_message


def test_a_field_asked_twice_is_refused(tmp_path) -> None:
    broken = SOURCE.replace('id = "jenis_usaha"', 'id = "nama_usaha"', 1)
    assert "dua kali" in refusal(tmp_path, broken).user_message


def test_a_letter_without_or_with_two_signatures_is_refused(tmp_path) -> None:
    block = '[[blok]]\njenis = "ttd"\n'
    assert "0 blok ttd" in refusal(tmp_path, SOURCE.replace(block, "")).user_message
    assert "2 blok ttd" in refusal(tmp_path, SOURCE + block).user_message


def test_the_file_bears_the_name_of_its_letter(tmp_path) -> None:
    error = refusal(tmp_path, SOURCE.replace('id = "sku"', 'id = "usaha"', 1))
    assert "“usaha”" in error.user_message


def test_table_columns_fill_the_width_of_the_text(tmp_path) -> None:
    source = resource_path("letters/sktm.toml").read_text(encoding="utf-8")
    broken = source.replace('judul = "Ayah", lebar = 65', 'judul = "Ayah", lebar = 60', 1)
    (tmp_path / "sktm.toml").write_text(broken, encoding="utf-8")
    with pytest.raises(DefinitionError) as caught:
        load_definitions(tmp_path)
    assert "165 mm" in caught.value.user_message


def test_a_person_of_a_list_stays_in_its_table(tmp_path) -> None:
    broken = SOURCE.replace("{warga.agama}", "{warga.nik}").replace(
        "{warga.jenis_kelamin}", "{orang.nama}", 1
    )
    error = refusal(tmp_path, broken)
    assert "{orang.nama}" in error.user_message
    assert "untuk" in (error.hint or "")


def test_the_guide_lists_every_name_and_filter() -> None:
    guide = resource_path("letters/BACA.md").read_text(encoding="utf-8")
    names = [f"`{{{name}}}`" for name in VARIABLES if not name.startswith("warga.")]
    names += [f"`{name}`" for name in ATTRIBUTES]
    assert [name for name in (*names, *(f"`{one}`" for one in FILTERS)) if name not in guide] == []


def test_an_installation_without_letters_says_so(tmp_path) -> None:
    with pytest.raises(DefinitionError) as caught:
        load_definitions(tmp_path)
    assert "Pasang ulang" in (caught.value.hint or "")


def test_a_row_can_hold_the_letter_back(tmp_path) -> None:
    row = '{ label = "NIK", isi = "{warga.nik}" }'
    strict = SOURCE.replace(row, row.replace(" }", ', kosong = "wajib" }'))
    (tmp_path / "sku.toml").write_text(strict, encoding="utf-8")
    resident = samples.changed(samples.TRADER, nik=None)
    snapshot = resolve(load_definitions(tmp_path)["sku"], samples.facts("sku", resident=resident))
    assert snapshot.missing() == ("NIK",)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("versi = ", f"versi = {'9' * 5000} # ", "terlalu panjang"),
        ("versi = ", f"lain = {'[' * 5000}{']' * 5000}\nversi = ", "terlalu panjang"),
        ("masa_berlaku = ", "masa_berlaku = 999999999 # ", "masa_berlaku"),
        ("versi = ", "versi = 9999999999999 # ", "versi"),
        ("wajar_umur = ", "wajar_umur = 500 # ", "wajar_umur"),
        ('judul = "', f'judul = "{"A" * 200}', "judul"),
        ('judul = "', f'judul = "{"A" * 300_000}', "256 KB"),
        ('judul = "', 'judul = "\\u0000', "judul"),
        ('bantuan = "', 'bantuan = "\\u0007', "bantuan"),
        ("pola = '", "pola = '(a+)+$", "pola"),
    ],
)
def test_what_could_only_fail_later_is_refused_in_a_sentence(tmp_path, old, new, words) -> None:
    source = SOURCE if old in SOURCE else SOURCE.replace("versi = ", f"{old}9\nversi = ", 1)
    error = refusal(tmp_path, source.replace(old, new, 1))
    assert error.code == "DEF-01"
    assert words in error.user_message


def test_a_folder_with_the_name_of_a_letter_is_told(tmp_path) -> None:
    (tmp_path / "x.toml").mkdir()
    with pytest.raises(DefinitionError, match=r"x\.toml"):
        load_definitions(tmp_path)


def test_a_definition_that_the_office_keeps_is_read_from_its_bytes() -> None:
    own = parse_definition(SOURCE.encode(), "sku", "lokal")
    assert own.letter_type.origin == "lokal"
    with pytest.raises(DefinitionError, match="sku_baru"):
        parse_definition(SOURCE.encode(), "sku_baru", "lokal")
    broken = SOURCE.replace("{warga.nik}", "{warga.nig}")
    with pytest.raises(DefinitionError) as caught:
        parse_definition(broken.encode(), "sku", "lokal")
    assert line_of_refusal(caught.value) == line_of(broken, "{warga.nig}")
