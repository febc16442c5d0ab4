"""Letters put together by hand with every kind of part, as the papers of the design show them."""

from __future__ import annotations

from dataclasses import replace

from nagari_kit.documents.snapshot import (
    DataLine,
    DataTable,
    KopText,
    LetterSnapshot,
    ModelMark,
    ParagraphText,
    RuledTable,
    SectionHead,
    SignatureCell,
    SignatureLines,
    SignatureRow,
    SignatureText,
    Span,
    WitnessLine,
    WitnessRow,
)

KOP = KopText(
    ("PEMERINTAH KABUPATEN CONTOH", "KECAMATAN BATANG CONTOH", "NAGARI KOTO CONTOH"),
    (
        "Jalan Balai Adat Nomor 12, Jorong Koto Tangah, Nagari Koto Contoh 26499",
        "Telepon 0752-000123    Surel kantor@kotocontoh.example    Laman kotocontoh.example",
    ),
    "kiri",
    "ganda",
    preprinted=False,
    logo_sha256="",
)
NAGARI = "Nagari Koto Contoh, Kecamatan Batang Contoh, Kabupaten Contoh"
DAY = "24 November 2026"
PLACE = f"Koto Contoh, {DAY}"
HEAD = "ARMEN SUTAN MANGKUTO, S.Pd."
OFFICE = ("WALI NAGARI KOTO CONTOH,",)
SIGNATURE = SignatureText(PLACE, "", OFFICE, HEAD, "")
BASE = LetterSnapshot(
    definition_id="contoh",
    definition_version=1,
    definition_sha256="0" * 64,
    paper="F4",
    kop=KOP,
    title="Surat Contoh",
    short_title="Contoh",
    number="400.10.2.2/011/KN/2026",
    issue_date="2026-11-24",
    valid_until=None,
    subject_name="Hendri Zainal",
    subject_nik="1306991907800004",
    values={},
    body=(),
    signature=SIGNATURE,
)


def words(text: str) -> tuple[Span, ...]:
    """Text in which every second part between double asterisks is bold."""
    return tuple(
        Span(part, bold=bool(index % 2)) for index, part in enumerate(text.split("**")) if part
    )


def para(text: str, *, indent: bool = True, closing: bool = False) -> ParagraphText:
    return ParagraphText(words(text), indent, closing)


def lines(*pairs: tuple[str, str]) -> tuple[DataLine, ...]:
    return tuple(DataLine(words(label), words(value)) for label, value in pairs)


def ruled(
    widths: tuple[int, ...], heads: str, aligns: str, *rows: str, high: int = 0
) -> RuledTable:
    """Heads and cells parted by |; aligns by their first letters."""
    sides = {"k": "kiri", "t": "tengah", "n": "kanan"}
    return RuledTable(
        tuple(heads.split("|")),
        widths,
        tuple(sides[one] for one in aligns),
        tuple(tuple(words(cell) for cell in row.split("|")) for row in rows),
        high,
    )


