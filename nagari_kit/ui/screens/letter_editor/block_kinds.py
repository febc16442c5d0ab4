"""The forms of all kinds of blocks, in the order in which they can be added."""

from __future__ import annotations

from typing import Any

from nagari_kit.ui.screens.letter_editor.form_kind import WHEN, Ask, FormKind, Part

_SIDES = (("kiri", "Kiri"), ("tengah", "Tengah"), ("kanan", "Kanan"))
_EMPTY = (
    ("tanda", "Cetak tanda –"),
    ("hapus", "Buang barisnya"),
    ("wajib", "Harus terisi"),
)
_WHO = (
    ("camat", "Camat"),
    ("kan", "Ketua KAN"),
    ("mkw", "Mamak kepala waris"),
    ("wali_jorong", "Wali jorong"),
    ("penghulu", "Penghulu"),
    ("kua", "Kepala KUA"),
    ("kantor", "Kantor ini"),
)
_WORDS = tuple(
    (one, one)
    for one in (
        "Mengetahui", "Dikuatkan oleh", "Dibenarkan oleh", "Diketahui oleh", "Disetujui oleh",
        "Disaksikan oleh",
    )
)  # fmt: skip
_IN_ROW = Part(
    "sebaris", "Berdiri sebaris dengan tanda tangan di sebelahnya", Ask.FLAG, default=False
)
_EACH = Part("untuk", "Diulang untuk", Ask.CHOICE, source="lists", help="Satu baris tiap orang.")
_MATERAI = Part("meterai", "Kotak meterai", Ask.FLAG, default=False)

_DATA_ROW = FormKind(
    "Baris",
    "list-check",
    (
        Part("label", "Nama baris", Ask.LINE),
        Part("isi", "Isi", Ask.SENTENCE),
        Part("kosong", "Bila isinya kosong", Ask.CHOICE, "tanda", _EMPTY),
        Part("daftar", "Tiap baris isi diberi nomor", Ask.FLAG, default=False),
        WHEN,
    ),
)
_COLUMN = FormKind(
    "Kolom",
    "columns",
    (
        Part("judul", "Judul kolom", Ask.TEXT),
        Part("lebar", "Lebar (mm)", Ask.NUMBER, 0, help="Jumlah semua kolom 170 mm."),
        Part("rata", "Rata", Ask.CHOICE, "kiri", _SIDES),
    ),
)
_CELLS = FormKind("Baris", "list-check", (Part("sel", "Sel", Ask.CELLS, ()), WHEN))
_ITEM = FormKind("Butir", "list-check", (Part("teks", "Kalimat", Ask.SENTENCE), WHEN))

