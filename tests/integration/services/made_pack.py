"""A form pack with a page image, made anew for each test so that any part of it can be spoiled."""

from __future__ import annotations

import hashlib
import io
import zipfile
from functools import cache

from PIL import Image, ImageDraw

FORM = """[surat]
id = "kartu_contoh"
versi = {version}
judul = "Kartu Contoh"
judul_pendek = "Kartu contoh"
singkatan = "KARTU"
klasifikasi = "400.12"
klasifikasi_lama = "470"
golongan = "umum"
nomor = "tidak"
kode = "tidak"
penanda_tangan = "pihak"
kertas = "A4"

[[isian]]
id = "catatan"
label = "Catatan"
jenis = "text"

[[blok]]
jenis = "borang"
latar = "halaman-1.png"
latar_sha256 = "{digest}"
tempat = [
    {{ isi = "{{warga.nama}}", x = 60, y = 40, lebar = 120, tinggi = 8 }},
    {{ isi = "{{warga.nik}}", x = 60, y = 52.5, lebar = 128, tinggi = 8, kotak = 16 }},
    {{ isi = "{{isian.catatan}}", x = 60, y = 66, lebar = 60, tinggi = 7 }},
]

[[blok]]
jenis = "borang"
teks = [{{ teks = "Halaman kedua tanpa gambar", x = 25, y = 20, lebar = 100, tinggi = 8 }}]
"""


@cache
def page_image(words: str = "KARTU CONTOH") -> bytes:
    """A page at 100 dots per inch, drawn here."""
    page = Image.new("RGB", (827, 1169), "white")
    pen = ImageDraw.Draw(page)
    pen.rectangle((80, 80, 747, 320), outline="black", width=3)
    pen.text((90, 90), words, fill="navy")
    buffer = io.BytesIO()
    page.save(buffer, "PNG")
    return buffer.getvalue()


def definition(version: int = 1, image: bytes | None = None) -> bytes:
    digest = hashlib.sha256(image or page_image()).hexdigest()
    return FORM.format(version=version, digest=digest).encode()


def pack(parts: dict[str, bytes] | None = None, *, version: int = 1) -> bytes:
    """The file's bytes; `parts` replaces what is in it."""
    usual = {"borang.toml": definition(version), "halaman-1.png": page_image()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (usual if parts is None else parts).items():
            archive.writestr(name, content)
    return buffer.getvalue()
