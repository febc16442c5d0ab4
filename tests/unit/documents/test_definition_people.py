"""What a letter asks of people, lists and tables is checked before any letter is made."""

from __future__ import annotations

import pytest

from nagari_kit.domain.letter_fields import FieldKind
from tests.unit.documents import language
from tests.unit.documents.language import SOURCE, changed


def line_of(text: str, fragment: str) -> int:
    return text[: text.index(fragment)].count("\n") + 1


def test_forms_learn_who_is_asked_for_and_what_to_bring(tmp_path) -> None:
    kind = language.loaded(tmp_path).letter_type
    assert [(role.id, role.required) for role in kind.people] == [
        ("pelapor", True),
        ("saksi", False),
    ]
    assert kind.people[0].columns[0].id == "sebagai"
    assert [(one.id, one.least, one.most) for one in kind.people_lists] == [("pengikut", 1, 60)]
    assert [one.label for one in kind.requirements] == ["Kartu"]
    assert [column.kind for column in kind.fields[1].columns] == [FieldKind.TEXT, FieldKind.NUMBER]
    assert (kind.subject, kind.numbered, kind.signed_by_office) == ("hidup", True, True)


@pytest.mark.parametrize(
    ("old", "new", "marker", "words"),
    [
        ("{pihak.pelapor.nik}", "{pihak.pelapor.nig}", "{pihak.pelapor.nig}", "pihak.pelapor.nig"),
        ("{pihak.saksi.nama}", "{pihak.saksi2.nama}", "{pihak.saksi2", "pihak.saksi2.nama"),
        ("{kolom.hubungan}", "{kolom.hub}", "{kolom.hub}", "kolom.hub"),
        ("{daftar.pengikut.jumlah", "{daftar.lain.jumlah", "{daftar.lain", "daftar.lain"),
        ("jumlah_jumlah", "jumlah_nama", "{daftar.barang.jumlah_nama}", "jumlah_nama"),
        ('untuk = "pengikut"', 'untuk = "teman"', 'untuk = "teman"', "“teman”"),
        ("kolom.jumlah ada", "kolom.jum ada", "kolom.jum ada", "kolom.jum"),
        ("{isian.guna}", "{isian.guna} {isian.barang}", "{isian.barang}", "isian.barang"),
        ("minimal = 1", "minimal = 61", "minimal = 61", "minimal"),
        ('id = "pengikut"', 'id = "guna"', "[[daftar_orang]]", "dua kali"),
        ('id = "saksi"', 'id = "warga"', '[[pihak]]\nid = "warga"', "“warga”"),
        ('label = "Jumlah", jenis = "angka"', 'label = "J", jenis = "tabel"', "tabel", "jenis"),
        ('jenis = "tabel"\nkolom', 'jenis = "text"\nkolom', "kolom", "sejalan"),
        ("versi = 1", 'versi = 1\numur_pada = "guna"', "umur_pada", "umur_pada"),
        ("versi = 1", 'versi = 1\npokok = "siapa"', "pokok", "“pokok”"),
        ("versi = 1", 'versi = 1\nmasa_satuan = "jam"', "masa_satuan", "masa_satuan"),
        ('{ sel = ["Jumlah", ', "{ sel = [", "baris_akhir", "1 sel"),
    ],
)
def test_a_slip_is_refused_with_its_line(tmp_path, old, new, marker, words) -> None:
    broken = changed(old, new)
    error = language.refusal(tmp_path, broken)
    assert words in error.user_message
    first = line_of(broken, marker)
    last = first + len(broken[broken.index(marker) :].split("\n\n")[0].splitlines())
    told = int(error.user_message.split(" baris ")[1].split(" ")[0])
    assert first <= told <= last
    assert error.hint


def test_who_is_asked_for_but_never_printed_is_refused(tmp_path) -> None:
    for old, words in (
        ('{ label = "Saksi", isi = "{pihak.saksi.nama}" },', "“saksi” ditanyakan"),
        (
            '[[blok]]\njenis = "tabel"\nuntuk = "barang"',
            "“barang” ditanyakan",
        ),
    ):
        start = SOURCE.index(old)
        end = start + len(old) if old.startswith("{") else SOURCE.index(language.SIGNATURE)
        broken = SOURCE[:start] + SOURCE[end:]
        assert words in language.refusal(tmp_path, broken).user_message


def test_a_letter_of_nobody_has_no_names_of_a_resident(tmp_path) -> None:
    nobody = changed("versi = 1", 'versi = 1\npokok = "tanpa"')
    assert language.loaded(tmp_path, nobody).letter_type.subject == "tanpa"
    error = language.refusal(tmp_path, changed("{isian.guna}", "{isian.guna} {warga.nik}", nobody))
    assert "{warga.nik}" in error.user_message
    error = language.refusal(tmp_path, changed('untuk = "barang"', 'untuk = "anggota"', nobody))
    assert "“anggota”" in error.user_message


def test_a_person_of_a_row_stays_in_its_table(tmp_path) -> None:
    error = language.refusal(tmp_path, changed("{isian.guna}", "{isian.guna} {kolom.nama}"))
    assert "untuk" in (error.hint or "")


def test_a_table_in_a_row_of_labels_is_as_wide_as_the_value(tmp_path) -> None:
    row = (
        '{ label = "Barang", untuk = "barang", kolom = [{ judul = "Nama", lebar = 170 }], '
        'baris = [{ sel = ["{kolom.nama}"] }] },\n    { label = "Saksi"'
    )
    error = language.refusal(tmp_path, changed('{ label = "Saksi"', row))
    assert "144" in (error.hint or "")
    language.loaded(tmp_path, changed('{ label = "Saksi"', row.replace("170", "144")))
