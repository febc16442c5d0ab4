"""The forms of what a letter type is, and of what it asks: fields, people, lists, papers."""

from __future__ import annotations

from nagari_kit.ui.screens.letter_editor.form_kind import Ask, FormKind, Part

_KINDS = (
    ("text", "Teks"),
    ("paragraf", "Teks panjang"),
    ("pilihan", "Pilihan"),
    ("tanggal", "Tanggal"),
    ("jam", "Jam"),
    ("angka", "Angka"),
    ("uang", "Rupiah"),
    ("ya_tidak", "Ya atau tidak"),
)
_REQUIRED = Part("wajib", "Harus diisi", Ask.FLAG, default=False)
_OPTIONS = Part("pilihan", "Pilihan, satu baris satu", Ask.TEXTS, (), only_for=("pilihan",))
_COLUMN = FormKind(
    "Kolom",
    "columns",
    (
        Part("label", "Nama kolom", Ask.TEXT),
        Part("jenis", "Jenis", Ask.CHOICE, "text", _KINDS),
        _OPTIONS,
        _REQUIRED,
    ),
    has_id=True,
)
_COLUMNS = Part("kolom", "Kolom", Ask.ITEMS, (), items=_COLUMN)

FIELD = FormKind(
    "Isian",
    "pencil",
    (
        Part("label", "Nama isian", Ask.TEXT),
        Part("jenis", "Jenis", Ask.CHOICE, "text", (*_KINDS, ("tabel", "Tabel"))),
        _REQUIRED,
        _OPTIONS,
        Part(
            "bebas",
            "Boleh mengetik yang lain dari pilihan",
            Ask.FLAG,
            default=False,
            only_for=("pilihan",),
        ),
        Part("bantuan", "Petunjuk bagi petugas", Ask.TEXT),
        Part("bawaan", "Sudah terisi dengan", Ask.LINE),
        Part(
            "minimal",
            "Angka terkecil, atau baris paling sedikit",
            Ask.NUMBER,
            0,
            only_for=("angka", "uang", "tabel"),
        ),
        Part(
            "paling_akhir",
            "Batas akhir",
            Ask.CHOICE,
            "",
            (("", "Tanpa batas"), ("surat", "Tidak sesudah tanggal surat")),
            only_for=("text", "tanggal"),
        ),
        Part("separuh", "Boleh berdampingan di formulir", Ask.FLAG, default=False),
        Part("kolom", "Kolom", Ask.ITEMS, (), items=_COLUMN, only_for=("tabel",)),
    ),
    has_id=True,
)
ROLE = FormKind(
    "Orang",
    "user",
    (
        Part("label", "Sebagai", Ask.TEXT),
        Part("wajib", "Harus dipilih", Ask.FLAG, default=False),
        Part("boleh_luar", "Boleh orang luar yang diketik", Ask.FLAG, default=True),
        Part(
            "keluarga",
            "Diusulkan dari keluarga warga",
            Ask.CHOICE,
            "",
            (
                ("", "Tidak"),
                ("ayah", "Ayah"),
                ("ibu", "Ibu"),
                ("pasangan", "Suami atau istri"),
                ("anak", "Anak"),
                ("kepala", "Kepala keluarga"),
            ),
        ),
        Part("umur_min", "Diingatkan bila lebih muda dari (tahun)", Ask.NUMBER, 0),
        _COLUMNS,
    ),
    has_id=True,
)
PEOPLE = FormKind(
    "Daftar",
    "users",
    (
        Part("label", "Nama daftar", Ask.TEXT),
        Part("minimal", "Paling sedikit", Ask.NUMBER, 0),
        Part(
            "keluarga",
            "Diusulkan",
            Ask.CHOICE,
            "",
            (("", "Tidak"), ("anggota", "Anggota keluarga"), ("anak", "Anak")),
        ),
        _COLUMNS,
    ),
    has_id=True,
)
PAPER = FormKind(
    "Berkas",
    "clipboard",
    (Part("label", "Berkas yang dibawa warga", Ask.TEXT), _REQUIRED),
    has_id=True,
)
ASKED = FormKind(
    "Yang ditanyakan",
    "clipboard",
    (
        Part("isian", "Isian yang ditanyakan petugas", Ask.ITEMS, (), items=FIELD),
        Part("pihak", "Orang dalam peran", Ask.ITEMS, (), items=ROLE),
        Part("daftar_orang", "Daftar orang", Ask.ITEMS, (), items=PEOPLE),
        Part("syarat", "Berkas syarat", Ask.ITEMS, (), items=PAPER),
    ),
)

_YES_NO = (("ya", "Ya"), ("tidak", "Tidak"))
HEAD = FormKind(
    "Surat ini",
    "file-text",
    (
        Part("judul", "Judul di kertas", Ask.TEXT, None),
        Part("judul_pendek", "Nama di daftar", Ask.TEXT, None),
        Part("singkatan", "Singkatan", Ask.TEXT, None),
        Part("klasifikasi", "Kode klasifikasi", Ask.TEXT, None),
        Part(
            "golongan",
            "Kelompok",
            Ask.CHOICE,
            "umum",
            (
                ("umum", "Umum"),
                ("keluarga", "Keluarga"),
                ("nikah", "Nikah"),
                ("kependudukan", "Kependudukan"),
                ("usaha", "Usaha"),
                ("tanah", "Tanah"),
                ("adat", "Adat"),
                ("sosial", "Sosial"),
                ("kepolisian", "Kepolisian"),
                ("dinas", "Surat dinas"),
            ),
        ),
        Part(
            "pokok",
            "Tentang siapa",
            Ask.CHOICE,
            "hidup",
            (
                ("hidup", "Warga"),
                ("meninggal", "Warga yang sudah meninggal"),
                ("bebas", "Warga atau orang luar"),
                ("tanpa", "Bukan tentang orang (surat dinas)"),
            ),
        ),
        Part("masa_berlaku", "Lama berlaku, kosong: tanpa batas", Ask.NUMBER, 0),
        Part(
            "masa_satuan",
            "Satuannya",
            Ask.CHOICE,
            "bulan",
            (("hari", "Hari"), ("bulan", "Bulan"), ("tahun", "Tahun")),
        ),
        Part("nomor", "Memakai nomor kantor", Ask.CHOICE, "ya", _YES_NO),
        Part("kode", "Dengan kode pemeriksaan", Ask.CHOICE, "ya", _YES_NO),
        Part(
            "kertas",
            "Kertas",
            Ask.CHOICE,
            "",
            (("", "Menurut kantor"), ("F4", "F4"), ("A4", "A4")),
        ),
    ),
)