CAMAT = SignatureCell(
    "kiri", "Dikuatkan oleh", "", "", office_lines=("CAMAT BATANG CONTOH,",), nip=""
)
CONFIRMED = SignatureCell(
    "kanan", "Dibenarkan oleh", "400.10.2.2/011/KN/2026", DAY, office_lines=OFFICE, name=HEAD
)
HEIRS = (
    "Yusnidar|Istri",
    "Hendri Zainal|Anak",
    "Hj. Elvi Yusnita|Anak",
    "Rita Yusnita|Anak",
    "Afrizal Zainal|Anak",
    "Nofrianto Zainal|Anak",
    "Fitri Yusnita|Anak",
    "Muhammad Ihsan Zainal|Anak",
    "Wirda Yusnita|Anak",
    "Rahmat Hidayat Zainal|Anak",
    "Aulia Rahman Syafei|Cucu",
    "Annisa Putri Syafei|Cucu",
)
AHLI_WARIS = replace(
    BASE,
    title="Surat Keterangan Ahli Waris",
    number_shown=False,
    signature=None,
    body=(
        para(
            "Kami yang bertanda tangan pada bagian akhir surat ini menyatakan dengan sesungguhnya, "
            "dan bersedia diangkat sumpah bila diperlukan, bahwa kami adalah ahli waris yang sah, "
            "dan tidak ada ahli waris lain selain kami, dari:"
        ),
        DataTable(
            lines(
                ("Nama", "**H. Zainal Abidin** (almarhum)"),
                ("NIK", "1306990105520001"),
                ("Tempat, tanggal lahir", "Koto Contoh, 1 Mei 1952"),
                (
                    "Alamat terakhir",
                    f"Jorong Sawah Liek, {NAGARI}",
                ),
                ("Meninggal dunia", "Sabtu, 21 November 2026, di Nagari Koto Contoh"),
                ("Surat kematian", "400.12.3.1/045/KN/2026 tanggal 24 November 2026"),
            )
        ),
        para(
            "Almarhum semasa hidupnya menikah satu kali dengan Yusnidar dan dari pernikahan itu "
            "lahir 10 (sepuluh) orang anak. Seorang anak, Syafei Zainal, telah meninggal dunia "
            "lebih dahulu dan meninggalkan 2 (dua) orang anak. Dengan demikian ahli waris yang "
            "ditinggalkan berjumlah 12 (dua belas) orang, yaitu:"
        ),
        ruled(
            (10, 48, 40, 10, 22, 40),
            "No.|Nama dan NIK|Tempat, tanggal lahir|L/P|Hubungan|Alamat",
            "tkktkk",
            *(
                f"{number}|**{one.split('|')[0]}**\n13069944035400{number:02d}|Koto Contoh,\n"
                f"{number} Maret 1980|{'PL'[number % 2]}|{one.split('|')[1]}|Jorong Sawah Liek"
                for number, one in enumerate(HEIRS, start=1)
            ),
        ),
        para(
            "Kami menjamin kebenaran pernyataan ini. Apabila di kemudian hari ternyata masih ada "
            "ahli waris lain atau keterangan ini tidak benar, kami bersedia bertanggung jawab "
            "menurut hukum tanpa melibatkan Wali Nagari dan Camat."
        ),
        para(
            "Surat keterangan ini dibuat untuk keperluan **pencairan tabungan almarhum pada "
            "bank**.",
            closing=True,
        ),
        para(
            "Demikian surat keterangan ini kami buat dengan sadar dan tanpa paksaan dari siapa "
            "pun, untuk dipergunakan sebagaimana mestinya.",
            closing=True,
        ),
        SignatureLines(
            tuple(WitnessLine(one.split("|")[0]) for one in HEIRS),
            stamp_duty=True,
            title="Para ahli waris:",
            place_date=PLACE,
        ),
        WitnessRow(
            "Saksi-saksi:",
            (
                WitnessLine("Syahrul Tanjuang", "Wali Jorong Sawah Liek"),
                WitnessLine("Bustami Malin Sati", "Tetangga almarhum"),
            ),
            side_by_side=True,
        ),
        SignatureRow((CAMAT, CONFIRMED), code_place=True),
    ),
)


def _person(name: str, *, groom: bool) -> DataTable:
    rows = [
        ("Nama lengkap", name),
        ("NIK", "1306990909980002"),
        ("Tempat, tanggal lahir", "Koto Contoh, 9 September 1998"),
        *([("Jenis kelamin", "Laki-laki")] if groom else []),
        ("Kewarganegaraan, agama", "Indonesia, Islam"),
        ("Pekerjaan", "Karyawan swasta"),
    ]
    if groom:
        rows.append(
            (
                "Alamat",
                "Jorong Koto Tangah, Nagari Koto Contoh, Kecamatan Batang Contoh, Kabupaten Contoh",
            )
        )
        rows += [("Status perkawinan", "Jejaka"), ("Nama istri terdahulu", "–")]
    else:
        rows.append(("Alamat", "Jorong Koto Tangah, Nagari Koto Contoh"))
    return DataTable(lines(*rows), label_width=48, indent=9)


