"""Makes the files of `imports/`: one for each layout that offices have, and each trouble in them.

    python -m tests.data.make_import_files [FOLDER]

XLS needs the package xlwt, which nothing else here uses; without it the XLS file is left as it is.
"""

from __future__ import annotations

import importlib.util
import sys
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

import xlsxwriter

from nagari_kit.services.resident_import.columns import HEADINGS
from nagari_kit.services.resident_import.own_columns import OWN_HEADINGS
from tests.data.import_people import Family, Person, families

FOLDER = Path(__file__).parent / "imports"
Line = Sequence[object]
_CODES = {
    "KEPALA KELUARGA": 1, "ISTRI": 3, "ANAK": 4, "KAWIN": 2, "BELUM KAWIN": 1,
    "PETANI/PEKEBUN": 9, "MENGURUS RUMAH TANGGA": 2, "PELAJAR/MAHASISWA": 3,
    "BELUM/TIDAK BEKERJA": 1, "SLTA/SEDERAJAT": 5, "TAMAT SD/SEDERAJAT": 3, "SLTP/SEDERAJAT": 4,
}  # fmt: skip
_SHORT = {"KAWIN": "K", "BELUM KAWIN": "BK"}


def everybody() -> list[tuple[Family, Person]]:
    """Every person with the family."""
    return [(family, person) for family in families() for person in family.people]


def opensid_cells(family: Family, person: Person) -> dict[str, object]:
    """The cells of OpenSID, codes as numbers."""
    return {
        "alamat": family.address, "dusun": f"JORONG {family.jorong}", "rw": family.rw,
        "rt": family.rt, "nama": person.name, "no_kk": family.nomor_kk, "nik": person.nik,
        "sex": 1 if person.sex == "L" else 2, "tempatlahir": person.birth_place,
        "tanggallahir": person.born, "agama_id": 1,
        "pendidikan_kk_id": _CODES[person.education], "pekerjaan_id": _CODES[person.occupation],
        "status_kawin": _CODES[person.marital], "kk_level": _CODES[person.relation],
        "warganegara_id": 1, "nama_ayah": person.father, "nama_ibu": person.mother,
        "golongan_darah_id": person.blood, "status_dasar": 1, "suku": "Caniago",
    }  # fmt: skip


def opensid() -> list[Line]:
    """OpenSID, 43 columns."""
    rows = [opensid_cells(*one) for one in everybody()]
    return [HEADINGS, *[[row.get(heading, "") for heading in HEADINGS] for row in rows]]


SIAK = (
    "Nomor KK", "NIK", "Nama Penduduk", "Status", "Tempat Lahir", "Tanggal Lahir", "Kelamin",
    "NIK Ayah", "Ayah", "NIK Ibu", "Ibu", "Status Kawin", "SHDK", "Agama", "Kecamatan",
    "Desa/Kel", "Alamat", "RW", "RT", "Pendidikan", "Pekerjaan", "Deskripsi Pekerjaan",
    "Gol. Darah", "Cacat", "Cetak KTP", "Ganti KTP", "KTP Berakhir", "Nomor Paspor",
    "Nomor Akta Lahir", "Nomor Akta Kawin", "Tanggal Kwn", "Nomor Akta Cerai", "Tgl Cerai",
    "Petugas Registrasi", "Tgl Ubah", "Petugas Entri", "Tgl Entri",
)  # fmt: skip


def siak() -> list[Line]:
    """SIAK, 37 columns; the last person has moved abroad."""
    rows: list[Line] = [SIAK]
    for family, one in everybody():
        moved = one.name == "FAJRI HIDAYAT"
        rows.append([
            family.nomor_kk, one.nik, one.name, "PINDAH LUAR NEGERI" if moved else "HIDUP",
            one.birth_place, f"{one.born:%d-%m-%Y}", "Laki-Laki" if one.sex == "L" else "Perempuan",
            "0", one.father, "0", one.mother, one.marital, one.relation, one.religion,
            "KOTO CONTOH", "KOTO CONTOH", family.address, family.rw, family.rt, one.education,
            one.occupation, "", one.blood, "", "S", "0", "SEUMUR HIDUP", "", "1306-LT-2012-0001",
            "", "", "", "", "ADMIN", "12-05-2019", "ADMIN", "12-05-2019",
        ])  # fmt: skip
    return rows


