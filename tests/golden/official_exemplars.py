"""Letters of the office put together by hand: with a head, an order, copies, three signatures."""

from __future__ import annotations

from dataclasses import replace

from nagari_kit.documents.snapshot import (
    CarbonCopies,
    DataLine,
    DataTable,
    LookText,
    NextPage,
    NumberedList,
    OfficialHead,
    OrderTable,
    SignatureCell,
    SignatureRow,
)
from tests.golden.exemplars import (
    AHLI_WARIS,
    BASE,
    DAY,
    HEAD,
    KOP,
    N1,
    OFFICE,
    PLACE,
    SIGNATURE,
    SPORADIK,
    lines,
    para,
    ruled,
    words,
)

_GUESTS = (
    "Ketua dan anggota Bamus Nagari|9 orang",
    "Ketua Kerapatan Adat Nagari|1 orang",
    "Ketua Lembaga Pemberdayaan Masyarakat|1 orang",
    "Bundo Kanduang Nagari|1 orang",
    "Para wali jorong|6 orang",
)
UNDANGAN = replace(
    BASE,
    title="Surat Undangan",
    title_shown=False,
    number="000.1.5/057/KN/2026",
    signature=replace(SIGNATURE, place_date=""),
    body=(
        OfficialHead(
            (
                ("Nomor", words("000.1.5/057/KN/2026")),
                ("Sifat", words("Biasa")),
                ("Lampiran", words("1 (satu) lembar")),
                ("Hal", words("**Undangan Musyawarah Nagari Tahun 2026**")),
            ),
            PLACE,
            (words("Bapak/Ibu"), words("sebagaimana daftar terlampir"), words("di Koto Contoh")),
        ),
        para(
            "Dalam rangka menetapkan prioritas pembangunan Nagari Koto Contoh Tahun Anggaran 2027, "
            "kami mengundang Bapak/Ibu untuk menghadiri musyawarah nagari pada:"
        ),
        DataTable(
            (
                *lines(
                    ("hari, tanggal", "Kamis, 3 Desember 2026"),
                    ("pukul", "09.00 WIB sampai dengan selesai"),
                    ("tempat", "Balai Adat Nagari Koto Contoh, Jorong Koto Tangah"),
                ),
                DataLine(
                    words("acara"),
                    (),
                    (
                        words("laporan pelaksanaan kegiatan tahun 2026;"),
                        words("pembahasan usulan jorong untuk tahun 2027; dan"),
                        words("penetapan skala prioritas nagari."),
                    ),
                ),
            ),
            label_width=32,
        ),
        para(
            "Mengingat pentingnya acara tersebut, kehadiran Bapak/Ibu tepat pada waktunya sangat "
            "kami harapkan. Apabila berhalangan, mohon menunjuk wakil dan memberitahukannya kepada "
            "Sekretaris Nagari."
        ),
        para(
            "Demikian undangan ini kami sampaikan. Atas perhatian dan kehadiran Bapak/Ibu, kami "
            "mengucapkan terima kasih.",
            closing=True,
        ),
        CarbonCopies(
            (
                words("Camat Batang Contoh;"),
                words("Ketua Bamus Nagari Koto Contoh;"),
                words("Ketua Kerapatan Adat Nagari Koto Contoh."),
            )
        ),
        NextPage(
            (
                "Lampiran Surat Wali Nagari Koto Contoh",
                "Nomor : 000.1.5/057/KN/2026",
                f"Tanggal : {DAY}",
            ),
            "Daftar Undangan",
        ),
        ruled(
            (12, 88, 30, 40),
            "No.|Undangan|Jumlah|Keterangan",
            "tktk",
            *(f"{number}|{row}|" for number, row in enumerate(_GUESTS, start=1)),
            "|**Jumlah**|**18 orang**|",
        ),
    ),
)
TUGAS = replace(
    BASE,
    title="Surat Tugas",
    number="800.1.11.1/018/KN/2026",
    body=(
        OrderTable(
            False,
            (
                DataLine(
                    words("Dasar"),
                    (),
                    (
                        words(
                            "Peraturan Nagari Koto Contoh Nomor 3 Tahun 2025 tentang Anggaran "
                            "Pendapatan dan Belanja Nagari Tahun 2026;"
                        ),
                        words(
                            "Surat Camat Batang Contoh Nomor 400.10.2/112/PEM/2026 tanggal "
                            "19 November 2026 hal Bimbingan Teknis Administrasi Kependudukan."
                        ),
                    ),
                ),
            ),
        ),
        OrderTable(
            True,
            (
                DataLine(
                    words("Kepada"),
                    (),
                    table=ruled(
                        (10, 43, 43, 48),
                        "No.|Nama|NIP|Jabatan",
                        "tktk",
                        "1|Meilinda Sari, S.E.|19860421 201001 2 015|Sekretaris Nagari",
                        "2|Yuliarni, A.Md.|–|Kepala Seksi Pelayanan",
                        "3|Andi Saputra|–|Staf Seksi Pelayanan",
                    ),
                ),
                DataLine(
                    words("Untuk"),
                    (),
                    (
                        words(
                            "mengikuti Bimbingan Teknis Administrasi Kependudukan di Aula Kantor "
                            "Camat Batang Contoh; dan"
                        ),
                        words(
                            "melaporkan hasilnya secara tertulis paling lambat 3 (tiga) hari kerja "
                            "setelah kegiatan selesai."
                        ),
                    ),
                ),
                *lines(
                    ("Waktu", "Rabu dan Kamis, 2 dan 3 Desember 2026"),
                    ("Biaya", "APB Nagari Koto Contoh Tahun Anggaran 2026"),
                ),
            ),
        ),
        para(
            "Demikian surat tugas ini dibuat untuk dilaksanakan dengan penuh tanggung jawab.",
            indent=False,
            closing=True,
        ),
    ),
)
TIGA_TTD = replace(
    BASE,
    title="Surat Kesepakatan Kaum",
    signature=None,
    number_shown=False,
    body=(
        para("Kami yang bertanda tangan di bawah ini bersepakat tentang hal-hal berikut:"),
        NumberedList(
            (
                words(
                    "sawah pusako di Tabek digarap bergiliran setiap dua tahun oleh paruik yang "
                    "berhak menurut ranji kaum;"
                ),
                words("hasilnya dibagi menurut adat yang berlaku; dan"),
                words("kesepakatan ini ditinjau kembali pada tahun 2030."),
            )
        ),
        para("Demikian kesepakatan ini kami buat dengan sadar.", closing=True),
        SignatureRow(
            (
                SignatureCell(
                    "kiri", "Mengetahui", office_lines=("KETUA KAN KOTO CONTOH,",), name=""
                ),
                SignatureCell("tengah", "Diketahui oleh", office_lines=OFFICE, name=HEAD, nip=None),
                SignatureCell(
                    "kanan",
                    "Mamak Kepala Waris,",
                    place_date=PLACE,
                    name="SYAFRUDDIN DT. PADUKO ALAM NAN PANJANG GALA",
                ),
            )
        ),
    ),
)
DUA_LOGO = replace(TUGAS, kop=replace(KOP, arrangement="dua"))
TERCETAK = replace(TUGAS, kop=replace(KOP, preprinted=True))
BESAR = replace(
    TUGAS,
    look=LookText(margin_top=25, margin_left=35, margin_right=30, base_size=130, kop_size=110),
    body=(*TUGAS.body, CarbonCopies((words("Camat Batang Contoh;"), words("Arsip.")))),
)
EXEMPLARS = {
    "contoh_ahli_waris": AHLI_WARIS,
    "contoh_n1": N1,
    "contoh_sporadik": SPORADIK,
    "contoh_undangan": UNDANGAN,
    "contoh_tugas": TUGAS,
    "contoh_tiga_ttd": TIGA_TTD,
    "contoh_dua_logo": DUA_LOGO,
    "contoh_kop_tercetak": TERCETAK,
    "contoh_huruf_besar": BESAR,
}
