"""The forms of the population books B.1 to B.5 (Permendagri 47/2016, lampiran)."""

from __future__ import annotations

from nagari_kit.documents.registers.form import BookForm, Column, Group, Kind

_NUMBER = Column("No.\nurut", 9, Kind.NUMBER)


def _code(heading: str, width: float, *, upright: bool = False) -> Column:
    return Column(heading, width, Kind.CODE, upright=upright)


def _date(heading: str, width: float = 17.5) -> Column:
    return Column(heading, width, Kind.DATE)


def _count(heading: str, width: float, *, upright: bool = False, heavy: bool = False) -> Column:
    return Column(heading, width, Kind.COUNT, upright, heavy)


INDUK = BookForm(
    "B.1",
    "Buku Induk Penduduk",
    (
        _NUMBER,
        Column("Nama lengkap /\npanggilan", 33),
        _code("Jenis\nkelamin", 8, upright=True),
        _code("Status\nkawin", 8, upright=True),
        Group("Tempat dan tanggal lahir", (Column("Tempat", 21.5), _date("Tanggal"))),
        Column("Agama", 13.5),
        Column("Pendidikan\nterakhir", 27.5),
        Column("Pekerjaan", 27),
        _code("Membaca\nhuruf", 9, upright=True),
        _code("Kewarga\u00ad\nnegaraan", 10, upright=True),
        Column("Alamat lengkap", 32.5),
        Column("Kedudukan\ndalam\nkeluarga", 20),
        _code("NIK", 28),
        _code("Nomor KK", 28),
        Column("Ket.", 9),
    ),
    head_rows=(9.0, 11.0),
)
MUTASI = BookForm(
    "B.2",
    "Buku Mutasi Penduduk",
    (
        _NUMBER,
        Column("Nama lengkap /\npanggilan", 45),
        Group("Tempat dan tanggal lahir", (Column("Tempat", 27), _date("Tanggal", 19))),
        _code("Jenis\nkelamin", 8, upright=True),
        _code("Kewarga\u00ad\nnegaraan", 10, upright=True),
        Group("Penambahan", (Column("Datang dari", 38), _date("Tanggal", 19))),
        Group(
            "Pengurangan",
            (
                Column("Pindah ke", 38),
                _date("Tanggal", 19),
                Column("Meninggal", 25),
                _date("Tanggal", 19),
            ),
        ),
        Column("Keterangan", 27),
    ),
    head_rows=(8.0, 10.0),
)
SEMENTARA = BookForm(
    "B.4",
    "Buku Penduduk Sementara",
    (
        _NUMBER,
        Column("Nama lengkap", 32),
        Group(
            "Jenis\nkelamin",
            (_code("L", 7), _code("P", 7)),
        ),
        _code("Nomor identitas /\ntanda pengenal", 28),
        Column("Tempat, tanggal\nlahir / umur", 26),
        Column("Pekerjaan", 23),
        Group("Kewarganegaraan", (Column("Kebangsaan", 20), Column("Keturunan", 18.5))),
        Column("Datang dari", 26),
        Column("Maksud dan\ntujuan\nkedatangan", 24),
        Column("Nama dan alamat\nyang didatangi", 30),
        _date("Datang\ntanggal"),
        _date("Pergi\ntanggal"),
        Column("Ket.", 17.5),
    ),
    head_rows=(8.0, 8.0),
)
KTP_DAN_KK = BookForm(
    "B.5",
    "Buku Kartu Tanda Penduduk dan Buku Kartu Keluarga",
    (
        _NUMBER,
        _code("Nomor KK", 25.5),
        Column("Nama lengkap", 27),
        _code("NIK", 25.5),
        _code("Jenis\nkelamin", 8, upright=True),
        Column("Tempat /\ntanggal lahir", 21),
        _code("Golongan\ndarah", 8, upright=True),
        Column("Agama", 11.5),
        Column("Pendidikan", 17),
        Column("Pekerjaan", 18),
        Column("Alamat", 24.5),
        _code("Status\nperkawinan", 8, upright=True),
        Column("Tempat dan\ntanggal\ndikeluarkan", 17.5),
        Column("Status\nhubungan\nkeluarga", 16),
        _code("Kewarga\u00ad\nnegaraan", 9.5, upright=True),
        Group("Orang tua", (Column("Ayah", 18), Column("Ibu", 18))),
        _date("Tanggal\nmulai\ntinggal di\nnagari", 16.5),
        Column("Ket.", 8),
    ),
    size=7.2,
    head_rows=(8.0, 12.0),
)


def recapitulation(area_word: str, span: str) -> BookForm:
    """B.3, for a `span` called "bulan", "tahun" or "masa"; `area_word` is the office's (jorong)."""

    def citizens(*, wide: bool, heavy: bool = False) -> tuple[Group, Group]:
        few, many = (6.8, 10.0) if wide else (7.2, 7.2)
        foreign = (_count("L", few, heavy=heavy), _count("P", few))
        return Group("WNA", foreign), Group("WNI", (_count("L", many), _count("P", many)))

    def standing(heading: str, families: int, *, heavy: bool) -> Group:
        return Group(
            heading,
            (
                *citizens(wide=True, heavy=heavy),
                _count("Jumlah KK", 10, upright=True),
                _count("Anggota\nkeluarga", 10, upright=True),
                _count(f"Jumlah jiwa\n({families} + {families + 1})", 10, upright=True),
            ),
        )

    def change(heading: str, first: str, second: str) -> Group:
        return Group(
            heading,
            (
                Group(first, citizens(wide=False, heavy=True)),
                Group(second, citizens(wide=False)),
            ),
        )

    return BookForm(
        "B.3",
        "Buku Rekapitulasi Jumlah Penduduk",
        (
            _NUMBER,
            Column(f"Nama {area_word}", 29),
            standing(f"Jumlah penduduk awal {span}", 7, heavy=False),
            change(f"Tambahan {span} ini", "Lahir", "Datang"),
            change(f"Pengurangan {span} ini", "Meninggal", "Pindah"),
            standing(f"Jumlah penduduk akhir {span}", 30, heavy=True),
            Column("Ket.", 19),
        ),
        size=8.2,
        head_rows=(7.0, 7.0, 7.0, 7.0),
        above=5.0,
        below=5.0,
    )