def bip_2016() -> list[Line]:
    """Buku Induk Penduduk WNI, blocks with a heading each."""
    rows: list[Line] = [["BUKU INDUK PENDUDUK WNI"], ["NAGARI KOTO CONTOH"], []]
    for family in families():
        place = f"Nama Dusun : {family.jorong}, RT/RW : {family.rt}/{family.rw}"
        told = f"Alamat : {family.address}, {place}"
        rows.append([f"No. KK : {family.nomor_kk}", "", "", told])
        rows.append(["No", "Nama Lengkap", "NIK", "Tempat Lahir", "Tgl/Bln/Th", "JK(Lk/Pr)", "SHDK",
                     "Agama", "Pendidikan Terakhir", "Pekerjaan", "Ibu", "Ayah"])  # fmt: skip
        for number, one in enumerate(family.people, 1):
            rows.append([
                number, one.name, one.nik, one.birth_place, f"{one.born:%d/%m/%Y}",
                "Lk" if one.sex == "L" else "Pr", one.relation, one.religion, one.education,
                one.occupation, one.mother, one.father,
            ])  # fmt: skip
        rows.append([])
    return rows


def bip_2012() -> list[Line]:
    """The older book: one heading on top, three cells above each family."""
    rows: list[Line] = [
        ["BUKU INDUK KEPENDUDUKAN"],
        ["NO", "NIK", "NAMA", "JK", "TMPT LHR", "TGL LHR", "KTPEL", "AGAMA", "STATUS", "HUB. KEL",
         "PENDIDIKAN", "PEKERJAAN", "NAMA IBU", "NAMA AYAH", "NO.AKTE LAHIR"],
    ]  # fmt: skip
    for family in families():
        place = f"{family.address} RT.{family.rt} RW.{family.rw}"
        head = family.people[0].name
        rows.append(
            [f"NO.KK : {family.nomor_kk}", "", f"NAMA.KK : {head}", "", f"ALAMAT : {place}"]
        )
        for number, one in enumerate(family.people, 1):
            rows.append([
                number, one.nik, one.name, one.sex, one.birth_place, f"{one.born:%d-%m-%Y}", "",
                one.religion, _SHORT[one.marital], one.relation, one.education, one.occupation,
                one.mother, one.father, "-",
            ])  # fmt: skip
        rows.append(["JUMLAH ANGGOTA KELUARGA", "", len(family.people)])
    return rows


def bip_luwu_timur() -> list[Line]:
    """Blocks whose labels and values stand in cells of their own."""
    rows: list[Line] = [["BUKU INDUK PENDUDUK"], ["(DAFTAR  KELUARGA)"], []]
    for family in families():
        rows.append(["NO. KK", ":", family.nomor_kk, "", "ALAMAT", ":", family.address])
        rows.append(["DUSUN", ":", family.jorong, "", "RT/RW", ":", f"{family.rt} / {family.rw}"])
        rows.append(
            [
                "NO",
                "NAMA LENGKAP",
                "NIK",
                "JK",
                "TMPT LHR",
                "TGL LHR",
                "G.DRH",
                "AGAMA",
                "STATUS",
                "HUB. KEL",
                "PENDIDIKAN",
                "PEKERJAAN",
                "NAMA IBU",
                "NAMA AYAH",
            ]
        )
        for number, one in enumerate(family.people, 1):
            rows.append([
                number, one.name, one.nik, one.sex, one.birth_place, f"{one.born:%d-%m-%Y}",
                "Tdk Th", one.religion, one.marital, one.relation, one.education, one.occupation,
                one.mother, one.father,
            ])  # fmt: skip
    return rows


