"""A small definition to bend in tests: one field, one role, one list, one table."""

from __future__ import annotations

from pathlib import Path

import pytest

from nagari_kit.documents.definitions import LetterDefinition, load_definitions
from nagari_kit.errors import DefinitionError

SOURCE = """\
[surat]
id = "uji"
versi = 1
judul = "Surat Uji"
judul_pendek = "Uji"
singkatan = "UJI"
klasifikasi = "400"

[[syarat]]
id = "kartu"
label = "Kartu"

[[isian]]
id = "guna"
label = "Guna"
wajib = true

[[isian]]
id = "barang"
label = "Barang"
jenis = "tabel"
kolom = [
    { id = "nama", label = "Nama barang", wajib = true },
    { id = "jumlah", label = "Jumlah", jenis = "angka" },
]

[[pihak]]
id = "pelapor"
label = "Pelapor"
wajib = true
kolom = [{ id = "sebagai", label = "Sebagai" }]

[[pihak]]
id = "saksi"
label = "Saksi"

[[daftar_orang]]
id = "pengikut"
label = "Pengikut"
minimal = 1
kolom = [{ id = "hubungan", label = "Hubungan", wajib = true }]

[[blok]]
jenis = "kop"

[[blok]]
jenis = "judul"

[[blok]]
jenis = "paragraf"
teks = "{pihak.pelapor.nama} melaporkan {isian.guna} {daftar.pengikut.jumlah|bilangan} orang."

[[blok]]
jenis = "data"
baris = [
    { label = "Pelapor", isi = "{pihak.pelapor.nama} {pihak.pelapor.sebagai}" },
    { label = "NIK", isi = "{pihak.pelapor.nik}", kosong = "hapus" },
    { label = "Saksi", isi = "{pihak.saksi.nama}" },
]

[[blok]]
jenis = "tabel"
untuk = "pengikut"
kolom = [
    { judul = "No.", lebar = 10 },
    { judul = "Nama", lebar = 100 },
    { judul = "Hubungan", lebar = 60 },
]
baris = [{ sel = ["{orang.nomor}", "{orang.nama}\\n{orang.nik}", "{kolom.hubungan}"] }]

[[blok]]
jenis = "tabel"
untuk = "barang"
kolom = [{ judul = "Barang", lebar = 100 }, { judul = "Jumlah", lebar = 70 }]
baris = [
    { sel = ["{kolom.nama}", "{kolom.jumlah}"], jika = "kolom.jumlah ada" },
    { sel = ["{kolom.nama}", ""], jika = "kolom.jumlah kosong" },
]
baris_akhir = [{ sel = ["Jumlah", "{daftar.barang.jumlah_jumlah}"] }]

[[blok]]
jenis = "ttd"
"""
SIGNATURE = '[[blok]]\njenis = "ttd"\n'


def loaded(folder: Path, text: str = SOURCE) -> LetterDefinition:
    """The definition that this text makes."""
    (folder / "uji.toml").write_text(text, encoding="utf-8")
    return load_definitions(folder)["uji"]


def changed(old: str, new: str, text: str = SOURCE) -> str:
    """The text with one thing different."""
    assert old in text
    return text.replace(old, new, 1)


def refusal(folder: Path, text: str) -> DefinitionError:
    """Why this text is no definition."""
    with pytest.raises(DefinitionError) as caught:
        loaded(folder, text)
    return caught.value


def signed(blocks: str) -> str:
    """The definition with these blocks at its foot instead of the office's signature."""
    return changed(SIGNATURE, blocks)