BLOCKS: dict[str, FormKind] = {
    "paragraf": FormKind(
        "Kalimat",
        "text-size",
        (
            Part("teks", "Kalimat", Ask.SENTENCE),
            Part("inden", "Baris pertama masuk ke dalam", Ask.FLAG, default=True),
            Part("penutup", "Selalu sehalaman dengan tanda tangan", Ask.FLAG, default=False),
            WHEN,
        ),
    ),
    "data": FormKind(
        "Data",
        "id",
        (
            Part("baris", "Baris", Ask.ITEMS, (), items=_DATA_ROW),
            Part("lebar_label", "Lebar nama baris (mm), kosong: biasa", Ask.NUMBER, 0),
            WHEN,
        ),
    ),
    "tabel": FormKind(
        "Tabel",
        "columns",
        (
            _EACH,
            Part("kolom", "Kolom", Ask.ITEMS, (), items=_COLUMN),
            Part("baris", "Baris", Ask.ITEMS, (), items=_CELLS),
            Part("baris_akhir", "Baris jumlah", Ask.ITEMS, (), items=_CELLS),
            Part("tinggi_baris", "Tinggi baris (mm), kosong: menurut isi", Ask.NUMBER, 0),
            WHEN,
        ),
    ),
    "daftar": FormKind(
        "Daftar bernomor",
        "list-check",
        (Part("butir", "Butir", Ask.ITEMS, (), items=_ITEM), _EACH, WHEN),
    ),
    "subjudul": FormKind(
        "Subjudul",
        "typography",
        (Part("nomor", "Nomor", Ask.TEXT), Part("teks", "Judul bagian", Ask.LINE), WHEN),
    ),
    "kop": FormKind("Kop", "file-description", (WHEN,)),
    "judul": FormKind(
        "Judul dan nomor",
        "typography",
        (
            Part("teks", "Judul lain (kosong: judul surat)", Ask.TEXT),
            Part("catatan", "Catatan di bawah judul", Ask.TEXT),
            Part("nomor", "Dengan nomor surat", Ask.FLAG, default=True),
            WHEN,
        ),
    ),
    "model": FormKind("Nama model", "typography", (Part("teks", "Tulisan", Ask.TEXT), WHEN)),
    "kepala_dinas": FormKind(
        "Kepala surat dinas",
        "mail",
        (
            Part("sifat", "Sifat", Ask.LINE, "Biasa"),
            Part("lampiran", "Lampiran", Ask.LINE),
            Part("hal", "Hal", Ask.LINE),
            Part("yth", "Kepada, satu baris satu", Ask.SENTENCES, ()),
            WHEN,
        ),
    ),
    "perintah": FormKind(
        "Perintah tugas",
        "clipboard",
        (
            Part("baris", "Baris", Ask.ITEMS, (), items=_DATA_ROW),
            Part("memerintahkan", "Cetak MEMERINTAHKAN di atasnya", Ask.FLAG, default=False),
            WHEN,
        ),
    ),
    "saksi": FormKind(
        "Saksi",
        "users",
        (
            Part("pihak", "Saksi yang ditanyakan", Ask.PEOPLE, (), source="roles"),
            Part("jumlah", "Atau baris kosong, berapa", Ask.NUMBER, 0),
            Part("judul", "Judul", Ask.TEXT, "Saksi-saksi:"),
            Part("berdampingan", "Dua saksi berdampingan", Ask.FLAG, default=False),
            _IN_ROW,
            Part("sisi", "Sisi", Ask.CHOICE, "kiri", _SIDES),
            WHEN,
        ),
    ),
    "ttd": FormKind(
        "Tanda tangan kantor",
        "writing-sign",
        (
            Part("sisi", "Sisi", Ask.CHOICE, "kanan", _SIDES),
            Part("tempat_tanggal", "Dengan tempat dan tanggal", Ask.FLAG, default=True),
            _IN_ROW,
            WHEN,
        ),
    ),
    "ttd_pihak": FormKind(
        "Tanda tangan warga",
        "signature",
        (
            Part("pihak", "Siapa", Ask.CHOICE, source="signers"),
            Part("sebutan", "Sebutan di atasnya", Ask.TEXT),
            _MATERAI,
            Part("tempat_tanggal", "Dengan tempat dan tanggal", Ask.FLAG, default=False),
            Part("sisi", "Sisi", Ask.CHOICE, "", (("", "Menurut urutan"), *_SIDES)),
            WHEN,
        ),
    ),
    "ttd_daftar": FormKind(
        "Tanda tangan semua orang",
        "users",
        (
            Part("untuk", "Daftar", Ask.CHOICE, source="lists"),
            Part("judul", "Judul", Ask.TEXT),
            _MATERAI,
            WHEN,
        ),
    ),
    "mengetahui": FormKind(
        "Mengetahui",
        "certificate",
        (
            Part("siapa", "Siapa", Ask.CHOICE, None, _WHO),
            Part("kata", "Kata", Ask.CHOICE, "Mengetahui", _WORDS),
            Part("pihak", "Namanya dari", Ask.CHOICE, source="signers_or_none"),
            Part("sisi", "Sisi", Ask.CHOICE, "", (("", "Biasa"), *_SIDES)),
            _IN_ROW,
            WHEN,
        ),
    ),
    "tembusan": FormKind(
        "Tembusan",
        "send",
        (Part("baris", "Penerima, satu baris satu", Ask.SENTENCES, ()), WHEN),
    ),
    "halaman_baru": FormKind(
        "Halaman lampiran",
        "file-plus",
        (
            Part("teks", "Tulisan di kanan atas", Ask.SENTENCES, ()),
            Part("judul", "Judul", Ask.TEXT),
            WHEN,
        ),
    ),
}

FORM = "borang"
"""Its places are drawn into a pack of forms, not in this window."""
BLOCKS[FORM] = FormKind("Halaman formulir", "file-description", (WHEN,))

NEW: dict[str, dict[str, Any]] = {
    "paragraf": {"teks": "Kalimat baru."},
    "data": {"baris": [{"label": "Nama", "isi": "{warga.nama}"}]},
    "tabel": {
        "kolom": [
            {"judul": "No.", "lebar": 10, "rata": "tengah"},
            {"judul": "Keterangan", "lebar": 160},
        ],
        "baris": [{"sel": ["1", ""]}],
    },
    "daftar": {"butir": ["Butir pertama."]},
    "subjudul": {"nomor": "I", "teks": "Judul bagian"},
    "model": {"teks": "Model"},
    "kepala_dinas": {"hal": "Hal surat", "yth": ["Yth. Penerima"]},
    "perintah": {"baris": [{"label": "Untuk", "isi": "Tugas."}]},
    "saksi": {"jumlah": 2},
    "ttd_pihak": {"pihak": "warga", "sebutan": "Yang menyatakan,"},
    "ttd_daftar": {"untuk": "anggota"},
    "mengetahui": {"siapa": "camat"},
    "tembusan": {"baris": ["Arsip"]},
    "halaman_baru": {"teks": ["Lampiran"]},
}
"""What a new block of a kind begins with."""