def bip_ektp() -> list[Line]:
    """BIP with the columns of the electronic KTP; SHDK is short of nothing, codes are short."""
    rows: list[Line] = [
        ["DATA PENDUDUK NAGARI KOTO CONTOH"],
        ["No", "No. KK", "NIK", "Nama Lengkap", "JK", "Tmpt Lahir", "Tgl Lahir", "Gol. Drh",
         "Agama", "Stat Kwn", "SHDK", "Pendidikan", "Pekerjaan", "Nama Ibu", "Nama Ayah",
         "No Akta Lahir", "Wjb KTP", "KTP-eL", "Status", "Stat Rkm"],
    ]  # fmt: skip
    for number, (family, one) in enumerate(everybody(), 1):
        grown = one.born < date(2009, 1, 1)
        rows.append([
            number, family.nomor_kk, one.nik, one.name, one.sex, one.birth_place,
            f"{one.born:%d-%m-%Y}", one.blood, one.religion, _SHORT[one.marital], one.relation,
            one.education, one.occupation, one.mother, one.father, "", "Y" if grown else "T",
            "KTP-EL" if grown else "BELUM", "PRR" if grown else "",
            "SUDAH REKAM" if grown else "BELUM WAJIB",
        ])  # fmt: skip
    return rows


PRODESKEL = (
    "No. Urut", "Nomor KK", "Nama Kepala Keluarga", "Nomor Induk Kependudukan (NIK)",
    "Nama Lengkap Anggota", "Jenis Kelamin", "Hubungan dengan Kepala Keluarga", "Tempat Lahir",
    "Tanggal Lahir", "Status Perkawinan", "Agama", "Golongan Darah", "Kewarganegaraan",
    "Etnis/Suku", "Pendidikan", "Mata Pencaharian Pokok", "Nama Bapak", "Nama Ibu Kandung",
    "Akseptor KB", "Dusun", "RT", "RW",
)  # fmt: skip


def prodeskel() -> list[Line]:
    """A list as Prodeskel's basic family data."""
    rows: list[Line] = [PRODESKEL]
    for number, (family, one) in enumerate(everybody(), 1):
        rows.append([
            number, family.nomor_kk, family.people[0].name, one.nik, one.name,
            "Laki-laki" if one.sex == "L" else "Perempuan", one.relation.title(),
            one.birth_place.title(), f"{one.born:%Y-%m-%d}",
            "Kawin" if one.marital == "KAWIN" else "Belum Kawin", "Islam", one.blood,
            "Warga Negara Indonesia", "Minang", one.education.title(), one.occupation.title(),
            one.father.title(), one.mother.title(), "", family.jorong.title(), family.rt, family.rw,
        ])  # fmt: skip
    return rows


def nagari() -> list[Line]:
    """The program's own columns."""
    rows: list[Line] = [OWN_HEADINGS]
    for family, one in everybody():
        cells: dict[str, object] = {
            "No. KK": family.nomor_kk, "NIK": one.nik, "Nama": one.name.title(),
            "Gelar adat": "Dt. Rajo Basa" if one.name == "GUSNEDI" else "",
            "Jenis kelamin": "LAKI-LAKI" if one.sex == "L" else "PEREMPUAN",
            "Tempat lahir": "Koto Contoh", "Tanggal lahir": one.born, "Agama": "ISLAM",
            "Pekerjaan": one.occupation, "Status kawin": one.marital,
            "Hubungan keluarga": one.relation, "Kewarganegaraan": "WNI", "Jorong": family.jorong,
            "Alamat KK": family.address, "RW": family.rw, "RT": family.rt, "Suku": "Piliang",
            "Kaum": "Kaum Dt. Rajo Basa", "Nama ayah": one.father, "Nama ibu": one.mother,
            "Telepon": "081200000001", "Status warga": "TETAP", "Status dasar": "HIDUP",
            "Berat lahir (gram)": 3100 if one.relation == "ANAK" else "",
        }  # fmt: skip
        rows.append([cells.get(heading, "") for heading in OWN_HEADINGS])
    return rows


def usual() -> list[Line]:
    """What an office types itself."""
    rows: list[Line] = [
        [
            "No",
            "No KK",
            "NIK",
            "Nama Lengkap",
            "L/P",
            "Tempat Lahir",
            "Tanggal Lahir",
            "Hubungan Keluarga",
            "Status Kawin",
            "Jorong",
        ]
    ]
    for number, (family, one) in enumerate(everybody(), 1):
        rows.append([
            number, family.nomor_kk, one.nik, one.name.replace("'", "\u2019"), one.sex,
            one.birth_place, f"{one.born:%d/%m/%Y}", one.relation, one.marital, family.jorong,
        ])  # fmt: skip
    return rows


