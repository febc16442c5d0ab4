"""Whatever file is chosen, the program says what is wrong and lives."""

from __future__ import annotations

import os
import signal
import time
import zipfile
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
import xlsxwriter

from nagari_kit.errors import Cancelled, ImportFileError
from nagari_kit.services.spreadsheet_reading import workbook as reading
from nagari_kit.services.spreadsheet_reading.workbook import ReadingLimits, read_workbook


def _spreadsheet(path: Path, rows: int = 3) -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Data Penduduk")
        for row in range(rows):
            sheet.write_row(row, 0, ["nama", "nik", row])
    return path


def test_rows_come_as_the_spreadsheet_program_numbers_them(tmp_path: Path) -> None:
    path = tmp_path / "warga.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Data Penduduk")
        sheet.write_string(4, 2, "baris lima")
    (sheet,) = read_workbook(path).sheets
    assert sheet.rows[4][2] == "baris lima"


def test_a_table_in_the_middle_of_a_sheet_keeps_its_rows_and_columns(tmp_path: Path) -> None:
    path = tmp_path / "tengah.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Warga")
        sheet.write(3, 2, "nik")
        sheet.write(5, 4, "nama")
        book.add_worksheet("Kosong")
    warga, empty = read_workbook(path).sheets
    assert [place for place, row in enumerate(warga.rows) if any(row)] == [3, 5]
    assert (warga.rows[3], warga.rows[5]) == (("", "", "nik", "", ""), ("", "", "", "", "nama"))
    assert empty.rows == []


def test_the_sheet_of_codes_is_not_read_as_people(tmp_path: Path) -> None:
    path = tmp_path / "warga.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("Data Penduduk").write_string(0, 0, "nama")
        book.add_worksheet("Kode Data").write_string(0, 0, "1 ISLAM")
    assert [sheet.name for sheet in read_workbook(path).sheets] == ["Data Penduduk"]


def test_a_truncated_spreadsheet_is_refused_with_a_way_out(tmp_path: Path) -> None:
    whole = _spreadsheet(tmp_path / "utuh.xlsx", 500).read_bytes()
    broken = tmp_path / "putus.xlsx"
    broken.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ImportFileError, match="spreadsheet unreadable") as refusal:
        read_workbook(broken)
    assert "tidak berubah" in refusal.value.user_message
    assert "simpan ulang" in (refusal.value.hint or "")


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 bukan", b"PK\x03\x04", b"\x00\x01\x02"])
def test_a_file_that_is_no_spreadsheet_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "lain.xlsx"
    path.write_bytes(content)
    with pytest.raises(ImportFileError) as refusal:
        read_workbook(path)
    assert refusal.value.code == "IMPOR-04"


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bom.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in range(13):
            archive.writestr(f"xl/worksheets/sheet{part}.xml", bytes(50 * 1024 * 1024))
    assert path.stat().st_size < 1_000_000
    started = time.perf_counter()
    with pytest.raises(ImportFileError) as refusal:
        read_workbook(path)
    assert refusal.value.code == "IMPOR-03"
    assert time.perf_counter() - started < 2


def test_one_cell_in_the_last_corner_asks_for_more_memory_than_it_gets(tmp_path: Path) -> None:
    path = tmp_path / "sudut.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Data Penduduk")
        sheet.write_string(0, 0, "nama")
        sheet.write_string(1_048_575, 16_383, "jauh")
    assert path.stat().st_size < 10_000
    with pytest.raises(ImportFileError) as refusal:
        read_workbook(path)
    assert refusal.value.code in {"IMPOR-03", "IMPOR-04"}


def _aborting_reader(path: str, connection: Connection, memory: int, seconds: float) -> None:
    os.kill(os.getpid(), signal.SIGABRT)


def _endless_reader(path: str, connection: Connection, memory: int, seconds: float) -> None:
    signal.pause()


def test_the_program_outlives_a_reader_that_aborts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "serve_rows", _aborting_reader)
    with pytest.raises(ImportFileError, match="reader ended with -6"):
        read_workbook(_spreadsheet(tmp_path / "warga.xlsx"))


def test_a_reader_that_never_ends_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "serve_rows", _endless_reader)
    with pytest.raises(ImportFileError, match="time limit"):
        read_workbook(_spreadsheet(tmp_path / "warga.xlsx"), limits=ReadingLimits(seconds=1.0))


def test_reading_can_be_cancelled(tmp_path: Path) -> None:
    class Impatient:
        def raise_if_cancelled(self) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_workbook(_spreadsheet(tmp_path / "warga.xlsx"), token=Impatient())


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ImportFileError) as refusal:
        read_workbook(tmp_path / "tiada.xlsx")
    assert "tiada.xlsx tidak ditemukan" in refusal.value.user_message