N1 = replace(
    BASE,
    title="Surat Pengantar Nikah",
    number="400.12.3.2/031/KN/2026",
    smallest_size=10,
    body=(
        ModelMark("Model N1"),
        para(
            "Yang bertanda tangan di bawah ini Wali Nagari Koto Contoh menerangkan bahwa:",
            indent=False,
        ),
        SectionHead("I", words("Calon mempelai")),
        _person("**Ilham Pratama** bin Mawardi", groom=True),
        para("adalah benar anak dari perkawinan:", indent=False),
        SectionHead("II", words("Ayah")),
        _person("Mawardi bin Rusli", groom=False),
        SectionHead("III", words("Ibu")),
        _person("Ermawati binti Sofyan", groom=False),
        SectionHead("IV", words("Rencana pernikahan")),
        DataTable(
            lines(
                ("Calon istri", "Suci Ramadani binti Kasman"),
                ("Tempat pencatatan", "KUA Kecamatan Batang Contoh"),
            ),
            label_width=48,
            indent=9,
        ),
        para(
            "Demikian surat pengantar ini dibuat dengan mengingat sumpah jabatan dan dipergunakan "
            "sebagaimana mestinya. Surat pengantar ini berlaku selama 3 (tiga) bulan.",
            indent=False,
            closing=True,
        ),
    ),
)
SPORADIK = replace(
    BASE,
    kop=None,
    title="Surat Pernyataan Penguasaan Fisik Bidang Tanah",
    title_lines=("Surat Pernyataan", "Penguasaan Fisik Bidang Tanah"),
    title_note="(Sporadik)",
    number_shown=False,
    signature=None,
    body=(
        para("Yang bertanda tangan di bawah ini:", indent=False),
        DataTable(
            lines(
                ("Nama", "**Asnimar**"),
                ("NIK", "1306995111640001"),
                ("Tempat, tanggal lahir", "Koto Contoh, 11 November 1964"),
                ("Pekerjaan", "Petani"),
                (
                    "Alamat",
                    f"Jorong Kampuang Baru, {NAGARI}",
                ),
            ),
            indent=7,
        ),
        para(
            "menyatakan dengan iktikad baik bahwa saya menguasai sebidang tanah sebagai berikut:",
            indent=False,
        ),
        DataTable(
            lines(
                ("Letak", "Jorong Kampuang Baru, Nagari Koto Contoh"),
                ("Luas", "± 1.240 m² (seribu dua ratus empat puluh meter persegi)"),
                ("Status tanah", "Pusako tinggi, Kaum Dt. Paduko Alam, Suku Piliang"),
                ("Penggunaan", "Rumah tinggal dan kebun campuran"),
                ("Nomor bidang (NIB)", "belum ada"),
            ),
            indent=7,
        ),
        para("Batas-batas bidang tanah:", indent=False),
        ruled(
            (20, 55, 38, 57),
            "Arah|Berbatasan dengan|Tanda batas|Tanda tangan pemilik batas",
            "kkkt",
            "Utara|Tanah Marzuki|Pilar beton|",
            "Timur|Jalan jorong|Tepi jalan|–",
            "Selatan|Tanah Hj. Nurlela|Pagar hidup|",
            "Barat|Bandar irigasi Tabek|Tepi bandar|–",
            high=9,
        ),
        para(
            "Bidang tanah tersebut saya kuasai sejak tahun 1988, diperoleh dari **mamak kaum "
            "sebagai ganggam bauntuak**, dan sampai sekarang saya kuasai serta saya pelihara "
            "secara terus-menerus. Tanah itu tidak dalam sengketa, tidak dijadikan jaminan utang, "
            "dan bukan merupakan aset pemerintah maupun aset nagari."
        ),
        para(
            "Pernyataan ini saya buat dengan sebenarnya dan penuh tanggung jawab. Apabila ternyata "
            "tidak benar, saya bersedia dituntut menurut ketentuan hukum yang berlaku. Surat "
            "pernyataan ini dibuat untuk **pendaftaran tanah pertama kali** dan bukan bukti hak "
            "milik.",
            closing=True,
        ),
        SignatureRow(
            (
                SignatureCell(
                    "kiri",
                    "Saksi-saksi:",
                    witnesses=(
                        WitnessLine("Syamsuar", "Wali Jorong Kampuang Baru"),
                        WitnessLine("Hj. Nurlela", "Pemilik batas sebelah selatan"),
                    ),
                ),
                SignatureCell(
                    "kanan",
                    "Yang membuat pernyataan,",
                    place_date=PLACE,
                    name="ASNIMAR",
                    stamp_duty=True,
                ),
            )
        ),
        SignatureRow(
            (
                SignatureCell(
                    "kiri",
                    "Diketahui oleh",
                    "",
                    "",
                    office_lines=("KETUA KAN KOTO CONTOH,",),
                    name="M. NASIR DT. RAJO PANGULU",
                ),
                replace(CONFIRMED, caption="Mengetahui", number="500.17/007/KN/2026"),
            )
        ),
    ),
)