def strange() -> list[Line]:
    """Headings that no program knows; cells tell most of it."""
    rows: list[Line] = [["Kode", "Identitas", "Keluarga", "Sebutan", "Gender", "TTL", "Posisi",
                         "Iuran"]]  # fmt: skip
    for number, (family, one) in enumerate(everybody(), 1):
        rows.append([
            f"W-{number}", one.nik, family.nomor_kk, one.name, one.sex,
            f"{one.birth_place.title()}, {one.born:%d-%m-%Y}", one.relation, "lunas",
        ])  # fmt: skip
    return rows


def untidy() -> list[Line]:
    """Merged headings, numbered columns, hidden characters, dates of every kind, totals."""
    people = everybody()
    born: list[object] = [
        people[0][1].born, "14 September 1975".replace("14", "05"), 36933.0, "17.03.2009",
        "14/3/1972", "1976-09-05", "11 Feb 2002", "2010-03-17 00:00:00", "14-03-73", "5-9-1977",
        "01/01/1900", "31-02-2011",
    ]  # fmt: skip
    rows: list[Line] = [
        ["DATA WARGA NAGARI KOTO CONTOH"], ["Keadaan November 2026"], [],
        ["No", "Nomor KK", "NIK", "Nama", "Jenis Kelamin", "Kelahiran", "", "Hubungan Keluarga",
         "Agama"],
        ["", "", "", "", "", "Tempat", "Tanggal", "", ""],
        [1, 2, 3, 4, 5, 6, 7, 8, 9],
    ]  # fmt: skip
    for number, ((family, one), day) in enumerate(zip(people, born, strict=True), 1):
        number_cell: object = one.nik
        name = one.name
        if number == 2:
            number_cell = f"'{one.nik}"
        elif number == 3:
            number_cell = float(one.nik)
        elif number == 4:
            name = "\ufeffNUR\u2019AINI\u200b "
        elif number == 5:
            number_cell = "  " + ".".join((one.nik[:6], one.nik[6:12], one.nik[12:])) + "\u00a0"
        elif number == 6:
            number_cell = float(one.nik[:15] + "0")
        if number in {5, 9}:
            rows.append(["", "", "", "", "", "", "", "", ""])
        rows.append([
            number, family.nomor_kk, number_cell, name, one.sex, one.birth_place, day,
            one.relation, one.religion,
        ])  # fmt: skip
    rows.append(["", "", "", "JUMLAH", 12, "", "", "", ""])
    rows.append(["Mengetahui, Wali Nagari", "", "", "", "", "", "", "", ""])
    return rows


def doubled() -> list[Line]:
    """The same people in two KK, one NIK for two people, and rows that lack what is needed."""
    rows = list(opensid())
    own = [dict(zip(HEADINGS, row, strict=True)) for row in rows[1:]]
    other = families()[1].nomor_kk
    again = {**own[2], "no_kk": other, "kk_level": 9}
    stranger = {**own[3], "nama": "WAN ABUD", "sex": 1, "tanggallahir": "05-05-1999"}
    short = {**own[0], "nik": "130699140371", "nama": "SYAMSUIR"}
    nameless = {**own[1], "nik": "1306994802990001", "nama": "", "tanggallahir": "08-02-1999"}
    homeless = {**own[1], "nik": "1306996905050003", "nama": "SUCI", "no_kk": "",
                "tanggallahir": "29-05-2005"}  # fmt: skip
    unknown = {**own[0], "nik": "0", "nama": "BAYI ALYA", "sex": 2, "kk_level": 4,
               "tanggallahir": "01-11-2026", "agama_id": "JEDI"}  # fmt: skip
    more = (again, stranger, short, nameless, homeless, unknown)
    return [*rows, *[[row.get(heading, "") for heading in HEADINGS] for row in more]]


def write_xlsx(path: Path, rows: Sequence[Line], merged: Sequence[str] = ()) -> None:
    """Text as text, dates as dates."""
    with xlsxwriter.Workbook(str(path), {"default_date_format": "dd-mm-yyyy"}) as book:
        book.set_properties({"created": date(2026, 11, 24)})
        sheet = book.add_worksheet("Data Penduduk")
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    if cell:
                        sheet.write_string(number, column, cell)
                else:
                    sheet.write(number, column, cell)
        for area in merged:
            sheet.merge_range(area, "")
            first = area.split(":")[0]
            line, column = int(first[1:]) - 1, ord(first[0]) - ord("A")
            sheet.write_string(line, column, str(rows[line][column]))


def write_text(path: Path, rows: Sequence[Line], sign: str, encoding: str) -> None:
    """Values between signs; those that hold the sign are in quotes."""
    lines = [sign.join(_quoted(_said(cell), sign) for cell in row) for row in rows]
    path.write_bytes(("\r\n".join(lines) + "\r\n").encode(encoding))


def _said(cell: object) -> str:
    return f"{cell:%d-%m-%Y}" if isinstance(cell, date) else str(cell)


def _quoted(text: str, sign: str) -> str:
    return f'"{text}"' if sign in text or '"' in text else text


def write_html(path: Path, rows: Sequence[Line]) -> None:
    """A table of a web page under the name of a spreadsheet, as web programs export it."""
    lines = ["".join(f"<td>{escape(_said(cell))}</td>" for cell in row) for row in rows]
    body = "\n".join(f"<tr>{line}</tr>" for line in lines)
    path.write_text(f"<html><body><table border='1'>{body}</table></body></html>", "utf-8")


def write_ods(path: Path, rows: Sequence[Line]) -> None:
    """The smallest OpenDocument spreadsheet that office programs open."""
    lines = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(_said(cell))}</text:p>'
            "</table:table-cell>"
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    names = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        f'xmlns:office="{names}:office:1.0" xmlns:table="{names}:table:1.0" '
        f'xmlns:text="{names}:text:1.0" office:version="1.2"><office:body><office:spreadsheet>'
        f'<table:table table:name="Warga">{lines}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest '
        f'xmlns:manifest="{names}:manifest:1.0" manifest:version="1.2">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in (
            ("mimetype", kind), ("content.xml", content), ("META-INF/manifest.xml", manifest),
        ):  # fmt: skip
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 24, 0, 0, 0)), text)


def write_xls(path: Path, rows: Sequence[Line]) -> None:
    """Excel 97."""
    if importlib.util.find_spec("xlwt") is None:
        return
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("Sheet1")
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            sheet.write(number, column, cell)
    book.save(str(path))


def make_all(folder: Path) -> None:
    """Every file."""
    folder.mkdir(parents=True, exist_ok=True)
    write_xlsx(folder / "opensid-43-kolom.xlsx", opensid())
    write_xlsx(folder / "siak-37-kolom.xlsx", siak())
    write_xlsx(folder / "bip-2016.xlsx", bip_2016())
    write_xls(folder / "bip-2012.xls", bip_2012())
    write_xlsx(folder / "bip-luwu-timur.xlsx", bip_luwu_timur())
    write_xlsx(folder / "bip-ektp.xlsx", bip_ektp())
    write_html(folder / "prodeskel.xls", prodeskel())
    write_xlsx(folder / "nagari.xlsx", nagari())
    write_text(folder / "titik-koma-cp1252.csv", usual(), ";", "cp1252")
    write_text(folder / "koma-utf8-bom.csv", siak(), ",", "utf-8-sig")
    write_text(folder / "tab-utf16.txt", opensid(), "\t", "utf-16")
    write_text(folder / "garis-utf8.csv", usual(), "|", "utf-8")
    write_ods(folder / "warga-jorong.ods", usual())
    write_xlsx(folder / "kolom-asing.xlsx", strange())
    write_xlsx(folder / "tidak-rapi.xlsx", untidy(), merged=("F4:G4",))
    write_xlsx(folder / "ganda-dan-salah.xlsx", doubled())


if __name__ == "__main__":
    make_all(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
